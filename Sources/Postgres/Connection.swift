import CLibPQ
import Glibc
public import Logging

/// One connection to PostgreSQL; every call blocks until the server answers.
///
/// Not `Sendable`: one task owns it. Only its ``canceller`` may be used from
/// elsewhere. Closed by ``close()`` or when it goes away. After an error of
/// kind `lostConnection` every further call throws the same kind.
public final class Connection {
    /// libpq's handle; nil once closed.
    private(set) var handle: OpaquePointer?
    /// Says what the server tells on the side.
    private let notices: NoticeLog
    /// Passwords in use, kept only to take them out of messages.
    private let secrets: [String]
    /// How many transactions and savepoints are open.
    var depth = 0
    /// The COPY under way, during which nothing else may be sent.
    var copyDirection: CopyDirection?
    var isCopying: Bool { copyDirection != nil }
    /// Counts the COPYs, so that one which has ended cannot touch the next.
    var copyEpoch = 0

    private init(handle: OpaquePointer, notices: NoticeLog, secrets: [String]) {
        self.handle = handle
        self.notices = notices
        self.secrets = secrets
    }

    deinit { close() }

    /// Connects, with UTF-8 as the client's encoding; the search path is left
    /// alone.
    ///
    /// - Parameters:
    ///   - settings: where and as whom.
    ///   - logger: receives the server's notices and warnings.
    /// - Throws: ``PostgresError`` of kind `cannotConnect`.
    public static func open(
        _ settings: ConnectionSettings, logger: Logger = Logger(label: "postgres")
    ) throws -> Connection {
        var keywords = settings.keywords
        keywords["client_encoding"] = "UTF8"
        if keywords["application_name"] == nil {
            keywords["fallback_application_name"] = "yardstick"
        }
        guard let handle = connect(keywords) else {
            throw PostgresError(.cannotConnect, "out of memory")
        }
        let used = PQpass(handle).map { String(cString: $0) } ?? ""
        let connection = Connection(
            handle: handle, notices: NoticeLog(logger), secrets: settings.secrets + [used])
        guard PQstatus(handle) == CONNECTION_OK else {
            throw PostgresError(
                .cannotConnect, connection.libpqMessage(),
                hint: "is the server running, and are host, port, database and user right? "
                    + "(\(settings))")
        }
        connection.notices.attach(to: handle)
        return connection
    }

    private static func connect(_ keywords: [String: String]) -> OpaquePointer? {
        let pairs = keywords.sorted { $0.key < $1.key }
        return withCStrings(pairs.map(\.key)) { keys in
            withCStrings(pairs.map(\.value)) { values in
                PQconnectdbParams(keys, values, 0)
            }
        }
    }

    /// Ends the connection; an open transaction is rolled back by the server.
    public func close() {
        if let handle { PQfinish(handle) }
        handle = nil
    }

    /// Whether the last word from the server was that all is well.
    public var isAlive: Bool {
        handle.map { PQstatus($0) == CONNECTION_OK } ?? false
    }

    /// The server's version as a number: 150018 is 15.18.
    public var serverVersion: Int { handle.map { Int(PQserverVersion($0)) } ?? 0 }

    /// The process number of the server's side of this connection.
    public var serverProcess: Int32 { handle.map { PQbackendPID($0) } ?? 0 }

    /// Runs one or several statements that need no binds and give no rows.
    ///
    /// Several statements in one text are one transaction unless they say
    /// otherwise. Meant for migrations and settings, never for values.
    public func execute(_ sql: String) throws {
        let handle = try readyHandle(for: sql)
        let answer = ResultHandle(PQexec(handle, sql))
        if answer.isCopy {
            endStrayCopy(handle)
            throw PostgresError(.misuse, "COPY needs copyIn or copyOut", sql: sql)
        }
        try check(answer, sql: sql, sent: .nothing)
    }

    /// Runs one statement with binds and gives its rows, in binary.
    ///
    /// The whole answer is held in memory; use `copyOut` for large ones.
    @discardableResult
    public func query(_ sql: String, _ binds: [Bind] = []) throws -> Rows {
        let handle = try readyHandle(for: sql)
        let encoded = try EncodedBinds(binds, sql: sql)
        let answer = encoded.withPointers { count, types, values, lengths, formats in
            ResultHandle(PQexecParams(handle, sql, count, types, values, lengths, formats, 1))
        }
        if answer.isCopy {
            endStrayCopy(handle)
            throw PostgresError(.misuse, "COPY needs copyIn or copyOut", sql: sql)
        }
        try check(answer, sql: sql, sent: binds.isEmpty ? .nothing : .binds(binds))
        return Rows(answer)
    }

    /// The handle, if nothing else is under way on it.
    func readyHandle(for sql: String) throws -> OpaquePointer {
        guard let handle else {
            throw PostgresError(.lostConnection, "the connection is closed", sql: sql)
        }
        guard !isCopying else {
            throw PostgresError(
                .misuse, "a COPY is still open on this connection",
                hint: "finish or abort it first", sql: sql)
        }
        return handle
    }

    /// What libpq says about the connection, without passwords.
    func libpqMessage() -> String {
        guard let handle, let text = PQerrorMessage(handle) else { return "closed" }
        return redacted(String(cString: text))
    }

    /// A text on one line, without passwords.
    func redacted(_ text: String) -> String {
        let lines = text.split(whereSeparator: \.isNewline).joined(separator: " ")
        return Redaction.text(lines, without: secrets)
    }

    private func endStrayCopy(_ handle: OpaquePointer) {
        PQputCopyEnd(handle, "COPY is not allowed here")
        var row: UnsafeMutablePointer<CChar>?
        while PQgetCopyData(handle, &row, 0) > 0 {
            PQfreemem(row)
        }
        while let rest = PQgetResult(handle) { PQclear(rest) }
    }
}

/// Which way the rows of a COPY go.
enum CopyDirection {
    case toServer
    case fromServer
}

/// Calls with the C strings of the texts, ended by a null pointer.
func withCStrings<Result>(
    _ texts: [String],
    _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Result
) -> Result {
    let copies = texts.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    let pointers = copies.map { UnsafePointer($0) } + [nil]
    return pointers.withUnsafeBufferPointer { buffer in
        withExtendedLifetime(copies) {
            buffer.baseAddress.map(body) ?? withUnsafePointer(to: nil) { body($0) }
        }
    }
}
