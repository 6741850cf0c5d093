import Testing

@testable import Submission

@Suite struct ZeroWhereGapLikelyTests {
    @Test func `a zero after values far from it is a warning`() throws {
        let outcome = try HistorySample.run(
            "Springfield,2026-Q1,spending,0,,",
            history: HistorySample.quarters([100.5, 103.5, 98.5, 101.5]))
        #expect(
            outcome.findings.map(\.message) == [
                "springfield.csv, line 2, column D \"Value\": \"0\" may stand for a missing "
                    + "figure: none of the 4 earlier values of ops/spending is near zero. Expected "
                    + "about 80.9 to 127 dollars, or an empty cell. Correct the figure or its "
                    + "unit, or explain it in the column \"Note\"; it was accepted as it is."
            ])
    }

    @Test func `an empty cell, and a zero where zeros are known, are silent`() throws {
        #expect(try HistorySample.rules(on: "", after: [100.5, 103.5, 98.5, 101.5]) == [])
        #expect(try HistorySample.rules(on: "0", after: [100.5, 0, 98.5, 101.5]) == [])
        #expect(try HistorySample.rules(on: "0", after: [0, 0, 0, 0]) == [])
    }

    @Test func `a zero among small counts is silent, among larger ones not`() throws {
        let few = [2.0, 1, 3, 2, 1, 2]
        #expect(try HistorySample.rules(on: "0", after: few, measure: "staff") == [])
        #expect(
            try HistorySample.rules(on: "0", after: few.map { $0 * 20 }, measure: "staff")
                == ["zero-where-gap-likely"])
    }

    @Test func `a zero among shares is far from them, though it has no decimals`() throws {
        #expect(
            try HistorySample.rules(on: "0", after: [0.98, 0.97, 0.99, 0.98])
                == ["zero-where-gap-likely"])
    }

    @Test func `with three values before nothing is said`() throws {
        #expect(try HistorySample.rules(on: "0", after: [103.5, 98.5, 101.5]) == [])
    }
}
