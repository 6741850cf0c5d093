import MetricSpec
import Testing

@testable import Submission

/// In the sample standard spending is compared by head of staff.
@Suite struct OutlierAgainstPeersTests {
    private static let metric = """
        title: Spending by head
        question: How much is spent?
        definition: Divides spending by staff.
        formula: {ratio: {numerator: ops/spending, denominator: ops/staff, multiplier: 1}}
        unit: usd-per-head
        polarity: no_judgement
        kind: input
        uncertainty: volume
        meaningful_difference: {absolute: 1}
        decimals: 1
        """
    private static let units =
        "usd-per-head: {label: dollars by head, dimension: money / count}\n"

    /// Twelve peers, the middle half of which spends 80 to 120 by head.
    private func range(_ contributors: Int = 12, upper: Double = 120) throws -> PeerRanges.Row {
        PeerRanges.Row(
            metric: 0, breakdown: 0, period: try #require(Period(parsing: "2025-Q4")),
            contributors: contributors, lowerQuartile: 80, median: 100, upperQuartile: upper)
    }

    private func run(
        _ value: String, _ range: PeerRanges.Row, spent: [Double] = []
    ) throws -> Outcome {
        let standard = try Fixture.standard(
            units: Self.units, with: ("ops/spending-by-head.yaml", Self.metric))
        let staff = try HistorySample.quarters([10], measure: "ops/staff")
        let history = try staff + HistorySample.quarters(spent)
        var known = History(values: EarlierValues(history), peers: PeerRanges([range]))
        // Figures are judged here, not which codes there are.
        known.isPartial = true
        let context = IntakeContext(standard: standard, cities: Fixture.cities).with(known)
        return try Fixture.run(
            HistorySample.mapping,
            "City,Quarter,What,Value\nSpringfield,2026-Q1,spending,\(value)\n", context: context)
    }

    @Test func `a rate far from all peers is a warning`() throws {
        let outcome = try run("10000", range())
        #expect(
            outcome.findings.map(\.message) == [
                "springfield.csv, line 2, column D \"Value\": \"10000\" makes ops/spending-by-head "
                    + "1000 dollars by head, far from its 12 peers in 2025-Q4. Expected a figure "
                    + "like theirs: half of them lie between 80 and 120 dollars by head. Correct "
                    + "the figure or its unit, or explain it in a column that the mapping names "
                    + "as explanation; it was accepted as it is."
            ])
    }

    @Test(arguments: [("3600", 0), ("5000", 1), ("270", 0), ("200", 1), ("1000", 0)])
    func `it must be three times a quartile and five spreads away`(
        value: String, count: Int
    ) throws {
        #expect(try run(value, range()).of(.outlierAgainstPeers).count == count)
    }

    @Test func `peers that scatter widely, or are few, say nothing`() throws {
        #expect(try run("10000", range(upper: 600)).findings.isEmpty)
        #expect(try run("10000", range(7)).findings.isEmpty)
        #expect(try run("10000", range(8)).findings.count == 1)
    }

    @Test func `a city with a history of its own is judged by that`() throws {
        let steady = [10_100.0, 9_900, 10_050, 9_950]
        #expect(try run("10000", range(), spent: steady).findings.isEmpty)
    }
}
