/// A row near the top of a file as texts, in the search for a table.
struct SampleRow: Equatable {
    struct Cell: Equatable {
        /// The text in one line.
        let text: String
        let isFigure: Bool

        init(_ text: String, _ kind: CellKind = .text) {
            self.text = CellWords.oneLine(text)
            switch kind {
            case .formulaWithoutValue, .percentage, .error: isFigure = true
            case .number, .text: isFigure = CellWords.isFigure(self.text)
            case .date, .time, .duration, .boolean: isFigure = false
            }
        }
    }

    let line: Int
    /// Without the empty ones at the end.
    var cells: [Cell]

    init(line: Int, cells: [Cell]) {
        self.line = line
        self.cells = cells
        while self.cells.last?.text.isEmpty == true { self.cells.removeLast() }
    }

    /// The first rows of a batch.
    static func rows(of table: CellTable) -> [SampleRow] {
        (0..<table.rowCount).map { row in
            SampleRow(
                line: table.line(row),
                cells: (0..<table.cellCount(row)).map { column in
                    Cell(
                        String(decoding: table.cell(row, column), as: UTF8.self),
                        table.kind(row, column))
                })
        }
    }

    /// The columns that hold something, from 0.
    var filled: [Int] { cells.indices.filter { !cells[$0].text.isEmpty } }

    var isBlank: Bool { cells.isEmpty }

    /// Whether a figure stands in one of some columns.
    func hasFigure(in columns: Set<Int>) -> Bool {
        cells.indices.contains { columns.contains($0) && cells[$0].isFigure }
    }

    /// Whether the row holds units and nothing else.
    var isUnits: Bool {
        let filled = self.filled
        return !filled.isEmpty && filled.allSatisfy { CellWords.isUnit(cells[$0].text) }
    }

    /// The text of a cell; "" beyond the last.
    func text(_ column: Int) -> String { cells.indices.contains(column) ? cells[column].text : "" }

    /// The row with empty cells filled from the left, from the first filled
    /// one on and up to a width: titles over several columns.
    func spread(to width: Int) -> [String] {
        var last = ""
        return (0..<max(width, cells.count)).map { column in
            if !text(column).isEmpty { last = text(column) }
            return last
        }
    }

    /// The row with the areas of merged cells filled.
    func merged(_ areas: [SheetNotes.Area]) -> SampleRow {
        var row = self
        for area in areas where area.rows.lowerBound == line && area.columns.count > 1 {
            let first = text(area.columns.lowerBound)
            if first.isEmpty { continue }
            while row.cells.count <= area.columns.upperBound { row.cells.append(Cell("")) }
            for column in area.columns { row.cells[column] = Cell(first) }
        }
        return row
    }
}
