import Benchmarking
import MetricSpec

/// Figures as the tests of the engine write them: all cities report, but for
/// the statuses given.
func figures(
    _ values: [Double?], statuses: [Int: StandingStatus] = [:], numerators: [Double?]? = nil,
    denominators: [Double?]? = nil, multiplier: Double = 1, modes: [ProvisionMode?] = []
) throws -> MetricColumns {
    guard let period = Period(year: 2026, quarter: 3) else { throw ObservationFault.unequalColumns }
    return MetricColumns(
        period: period,
        statuses: values.enumerated().map { city, value in
            statuses[city] ?? (value == nil ? .notReported : .reported)
        },
        values: values, numerators: numerators, denominators: denominators,
        multiplier: multiplier, modes: modes)
}

/// The standings of all cities as one group, or in the groups given.
func compare(
    _ figures: MetricColumns, _ metric: String, minimum: Int = 1, groups: [PeerGroup]? = nil
) throws -> [StandingColumns] {
    guard let metric = try TestStandard.plain.get().metric("city/" + metric) else {
        throw ObservationFault.unequalColumns
    }
    let all = PeerGroup(
        id: "all", members: .common((0..<figures.cityCount).map { Int32($0) }), minimum: minimum)
    return Engine(groups: groups ?? [all], cityCount: figures.cityCount)
        .compare(figures, metric: metric)
}

extension StandingColumns {
    var rankList: [Int?] { (0..<count).map { rank(at: $0) } }
    var quartileList: [Int?] { (0..<count).map { quartile(at: $0) } }
}
