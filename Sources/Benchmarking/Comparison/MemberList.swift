/// What one list of members looks like, gathered in one pass.
///
/// Works in scratch memory of the caller, so that a list costs no allocation.
struct MemberList {
    private(set) var counts = MemberCounts()
    /// The contributors' values, ascending once `figures` was called.
    let values: UnsafeMutableBufferPointer<Double>
    /// The contributors' keys, in the order of the members.
    let keys: UnsafeMutableBufferPointer<Double>

    /// Gathers the contributors of a list; both buffers must hold as many
    /// numbers as the list has members.
    @inline(__always)
    init(
        _ members: UnsafeBufferPointer<Int32>, of table: borrowing CityTable,
        values valueSpace: UnsafeMutableBufferPointer<Double>,
        keys keySpace: UnsafeMutableBufferPointer<Double>
    ) {
        var counts = MemberCounts()
        var found = 0
        let isRanking = table.isRanking
        for member in members {
            let city = Int(member)
            let state = table.states[city]
            if state == .contributor {
                valueSpace[found] = table.values[city]
                if isRanking { keySpace[found] = table.keys[city] }
                found += 1
            } else {
                counts.add(state)
            }
        }
        counts.contributors = Int32(found)
        self.counts = counts
        values = UnsafeMutableBufferPointer(rebasing: valueSpace[0..<found])
        keys = UnsafeMutableBufferPointer(rebasing: keySpace[0..<(isRanking ? found : 0)])
    }

    /// Sorts the values and computes the statistics over them.
    @inline(__always)
    func figures(minimum: Int) -> GroupFigures {
        var figures = GroupFigures()
        guard values.count >= minimum, !values.isEmpty else { return figures }
        sortAscending(values)
        let sorted = UnsafeBufferPointer(values)
        figures.minimum = sorted[0]
        figures.maximum = sorted[sorted.count - 1]
        (figures.mean, figures.standardDeviation) = meanAndDeviation(ofSorted: sorted)
        figures.median = interpolated(0.5, in: sorted)
        if sorted.count >= ContributorMinimum.quartiles {
            figures.lowerQuartile = interpolated(0.25, in: sorted)
            figures.upperQuartile = interpolated(0.75, in: sorted)
        }
        return figures
    }
}

/// From how many contributors on a figure is given (METHODS 5).
enum ContributorMinimum {
    static let rank = 2
    static let quartiles = 4
}
