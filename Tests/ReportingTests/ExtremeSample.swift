import Benchmarking
import MetricSpec
import Reporting

/// A page of extremes: a long name with markup in it, many peers, two groups,
/// outliers, ties, outstanding reports.
enum ExtremeSample {
    static func input() throws -> CityReportInput {
        var generator = Numbers(state: 7)
        var many = (0..<169).map { _ in max(0.5, 6 + 2 * generator.normal()) }
        many[10] = 480
        many[11] = 0.01
        var first = try Fixture.entry(
            values: many, own: 90, notReported: 30, groupValue: 6.2,
            coverage: 0.71)
        let second = try Fixture.entry(values: Array(many.prefix(6)) + [many[90]], own: 6)
        first.groups += second.groups
        var outlier = try Fixture.entry("waste/cost", values: many, own: 10)
        outlier.value = 1_234_567
        outlier.groups[0].standing.value = 1_234_567
        var unreliable = try Fixture.entry("fire/structure-fires", values: many, own: 4)
        unreliable.status = .unreliable
        let ties = try Fixture.entry(
            "city-hall/calls", values: [Double](repeating: 100, count: 20) + [80, 90, 95], own: 3)
        let equal = try Fixture.entry(
            "city-hall/requests", values: [Double](repeating: 100, count: 9), own: 3)
        let entries = [first, outlier, unreliable, ties, equal]
        return try Fixture.input(
            entries.map(renamed), cityID: "own",
            cityName: "Saint Mary-upon-the-Water & \"Llanfairpwllgwyngyll\" <Consolidated>")
    }

    /// The city is `cN` in each fixture; on this page it is `own` in all.
    private static func renamed(_ entry: MetricEntry) -> MetricEntry {
        var entry = entry
        for index in entry.groups.indices {
            let value = entry.value
            let own = entry.groups[index].peers.firstIndex { $0.value == value }
            if let own { entry.groups[index].peers[own].cityID = "own" }
        }
        return entry
    }
}
