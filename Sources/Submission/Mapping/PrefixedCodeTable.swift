/// A `CodeTable` whose keys are a small number and the bytes of a cell.
///
/// For codes that mean something else by city or column. Cells of more than
/// 252 bytes are not remembered.
struct PrefixedCodeTable: ~Copyable {
    private static let capacity = 256
    private static let prefixBytes = 4

    private var table = CodeTable()
    private let key: UnsafeMutableRawPointer

    init() {
        key = .allocate(byteCount: Self.capacity, alignment: 8)
    }

    deinit { key.deallocate() }

    /// The code of a number and some bytes, or `CodeTable.unseen`.
    @inline(__always)
    mutating func find(_ prefix: Int32, _ bytes: UnsafeRawBufferPointer) -> Int32 {
        guard bytes.count <= Self.capacity - Self.prefixBytes else { return CodeTable.unseen }
        return table.find(joined(prefix, bytes))
    }

    /// Remembers the code of a number and bytes that are not there yet.
    mutating func insert(_ prefix: Int32, _ bytes: UnsafeRawBufferPointer, code: Int32) {
        guard bytes.count <= Self.capacity - Self.prefixBytes else { return }
        table.insert(joined(prefix, bytes), code: code)
    }

    @inline(__always)
    private func joined(
        _ prefix: Int32, _ bytes: UnsafeRawBufferPointer
    ) -> UnsafeRawBufferPointer {
        key.storeBytes(of: prefix, as: Int32.self)
        if let base = bytes.baseAddress {
            (key + Self.prefixBytes).copyMemory(from: base, byteCount: bytes.count)
        }
        return UnsafeRawBufferPointer(start: key, count: bytes.count + Self.prefixBytes)
    }
}
