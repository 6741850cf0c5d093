/// The files behind the tables that are sent together; the one opened last
/// stays open, since its tables follow one another.
final class PartFiles {
    /// A file in an archive, or why it is not read.
    struct Member {
        let entry: ArchiveEntry
        var problem: TableError?
    }

    let file: SourceFile
    private var archive: Archive?
    private var unpacked: (index: UInt64, file: SourceFile)?
    private var opened: SourceWorkbook?

    init(_ file: SourceFile) {
        self.file = file
    }

    /// The file itself, or one in the archive, which is unpacked for it.
    func file(_ entry: ArchiveEntry?) throws(TableError) -> SourceFile {
        guard let entry else { return file }
        if let unpacked, unpacked.index == entry.index { return unpacked.file }
        (opened, unpacked) = (nil, nil)
        let part = try openArchive().part(entry)
        let found = try SourceFile(unpacking: part, name: file.name + "/" + entry.name)
        unpacked = (entry.index, found)
        return found
    }

    /// The workbook of which several sheets are read; nil where it is none, or
    /// one sheet is.
    func workbook(
        _ entry: ArchiveEntry?, _ format: TableFormat
    ) throws(TableError) -> SourceWorkbook? {
        guard format.sheets != nil else { return nil }
        let file = try file(entry)
        if let opened, opened.file === file { return opened }
        guard FileFormat.detect(file.bytes) == .workbook else { return nil }
        let workbook = try SourceWorkbook(file)
        opened = workbook
        return workbook
    }

    /// The files of the archive that are read, by name.
    func members(_ choice: NameChoice?) throws(TableError) -> [Member] {
        let all = try openArchive().entries.filter { entry in
            !entry.isHidden && choice?.takes(entry.name) ?? !entry.name.hasSuffix(".md")
        }
        guard !all.isEmpty else { throw noFile(choice) }
        let byName = Dictionary(grouping: all, by: \.name)
        let names = byName.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        return names.compactMap { name in
            guard let entries = byName[name], let first = entries.first else { return nil }
            if entries.count > 1 { return Member(entry: first, problem: twice(first, entries)) }
            return Member(entry: first, problem: refusal(of: first))
        }
    }

    private func openArchive() throws(TableError) -> Archive {
        if let archive { return archive }
        let archive = try Archive(file, holds: .files)
        self.archive = archive
        return archive
    }

    private func refusal(of entry: ArchiveEntry) -> TableError? {
        entry.refusal.map { refusal in
            TableError(
                .unreadable, file: file.name + "/" + entry.name, problem: refusal.problem,
                remedy: refusal.remedy)
        }
    }

    private func twice(_ entry: ArchiveEntry, _ entries: [ArchiveEntry]) -> TableError {
        TableError(
            .damaged, file: file.name + "/" + entry.name,
            problem: "\(entries.count) files in the archive have this name; which of them counts "
                + "is not known",
            remedy: "Pack the files again, each under a name of its own")
    }

    private func noFile(_ choice: NameChoice?) -> TableError {
        let wanted = choice.map { choice in
            " named like " + choice.wanted.map { "\"\($0.glob)\"" }.joined(separator: ", ")
        }
        return TableError(
            .empty, file: file.name, problem: "there is no file\(wanted ?? "") in it",
            remedy: "Put in the tables that are to be read")
    }
}
