import CLibPQ

/// A `copy ... from stdin (format binary)` under way.
///
/// Rows are encoded into ``rows`` and sent whenever 256 KiB have gathered, so
/// memory does not grow with the table. Ends with ``finish()``; where it is
/// dropped before, or its transaction rolls back, the COPY is aborted and
/// nothing of it is stored.
public final class CopyIn {
    /// The rows that wait to be sent; its `append` methods fill a row.
    public let rows: CopyBuffer
    @usableFromInline static let flushSize = 256 * 1024

    private let connection: Connection
    private let sql: String
    private let epoch: Int
    private var isOpen = true

    init(_ connection: Connection, sql: String, epoch: Int) throws {
        self.connection = connection
        self.sql = sql
        self.epoch = epoch
        rows = CopyBuffer(capacity: Self.flushSize + 64 * 1024)
        try CopyBuffer.header.withUnsafeBytes { try send($0) }
    }

    deinit { abort() }

    /// Begins a row of so many fields, after sending what has gathered.
    @inlinable
    public func beginRow(fields: Int) throws {
        if rows.byteCount >= Self.flushSize { try flush() }
        rows.beginRow(fields: fields)
    }

    /// Sends what has gathered.
    public func flush() throws {
        try rows.withUnsafeBytes { try send($0) }
        rows.removeAll()
    }

    /// Ends the COPY and says how many rows the server took.
    ///
    /// Errors that the server found in earlier rows are thrown here.
    public func finish() throws -> Int {
        try flush()
        try CopyBuffer.trailer.withUnsafeBytes { try send($0) }
        let handle = try openHandle()
        isOpen = false
        defer { connection.copyDirection = nil }
        let isSent = PQputCopyEnd(handle, nil) == 1
        let answer = connection.lastAnswer(handle)
        guard isSent, answer.status == PGRES_COMMAND_OK else {
            throw connection.error(from: answer, sql: sql, sent: .copyData)
        }
        return answer.affected
    }

    /// Gives the COPY up: nothing of it is stored. Does nothing when it has
    /// ended.
    public func abort() {
        guard isOpen else { return }
        isOpen = false
        if connection.copyEpoch == epoch { connection.abortCopy() }
    }

    /// Sends finished rows that were encoded elsewhere.
    func send(_ bytes: UnsafeRawBufferPointer) throws {
        let handle = try openHandle()
        var rest = bytes[...]
        while !rest.isEmpty {
            let slice = UnsafeRawBufferPointer(rebasing: rest.prefix(Self.flushSize))
            rest = rest.dropFirst(slice.count)
            let start = slice.assumingMemoryBound(to: CChar.self).baseAddress
            guard PQputCopyData(handle, start, Int32(slice.count)) == 1 else {
                throw failure(handle)
            }
        }
    }

    private func openHandle() throws -> OpaquePointer {
        guard isOpen, connection.isCopying, connection.copyEpoch == epoch,
            let handle = connection.handle
        else {
            throw PostgresError(.misuse, "this COPY has ended", sql: sql)
        }
        return handle
    }

    /// What the server said before the data could not be sent any more.
    private func failure(_ handle: OpaquePointer) -> PostgresError {
        isOpen = false
        defer { connection.copyDirection = nil }
        PQputCopyEnd(handle, "the client could not send")
        return connection.error(
            from: connection.lastAnswer(handle), sql: sql, sent: .copyData)
    }
}
