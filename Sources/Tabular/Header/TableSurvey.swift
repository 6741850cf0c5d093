/// What a file looks like, for the writing of a mapping.
///
/// Reads the file to its end, and of a workbook every sheet.
public struct TableSurvey: Sendable {
    /// A sheet of a workbook.
    public struct Sheet: Sendable, Equatable {
        /// The name on its tab.
        public let name: String
        /// Who can see it.
        public let visibility: SourceWorkbook.Sheet.Visibility
        /// How many rows hold something.
        public let rowCount: Int
        /// How many columns its widest row has.
        public let columnCount: Int
    }

    /// One way to read the header.
    public struct HeaderChoice: Sendable, Equatable {
        /// Its lines, counted from 1.
        public let lines: ClosedRange<Int>
        /// The names of the columns.
        public let names: [String]
        /// From 0 to 1: how sure it is.
        public let confidence: Double
    }

    /// A row below the header.
    public struct Row: Sendable, Equatable {
        /// The line, row or record, counted from 1.
        public let line: Int
        /// The texts of its cells.
        public let cells: [String]
        /// What kind of value each cell holds, as far as the file says so.
        public let kinds: [CellKind]
    }

    /// The type of the file.
    public let type: TableType
    /// The sheets of a workbook in the order of their tabs; empty for others.
    public private(set) var sheets: [Sheet] = []
    /// The sheet that was read; nil for other formats.
    public let sheetName: String?
    /// How a text is cut into cells; nil for other formats.
    public let dialect: Dialect?
    /// The header as it is read, with what stands above it.
    public let header: TableHeader
    /// Ways to read the header, the surest first; the first is `header`.
    public let headerChoices: [HeaderChoice]
    /// The first rows below the header.
    public private(set) var rows: [Row] = []
    /// How many rows stand below the header.
    public private(set) var rowCount = 0
    /// Rows that were left out: notes below the table, repeated headers.
    public let remarks: [TableRemark]

    /// Reads a file, with what is known of it, and keeps so many rows.
    ///
    /// Throws where it is no table that can be read.
    public init(
        _ file: SourceFile, format: TableFormat = TableFormat(), keeping limit: Int = 200
    ) throws(TableError) {
        let reader = try TableReader.open(file, format: format)
        while let batch = try reader.next() {
            rowCount += batch.rowCount
            for row in 0..<batch.rowCount where rows.count < limit {
                rows.append(Row(batch, row))
            }
        }
        header = reader.head
        sheetName = reader.sheetName
        remarks = reader.remarks
        switch reader.origin {
        case .text(let dialect): (type, self.dialect) = (.csv, dialect)
        case .sheet: (type, dialect) = (.xlsx, nil)
        case .json: (type, dialect) = (.json, nil)
        }
        headerChoices = Self.choices(reader.head)
        if let workbook = reader.workbook {
            for sheet in workbook.sheets where sheet.hasCells {
                sheets.append(try Sheet(sheet, of: workbook))
            }
        }
    }

    /// The header as it is read, and its rows by themselves where it has
    /// several.
    private static func choices(_ head: TableHeader) -> [HeaderChoice] {
        let last = head.line + head.rows.count - 1
        var all = [
            HeaderChoice(
                lines: head.line...last, names: head.names, confidence: head.confidence)
        ]
        guard head.origin == .detected, head.rows.count > 1 else { return all }
        for (index, row) in head.rows.enumerated().reversed() {
            let line = head.line + index
            all.append(
                HeaderChoice(
                    lines: line...line, names: row,
                    confidence: (1 - head.confidence) / Double(head.rows.count)))
        }
        return all
    }
}

extension TableSurvey.Sheet {
    fileprivate init(
        _ sheet: SourceWorkbook.Sheet, of workbook: SourceWorkbook
    ) throws(TableError) {
        let reader = try workbook.rows(of: sheet)
        let batch = RowBatch()
        var (rows, columns) = (0, 0)
        repeat {
            try reader.fill(batch, width: 0)
            rows += batch.rowCount
            for row in 0..<batch.rowCount { columns = max(columns, batch.table.cellCount(row)) }
        } while batch.rowCount > 0
        (name, visibility, rowCount, columnCount) = (sheet.name, sheet.visibility, rows, columns)
    }
}

extension TableSurvey.Row {
    fileprivate init(_ batch: RowBatch, _ row: Int) {
        let table = batch.table
        line = table.line(row)
        let columns = 0..<table.cellCount(row)
        cells = columns.map { batch.text(row: row, column: $0) }
        kinds = columns.map { table.kind(row, $0) }
    }
}
