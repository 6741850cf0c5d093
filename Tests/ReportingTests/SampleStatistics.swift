import Benchmarking
import MetricSpec

/// A plain second implementation of what a standing holds, so that the pages
/// can be shown without the engine: sorting, type 7 quantiles, competition
/// ranks on rounded values.
enum SampleStatistics {
    static func statistics(_ values: [Double]) -> PeerStatistics {
        var statistics = PeerStatistics()
        let sorted = values.sorted()
        statistics.contributors = sorted.count
        guard let low = sorted.first, let high = sorted.last else { return statistics }
        statistics.minimum = low
        statistics.maximum = high
        statistics.mean = sorted.reduce(0, +) / Double(sorted.count)
        statistics.median = quantile(0.5, sorted)
        if sorted.count >= 4 {
            statistics.lowerQuartile = quantile(0.25, sorted)
            statistics.upperQuartile = quantile(0.75, sorted)
        }
        return statistics
    }

    /// A standing of a member; `values` holds the city's own.
    static func standing(
        _ value: Double?, status: StandingStatus, among values: [Double], metric: Metric,
        statistics given: PeerStatistics? = nil
    ) -> Standing {
        let statistics = given ?? statistics(values)
        var standing = Standing(status: status, includesCity: true, statistics: statistics)
        standing.value = value
        standing.ranked = values.count
        guard let value, status == .reported, metric.polarity != .noJudgement,
            values.count >= 2
        else { return standing }
        let key = { (value: Double) in badness(rounded(value, metric.decimals ?? 9), metric) }
        let rank = 1 + values.filter { key($0) < key(value) }.count
        standing.rank = rank
        standing.rankWorst = rank + statistics.notReported
        if values.count >= 4, Set(values.map(key)).count > 1 {
            let n = Double(values.count)
            standing.quartile = Int(5 - (Double(values.count + 1 - rank) * 4 / n).rounded(.up))
        }
        return standing
    }

    private static func badness(_ value: Double, _ metric: Metric) -> Double {
        switch metric.polarity {
        case .highGood: -value
        case .target: metric.target?.distance(of: value) ?? 0
        case .lowGood, .noJudgement, .notApplicable: value
        }
    }

    static func rounded(_ value: Double, _ decimals: Int) -> Double {
        var factor = 1.0
        for _ in 0..<decimals { factor *= 10 }
        return (value * factor).rounded(.toNearestOrEven) / factor
    }

    private static func quantile(_ share: Double, _ sorted: [Double]) -> Double {
        let place = Double(sorted.count - 1) * share
        let index = Int(place)
        guard index + 1 < sorted.count else { return sorted[sorted.count - 1] }
        return sorted[index] + (place - Double(index)) * (sorted[index + 1] - sorted[index])
    }
}
