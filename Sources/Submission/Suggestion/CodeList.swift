public import Tabular

/// A list that says what codes stand for, as their sender publishes it: one
/// row a code, with texts beside it.
public struct CodeList: Sendable {
    /// The name of its file.
    let name: String
    private let rows: [[String]]
    /// So many rows are read.
    private static let rowLimit = 20_000

    /// Reads a table of any kind; which column holds the codes is told by the
    /// codes that are looked up.
    public init(_ file: SourceFile) throws(TableError) {
        let reader = try TableReader.open(file)
        var rows: [[String]] = []
        while rows.count < Self.rowLimit, let batch = try reader.next() {
            let cells = batch.table
            for row in 0..<cells.rowCount {
                rows.append(
                    (0..<cells.cellCount(row)).map {
                        CellText.cleaned(CellText.string(cells.cell(row, $0)))
                    })
            }
        }
        name = file.name
        self.rows = rows
    }

    /// The texts beside each of some codes; a code that is not there has none.
    func texts(beside codes: [String]) -> [String: [String]] {
        let wanted = Set(codes.map { CellText.folded($0) })
        let columns = 0..<(rows.map(\.count).max() ?? 0)
        func found(_ column: Int) -> Int {
            rows.count {
                $0.indices.contains(column) && wanted.contains(CellText.folded($0[column]))
            }
        }
        guard let column = columns.max(by: { found($0) < found($1) }) else { return [:] }
        var texts: [String: [String]] = [:]
        for row in rows where row.indices.contains(column) {
            let code = CellText.folded(row[column])
            guard wanted.contains(code), texts[code] == nil else { continue }
            texts[code] = row.indices.filter { $0 != column }.map { row[$0] }
                .filter { $0.count { $0.isLetter } >= 3 }
        }
        return texts
    }
}
