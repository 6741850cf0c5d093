import CLibPQ

/// Where the database is and as whom to connect.
///
/// Made from a URL, from libpq's `key=value` text, or from keywords. What is
/// not given comes from libpq's own sources in their usual order: PG*
/// variables, the service file, `.pgpass`, defaults. Printing it never shows
/// a password.
public struct ConnectionSettings: Sendable, Equatable {
    /// libpq's keywords and their values, as given.
    private(set) var keywords: [String: String]

    /// Nothing given: PG* variables and libpq's defaults decide.
    public static var environment: ConnectionSettings { ConnectionSettings(keywords: [:]) }

    /// Settings from libpq's keywords: `host`, `port`, `dbname`, `user`.
    public init(keywords: [String: String]) {
        self.keywords = keywords
    }

    /// Settings from a URL (`postgresql://user@host:5432/name`) or a
    /// `key=value` text.
    ///
    /// Throws ``PostgresError`` of kind `cannotConnect` for a text that libpq
    /// cannot read; the text is not repeated, since it may hold a password.
    public init(_ address: String) throws {
        var message: UnsafeMutablePointer<CChar>?
        guard let options = PQconninfoParse(address, &message) else {
            if let message { PQfreemem(message) }
            throw PostgresError(
                .cannotConnect, "the address of the database cannot be read",
                hint: "expected postgresql://USER@HOST:PORT/DATABASE or "
                    + "\"host=... dbname=... user=...\"")
        }
        defer { PQconninfoFree(options) }
        keywords = [:]
        var option = options
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val {
                keywords[String(cString: keyword)] = String(cString: value)
            }
            option += 1
        }
    }

    /// The name under which the connection shows in `pg_stat_activity`.
    public var applicationName: String? {
        get { keywords["application_name"] }
        set { keywords["application_name"] = newValue }
    }

    /// The database's name, where it is given.
    public var database: String? {
        get { keywords["dbname"] }
        set { keywords["dbname"] = newValue }
    }

    /// The address as a URL for psql and other programs, without a password.
    public var url: String {
        var parameters: [String] = []
        for (key, value) in keywords.sorted(by: { $0.key < $1.key })
        where !Self.secretKeywords.contains(key) && !["user", "dbname"].contains(key) {
            parameters.append("\(key)=\(Self.percentEncoded(value))")
        }
        let user = keywords["user"].map { Self.percentEncoded($0) + "@" } ?? ""
        let name = Self.percentEncoded(keywords["dbname"] ?? "")
        let query = parameters.isEmpty ? "" : "?" + parameters.joined(separator: "&")
        return "postgresql://\(user)/\(name)\(query)"
    }

    /// What ``url`` leaves out, as the variables by which libpq takes it: for
    /// the environment of a program that is given the URL.
    ///
    /// A command line may be read by everybody on the machine, an environment
    /// by its owner alone.
    public var secretEnvironment: [String: String] {
        let variables = ["password": "PGPASSWORD", "passfile": "PGPASSFILE"]
        return Dictionary(
            uniqueKeysWithValues: variables.compactMap { keyword, variable in
                keywords[keyword].map { (variable, $0) }
            })
    }

    /// The values that no message may repeat.
    var secrets: [String] {
        Self.secretKeywords.compactMap { keywords[$0] }
    }

    private static let secretKeywords = ["password", "sslpassword", "passfile"]

    private static func percentEncoded(_ text: String) -> String {
        text.utf8.map { byte in
            let character = Character(UnicodeScalar(byte))
            if byte < 128, character.isLetter || character.isNumber || "-._~".contains(character) {
                return String(character)
            }
            let digits = String(byte, radix: 16, uppercase: true)
            return "%" + (digits.count == 1 ? "0" : "") + digits
        }.joined()
    }
}

extension ConnectionSettings: CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    /// The URL without a password.
    public var description: String { url }
    /// The URL without a password.
    public var debugDescription: String { url }
    /// The URL without a password, so that `dump` shows no more.
    public var customMirror: Mirror { Mirror(self, children: ["url": url]) }
}
