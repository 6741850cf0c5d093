/// The names of the values, in order of first appearance.
struct JSONColumns {
    /// Whether all names are known.
    var isClosed = false
    private var names: [[UInt8]] = []
    private var places: [[UInt8]: Int] = [:]
    /// The number of the last row that had a value in the column.
    private var rows: [Int] = []
    private var row = 0
    /// The column that is expected next, as objects mostly name their values
    /// in the same order.
    private var expected = 0

    var count: Int { names.count }

    mutating func startRow() {
        row += 1
        expected = 0
    }

    /// The column of a name, new ones behind the known ones; nil where there
    /// are too many.
    mutating func place(of name: [UInt8]) -> Int? {
        if expected < names.count, names[expected] == name {
            expected += 1
            return expected - 1
        }
        if let place = places[name] {
            expected = place + 1
            return place
        }
        guard !isClosed, names.count < TableLimits.columns else { return nil }
        names.append(name)
        rows.append(0)
        places[name] = names.count - 1
        expected = names.count
        return names.count - 1
    }

    /// Takes a column for the row at hand; false where the row has it already.
    mutating func claim(_ column: Int) -> Bool {
        guard rows[column] != row else { return false }
        rows[column] = row
        return true
    }

    /// Delivers the names as a row that is on no line.
    mutating func deliverNames(to builder: inout RowBuilder?) {
        builder?.startRow(line: 0)
        for (column, name) in names.enumerated() {
            name.withUnsafeBufferPointer { bytes in
                guard let base = bytes.baseAddress else { return }
                _ = builder?.put(column, base, bytes.count, .text)
            }
        }
        _ = builder?.endRow(width: count, keepsBlank: true)
    }
}
