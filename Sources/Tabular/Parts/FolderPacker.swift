import Glibc

extension SourceFile {
    /// Packs a folder as a zip archive, so that it is one file as any other.
    ///
    /// The files below the folder, in folders too, in the order of their
    /// names, as they are; hidden ones and those that end in `.md` are passed
    /// over. The archive says nothing but names and bytes: the same files give
    /// the same archive. A link, or what cannot be read, is kept as such, and
    /// told of when the archive is read.
    ///
    /// Throws where the folder cannot be opened, or holds more than
    /// `TableLimits` allow.
    public convenience init(packing folder: String, name: String) throws(TableError) {
        let packer = try FolderPacker(name)
        try packer.add(folder, below: "")
        try self.init(try packer.finish(), name: name)
    }
}

/// Packs the files of a folder, without making them smaller.
private final class FolderPacker {
    private let name: String
    private let zip: StoredZip
    private var bytes = 0

    init(_ name: String) throws(TableError) {
        self.name = name
        zip = StoredZip(try UnnamedFile(for: name))
    }

    func finish() throws(TableError) -> UnnamedFile { try zip.finish() }

    /// Adds what is in a folder; `prefix` is its path in the archive.
    func add(_ folder: String, below prefix: String) throws(TableError) {
        guard let names = Self.names(in: folder) else {
            if prefix.isEmpty { throw SourceFile.unreadable(name, errno) }
            return try zip.add(String(prefix.dropLast()), mode: FileMode.folder)
        }
        for entry in names where !entry.hasPrefix(".") && !entry.hasSuffix(".md") {
            try addEntry(prefix + entry, at: folder + "/" + entry)
            guard zip.count <= TableLimits.parts else {
                throw tooLarge("the folder holds more than \(TableLimits.parts) files")
            }
        }
    }

    private func addEntry(_ entry: String, at path: String) throws(TableError) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return try zip.add(entry, mode: FileMode.file) }
        let type = status.st_mode & FileMode.types
        switch type {
        case FileMode.folder: try add(path, below: entry + "/")
        case FileMode.link:
            try zip.add(entry, mode: FileMode.link | FileMode.permissions)
            try Self.target(of: path).withUnsafeBufferPointer { bytes throws(TableError) in
                try zip.append(UnsafeRawBufferPointer(bytes))
            }
        case FileMode.file: try addFile(entry, at: path)
        default: try zip.add(entry, mode: type)
        }
    }

    private func addFile(_ entry: String, at path: String) throws(TableError) {
        // Of a pipe that took the file's place the opening must not wait.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { return try zip.add(entry, mode: FileMode.file) }
        defer { close(descriptor) }
        try zip.add(entry, mode: FileMode.file | 0o644)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 8)
        defer { buffer.deallocate() }
        while true {
            let count = read(descriptor, buffer.baseAddress, buffer.count)
            if count < 0, errno == EINTR { continue }
            if count < 0 { return try zip.giveUp(mode: FileMode.file) }
            if count == 0 { return }
            bytes += count
            guard bytes <= TableLimits.unpackedBytes else {
                throw tooLarge("the folder holds more than 1 GiB")
            }
            try zip.append(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
        }
    }

    private func tooLarge(_ problem: String) -> TableError {
        TableError(
            .tooLarge, file: name, problem: problem,
            remedy: "Check that these are tables; large ones are better sent one by one")
    }

    /// The names in a folder by their bytes; nil where it cannot be opened.
    private static func names(in folder: String) -> [String]? {
        guard let stream = opendir(folder) else { return nil }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) {
                    String(cString: $0)
                }
            }
            names.append(name)
        }
        return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private static func target(of link: String) -> [UInt8] {
        var target = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink(link, &target, target.count)
        return target.prefix(max(count, 0)).map { UInt8(bitPattern: $0) }
    }
}
