internal import MetricSpec

/// One metric's figures as the engine's inner loop reads them.
struct CityTable {
    /// What each city counts as.
    let states: [MemberState]
    let values: [Double]
    /// The larger, the better; empty where the metric does not rank.
    let keys: [Double]
    /// Not a number where unknown; empty unless the metric is a ratio.
    let numerators: [Double]
    let denominators: [Double]
    let multiplier: Double

    init(_ figures: MetricColumns, metric: Metric) {
        states = figures.statuses.map(MemberState.init)
        values = figures.values.raw
        if let rule = RankRule(metric) {
            keys = zip(states, values).map { state, value in
                state == .contributor ? rule.key(of: value) : 0
            }
        } else {
            keys = []
        }
        let isRatio = metric.formula.isRatio
        numerators = isRatio ? figures.numerators.raw : []
        denominators = isRatio ? figures.denominators.raw : []
        multiplier = metric.formula.multiplier
    }

    var isRatio: Bool { !denominators.isEmpty }
    var isRanking: Bool { !keys.isEmpty }
}
