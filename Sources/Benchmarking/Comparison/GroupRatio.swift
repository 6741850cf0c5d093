/// The ratio of totals of a list, and how much of the group is behind it.
///
/// The group value of a ratio is the sum of numerators over the sum of
/// denominators of the same cities, which is not the mean of their ratios
/// (METHODS 6).
struct GroupRatio {
    private(set) var groupValue = Double.nan
    private(set) var coverage = Double.nan

    /// Adds the members of a list up. Sums are compensated, so that the order
    /// of the members leaves no trace.
    init(_ members: UnsafeBufferPointer<Int32>, of table: borrowing CityTable) {
        var numerator = CompensatedSum()
        var denominator = CompensatedSum()
        var whole = CompensatedSum()
        for member in members {
            let city = Int(member)
            let state = table.states[city]
            guard state.belongsToCoverage else { continue }
            // An unknown part makes the sum not a number, and so absent.
            whole.add(table.denominators[city])
            if state == .contributor {
                numerator.add(table.numerators[city])
                denominator.add(table.denominators[city])
            }
        }
        if denominator.total != 0 {
            groupValue = quotient(numerator.total, denominator.total, table.multiplier)
        }
        if whole.total != 0 { coverage = denominator.total / whole.total }
    }
}

/// A sum whose rounding errors are added up beside it (Neumaier 1974,
/// Zeitschrift fuer Angewandte Mathematik und Mechanik 54:39).
struct CompensatedSum {
    private var sum = 0.0
    private var lost = 0.0

    var total: Double { sum + lost }

    @inline(__always)
    mutating func add(_ value: Double) {
        let next = sum + value
        lost += abs(sum) >= abs(value) ? (sum - next) + value : (value - next) + sum
        sum = next
    }
}
