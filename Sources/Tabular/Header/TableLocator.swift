/// Finds one of several tables on a sheet or in a text.
///
/// Blank rows part them. A block of rows counts as a table where two of its
/// rows have several cells.
enum TableLocator {
    /// The first line of the table that is asked for; nil where the format
    /// asks for none.
    static func firstLine(
        _ format: TableFormat, sheet: SourceWorkbook.Sheet, of workbook: SourceWorkbook
    ) throws(TableError) -> Int? {
        guard let choice = format.table else { return nil }
        let reader = try workbook.rows(of: sheet)
        return try firstLine(choice, in: reader, file: workbook.file, sheet: sheet.name)
    }

    /// The first line of a table in what a source delivers.
    static func firstLine(
        _ choice: TableFormat.TableChoice, in source: any RowSource, file: SourceFile,
        sheet: String?
    ) throws(TableError) -> Int {
        var search = Search(choice)
        let batch = RowBatch()
        repeat {
            try source.fill(batch, width: 0)
            for row in SampleRow.rows(of: batch.table) {
                if let line = search.take(row) { return line }
            }
        } while batch.rowCount > 0
        throw TableError(
            .headerMissing, file: file.name, sheet: sheet,
            problem: search.problem, remedy: "Correct table: in the mapping")
    }

    /// The rows up to the first blank one.
    static func block(_ rows: [SampleRow]) -> [SampleRow] {
        let rows = Array(rows.drop(while: \.isBlank))
        let end = rows.indices.first {
            rows[$0].isBlank || ($0 > 0 && rows[$0].line > rows[$0 - 1].line + 1)
        }
        return Array(rows[..<(end ?? rows.count)])
    }

    /// The state of a search, row by row.
    private struct Search {
        let choice: TableFormat.TableChoice
        private var hasMark = false
        private var tables = 0
        private var blockStart: Int?
        private var wideRows = 0
        private var lastLine = 0

        init(_ choice: TableFormat.TableChoice) { self.choice = choice }

        var problem: String {
            switch choice {
            case .position(let position):
                "the mapping asks for table \(position), but there are \(tables)"
            case .after(let glob):
                "the mapping asks for the table below \"\(glob)\", but no cell is like that"
            }
        }

        /// Takes the next row; returns the first line of the table when it is
        /// found.
        mutating func take(_ row: SampleRow) -> Int? {
            switch choice {
            case .after(let glob):
                if hasMark { return row.isBlank ? nil : row.line }
                hasMark = row.cells.contains { glob.matches(CellWords.folded($0.text)) }
                return nil
            case .position(let position):
                let isNew = row.isBlank || row.line > lastLine + 1
                lastLine = row.line
                if isNew { (blockStart, wideRows) = (nil, 0) }
                if row.isBlank { return nil }
                if blockStart == nil { blockStart = row.line }
                wideRows += row.filled.count > 1 ? 1 : 0
                if wideRows == 2, row.filled.count > 1 { tables += 1 }
                return tables == position && wideRows == 2 ? blockStart : nil
            }
        }
    }
}
