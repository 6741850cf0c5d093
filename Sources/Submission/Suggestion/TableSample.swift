public import Tabular

/// What a file's columns hold, as far as a suggestion needs to know.
///
/// Made in one pass; of each column only so many different texts are kept, so
/// that memory does not grow with the file.
public struct TableSample: Sendable {
    /// The texts of one column.
    struct Column: Sendable {
        let name: String
        /// From 0.
        let position: Int
        /// The different texts, in the order in which they first stand there.
        var texts: [String] = []
        /// How often each of them stands there.
        var counts: [Int] = []
        /// The cells that hold nothing.
        var blanks = 0
        /// Whether a text was not kept since there were too many.
        var isCut = false
        fileprivate var places: [String: Int] = [:]

        /// The cells that hold something and whose text was kept.
        var filled: Int { counts.reduce(0, +) }
    }

    /// The name of the file.
    public let file: String
    /// The line of the header, counted from 1.
    public let headerLine: Int
    /// Texts that stand above the header.
    public let titles: [String]
    /// How it was opened.
    public let format: TableFormat
    /// What kind of file it is and, of a text, how it is cut into cells.
    public let origin: RowOrigin
    /// The number of rows below the header that were looked at.
    public private(set) var rows = 0
    private(set) var columns: [Column]

    /// The most different texts that are kept of a column.
    static let textLimit = 4_000
    /// The most rows that are looked at.
    static let rowLimit = 200_000

    /// Rows with one text alone, in the order of the file; none where a table
    /// has one column.
    private(set) var loneTexts: [LoneText] = []

    /// A row with one text alone.
    struct LoneText: Sendable {
        let text: String
        /// How many rows of the file are above it.
        let row: Int
    }

    /// The most such rows that are kept.
    private static let loneLimit = 2_000

    /// Reads a file, or the tables in it that the format names; finds the
    /// header where the format does not name its row.
    public init(_ file: SourceFile, format: TableFormat = TableFormat()) throws(TableError) {
        try self.init(SampleTables(file: file, format: format))
    }

    /// Reads tables that have the same columns.
    init(_ tables: SampleTables) throws(TableError) {
        let reader = try tables.parts()[0].open()
        file = tables.file.name
        format = tables.format
        headerLine = reader.headerLine
        titles = reader.titles
        origin = reader.origin
        columns = reader.header.enumerated().map { Column(name: $1, position: $0) }
        try tables.read(reader.header) { add($0) }
    }

    /// The header cells.
    public var header: [String] { columns.map(\.name) }

    private mutating func add(_ row: SampleTables.Row) -> Bool {
        noteLoneText(row)
        rows += 1
        for column in columns.indices {
            guard let cell = row.cell(column) else { continue }
            if cell.isEmpty {
                columns[column].blanks += 1
            } else {
                columns[column].add(CellText.string(cell))
            }
        }
        return rows < Self.rowLimit
    }

    private mutating func noteLoneText(_ row: SampleTables.Row) {
        guard columns.count > 1, loneTexts.count < Self.loneLimit,
            let text = SampleTables.loneText(row.table, row.index)
        else { return }
        loneTexts.append(LoneText(text: text, row: rows))
    }
}

extension TableSample.Column {
    mutating func add(_ text: String) {
        if let place = places[text] {
            counts[place] += 1
        } else if texts.count < TableSample.textLimit {
            places[text] = texts.count
            texts.append(text)
            counts.append(1)
        } else {
            isCut = true
        }
    }
}
