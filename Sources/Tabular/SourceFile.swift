import Glibc

/// One file as it came: its name and its bytes.
///
/// A file of the file system is mapped, not read, so that its pages come and
/// go; `release(upTo:)` gives those behind a reader back. The bytes must not
/// be changed by others while they are read.
///
/// The bytes never change after `init`, and the only mutation that the class
/// offers, giving pages back, changes residency and not content: that is why
/// it may be shared between tasks although it holds a pointer.
public final class SourceFile: @unchecked Sendable {
    /// The name to be shown in messages.
    public let name: String
    private let pointer: UnsafeMutableRawPointer?
    private let isMapped: Bool
    /// The number of bytes.
    public let count: Int

    /// Maps the file at a path.
    ///
    /// `name` is what messages call it; the default is the path's last part.
    /// Throws a `TableError` of kind `.unreadable` where there is none or it
    /// may not be read.
    public convenience init(path: String, name: String? = nil) throws(TableError) {
        let shown = name ?? path.split(separator: "/").last.map(String.init) ?? path
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.unreadable(shown, errno) }
        defer { close(descriptor) }
        try self.init(descriptor, name: shown)
    }

    /// Maps an open file.
    private init(_ descriptor: Int32, name shown: String) throws(TableError) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw Self.unreadable(shown, errno) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw TableError(
                .unreadable, file: shown, problem: "this is not a regular file",
                remedy: "Name a file")
        }
        self.name = shown
        count = Int(status.st_size)
        isMapped = count > 0
        guard count > 0 else {
            pointer = nil
            return
        }
        let mapped = mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0)
        guard let mapped, mapped != MAP_FAILED else { throw Self.unreadable(shown, errno) }
        madvise(mapped, count, MADV_SEQUENTIAL)
        pointer = mapped
    }

    /// Holds bytes that are already in memory.
    public init(name: String, bytes: [UInt8]) {
        self.name = name
        count = bytes.count
        isMapped = false
        let copy = UnsafeMutableRawPointer.allocate(byteCount: max(bytes.count, 1), alignment: 1)
        bytes.withUnsafeBytes { source in
            if let base = source.baseAddress {
                copy.copyMemory(from: base, byteCount: source.count)
            }
        }
        pointer = copy
    }

    /// Takes over what was written into a file without a name.
    convenience init(_ written: UnnamedFile, name: String) throws(TableError) {
        try self.init(written.descriptor, name: name)
    }

    deinit {
        guard let pointer else { return }
        if isMapped { munmap(pointer, count) } else { pointer.deallocate() }
    }

    /// The bytes, valid as long as this object lives.
    public var bytes: UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: UnsafeRawPointer(pointer), count: count)
    }

    /// Gives back the memory of a mapped file before an offset.
    ///
    /// The bytes stay readable; they come from the file again when read.
    public func release(upTo offset: Int) {
        guard isMapped, let pointer else { return }
        let whole = min(offset, count) & ~(Self.pageSize - 1)
        if whole > 0 { madvise(pointer, whole, MADV_DONTNEED) }
    }

    /// Gives back the memory of a mapped file between two offsets.
    func release(from start: Int, upTo end: Int) {
        guard isMapped, let pointer else { return }
        let first = start & ~(Self.pageSize - 1)
        let last = min(end, count) & ~(Self.pageSize - 1)
        if last > first { madvise(pointer + first, last - first, MADV_DONTNEED) }
    }

    private static let pageSize = Int(sysconf(Int32(_SC_PAGESIZE)))

    static func unreadable(_ name: String, _ code: Int32) -> TableError {
        TableError(
            .unreadable, file: name,
            problem: "the file cannot be read (\(String(cString: strerror(code))))",
            remedy: "Check that it exists and may be read")
    }
}
