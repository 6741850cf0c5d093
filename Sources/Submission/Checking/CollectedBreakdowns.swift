import MetricSpec

/// By which breakdowns each measure is collected, as one column.
struct CollectedBreakdowns {
    /// For each value of a breakdown the position of its list, -1 for the
    /// total.
    private let lists: [Int]
    private let listCount: Int
    /// By measure, then by list.
    private let isCollected: [Bool]

    init(_ standard: Standard) {
        lists =
            [-1]
            + standard.breakdowns.enumerated().flatMap { position, list in
                list.values.map { _ in position }
            }
        listCount = standard.breakdowns.count
        let ids = standard.breakdowns.map(\.id)
        isCollected = standard.measures.flatMap { measure in
            ids.map { measure.breakdowns.contains($0) }
        }
    }

    /// Whether the measure of a draft is collected by its breakdown, which
    /// must not be the total.
    @inline(__always)
    func contains(_ draft: Draft) -> Bool {
        isCollected[Int(draft.measure) &* listCount &+ lists[Int(draft.breakdown)]]
    }
}
