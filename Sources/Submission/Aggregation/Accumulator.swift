import Glibc

/// The figures of one row's values, without the rows.
struct Accumulator {
    private(set) var rowCount = 0
    /// The line of the first row.
    let firstLine: Int
    private(set) var digest = RowDigest()
    private(set) var moments = Moments()
    private(set) var sum = CompensatedSum()
    /// How many values are at or below the threshold, or posts are vacant.
    private(set) var hits = 0
    private(set) var seen: Set<String> = []
    private(set) var kept: [Double] = []

    init(firstLine: Int) { self.firstLine = firstLine }

    /// Counts a row whose value has been taken in.
    mutating func count(row: UInt64) {
        rowCount += 1
        digest.add(row: row)
    }

    /// Takes in the value of a row.
    mutating func add(_ value: Double, as aggregate: Aggregate) {
        switch aggregate {
        case .sum, .fullTimeEquivalents, .budgetedEquivalents, .vacantEquivalents: sum.add(value)
        case .mean, .sumOfSquares: moments.add(value)
        case .atOrBelow(let threshold): if value <= threshold { hits += 1 }
        case .vacancies: if value > 0 { hits += 1 }
        case .percentile: kept.append(value)
        case .count, .distinct: break
        }
    }

    /// Takes in the text of a row.
    mutating func add(text: String) { seen.insert(text) }

    /// The figure; nil where there is no value to make it of.
    func figure(_ aggregate: Aggregate) -> Double? {
        switch aggregate {
        case .count: Double(rowCount)
        case .distinct: Double(seen.count)
        case .sum, .fullTimeEquivalents, .budgetedEquivalents, .vacantEquivalents: sum.value
        case .sumOfSquares: moments.sumOfSquares
        case .mean: moments.count > 0 ? moments.mean : nil
        case .atOrBelow, .vacancies: Double(hits)
        case .percentile(let share, _): kept.isEmpty ? nil : Self.quantile(share, of: kept)
        }
    }

    /// A quantile by definition 7 of Hyndman and Fan 1996, with R's fuzz where
    /// the position is nearly whole.
    static func quantile(_ share: Double, of values: [Double]) -> Double {
        let sorted = values.sorted()
        let fuzz = 4 * Double.ulpOfOne
        let position = share * Double(sorted.count - 1)
        let whole = floor(position + fuzz)
        let index = min(max(Int(whole), 0), sorted.count - 1)
        let rest = position - whole
        guard abs(rest) > fuzz, index + 1 < sorted.count else { return sorted[index] }
        return sorted[index] + rest * (sorted[index + 1] - sorted[index])
    }
}
