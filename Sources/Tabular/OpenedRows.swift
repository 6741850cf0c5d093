/// A file opened by its content.
struct OpenedRows {
    let source: any RowSource
    let origin: RowOrigin
    var workbook: SourceWorkbook?

    /// Opens a file; `toHeader` passes over what stands above the header of a
    /// text.
    init(_ file: SourceFile, format: TableFormat, toHeader: Bool) throws(TableError) {
        guard file.count > 0 else { throw TableReader.empty(file) }
        switch FileFormat.detect(file.bytes) {
        case .text:
            let rows = try TextRows(
                file, format: format, windowBytes: 1 << 18, toHeader: toHeader)
            (source, origin) = (rows, .text(rows.dialect))
        case .workbook:
            let workbook = try SourceWorkbook(file)
            let chosen = try workbook.sheet(format.sheet)
            source = try workbook.rows(of: chosen.sheet)
            origin = .sheet(chosen.sheet, chosen.origin)
            self.workbook = workbook
        case .json:
            (source, origin) = (try JSONRows(file), .json)
        case .foreign(let name, let remedy):
            throw TableError(
                .unsupportedFormat, file: file.name, problem: "this is \(name), not a table",
                remedy: remedy)
        }
    }
}
