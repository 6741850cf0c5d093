/// A file opened by its content.
struct OpenedRows {
    let source: any RowSource
    let origin: RowOrigin
    var workbook: SourceWorkbook?
    /// Where the header stands.
    var plan = HeaderPlan()

    /// A text that is opened up to its header.
    init(_ rows: TextRows) {
        (source, origin, plan) = (rows, .text(rows.dialect), rows.plan)
    }

    /// Opens a file; with `toHeader` the header is found, and what stands above
    /// it in a text passed over.
    ///
    /// - Parameter opened: the workbook in the file, where it is open already.
    init(
        _ file: SourceFile, format: TableFormat, toHeader: Bool, opened: SourceWorkbook? = nil
    ) throws(TableError) {
        guard file.count > 0 else { throw TableReader.empty(file) }
        let found = FileFormat.detect(file.bytes)
        try Self.check(found, is: format.type, file)
        switch found {
        case .text:
            let rows = try TextRows(
                file, format: format, windowBytes: 1 << 18, toHeader: toHeader)
            (source, origin, plan) = (rows, .text(rows.dialect), rows.plan)
        case .workbook:
            let workbook = if let opened { opened } else { try SourceWorkbook(file) }
            let chosen = try workbook.sheet(format.sheet)
            source = try workbook.rows(of: chosen.sheet)
            origin = .sheet(chosen.sheet, chosen.origin)
            self.workbook = workbook
            if toHeader { plan = try workbook.headerPlan(of: chosen.sheet, format: format) }
        case .json:
            (source, origin) = (try JSONRows(file, at: format.records), .json)
        case .archive:
            throw TableError(
                .unsupportedFormat, file: file.name,
                problem: "this is a zip archive, not a table",
                remedy: "Unpack it and send the files in it")
        case .foreign(let name, let remedy):
            throw TableError(
                .unsupportedFormat, file: file.name, problem: "this is \(name), not a table",
                remedy: remedy)
        }
    }

    /// Refuses a file of another type than the declared one.
    private static func check(
        _ found: FileFormat, is declared: TableType?, _ file: SourceFile
    ) throws(TableError) {
        guard let declared, let type = found.type, type != declared else { return }
        throw TableError(
            .otherType, file: file.name,
            problem: "this is \(type.words), but the mapping says type: \(declared.rawValue)",
            remedy: "Send \(declared.words), or correct type: in the mapping")
    }
}
