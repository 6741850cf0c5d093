internal import MetricSpec

/// The sum of one side of a formula for one city.
struct SideSum {
    private(set) var total = 0.0
    /// False when any part is missing.
    private(set) var isKnown = true
    /// `reported` or `unreliable` of a known sum, else why it is missing.
    private(set) var status: StandingStatus = .reported
    /// Why a part does not compare.
    private(set) var reason: IncomparableReason?

    /// The empty sum.
    init() {}

    /// Adds up parts, each with its coefficient.
    @inline(__always)
    init(_ parts: [WeightedPart], city: Int) {
        // By index: an element taken out would be counted as a reference.
        for index in parts.indices {
            add(
                parts[index].column.values[city], parts[index].column.statuses[city],
                times: parts[index].coefficient)
            if !parts[index].column.reasons.isEmpty {
                reason = reason ?? parts[index].column.reasons[city]
            }
        }
    }

    @inline(__always)
    private mutating func add(_ value: Double, _ found: StandingStatus, times factor: Double) {
        if value.isNaN {
            status = isKnown ? found : MissingReason.decisive(status, found)
            isKnown = false
        } else if isKnown {
            total += factor * value
            if found == .unreliable { status = .unreliable }
        }
    }
}

/// One term of a formula with its figures in all cities.
struct WeightedPart {
    let column: PartColumn
    let coefficient: Double
}

extension RowLists {
    /// Adds the rows that a known sum was made of.
    mutating func append(_ parts: [WeightedPart], _ sum: SideSum, city: Int) {
        guard sum.isKnown else { return }
        for index in parts.indices {
            parts[index].column.appendSources(ofCity: city, to: &self)
        }
    }
}
