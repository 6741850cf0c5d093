/// A whole small table with a header: registry files such as cities.csv.
///
/// Cells are trimmed of white space. Lines that are empty are left out; a
/// row with fewer cells than the header has empty ones in their place, and
/// more cells than the header are an error where they hold text.
public struct SmallTable: Sendable {
    /// One row and the line on which it stands.
    public struct Row: Sendable {
        /// The line on which the row begins, counted from 1.
        public let line: Int
        /// As many cells as the header has.
        public let cells: [String]
    }

    /// The name of the file, for messages.
    public let file: String
    /// The header cells.
    public let header: [String]
    /// The rows below the header.
    public let rows: [Row]
    private let columns: [String: Int]

    /// Reads a file of at most `TableLimits.smallTableBytes`.
    public init(
        _ file: SourceFile, format: TableFormat = TableFormat()
    ) throws(TableError) {
        guard file.count <= TableLimits.smallTableBytes else {
            throw TableError(
                .tooManyRows, file: file.name,
                problem: "the file is larger than 64 MiB and is read whole",
                remedy: "Check that it is the right file, or split it")
        }
        let reader = try TableReader(file, format: format)
        self.file = file.name
        header = reader.header
        var rows: [Row] = []
        while let batch = try reader.next() {
            for row in 0..<batch.rowCount where !batch.table.isEmptyLine(row) {
                rows.append(try Self.row(batch, row, width: reader.header.count, file: file))
            }
        }
        self.rows = rows
        columns = Dictionary(
            reader.header.enumerated().map { (Self.folded($1), $0) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The number of the column of a name, counted from 0; nil: none.
    ///
    /// Case and outer white space make no difference; of two columns of one
    /// name it is the first.
    public func column(_ name: String) -> Int? { columns[Self.folded(name)] }

    /// The cell of a row under a column's name; "" where there is none.
    public func cell(_ row: Row, _ name: String) -> String {
        column(name).map { row.cells[$0] } ?? ""
    }

    private static func row(
        _ batch: RowBatch, _ row: Int, width: Int, file: SourceFile
    ) throws(TableError) -> Row {
        let line = batch.table.line(row)
        var cells = (0..<batch.table.cellCount(row)).map {
            trimmed(batch.text(row: row, column: $0))
        }
        while cells.count > width, cells.last == "" { cells.removeLast() }
        guard cells.count <= width else {
            throw TableError(
                .tooManyColumns, file: file.name, line: line,
                problem: "the row has \(cells.count) cells, the header \(width)",
                remedy: "Put text that holds the delimiter in quotes")
        }
        cells.append(contentsOf: repeatElement("", count: width - cells.count))
        return Row(line: line, cells: cells)
    }

    private static func folded(_ name: String) -> String { trimmed(name).lowercased() }

    private static func trimmed(_ text: String) -> String {
        var part = Substring(text)
        while let first = part.first, first.isWhitespace { part.removeFirst() }
        while let last = part.last, last.isWhitespace { part.removeLast() }
        return String(part)
    }
}
