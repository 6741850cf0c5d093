import CZip

/// The parts of a workbook's zip archive, or of one with files in it, within
/// the bounds of `TableLimits`.
///
/// Opening looks at the directory alone; what a part truly holds is counted
/// again while it is read.
final class Archive {
    /// What an archive is, for messages.
    enum Content: Sendable {
        case workbook
        case files

        fileprivate var noun: String { self == .workbook ? "workbook" : "archive" }
    }

    let file: SourceFile
    private let content: Content
    private let handle: OpaquePointer
    private let parts: [String: UInt64]

    /// Opens the archive in a file's bytes.
    ///
    /// Throws where it is damaged, encrypted or larger than is safe to unpack.
    init(_ file: SourceFile, holds content: Content = .workbook) throws(TableError) {
        self.file = file
        self.content = content
        handle = try Self.open(file, content)
        do {
            parts = try Self.directory(handle, file, content)
        } catch {
            zip_discard(handle)
            throw error
        }
    }

    deinit { zip_discard(handle) }

    /// What the archive holds, in its order; without folders.
    var entries: [ArchiveEntry] {
        (0..<UInt64(max(zip_get_num_entries(handle, 0), 0))).compactMap { index in
            var status = zip_stat_t()
            guard zip_stat_index(handle, index, 0, &status) == 0, let name = status.name else {
                return nil
            }
            var (system, attributes) = (UInt8(0), UInt32(0))
            let isKnown = zip_file_get_external_attributes(handle, index, 0, &system, &attributes)
            let isUnix = isKnown == 0 && system == UInt8(ZIP_OPSYS_UNIX)
            return ArchiveEntry(
                name: String(cString: name), index: index, mode: isUnix ? attributes >> 16 : nil,
                isEmpty: status.size == 0)
        }.filter { !$0.name.hasSuffix("/") }
    }

    /// Whether there is a part of that name; case makes no difference.
    func has(_ name: String) -> Bool { parts[Self.folded(name)] != nil }

    /// Opens a part for reading from its start.
    func part(_ name: String) throws(TableError) -> ArchivePart {
        guard let index = parts[Self.folded(name)] else {
            throw Self.damaged(file, "the part \(name) is missing from the workbook")
        }
        return try ArchivePart(self, handle, index: index, name: name)
    }

    /// Opens an entry for reading from its start.
    func part(_ entry: ArchiveEntry) throws(TableError) -> ArchivePart {
        try ArchivePart(self, handle, index: entry.index, name: entry.name)
    }

    static func damaged(
        _ file: SourceFile, _ problem: String, holds content: Content = .workbook
    ) -> TableError {
        TableError(
            .damaged, file: file.name, problem: problem,
            remedy: content == .files
                ? "Pack the files again and send that; it may have been cut off on its way"
                : "Open it in Excel, save it again as \"Excel Workbook (.xlsx)\" and send "
                    + "that; it may have been cut off on its way")
    }

    /// What is wrong with a part, of which the problem says what.
    fileprivate func damaged(part name: String, _ problem: String) -> TableError {
        let words = content == .files ? "the file \(name)" : "the part \(name) of the workbook"
        return Self.damaged(file, "\(words) \(problem)", holds: content)
    }

    private static func folded(_ name: String) -> String {
        name.lowercased().split(separator: "\\", omittingEmptySubsequences: false)
            .joined(separator: "/")
    }

    private static func open(
        _ file: SourceFile, _ content: Content
    ) throws(TableError) -> OpaquePointer {
        var failure = zip_error_t()
        zip_error_init(&failure)
        defer { zip_error_fini(&failure) }
        guard
            let source = zip_source_buffer_create(
                file.bytes.baseAddress, UInt64(file.count), 0, &failure)
        else { throw damaged(file, reason(&failure, content), holds: content) }
        guard let handle = zip_open_from_source(source, ZIP_RDONLY, &failure) else {
            zip_source_free(source)
            throw damaged(file, reason(&failure, content), holds: content)
        }
        return handle
    }

    private static func reason(_ failure: inout zip_error_t, _ content: Content) -> String {
        let text = zip_error_strerror(&failure).map { String(cString: $0) } ?? "unknown"
        return "the \(content.noun) is cut off or damaged (\(text))"
    }

    /// Lists the parts and refuses what should not be unpacked.
    private static func directory(
        _ handle: OpaquePointer, _ file: SourceFile, _ content: Content
    ) throws(TableError) -> [String: UInt64] {
        let count = Int(zip_get_num_entries(handle, 0))
        guard count <= TableLimits.parts else {
            let noun = content == .files ? "files" : "parts"
            throw tooLarge(file, content, "it has \(count) \(noun), more than \(TableLimits.parts)")
        }
        var parts: [String: UInt64] = [:]
        var unpacked: UInt64 = 0
        for index in 0..<UInt64(max(count, 0)) {
            var status = zip_stat_t()
            guard zip_stat_index(handle, index, 0, &status) == 0, let name = status.name else {
                throw damaged(
                    file, "the directory of the \(content.noun) is damaged", holds: content)
            }
            let part = String(cString: name)
            guard status.encryption_method == UInt16(ZIP_EM_NONE) else {
                throw encrypted(file, content)
            }
            let most = UInt64(TableLimits.unpackedBytes)
            guard status.size <= most else { throw tooLarge(file, content) }
            unpacked += status.size
            guard unpacked <= most else { throw tooLarge(file, content) }
            try checkRatio(file, content, part, status.size, status.comp_size)
            let key = folded(part)
            if parts[key] == nil { parts[key] = index }
        }
        return parts
    }

    private static func checkRatio(
        _ file: SourceFile, _ content: Content, _ part: String, _ size: UInt64, _ packed: UInt64
    ) throws(TableError) {
        let ratio = size / max(packed, 1)
        guard size > 1 << 20, ratio > UInt64(TableLimits.unpackedRatio) else { return }
        throw tooLarge(
            file, content,
            "the \(content == .files ? "file" : "part") \(part) unpacks to \(ratio) times its size; "
                + "at most \(TableLimits.unpackedRatio) times is read")
    }

    private static func tooLarge(
        _ file: SourceFile, _ content: Content, _ problem: String? = nil
    ) -> TableError {
        TableError(
            .tooLarge, file: file.name,
            problem: problem ?? "the \(content.noun) unpacks to more than 1 GiB",
            remedy: content == .files
                ? "Check that these are tables; large ones are better sent one by one"
                : "Check that this is a table; a large one is better sent as CSV (UTF-8)")
    }

    private static func encrypted(_ file: SourceFile, _ content: Content) -> TableError {
        TableError(
            .encrypted, file: file.name,
            problem: "the \(content.noun) is protected by a password",
            remedy: content == .files
                ? "Pack the files again without a password" : FileFormat.removePassword)
    }
}

/// One part of an archive while it is unpacked.
final class ArchivePart {
    let name: String
    /// Held so that it stays open as long as one of its parts.
    private let archive: Archive
    private let handle: OpaquePointer
    private let file: SourceFile
    private let size: Int
    private var total = 0
    private var released = 0

    private static let releaseStep = 8 << 20

    fileprivate init(
        _ archive: Archive, _ directory: OpaquePointer, index: UInt64, name: String
    ) throws(TableError) {
        self.name = name
        self.archive = archive
        file = archive.file
        var status = zip_stat_t()
        guard zip_stat_index(directory, index, 0, &status) == 0,
            let handle = zip_fopen_index(directory, index, 0)
        else {
            throw archive.damaged(part: name, "cannot be unpacked")
        }
        self.handle = handle
        size = Int(status.size)
    }

    deinit { zip_fclose(handle) }

    /// Unpacks the next bytes; 0 at the end.
    func read(
        into buffer: UnsafeMutableRawPointer, _ count: Int
    ) throws(TableError) -> Int {
        let got = Int(zip_fread(handle, buffer, UInt64(count)))
        guard got >= 0 else {
            throw archive.damaged(part: name, "is cut off or damaged")
        }
        total += got
        guard total <= size else {
            throw archive.damaged(part: name, "holds more than the directory says")
        }
        if total - released >= Self.releaseStep {
            file.release(upTo: file.count)
            released = total
        }
        return got
    }
}
