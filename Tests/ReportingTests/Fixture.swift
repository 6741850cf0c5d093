import Benchmarking
import MetricSpec
import Reporting

/// Small entries for tests that need one metric and a handful of cities.
enum Fixture {
    static let lowGood = "fire/response-time"
    static let noJudgement = "fire/staff"
    static let target = "water/pressure"

    static func metric(_ id: String) throws -> (metric: Metric, unit: Unit) {
        let standard = try SampleStandard.shared.get()
        guard let metric = standard.metric(id), let unit = standard.unit(metric.unit) else {
            throw SampleFault()
        }
        return (metric, unit)
    }

    static func edition(isInvented: Bool = true) throws -> Edition {
        guard let period = Period(year: 2026, quarter: 3) else { throw SampleFault() }
        return Edition(
            consortium: "Test Benchmark", isInvented: isInvented, period: period,
            releaseNumber: 3, releaseKind: "provisional", dataReceivedAt: "2026-11-20 09:30 UTC",
            standard: "sample", standardVersion: "1.0.0", lastSubmission: 41)
    }

    /// City `own` (its position among the values) in one metric; all cities
    /// are members.
    static func entry(
        _ id: String = lowGood, values: [Double], own: Int, notReported: Int = 0,
        history: [HistoryPoint] = [], groupValue: Double? = nil, coverage: Double? = nil
    ) throws -> MetricEntry {
        let (metric, unit) = try metric(id)
        var statistics = SampleStatistics.statistics(values)
        statistics.notReported = notReported
        statistics.groupValue = groupValue
        statistics.coverage = coverage
        let standing = SampleStatistics.standing(
            values[own], status: .reported, among: values, metric: metric,
            statistics: statistics)
        return MetricEntry(
            metric: metric, unit: unit, status: .reported, value: values[own],
            groups: [group(standing, values: values)], history: history,
            sources: [SourcePlace(file: "fire.csv", line: 7, column: "D", submission: 41)])
    }

    /// City 0 without a figure, among cities that have one.
    static func missing(
        _ id: String = lowGood, status: StandingStatus, values: [Double]
    ) throws -> MetricEntry {
        let (metric, unit) = try metric(id)
        var statistics = SampleStatistics.statistics(values)
        statistics.notReported = 1
        let standing = Standing(status: status, includesCity: true, statistics: statistics)
        return MetricEntry(
            metric: metric, unit: unit, status: status, value: nil,
            groups: [group(standing, values: values, first: 1)])
    }

    static func input(
        _ metrics: [MetricEntry], cityID: String = "c0", cityName: String = "Alba",
        isInvented: Bool = true
    ) throws -> CityReportInput {
        CityReportInput(
            edition: try edition(isInvented: isInvented), cityID: cityID, cityName: cityName,
            latestReceived: "2026-11-02", metrics: metrics)
    }

    private static func group(
        _ standing: Standing, values: [Double], first: Int = 0
    ) -> GroupEntry {
        GroupEntry(
            id: "all", title: "All cities", standing: standing,
            peers: values.enumerated().map { index, value in
                PeerValue(
                    cityID: "c\(index + first)", cityName: "City \(index + first)",
                    value: value)
            })
    }
}
