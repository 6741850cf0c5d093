/// Rows in PostgreSQL's binary COPY format, in memory.
///
/// A row is `beginRow(fields:)` followed by that many `append` calls; the
/// label of `append` must be the type of the column, since the format carries
/// no types: the server refuses a wrong size with 22P03, and reads a wrong
/// type of the right size as garbage. nil is NULL. Header and trailer are not
/// in it; ``header`` and ``trailer`` give them.
///
/// Not `Sendable`; made for loops over millions of fields.
public final class CopyBuffer {
    /// What a binary COPY starts with: signature, no flags, no extension.
    public static let header: [UInt8] =
        Array("PGCOPY\n".utf8) + [0xFF, 0x0D, 0x0A, 0] + [0, 0, 0, 0, 0, 0, 0, 0]

    /// What a binary COPY ends with.
    public static let trailer: [UInt8] = [0xFF, 0xFF]

    /// The memory behind the rows. It lies behind a pointer, because stored
    /// properties of a class are checked for overlapping access on every
    /// write, which costs more than the write.
    @usableFromInline
    struct Storage {
        @usableFromInline var start: UnsafeMutableRawPointer
        @usableFromInline var end: UnsafeMutableRawPointer
        @usableFromInline var limit: UnsafeMutableRawPointer
        @usableFromInline var rows: Int
    }

    @usableFromInline
    let storage: UnsafeMutablePointer<Storage>

    /// An empty buffer with room for the given number of bytes; it grows.
    public init(capacity: Int = 64 * 1024) {
        let size = max(capacity, 1024)
        let start = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
        storage = .allocate(capacity: 1)
        storage.initialize(
            to: Storage(start: start, end: start, limit: start + size, rows: 0))
    }

    deinit {
        storage.pointee.start.deallocate()
        storage.deinitialize(count: 1)
        storage.deallocate()
    }

    /// Rows begun since the buffer was last emptied.
    @inlinable
    public var rowCount: Int { storage.pointee.rows }

    /// Bytes held.
    @inlinable
    public var byteCount: Int { storage.pointee.end - storage.pointee.start }

    /// Whether no row has been begun.
    @inlinable
    public var isEmpty: Bool { storage.pointee.end == storage.pointee.start }

    /// Empties the buffer and keeps its memory.
    public func removeAll() {
        storage.pointee.end = storage.pointee.start
        storage.pointee.rows = 0
    }

    /// The rows so far, without header and trailer, valid during the call.
    public func withUnsafeBytes<Value>(
        _ body: (UnsafeRawBufferPointer) throws -> Value
    ) rethrows -> Value {
        try body(UnsafeRawBufferPointer(start: storage.pointee.start, count: byteCount))
    }

    /// Makes room for so many more bytes and gives the place to write them.
    @inlinable
    @inline(__always)
    func room(_ count: Int) -> UnsafeMutableRawPointer {
        if storage.pointee.limit - storage.pointee.end < count { grow(by: count) }
        return storage.pointee.end
    }

    @usableFromInline
    @inline(never)
    func grow(by count: Int) {
        let used = byteCount
        let size = max((storage.pointee.limit - storage.pointee.start) * 2, used + count)
        let start = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
        start.copyMemory(from: storage.pointee.start, byteCount: used)
        storage.pointee.start.deallocate()
        storage.pointee.start = start
        storage.pointee.end = start + used
        storage.pointee.limit = start + size
    }
}
