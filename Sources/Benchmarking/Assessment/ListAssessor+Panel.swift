extension ListAssessor {
    /// The change of a group, made of the members that have a comparable figure
    /// in both periods: see ``MatchedPanel``.
    @inline(__always)
    mutating func assessPanel(
        _ members: UnsafeBufferPointer<Int32>, at row: Int, _ cities: borrowing CityTable
    ) {
        guard !table.pastValues.isEmpty else { return }
        var (now, past) = (PanelTotals(), PanelTotals())
        var found = 0
        for member in members where cities.states[Int(member)] == .contributor {
            let city = Int(member)
            let before = table.pastValues[city]
            guard !before.isNaN else { continue }
            values[found] = cities.values[city]
            scores[found] = before
            found += 1
            guard cities.isRatio else { continue }
            now.add(cities.numerators[city], cities.denominators[city])
            past.add(table.pastNumerators[city], table.pastDenominators[city])
        }
        columns.groups.panelCounts[row] = Int32(found)
        guard found > 0 else { return }
        columns.groups.medianChanges.put(
            median(of: values, found) - median(of: scores, found), at: row)
        columns.groups.groupValueChanges.put(
            now.ratio(times: cities.multiplier) - past.ratio(times: table.pastMultiplier), at: row)
    }

    @inline(__always)
    private func median(of values: UnsafeMutableBufferPointer<Double>, _ count: Int) -> Double {
        let own = UnsafeMutableBufferPointer(rebasing: values[..<count])
        sortAscending(own)
        return interpolated(0.5, in: UnsafeBufferPointer(own))
    }
}

/// The sums of a panel in one period.
private struct PanelTotals {
    private var numerator = CompensatedSum()
    private var denominator = CompensatedSum()

    @inline(__always)
    mutating func add(_ above: Double, _ below: Double) {
        numerator.add(above)
        denominator.add(below)
    }

    func ratio(times multiplier: Double) -> Double {
        denominator.total != 0
            ? quotient(numerator.total, denominator.total, multiplier) : .nan
    }
}
