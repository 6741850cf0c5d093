/// Where the header of a file stands, before it is read.
struct HeaderPlan {
    /// The line of its first row; rows above it are passed over.
    var firstLine = 0
    /// How many rows it has.
    var rowCount = 1
    /// Whether the row below it holds units.
    var hasUnits = false
    var confidence = 1.0
    var origin = SettingOrigin.told
    /// The rows above it as cells.
    var preamble: [[String]] = []
    var merged: [SheetNotes.Area] = []

    /// The header of JSON, and of what is not searched.
    init() {}

    /// A header that was found in a sample, or that the mapping names.
    init(_ place: HeaderPlace?, in rows: [SampleRow], given: ClosedRange<Int>?) {
        if let given {
            firstLine = given.lowerBound
            rowCount = max(rows.count { given.contains($0.line) }, 1)
            origin = .given
            let next = rows.first { $0.line > given.upperBound }
            hasUnits = next?.isUnits == true && next?.line == given.upperBound + 1
            return
        }
        guard let place else {
            firstLine = rows.first { !$0.isBlank }?.line ?? 0
            return
        }
        firstLine = rows[place.rows.lowerBound].line
        rowCount = place.rows.count
        hasUnits = place.hasUnits
        confidence = place.confidence
        let first = rows.firstIndex { !$0.isBlank } ?? 0
        let isPlain = place.rows == first...first && !hasUnits
        origin = isPlain ? .told : .detected
    }

    /// Keeps the rows above the header, from the first.
    mutating func keepPreamble(_ rows: [SampleRow]) {
        preamble = rows.filter { $0.line < firstLine && !$0.isBlank }
            .prefix(TableHeader.preambleRows).map { $0.cells.map(\.text) }
    }
}

extension SourceWorkbook {
    /// Finds the header of a sheet, from its first rows or from those that the
    /// format names.
    func headerPlan(of sheet: Sheet, format: TableFormat) throws(TableError) -> HeaderPlan {
        let start = try TableLocator.firstLine(format, sheet: sheet, of: self)
        let sample = try sample(of: sheet, from: start ?? format.headerRow ?? 0)
        var rows = sample.rows
        if start != nil { rows = TableLocator.block(rows) }
        var place = HeaderFinder(rows).find()
        var merged: [SheetNotes.Area] = []
        if mayHaveGroups(rows, place, format) {
            merged = try notes(of: sheet).merged
            place = HeaderFinder(rows, merged: merged).find()
        }
        var plan = HeaderPlan(place, in: rows, given: format.headerRows)
        plan.merged = merged
        plan.keepPreamble(sample.above + rows)
        return plan
    }

    /// Whether a row above the header could hold titles over several columns,
    /// for which the merged cells must be known.
    private func mayHaveGroups(
        _ rows: [SampleRow], _ place: HeaderPlace?, _ format: TableFormat
    ) -> Bool {
        if let given = format.headerRows { return given.count > 1 }
        guard let place else { return false }
        if place.rows.count > 1 { return true }
        guard place.rows.lowerBound > 0 else { return false }
        let above = rows[place.rows.lowerBound - 1].filled
        return above.count > 1 || above.first ?? 0 > 0
    }

    /// A hundred rows from a line on, and those above them.
    private func sample(
        of sheet: Sheet, from line: Int
    ) throws(TableError) -> (above: [SampleRow], rows: [SampleRow]) {
        let reader = try self.rows(of: sheet)
        let batch = RowBatch(rowLimit: HeaderFinder.sampleRows)
        var (above, rows): ([SampleRow], [SampleRow]) = ([], [])
        repeat {
            try reader.fill(batch, width: 0)
            for row in SampleRow.rows(of: batch.table) {
                if row.line < line {
                    if above.count < TableHeader.preambleRows { above.append(row) }
                } else {
                    rows.append(row)
                }
            }
        } while batch.rowCount > 0 && rows.count < HeaderFinder.sampleRows
        return (above, rows)
    }
}
