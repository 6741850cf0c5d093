import Benchmarking
import MetricSpec

/// Metrics of separate things, and figures of them drawn from a seed.
enum CountedMetric: String, CaseIterable {
    case rate
    case share

    /// The metric, one of a standard of its own.
    func metric(meaningful: String = "{percent: 5}", polarity: String = "high_good") throws
        -> Metric
    {
        let formula =
            switch self {
            case .rate:
                "{ratio: {numerator: [city/call-count], denominator: [city/people], "
                    + "multiplier: 1000}}"
            case .share: "{share: {part: city/fire-count, whole: city/call-count}}"
            }
        let standard = try TestStandard.make(metrics: [
            TestStandard.Entry(
                name: "counted", formula: formula, unit: self == .rate ? "per-1000" : "percent",
                polarity: polarity, decimals: "as_reported", uncertainty: "events",
                meaningful: meaningful)
        ])
        guard let metric = standard.metric("city/counted") else {
            throw ObservationFault.unequalColumns
        }
        return metric
    }

    /// From numerator / denominator to the value.
    var multiplier: Double { self == .rate ? 1000 : 100 }

    /// Figures with their intervals.
    func figures(
        _ counts: [Double?], of sizes: [Double?], metric: Metric,
        statuses: [Int: StandingStatus] = [:]
    ) throws -> MetricColumns {
        var columns = try BenchmarkingTests.figures(
            zip(counts, sizes).map { count, size in
                count.flatMap { count in size.map { count * multiplier / $0 } }
            },
            statuses: statuses, numerators: counts, denominators: sizes, multiplier: multiplier)
        columns.estimate(metric)
        return columns
    }

    /// Counts around a share of sizes that vary, with this variation between
    /// cities; one in eight cities is silent.
    func generated(
        seed: UInt64, cities: Int, share: Double, spread: Double, sizes: ClosedRange<Int>,
        metric: Metric
    ) throws -> MetricColumns {
        var generator = Generator(seed: seed)
        var (counts, units): ([Double?], [Double?]) = ([], [])
        var statuses: [Int: StandingStatus] = [:]
        for city in 0..<cities {
            let size = Int.random(in: sizes, using: &generator)
            let own = share * (1 + Double.random(in: -spread...spread, using: &generator))
            let mean = min(1, own) * Double(size)
            let noise = mean.squareRoot() * Double.random(in: -1.5...1.5, using: &generator)
            counts.append(min(Double(size), max(0, (mean + noise).rounded())))
            units.append(Double(size))
            if Int.random(in: 0..<8, using: &generator) == 0 { statuses[city] = .notReported }
        }
        return try figures(counts, of: units, metric: metric, statuses: statuses)
    }
}

/// What an assessment says of figures, with the standings it is about.
func assess(
    _ figures: MetricColumns, _ metric: Metric, groups: [PeerGroup]? = nil,
    earlier: MetricColumns? = nil, options: AssessmentOptions = AssessmentOptions()
) -> [(standings: StandingColumns, columns: AssessmentColumns)] {
    let all = PeerGroup(id: "all", members: .common((0..<figures.cityCount).map { Int32($0) }))
    let engine = Engine(groups: groups ?? [all], cityCount: figures.cityCount)
    let standings = engine.compare(figures, metric: metric)
    let columns = engine.assess(
        figures, metric: metric, standings: standings, inGroups: standings.indices,
        earlier: earlier, options: options)
    return Array(zip(standings, columns)).map { ($0, $1) }
}
