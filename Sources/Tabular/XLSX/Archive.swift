import CZip

/// The parts of a workbook's zip archive, within the bounds of `TableLimits`.
///
/// Opening looks at the directory alone; what a part truly holds is counted
/// again while it is read.
final class Archive {
    let file: SourceFile
    private let handle: OpaquePointer
    private let parts: [String: UInt64]

    /// Opens the archive in a file's bytes.
    ///
    /// Throws where it is damaged, encrypted or larger than is safe to unpack.
    init(_ file: SourceFile) throws(TableError) {
        self.file = file
        handle = try Self.open(file)
        do {
            parts = try Self.directory(handle, file)
        } catch {
            zip_discard(handle)
            throw error
        }
    }

    deinit { zip_discard(handle) }

    /// Whether there is a part of that name; case makes no difference.
    func has(_ name: String) -> Bool { parts[Self.folded(name)] != nil }

    /// Opens a part for reading from its start.
    func part(_ name: String) throws(TableError) -> ArchivePart {
        guard let index = parts[Self.folded(name)] else {
            throw Self.damaged(file, "the part \(name) is missing from the workbook")
        }
        return try ArchivePart(self, handle, index: index, name: name)
    }

    static func damaged(_ file: SourceFile, _ problem: String) -> TableError {
        TableError(
            .damaged, file: file.name, problem: problem,
            remedy: "Open it in Excel, save it again as \"Excel Workbook (.xlsx)\" and send "
                + "that; it may have been cut off on its way")
    }

    private static func folded(_ name: String) -> String {
        name.lowercased().split(separator: "\\", omittingEmptySubsequences: false)
            .joined(separator: "/")
    }

    private static func open(_ file: SourceFile) throws(TableError) -> OpaquePointer {
        var failure = zip_error_t()
        zip_error_init(&failure)
        defer { zip_error_fini(&failure) }
        guard
            let source = zip_source_buffer_create(
                file.bytes.baseAddress, UInt64(file.count), 0, &failure)
        else { throw damaged(file, reason(&failure)) }
        guard let handle = zip_open_from_source(source, ZIP_RDONLY, &failure) else {
            zip_source_free(source)
            throw damaged(file, reason(&failure))
        }
        return handle
    }

    private static func reason(_ failure: inout zip_error_t) -> String {
        let text = zip_error_strerror(&failure).map { String(cString: $0) } ?? "unknown"
        return "the workbook is cut off or damaged (\(text))"
    }

    /// Lists the parts and refuses what should not be unpacked.
    private static func directory(
        _ handle: OpaquePointer, _ file: SourceFile
    ) throws(TableError) -> [String: UInt64] {
        let count = Int(zip_get_num_entries(handle, 0))
        guard count <= TableLimits.parts else {
            throw tooLarge(file, "it has \(count) parts, more than \(TableLimits.parts)")
        }
        var parts: [String: UInt64] = [:]
        var unpacked: UInt64 = 0
        for index in 0..<UInt64(max(count, 0)) {
            var status = zip_stat_t()
            guard zip_stat_index(handle, index, 0, &status) == 0, let name = status.name else {
                throw damaged(file, "the directory of the workbook is damaged")
            }
            let part = String(cString: name)
            guard status.encryption_method == UInt16(ZIP_EM_NONE) else { throw encrypted(file) }
            guard status.size <= UInt64(TableLimits.unpackedBytes) else { throw tooLarge(file) }
            unpacked += status.size
            guard unpacked <= UInt64(TableLimits.unpackedBytes) else { throw tooLarge(file) }
            try checkRatio(file, part, status.size, status.comp_size)
            let key = folded(part)
            if parts[key] == nil { parts[key] = index }
        }
        return parts
    }

    private static func checkRatio(
        _ file: SourceFile, _ part: String, _ size: UInt64, _ packed: UInt64
    ) throws(TableError) {
        let ratio = size / max(packed, 1)
        guard size > 1 << 20, ratio > UInt64(TableLimits.unpackedRatio) else { return }
        throw tooLarge(
            file,
            "the part \(part) unpacks to \(ratio) times its size; at most "
                + "\(TableLimits.unpackedRatio) times is read")
    }

    private static func tooLarge(_ file: SourceFile, _ problem: String? = nil) -> TableError {
        TableError(
            .tooLarge, file: file.name,
            problem: problem ?? "the workbook unpacks to more than 1 GiB",
            remedy: "Check that this is a table; a large one is better sent as CSV (UTF-8)")
    }

    private static func encrypted(_ file: SourceFile) -> TableError {
        TableError(
            .encrypted, file: file.name, problem: "the workbook is protected by a password",
            remedy: FileFormat.removePassword)
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
            throw Archive.damaged(file, "the part \(name) of the workbook cannot be unpacked")
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
            throw Archive.damaged(file, "the part \(name) of the workbook is cut off or damaged")
        }
        total += got
        guard total <= size else {
            throw Archive.damaged(file, "the part \(name) holds more than the directory says")
        }
        if total - released >= Self.releaseStep {
            file.release(upTo: file.count)
            released = total
        }
        return got
    }
}
