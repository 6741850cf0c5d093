import CZstd

/// Zstandard (RFC 8878) for the original bytes of submissions.
enum Compression {
    /// Level 1: on the CSV files of cities it takes a quarter of the space at
    /// several hundred megabytes a second.
    private static let level: Int32 = 1

    /// One frame of the bytes, written into a buffer that is used again.
    static func compress(_ bytes: UnsafeRawBufferPointer, into buffer: inout [UInt8]) throws -> Int
    {
        let bound = ZSTD_compressBound(bytes.count)
        if buffer.count < bound { buffer = [UInt8](repeating: 0, count: bound) }
        let size = buffer.withUnsafeMutableBytes { target in
            ZSTD_compress(target.baseAddress, target.count, bytes.baseAddress, bytes.count, level)
        }
        if ZSTD_isError(size) != 0 {
            throw WarehouseError(
                .conflict, "zstd: \(String(cString: ZSTD_getErrorName(size)))")
        }
        return size
    }

    /// The bytes of one frame, which says its own size.
    ///
    /// - Parameter limit: the most that the frame may hold.
    static func decompress(_ frame: [UInt8], atMost limit: Int = chunkSize) throws -> [UInt8] {
        let size = frame.withUnsafeBytes { ZSTD_getFrameContentSize($0.baseAddress, $0.count) }
        guard size <= UInt64(limit) else {
            throw WarehouseError(
                .installation, "a stored chunk of a submission is damaged. Restore a backup.")
        }
        var bytes = [UInt8](repeating: 0, count: Int(size))
        let count = bytes.withUnsafeMutableBytes { target in
            frame.withUnsafeBytes { source in
                ZSTD_decompress(
                    target.baseAddress, target.count, source.baseAddress, source.count)
            }
        }
        guard count == Int(size) else {
            throw WarehouseError(
                .installation, "a stored chunk of a submission is damaged. Restore a backup.")
        }
        return bytes
    }

    /// The bytes that one chunk holds: 1 MiB.
    static let chunkSize = 1 << 20
}
