/// What stopped a database command or the private cluster.
///
/// The one error type of this module. Its text never holds bind values, COPY
/// data or passwords: libpq's messages pass through ``Redaction`` first.
public struct PostgresError: Error, Sendable, Equatable {
    /// The families of failure, by what a caller can do about them.
    public enum Kind: Sendable, Equatable {
        /// No connection could be made: address, password, server down.
        case cannotConnect
        /// The server refused a statement; ``PostgresError/sqlState`` says why.
        case server
        /// The connection broke, or the server shut down, in the middle.
        case lostConnection
        /// The client was used wrongly: a type that does not match, a COPY
        /// left open, two rows where one was promised.
        case misuse
        /// The private cluster cannot be made, started or stopped.
        case cluster
    }

    /// The family of failure.
    public let kind: Kind
    /// What happened, in one sentence.
    public var message: String
    /// The five characters of PostgreSQL's error code, where it sent one.
    public var sqlState: String?
    /// The server's detail, without the values that it quotes.
    public var detail: String?
    /// What to do: the server's hint or our own remedy.
    public var hint: String?
    /// The statement, without binds.
    public var sql: String?
    /// Where in the server or in a COPY it happened, without values.
    public var context: String?
    /// The character of ``sql``, counted from 1, at which the server stopped.
    public var position: Int?

    /// An error with the parts that are known.
    public init(
        _ kind: Kind, _ message: String, sqlState: String? = nil, detail: String? = nil,
        hint: String? = nil, sql: String? = nil, context: String? = nil
    ) {
        self.kind = kind
        self.message = message
        self.sqlState = sqlState
        self.detail = detail
        self.hint = hint
        self.sql = sql.map(Redaction.withoutPasswordLiterals)
        self.context = context
    }

    /// Whether the statement ended because somebody cancelled it (57014).
    public var isCancellation: Bool { sqlState == "57014" }

    /// Whether a unique or primary key refused a row (23505).
    public var isUniqueViolation: Bool { sqlState == "23505" }
}

extension PostgresError: CustomStringConvertible {
    /// The message, then one indented line for each part that is known.
    public var description: String {
        var lines = [headline]
        if let detail { lines.append("  detail: \(detail)") }
        if let context { lines.append("  where: \(context)") }
        if let sql { lines.append("  SQL\(lineOfPosition): \(Self.excerpt(of: sql))") }
        if let hint { lines.append("  remedy: \(hint)") }
        return lines.joined(separator: "\n")
    }

    private var headline: String {
        switch kind {
        case .cannotConnect: "cannot connect to the database: \(message)"
        case .server: "the database refused a statement\(code): \(message)"
        case .lostConnection: "the connection to the database was lost\(code): \(message)"
        case .misuse: "the database client was used wrongly: \(message)"
        case .cluster: "the private PostgreSQL: \(message)"
        }
    }

    private var code: String { sqlState.map { " (SQLSTATE \($0))" } ?? "" }

    private var lineOfPosition: String {
        guard let sql, let position, position > 0 else { return "" }
        let line = sql.prefix(position - 1).reduce(1) { $1.isNewline ? $0 + 1 : $0 }
        return " (line \(line))"
    }

    private static func excerpt(of sql: String) -> String {
        let words = sql.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.count <= 300 ? words : words.prefix(300) + " ..."
    }
}
