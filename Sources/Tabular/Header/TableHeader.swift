/// The header of a table as it is read: its rows, and what stands around it.
public struct TableHeader: Sendable, Equatable {
    /// One name a column: the rows of the header from top to bottom, joined
    /// with a space.
    public internal(set) var names: [String] = []
    /// The rows of the header, one text a column; titles over several columns
    /// stand over each of them. There is at least one row.
    public internal(set) var rows: [[String]] = []
    /// The units in a row below the header, "" where a column has none; empty
    /// where there is no such row.
    public internal(set) var units: [String] = []
    /// The rows above the header as cells, the first hundred of them.
    public internal(set) var preamble: [[String]] = []
    /// The line of the header's first row, counted from 1.
    public internal(set) var line = 1
    /// How sure it is that this is the header, from 0 to 1; 1 where it is
    /// given.
    public internal(set) var confidence = 1.0
    /// Whether the mapping says where the header is, or its looks do.
    public internal(set) var origin = SettingOrigin.told
    /// The rows of the header as they stand in the file, to know them again.
    var rawRows: [[[UInt8]]] = []

    /// The texts above the header, from the first to the last.
    public var titles: [String] {
        preamble.flatMap { row in
            var seen: Set<String> = []
            return row.filter { !$0.isEmpty && seen.insert($0).inserted }
        }
    }

    /// The most rows above a header that are kept.
    static let preambleRows = 100

    /// Puts the names together from rows that were read.
    init(rows read: [SampleRow], units: SampleRow?, width: Int, plan: HeaderPlan) {
        let lowest = read.count - 1
        rows = read.enumerated().map { index, row in
            index == lowest
                ? (0..<width).map { row.text($0) }
                : Self.filled(row, below: read[index + 1], width, plan.merged)
        }
        names = (0..<width).map { column in CellWords.joined(rows.map { $0[column] }) }
        self.units = units.map { row in (0..<width).map { row.text($0) } } ?? []
        preamble = plan.preamble
        (confidence, origin) = (plan.confidence, plan.origin)
        line = max(read.first?.line ?? 1, 1)
    }

    /// A row of titles over groups of columns: merged cells where the sheet
    /// says so, else each title up to the next.
    private static func filled(
        _ row: SampleRow, below: SampleRow, _ width: Int, _ merged: [SheetNotes.Area]
    ) -> [String] {
        if merged.contains(where: { $0.rows.contains(row.line) && $0.columns.count > 1 }) {
            let row = row.merged(merged)
            return (0..<width).map { row.text($0) }
        }
        let spread = row.spread(to: width)
        return (0..<width).map { below.text($0).isEmpty ? row.text($0) : spread[$0] }
    }
}
