import Testing

@testable import Submission

@Suite struct UnlikeOwnHistoryTests {
    /// Steady quarters, a few per cent up and down.
    private let steady = [100.5, 103.5, 98.5, 101.5, 104.5, 99.5]
    /// Two years of summers ten times the winters, then winter and spring.
    private let seasonal = [
        100.5, 310.5, 1005.5, 290.5, 104.5, 305.5, 1010.5, 300.5, 98.5, 295.5, 990.5, 305.5,
    ]

    @Test func `a figure far from all that was before is a warning`() throws {
        let outcome = try HistorySample.run(
            "Springfield,2026-Q1,spending,254.5,,", history: HistorySample.quarters(steady))
        #expect(
            outcome.findings.map(\.message) == [
                "springfield.csv, line 2, column D \"Value\": \"254.5\" is unlike the 6 earlier "
                    + "values of ops/spending. Expected about 81.5 to 124 dollars. Correct the "
                    + "figure or its unit, or explain it in the column \"Note\"; it was accepted "
                    + "as it is."
            ])
        #expect(outcome.findings.map(\.severity) == [.warning])
        #expect(outcome.values.map(\.value) == [254.5])
    }

    @Test(arguments: ["101.5", "95.5", "112.5", "118.5", "84.5"])
    func `a figure as before, or not far from it, is silent`(value: String) throws {
        #expect(try HistorySample.rules(on: value, after: steady) == [])
    }

    @Test func `four values before are enough, three are not`() throws {
        #expect(
            try HistorySample.rules(on: "254.5", after: steady.suffix(4)) == ["unlike-own-history"])
        #expect(try HistorySample.rules(on: "254.5", after: steady.suffix(3)) == [])
    }

    @Test func `a season is known, and a figure of another season is not expected`() throws {
        // A winter as winters are: between the least and the largest.
        #expect(try HistorySample.rules(on: "101.5", after: seasonal) == [])
        // Lower than any winter, though seasons swing far more than that.
        #expect(try HistorySample.rules(on: "31.5", after: seasonal).count == 1)
    }

    @Test func `the measure's own limits say what is worth asking`() throws {
        // Of visits a change of 30 % or 10 passes without a word.
        let small = [20.0, 21, 20, 21, 20, 21]
        #expect(try HistorySample.rules(on: "30", after: small, measure: "visits") == [])
        #expect(
            try HistorySample.rules(on: "62", after: small, measure: "visits")
                == ["change-to-explain"])
    }

    @Test func `small counts scatter, large ones do not`() throws {
        let few = [4.0, 3, 5, 4, 3, 5]
        let many = few.map { $0 * 1000 }
        #expect(try HistorySample.rules(on: "9", after: few, measure: "staff") == [])
        #expect(
            try HistorySample.rules(on: "9000", after: many, measure: "staff")
                == ["unlike-own-history"])
    }

    @Test func `what rounding makes of a figure is no change`() throws {
        let rounded = [0.1, 0.1, 0.1, 0.1, 0.1, 0.1]
        #expect(try HistorySample.rules(on: "0.2", after: rounded) == [])
    }

    @Test func `plans are not compared with what happened`() throws {
        let history = try HistorySample.quarters(steady)
        #expect(
            try HistorySample.run("Springfield,2026-Q1,spending,254.5,budget,", history: history)
                .rules == [])
        #expect(
            try HistorySample.run("St. John,2026-Q1,spending,254.5,,", history: history).rules
                == [])
        #expect(
            try HistorySample.run("Springfield,2026-01,spending,254.5,,", history: history).rules
                == [])
    }

    @Test func `it is never rejected, and an explained one is a note`() throws {
        let history = try HistorySample.quarters(steady)
        let closing = try HistorySample.run(
            "Springfield,2026-Q4,spending,254.5,,", history: history)
        #expect(closing.findings.map(\.severity) == [.warning])
        #expect(closing.summary.rejected == 0)
        let explained = try HistorySample.run(
            "Springfield,2026-Q1,spending,254.5,,a new hall", history: history)
        #expect(explained.findings.map(\.severity) == [.info])
    }
}
