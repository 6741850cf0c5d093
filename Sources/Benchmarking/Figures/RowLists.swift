/// A list of rows for each city, all behind one another.
struct RowLists: Sendable {
    private var rows: [Int32] = []
    /// Where the list of each city ends; cities are appended in order.
    private var ends: [Int32] = []

    /// Lists for no city yet.
    init(capacity: Int) {
        rows.reserveCapacity(capacity)
        ends.reserveCapacity(capacity)
    }

    /// Empty lists of some cities.
    init(empty cityCount: Int) {
        ends = Array(repeating: 0, count: cityCount)
    }

    /// The rows of a city.
    subscript(city: Int) -> ArraySlice<Int32> {
        let start = city == 0 ? 0 : Int(ends[city - 1])
        return rows[start..<Int(ends[city])]
    }

    /// Adds a row to the list that is being written.
    mutating func append(_ row: Int32) { rows.append(row) }

    /// Adds rows to the list that is being written.
    mutating func append(_ list: ArraySlice<Int32>) { rows.append(contentsOf: list) }

    /// Ends the list of the next city.
    mutating func endCity() { ends.append(Int32(rows.count)) }
}
