import CLibPQ

/// A `copy ... to stdout (format binary)` under way: one row at a time.
///
/// `while try copy.next() { ... }` visits the rows; the readers give the
/// fields of the current row, counted from 0. The format carries no types, so
/// a reader checks the size only: the column must be of the type that the
/// reader names. Memory does not grow with the answer.
public final class CopyOut {
    private let connection: Connection
    private let sql: String
    private let epoch: Int
    private var message: UnsafeMutablePointer<CChar>?
    private var isFirst = true
    private var isOpen = true

    @usableFromInline
    struct Field {
        @usableFromInline let start: UnsafeRawPointer
        /// -1 is NULL.
        @usableFromInline let count: Int
    }

    /// Where the fields of the current row lie.
    @usableFromInline var fields: [Field] = []

    init(_ connection: Connection, sql: String, epoch: Int) {
        self.connection = connection
        self.sql = sql
        self.epoch = epoch
    }

    deinit { close() }

    /// Moves to the next row; false when there is none.
    public func next() throws -> Bool {
        while isOpen, let row = try nextMessage() {
            // Signature, flags and the length of an extension come first,
            // with the first row or before it.
            let offset = isFirst ? CopyBuffer.header.count : 0
            isFirst = false
            if row.count == offset { continue }
            return try locateFields(in: UnsafeRawBufferPointer(rebasing: row[offset...]))
        }
        fields.removeAll()
        return false
    }

    /// Gives the rest up. Does nothing when all has been read.
    public func close() {
        freeMessage()
        guard isOpen else { return }
        isOpen = false
        if connection.copyEpoch == epoch { connection.abortCopy() }
    }

    private func nextMessage() throws -> UnsafeRawBufferPointer? {
        freeMessage()
        guard connection.isCopying, connection.copyEpoch == epoch, let handle = connection.handle
        else {
            throw PostgresError(.misuse, "this COPY has ended", sql: sql)
        }
        let count = PQgetCopyData(handle, &message, 0)
        if count > 0 { return UnsafeRawBufferPointer(start: message, count: Int(count)) }
        isOpen = false
        connection.copyDirection = nil
        let answer = connection.lastAnswer(handle)
        guard count == -1, answer.status == PGRES_COMMAND_OK else {
            throw connection.error(from: answer, sql: sql, sent: .nothing)
        }
        return nil
    }

    private func freeMessage() {
        if let message { PQfreemem(message) }
        message = nil
    }

    /// Returns false for the trailer, after reading the end of the COPY.
    private func locateFields(in row: UnsafeRawBufferPointer) throws -> Bool {
        let count = row.integer(as: Int16.self)
        if count < 0 {
            _ = try nextMessage()
            fields.removeAll()
            return false
        }
        guard var place = row.baseAddress.map({ $0 + 2 }) else { return false }
        if fields.count != count {
            fields = Array(repeating: Field(start: place, count: -1), count: Int(count))
        }
        // All rows have as many, so that their places are written over.
        fields.withUnsafeMutableBufferPointer { fields in
            for column in fields.indices {
                let size = Int(Int32(bigEndian: place.loadUnaligned(as: Int32.self)))
                fields[column] = Field(start: place + 4, count: size)
                place += 4 + max(size, 0)
            }
        }
        return true
    }
}
