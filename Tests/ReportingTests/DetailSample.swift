import Benchmarking
import MetricSpec
import Reporting
import Testing

/// Entries with what a figure may carry beside its number: a reason not to
/// compare it, a basis, a break, a real value, groups.
enum DetailSample {
    static let values = [142.0, 118, 125, 131, 138, 144, 150, 157, 163, 171]

    /// A figure that is shown and not compared, beside nine that are.
    static func notCompared(
        _ id: String = "waste/cost", own: Double = 142, scale: Double = 1,
        reason: IncomparableReason?, status: StandingStatus = .notComparable
    ) throws -> MetricEntry {
        let values = values.dropFirst().map { $0 * scale }
        var entry = try Fixture.entry(id, values: values, own: 0)
        entry.status = status
        entry.reason = reason
        entry.value = own
        var statistics = entry.groups[0].standing.statistics
        statistics.notComparable = 1
        var standing = Standing(status: status, includesCity: true, statistics: statistics)
        standing.value = own
        entry.groups[0].standing = standing
        entry.groups[0].peers = values.enumerated().map { index, value in
            PeerValue(cityID: "c\(index + 1)", cityName: "City \(index + 1)", value: value)
        }
        return entry
    }

    /// Streets in good condition; the definition changed with October 2025.
    static func withBreak() throws -> MetricEntry {
        let change = try #require(CalendarDay(year: 2025, month: 10, day: 1))
        var entry = try Fixture.entry(
            "streets/condition", values: [64, 60, 66, 68, 70, 71, 73, 75, 78], own: 0)
        entry.comparableFrom = change
        entry.changes = entry.metric.notes.changes
        entry.history = try [
            (2024, 3, 71.0), (2024, 4, 72), (2025, 1, 71.5), (2025, 2, 73), (2025, 3, 72.8),
            (2025, 4, 61), (2026, 1, 62.5), (2026, 2, 63),
        ].map { year, quarter, value in
            let period = try #require(Period(year: year, quarter: quarter))
            return HistoryPoint(
                period: period, status: .reported, value: value,
                comparableFrom: period.start >= change ? change : nil)
        }
        return entry
    }

    /// Money with its real value, its value at national prices and its basis.
    static func money() throws -> MetricEntry {
        var entry = try Fixture.entry("police/cost", values: values, own: 0)
        entry.realValue = RealValue(
            value: 126.4, pricesOf: try #require(Period(parsing: "2017")),
            series: "Government purchases", atParity: 139.2)
        entry.rollingYear = 561
        entry.basis = ValueBasis(
            cost: .full, accounting: .modifiedAccrual, overhead: .stepDown, audit: .audited)
        return entry
    }

    /// A metric by age, with a group that is hidden and one without a place.
    static func withGroups() throws -> MetricEntry {
        var entry = try Fixture.entry(values: [5.5, 4, 4.6, 5, 5, 6.1, 6.2, 7, 8], own: 0)
        entry.breakdowns = [
            BreakdownEntry(
                title: "Age group",
                rows: [
                    BreakdownRow(title: "Under 15", status: .suppressed, value: nil),
                    BreakdownRow(title: "15 to 64", status: .reported, value: 5.2),
                    BreakdownRow(
                        title: "65 and over", status: .notComparable, reason: .tooFewEvents,
                        value: 6.9),
                ], unknownShare: 0.118)
        ]
        return entry
    }

    static func recognition(_ points: [Double]) throws -> RecognitionEntry {
        guard let recognition = try SampleStandard.shared.get().recognition else {
            throw SampleFault()
        }
        let notes = ["14 of 22 measures", "3 of 22 measures", nil]
        return RecognitionEntry(
            levels: recognition.levels,
            rules: zip(recognition.rules, zip(points, notes)).map { rule, given in
                RecognitionRow(
                    title: rule.title, points: given.0, possible: rule.points, note: given.1)
            })
    }

    /// All of the above on one page.
    static func input(points: [Double] = [12.7, 2.2, 10]) throws -> CityReportInput {
        let entries = [
            try withGroups(), try money(), try withBreak(),
            try notCompared(reason: .costBasis),
            try notCompared("water/loss", own: 104, scale: 0.1, reason: .partAboveWhole),
            try notCompared(
                "waste/missed", own: 1.5, scale: 0.01, reason: nil, status: .unreliable),
            try Fixture.missing("fire/staff", status: .late, values: [1, 2, 3, 4, 5]),
        ]
        var input = try Fixture.input(entries, cityID: "details")
        input.recognition = try recognition(points)
        return input
    }
}
