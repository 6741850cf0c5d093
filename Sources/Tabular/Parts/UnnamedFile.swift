import Glibc

/// A file without a name for what is unpacked or packed: it goes with the
/// last who has it open, however the program ends.
final class UnnamedFile {
    let descriptor: Int32
    /// How many bytes were written.
    private(set) var count = 0
    private let name: String

    /// - Parameter name: of the file that it is for, for messages.
    init(for name: String) throws(TableError) {
        self.name = name
        // Below the commands no variable of the environment is read, TMPDIR too.
        var path = Array("/tmp/yardstick-XXXXXX".utf8CString)
        descriptor = mkstemp(&path)
        guard descriptor >= 0 else { throw Self.failure(name, errno) }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        unlink(path)
    }

    deinit { close(descriptor) }

    /// Adds bytes at the end.
    func append(_ bytes: UnsafeRawBufferPointer) throws(TableError) {
        try put(bytes, at: count)
        count += bytes.count
    }

    /// Writes bytes at a place.
    func put(_ bytes: UnsafeRawBufferPointer, at offset: Int) throws(TableError) {
        var sent = 0
        while sent < bytes.count {
            let rest = UnsafeRawBufferPointer(rebasing: bytes[sent...])
            let wrote = pwrite(descriptor, rest.baseAddress, rest.count, offset + sent)
            if wrote < 0, errno == EINTR { continue }
            guard wrote > 0 else { throw Self.failure(name, errno) }
            sent += wrote
        }
    }

    /// Takes back all after a place.
    func cut(to offset: Int) throws(TableError) {
        guard ftruncate(descriptor, offset) == 0 else { throw Self.failure(name, errno) }
        count = offset
    }

    private static func failure(_ name: String, _ code: Int32) -> TableError {
        TableError(
            .unreadable, file: name,
            problem: "there is no room in /tmp to unpack it (\(String(cString: strerror(code))))",
            remedy: "Make room there and try again")
    }
}

extension SourceFile {
    /// Unpacks a part of an archive.
    convenience init(unpacking part: ArchivePart, name: String) throws(TableError) {
        let file = try UnnamedFile(for: name)
        let size = 1 << 20
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: size, alignment: 8)
        defer { buffer.deallocate() }
        while let start = buffer.baseAddress {
            let count = try part.read(into: start, size)
            if count == 0 { break }
            try file.append(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        }
        try self.init(file, name: name)
    }
}
