/// One of the tables that are sent together: the file itself, a sheet of a
/// workbook, or a file in a zip archive.
public struct TablePart {
    /// The name of the file in an archive; nil: there is none.
    public let member: String?
    private let files: PartFiles
    private let entry: ArchiveEntry?
    private let format: TableFormat
    /// Why it cannot be opened, as far as that is known already.
    private let problem: TableError?

    private init(
        _ files: PartFiles, _ entry: ArchiveEntry?, _ format: TableFormat,
        problem: TableError? = nil
    ) {
        member = entry?.name
        self.files = files
        self.entry = entry
        self.format = format
        self.problem = problem
    }

    /// The tables of a file in their order: sheets as their tabs stand, files
    /// of an archive by name. There is at least one.
    ///
    /// Throws where an archive or workbook cannot be opened, or holds no such
    /// file or sheet. What is wrong with one of several is thrown when that is
    /// opened.
    public static func all(
        of file: SourceFile, format: TableFormat
    ) throws(TableError) -> [TablePart] {
        let files = PartFiles(file)
        guard FileFormat.detect(file.bytes) == .archive else {
            return try sheets(files, nil, format)
        }
        var parts: [TablePart] = []
        for member in try files.members(format.members) {
            if let problem = member.problem {
                parts.append(TablePart(files, member.entry, format, problem: problem))
                continue
            }
            do {
                parts += try sheets(files, member.entry, format)
            } catch {
                parts.append(TablePart(files, member.entry, format, problem: error))
            }
        }
        return parts
    }

    /// The first of the tables of a file.
    public static func first(
        of file: SourceFile, format: TableFormat
    ) throws(TableError) -> TablePart {
        try all(of: file, format: format)[0]
    }

    /// Opens the table.
    ///
    /// - Parameter firstRow: how many rows the tables before it have; lines
    ///   are counted on from there.
    public func open(
        firstRow: Int = 0, batchRows: Int = 8_192
    ) throws(TableError) -> TableReader {
        if let problem { throw problem }
        let file = try files.file(entry)
        return try TableReader.open(
            file, format: format, workbook: try files.workbook(entry, format), firstRow: firstRow,
            batchRows: batchRows)
    }

    /// Opens the table with all that stands around it.
    public func openAll() throws(TableError) -> RowReader {
        if let problem { throw problem }
        return try RowReader(try files.file(entry), format: format)
    }

    /// Reads the table to its end, for what would stop the reading.
    public func checkToEnd() throws(TableError) {
        let reader = try open()
        while try reader.next() != nil {}
    }

    /// The tables of the file itself, or of one in an archive.
    private static func sheets(
        _ files: PartFiles, _ entry: ArchiveEntry?, _ format: TableFormat
    ) throws(TableError) -> [TablePart] {
        guard let choice = format.sheets, let workbook = try files.workbook(entry, format) else {
            return [TablePart(files, entry, format)]
        }
        var parts = workbook.sheets.filter { isTaken($0, choice) }.map { sheet in
            var format = format
            format.sheet = .position(sheet.position)
            return TablePart(files, entry, format)
        }
        for wanted in choice.wanted {
            let isThere = workbook.sheets.contains {
                $0.hasCells && choice.takes($0.name, for: wanted)
                    && (wanted.isName || $0.visibility == .visible)
            }
            if isThere { continue }
            let problem = workbook.noSheet(like: wanted)
            parts.append(TablePart(files, entry, format, problem: problem))
        }
        if parts.count == 1, let problem = parts[0].problem { throw problem }
        return parts
    }

    /// A sheet that is hidden is read only where it is named.
    private static func isTaken(
        _ sheet: SourceWorkbook.Sheet, _ choice: NameChoice
    ) -> Bool {
        sheet.hasCells
            && choice.wanted.contains {
                choice.takes(sheet.name, for: $0)
                    && ($0.isName || sheet.visibility == .visible)
            }
    }
}

extension SourceWorkbook {
    fileprivate func noSheet(like wanted: NameChoice.Wanted) -> TableError {
        let names = sheets.map { "\"\($0.name)\"" }.joined(separator: ", ")
        return TableError(
            .sheetMissing, file: file.name,
            problem: wanted.isName
                ? "there is no sheet \"\(wanted.glob)\"; there are \(names)"
                : "no visible sheet is named like \"\(wanted.glob)\"; there are \(names)",
            remedy: "Correct sheet: in the mapping, or send the whole workbook")
    }
}
