internal import MetricSpec

/// One metric's figures as the engine's inner loop reads them.
struct CityTable {
    /// What each city counts as.
    private(set) var states: [MemberState]
    let values: [Double]
    /// The larger, the better; empty where the metric does not rank.
    let keys: [Double]
    /// Not a number where unknown; empty unless the metric is a ratio or share.
    let numerators: [Double]
    let denominators: [Double]
    let multiplier: Double
    /// How each city provides the service; empty where all modes compare.
    let modes: [ProvisionMode?]

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
        multiplier = figures.multiplier
        modes = metric.comparability.modes == .equal ? figures.modes : []
    }

    /// The same cities, with those set apart that are known to provide the
    /// service in another way.
    func comparing(_ mode: ProvisionMode) -> CityTable {
        var table = self
        for city in modes.indices where table.states[city] == .contributor {
            if let other = modes[city], other != mode { table.states[city] = .notComparable }
        }
        return table
    }

    /// The cities as each mode compares them; empty where all modes compare.
    var byMode: [ProvisionMode: CityTable] {
        guard !modes.isEmpty else { return [:] }
        return Dictionary(
            uniqueKeysWithValues: ProvisionMode.allCases.map { ($0, comparing($0)) })
    }

    /// The mode that most contributors among some cities have, on equal
    /// numbers the first in the vocabulary's order; nil where none is known.
    func commonMode(among members: [Int32]) -> ProvisionMode? {
        guard !modes.isEmpty else { return nil }
        var counts: [ProvisionMode: Int] = [:]
        for member in members where states[Int(member)] == .contributor {
            if let mode = modes[Int(member)] { counts[mode, default: 0] += 1 }
        }
        let most = counts.values.max()
        return ProvisionMode.allCases.first { most != nil && counts[$0] == most }
    }

    var isRatio: Bool { !denominators.isEmpty }
    var isRanking: Bool { !keys.isEmpty }
}
