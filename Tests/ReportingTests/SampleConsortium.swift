import Benchmarking
import MetricSpec
import Reporting

/// Twenty-four invented cities with 22 metrics: what the sample pages show.
///
/// The values come from a small generator with a fixed start, so that they are
/// the same on every machine.
struct SampleConsortium {
    let standard: Standard
    let edition: Edition
    private let values: [String: [Double?]]

    static let cities = [
        "Fairhaven", "Millbrook", "Oakdale", "Port Amity", "Cedar Falls Junction", "Larkspur",
        "Stonebridge", "Elm Grove", "Westerly Heights", "Juniper", "Bay St. Clement", "Norwood",
        "Silver Creek", "Harlan", "Quarry Hill", "Redfield", "Maple Crossing", "Tern Island",
        "Ashby", "Copperton", "Dunmore", "Glenrock", "Vale of Winds", "Yarrow",
    ]

    init() throws {
        standard = try SampleStandard.shared.get()
        guard let period = Period(year: 2026, quarter: 3) else { throw SampleFault() }
        edition = Edition(
            consortium: "Sample Quarterly Benchmark", isInvented: true, period: period,
            releaseNumber: 12, releaseKind: "provisional", dataReceivedAt: "2026-11-20 09:30 UTC",
            standard: "sample", standardVersion: "1.0.0", lastSubmission: 187)
        var generator = Numbers(state: 20_261_121)
        var values: [String: [Double?]] = [:]
        for metric in SampleStandard.metrics {
            values["\(metric.domain)/\(metric.name)"] = Self.cities.map { _ in
                let drawn = metric.centre + metric.spread * generator.normal()
                let size = max(metric.centre * 0.08, drawn)
                return metric.unit == "percent" ? min(size, 100) : size
            }
        }
        values["streets/pothole-days"]?[7] = 61
        values["water/loss"]?[5] = nil
        values["water/loss"]?[6] = nil
        values["fire/staff"]?[0] = nil
        values["waste/missed"]?[0] = nil
        values["waste/cost"]?[0] = nil
        self.values = values
    }

    /// The input of one city's page.
    func input(_ city: Int) throws -> CityReportInput {
        let entries = try SampleStandard.metrics.map { draft in
            guard let metric = standard.metric("\(draft.domain)/\(draft.name)"),
                let unit = standard.unit(metric.unit)
            else { throw SampleFault() }
            return entry(metric, unit: unit, city: city)
        }
        return CityReportInput(
            edition: edition, cityID: "city-\(city)", cityName: Self.cities[city],
            latestReceived: "2026-11-02", metrics: entries)
    }

    private func entry(_ metric: Metric, unit: Unit, city: Int) -> MetricEntry {
        let all = values[metric.id] ?? []
        let size = Self.groupSize(metric)
        let own = all[city]
        let peers = (0..<size).compactMap { index in
            all[index].map { value in
                PeerValue(cityID: "city-\(index)", cityName: Self.cities[index], value: value)
            }
        }
        var statistics = SampleStatistics.statistics(peers.map(\.value))
        let missing = size - peers.count
        statistics.notReported = metric.domain == "water" ? missing : 0
        statistics.notProvided = missing - statistics.notReported
        let status = own == nil ? Self.missingStatus(metric) : .reported
        let standing = SampleStatistics.standing(
            own, status: status, among: peers.map(\.value), metric: metric,
            statistics: statistics)
        return MetricEntry(
            metric: metric, unit: unit, status: status, value: own,
            groups: [
                GroupEntry(
                    id: "all", title: "Cities of 40,000 to 90,000 residents",
                    standing: standing, peers: peers)
            ],
            history: history(metric, own: own),
            sources: own == nil ? [] : [source(metric, city: city)])
    }

    private func source(_ metric: Metric, city: Int) -> SourcePlace {
        SourcePlace(
            file: "\(metric.domain)-2026-Q3.csv", line: 4 + city, column: "C",
            submission: 161 + city)
    }

    /// Small groups show what is not said below 8 and below 5 contributors.
    private static func groupSize(_ metric: Metric) -> Int {
        switch metric.id {
        case "city-hall/turnover": 4
        case "city-hall/permits": 7
        default: cities.count
        }
    }

    private static func missingStatus(_ metric: Metric) -> StandingStatus {
        switch metric.id {
        case "fire/staff": .late
        case "waste/missed": .notReported
        default: .notProvided
        }
    }

    private func history(_ metric: Metric, own: Double?) -> [HistoryPoint] {
        guard let own = own ?? (metric.id == "waste/missed" ? 1.5 : nil) else { return [] }
        var generator = Numbers(state: UInt64(metric.title.utf8.count) * 7919)
        return (1...8).compactMap { back in
            let quarter = 2026 * 4 + 2 - back
            guard let period = Period(year: quarter / 4, quarter: quarter % 4 + 1) else {
                return nil
            }
            let drawn = own * (1 + 0.02 * Double(back) + 0.05 * generator.normal())
            let isGap = back == 5 && metric.id == "fire/response-time"
            return HistoryPoint(
                period: period, status: isGap ? .notReported : .reported,
                value: isGap ? nil : min(drawn, metric.unit == "percent" ? 100 : .infinity))
        }
    }
}

struct SampleFault: Error {}

/// A linear congruential generator (Knuth 1997, MMIX) with a fixed start.
struct Numbers {
    var state: UInt64

    mutating func uniform() -> Double {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Double(state >> 11) / 9_007_199_254_740_992
    }

    /// About normal: the sum of twelve uniforms, less six.
    mutating func normal() -> Double {
        (0..<12).reduce(-6.0) { sum, _ in sum + uniform() }
    }
}
