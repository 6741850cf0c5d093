import Benchmarking
import MetricSpec

/// The engine's work done the slow way, as METHODS.md tells it: each city
/// against each other one, no column, no sort but the library's.
struct NaiveComparison {
    let figures: MetricColumns
    let metric: Metric
    let minimum: Int

    func standing(of city: Int, among members: [Int]) -> Standing {
        let isMember = members.contains(city)
        var standing = Standing(
            status: figures.statuses[city], includesCity: isMember,
            statistics: statistics(members))
        standing.value = figures.values[city]
        standing.numerator = figures.numerators[city]
        standing.denominator = figures.denominators[city]
        let reporting = members.filter { figures.statuses[$0] == .reported }
        let isAdded = !isMember && figures.statuses[city] == .reported
        let ranked = reporting + (isAdded ? [city] : [])
        standing.ranked = ranked.count
        guard figures.statuses[city] == .reported, reporting.count >= max(2, minimum),
            metric.polarity != .noJudgement, metric.polarity != .notApplicable
        else { return standing }
        let rank = 1 + ranked.filter { badness($0) < badness(city) }.count
        standing.rank = rank
        standing.rankWorst = rank + standing.statistics.notReported
        standing.rankShare = Double(rank) / Double(ranked.count)
        standing.percentRank = Double(rank - 1) / Double(ranked.count - 1)
        let isLevel = ranked.allSatisfy { badness($0) == badness(city) }
        if reporting.count >= 4 && !isLevel {
            let share = Double((ranked.count + 1 - rank) * 4) / Double(ranked.count)
            standing.quartile = Int((5 - share.rounded(.up)).rounded(.down))
        }
        return standing
    }

    func statistics(_ members: [Int]) -> PeerStatistics {
        var result = PeerStatistics()
        func count(_ wanted: StandingStatus...) -> Int {
            members.filter { wanted.contains(figures.statuses[$0]) }.count
        }
        result.contributors = count(.reported)
        result.notReported = count(.notReported, .notCollected, .late, .withheld)
        result.notProvided = count(.notProvided, .notApplicable)
        result.notTakingPart = count(.notTakingPart)
        result.suppressed = count(.suppressed)
        result.unreliable = count(.unreliable)
        result.notComparable = count(.notComparable)
        let reporting = members.filter { figures.statuses[$0] == .reported }
        guard reporting.count >= max(1, minimum) else { return result }
        describe(reporting.compactMap { figures.values[$0] }.sorted(), in: &result)
        if metric.formula.isRatio { addTotals(members, reporting, to: &result) }
        return result
    }

    private func describe(_ values: [Double], in result: inout PeerStatistics) {
        let count = Double(values.count)
        let mean = values.reduce(0, +) / count
        result.mean = mean
        result.minimum = values.first
        result.maximum = values.last
        result.median = quantile(0.5, values)
        if values.count >= 4 {
            result.lowerQuartile = quantile(0.25, values)
            result.upperQuartile = quantile(0.75, values)
        }
        if values.count >= 2 {
            let squares = values.map { ($0 - mean) * ($0 - mean) }.reduce(0, +)
            result.standardDeviation = (squares / (count - 1)).squareRoot()
        }
    }

    private func addTotals(
        _ members: [Int], _ reporting: [Int], to result: inout PeerStatistics
    ) {
        let below = reporting.compactMap { figures.denominators[$0] }.reduce(0, +)
        let above = reporting.compactMap { figures.numerators[$0] }.reduce(0, +)
        result.groupValue = metric.formula.statedMultiplier * above / below
        let absent: [StandingStatus] = [.notProvided, .notApplicable, .notTakingPart]
        let whole = members.filter { !absent.contains(figures.statuses[$0]) }
            .map { figures.denominators[$0] }
        if !whole.contains(nil) { result.coverage = below / whole.compactMap { $0 }.reduce(0, +) }
    }

    private func quantile(_ share: Double, _ values: [Double]) -> Double {
        let place = share * Double(values.count - 1)
        let low = Int(place)
        let high = min(low + 1, values.count - 1)
        return values[low] + (place - Double(low)) * (values[high] - values[low])
    }

    /// In whole units of the last declared decimal, so that equal is equal.
    private func badness(_ city: Int) -> Double {
        let value = figures.values[city] ?? 0
        guard let decimals = metric.decimals else {
            return metric.polarity == .lowGood ? value : -value
        }
        let unit = (0..<decimals).reduce(1.0) { scale, _ in scale * 10 }
        let units = (value * unit).rounded(.toNearestOrEven)
        switch metric.polarity {
        case .highGood: return -units
        case .lowGood: return units
        default:
            let range = metric.target.map { ($0.from * unit, $0.to * unit) } ?? (0, 0)
            return max(range.0 - units, units - range.1, 0)
        }
    }
}
