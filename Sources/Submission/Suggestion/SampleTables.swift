import Tabular

/// The tables that a draft is made from, read row by row as if they were one.
struct SampleTables {
    let file: SourceFile
    let format: TableFormat
    /// Rows that say what those below them are about, and are none themselves.
    var headings: [TextPattern] = []

    /// One row of one of the tables.
    struct Row {
        let table: CellTable
        let index: Int
        /// Where the table has each column of the first one; -1: nowhere.
        let columns: [Int]

        /// What a column of the first table holds; nil where the row ends
        /// before it.
        func cell(_ column: Int) -> UnsafeRawBufferPointer? {
            let own = columns[column]
            guard own >= 0, own < table.cellCount(index) else { return nil }
            return CellText.trimmed(table.cell(index, own))
        }
    }

    /// The first table of a file, or all those that the format names.
    func parts() throws(TableError) -> [TablePart] {
        let parts = try TablePart.all(of: file, format: format)
        return format.members == nil ? [parts[0]] : parts
    }

    /// Reads all rows but empty ones.
    ///
    /// - Parameters:
    ///   - header: the columns of the first table.
    ///   - heading: called for each heading, with its text.
    ///   - body: called for each other row; false: no more is wanted.
    func read(
        _ header: [String], heading: (String) -> Void = { _ in },
        _ body: (Row) -> Bool
    ) throws(TableError) {
        for (index, part) in try parts().enumerated() {
            do {
                guard try read(part, header, heading, body) else { return }
            } catch {
                // What is wrong with a further one is the check's to say.
                if index == 0 { throw error }
            }
        }
    }

    /// Reads one table; false where no more is wanted.
    private func read(
        _ part: TablePart, _ header: [String], _ heading: (String) -> Void,
        _ body: (Row) -> Bool
    ) throws(TableError) -> Bool {
        let reader = try part.open()
        let columns = Self.columns(header, in: reader.header)
        while let batch = try reader.next() {
            let table = batch.table
            for index in 0..<table.rowCount where !table.isEmptyLine(index) {
                if let text = Self.loneText(table, index), isHeading(text) {
                    heading(text)
                } else if !body(Row(table: table, index: index, columns: columns)) {
                    return false
                }
            }
        }
        return true
    }

    private static func columns(_ header: [String], in own: [String]) -> [Int] {
        if own == header { return Array(header.indices) }
        let names = own.map { CellText.folded($0) }
        return header.map { names.firstIndex(of: CellText.folded($0)) ?? -1 }
    }

    private func isHeading(_ text: String) -> Bool {
        headings.contains { $0.match(text, ignoringCase: true) != nil }
    }

    /// The text of the only cell of a row that holds any; nil where it holds
    /// none, more than one, or no letter.
    static func loneText(_ table: CellTable, _ row: Int) -> String? {
        var found: UnsafeRawBufferPointer?
        for column in 0..<table.cellCount(row) {
            let cell = CellText.trimmed(table.cell(row, column))
            if cell.isEmpty { continue }
            if found != nil { return nil }
            found = cell
        }
        guard let found else { return nil }
        let text = CellText.cleaned(CellText.string(found))
        return text.contains(where: \.isLetter) ? text : nil
    }
}
