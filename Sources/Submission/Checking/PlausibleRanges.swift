import MetricSpec

/// The ranges of all measures as columns, for a first look at every value.
///
/// A value inside raises no question. One outside may still raise none: the
/// columns are for a quarter and for twelve months, and the measures that
/// are judged by history have an empty range, so that each of their values gets
/// a second look.
struct PlausibleRanges {
    private var lowest: [Double]
    private var highest: [Double]
    /// Where the ranges for a period begin in the columns.
    private var offsets: [Int] = []
    private let count: Int

    /// - Parameter judged: the measures of which earlier values are at hand.
    init(_ measures: [Measure], judged: Set<Int32>) {
        count = measures.count
        lowest = []
        highest = []
        for months in [3, 12] {
            for (position, measure) in measures.enumerated() {
                let range = measure.plausible?.range(months: months, kind: measure.kind)
                let isJudged = judged.contains(Int32(position))
                lowest.append(isJudged ? .infinity : range?.minimum ?? -.infinity)
                highest.append(isJudged ? -.infinity : range?.maximum ?? .infinity)
            }
        }
    }

    /// Takes in the periods that a file has named since the last call.
    mutating func cover(_ periods: [Period]) {
        for period in periods.dropFirst(offsets.count) {
            offsets.append(period.months == 12 ? count : 0)
        }
    }

    /// Whether a value raises no question at first sight.
    @inline(__always)
    func contains(_ draft: Draft) -> Bool {
        let place = offsets[Int(draft.period)] &+ Int(draft.measure)
        return draft.value >= lowest[place] && draft.value <= highest[place]
    }
}
