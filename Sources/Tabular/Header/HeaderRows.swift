/// Reads the rows of a header from a source.
struct HeaderRows {
    private let plan: HeaderPlan
    private(set) var header: TableHeader
    /// The line of the last row that was read.
    private(set) var lastLine = 0

    init(_ plan: HeaderPlan) {
        self.plan = plan
        header = TableHeader(rows: [], units: nil, width: 0, plan: plan)
    }

    /// Reads them; false where the source ends before, or the first line is
    /// not there.
    mutating func read(from source: any RowSource) throws(TableError) -> Bool {
        let batch = RowBatch(rowLimit: 1)
        var rows: [SampleRow] = []
        var raw: [[[UInt8]]] = []
        var units: SampleRow?
        var width = 0
        while rows.count < plan.rowCount || (plan.hasUnits && units == nil) {
            try source.fill(batch, width: 0)
            guard let row = SampleRow.rows(of: batch.table).first else { return false }
            if row.line < plan.firstLine { continue }
            if rows.isEmpty, plan.origin == .given, row.line != plan.firstLine { return false }
            lastLine = row.line
            width = max(width, batch.table.cellCount(0))
            if rows.count == plan.rowCount {
                units = row
            } else {
                rows.append(row)
                raw.append(Self.cells(batch.table))
            }
        }
        header = TableHeader(rows: rows, units: units, width: width, plan: plan)
        header.rawRows = raw
        return true
    }

    /// The cells of the first row as bytes.
    private static func cells(_ table: CellTable) -> [[UInt8]] {
        (0..<table.cellCount(0)).map { Array(CellWords.trimmed(table.cell(0, $0))) }
    }
}
