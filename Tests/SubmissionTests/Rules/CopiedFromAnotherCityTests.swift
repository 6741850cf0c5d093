import MetricSpec
import Testing

@testable import Submission

@Suite struct CopiedFromAnotherCityTests {
    private static let figures = [
        ("spending", "1302.5"), ("waiting", "5013"), ("calls", "3217"), ("visits", "941.5"),
        ("staff", "1234"),
    ]

    private func rows(_ city: String, _ count: Int) -> String {
        Self.figures.prefix(count).map { "\(city),2026-Q1,\($0.0),\($0.1),," }
            .joined(separator: "\n")
    }

    @Test func `five figures in common are one warning, at the later city`() throws {
        let outcome = try HistorySample.run(
            rows("Springfield", 5), rows("St. John", 5), history: [])
        let copied = outcome.of(.copiedFromAnotherCity)
        #expect(
            copied.map(\.message) == [
                "springfield.csv, line 7: 5 figures of st-john for 2026-Q1 stand also in line 2, "
                    + "for another city. Expected the city's own figures. Put the city's own "
                    + "figures in, or confirm that they are the same."
            ])
        #expect(copied.first?.city == "st-john")
    }

    @Test func `an explanation of the first figure answers for all`() throws {
        let measure = try #require(try Fixture.standard().measureIndex("ops/spending"))
        let said = Explanations.Row(
            measure: Int32(measure), city: 1, breakdown: 0,
            period: try #require(Period(parsing: "2026-Q1")), value: 1302.5, text: "A joint office")
        let outcome = try HistorySample.run(
            rows("Springfield", 5), rows("St. John", 5), history: [], explanations: [said])
        let copied = outcome.of(.copiedFromAnotherCity)
        #expect(copied.map(\.severity) == [.info])
        #expect(copied.first?.problem.hasSuffix("explained by \"A joint office\"") == true)
        #expect(copied.first?.remedy == nil)
    }

    @Test func `four figures in common are silent where nothing was before`() throws {
        let outcome = try HistorySample.run(
            rows("Springfield", 4), rows("St. John", 4), history: [])
        #expect(outcome.of(.copiedFromAnotherCity).isEmpty)
    }

    @Test func `one figure is enough where the city had nothing like it`() throws {
        let history =
            try HistorySample.quarters([1900.5, 1945.5, 1890.5, 1921.5])
            + HistorySample.quarters([1299.5, 1310.5, 1285.5, 1305.5], city: 1)
        let outcome = try HistorySample.run(
            "Springfield,2026-Q1,spending,1302.5,,", "St. John,2026-Q1,spending,1302.5,,",
            history: history)
        let copied = outcome.of(.copiedFromAnotherCity)
        #expect(
            copied.map(\.problem) == [
                "\"1302.5\" of springfield for 2026-Q1 stands also in line 3, for another city, "
                    + "and springfield had nothing like it before"
            ])
        #expect(copied.first?.column == 4)
        #expect(copied.first?.measure == "ops/spending")
    }

    @Test func `an unlikely figure is looked for among those that are stored`() throws {
        let values = try HistorySample.quarters([1900.5, 1945.5, 1890.5, 1921.5])
        let measure = try #require(values.first).measure
        let period = try #require(Period(parsing: "2026-Q1"))
        func row(_ value: Double) -> EarlierValues.Row {
            EarlierValues.Row(
                measure: measure, city: 0, breakdown: 0, period: period, value: value)
        }
        var history = History(values: EarlierValues(values))
        // 1300 has too few digits, and 1931.5 is like what was before.
        #expect(
            history.figuresOfOthers(among: [row(1302.5), row(1300), row(1931.5)]) == [row(1302.5)])
        history.storedCopies = [StoredCopy(figure: row(1302.5), submission: 7)]
        for (value, count) in [("1302.5", 1), ("1303.5", 0)] {
            let outcome = try Fixture.run(
                HistorySample.mapping,
                "City,Quarter,What,Value,Kind,Note\nSpringfield,2026-Q1,spending,\(value),,\n",
                context: Fixture.context().with(history))
            #expect(outcome.of(.copiedFromAnotherCity).count == count)
            if count == 1 {
                #expect(
                    outcome.of(.copiedFromAnotherCity).first?.problem
                        == "\"1302.5\" of springfield for 2026-Q1 stands also in submission 7, for "
                        + "another city, and springfield had nothing like it before")
            }
        }
    }

    @Test func `a figure that is like both cities' own is silent`() throws {
        let history =
            try HistorySample.quarters([1300.5, 1345.5, 1290.5, 1321.5])
            + HistorySample.quarters([1299.5, 1310.5, 1285.5, 1305.5], city: 1)
        let outcome = try HistorySample.run(
            "Springfield,2026-Q1,spending,1302.5,,", "St. John,2026-Q1,spending,1302.5,,",
            history: history)
        #expect(outcome.findings.isEmpty)
    }

    @Test func `round figures, other periods and plans are not compared`() throws {
        let round = "spending,1300,,"
        for (left, right) in [
            ("2026-Q1,\(round)", "2026-Q1,\(round)"),
            ("2026-Q1,spending,1302.5,,", "2026-Q2,spending,1302.5,,"),
            ("2026-Q1,spending,1302.5,budget,", "2026-Q1,spending,1302.5,budget,"),
        ] {
            let history =
                try HistorySample.quarters([1900.5, 1945.5, 1890.5, 1921.5])
                + HistorySample.quarters([1299.5, 1310.5, 1285.5, 1305.5], city: 1)
            let outcome = try HistorySample.run(
                "Springfield,\(left)", "St. John,\(right)", history: history)
            #expect(outcome.of(.copiedFromAnotherCity).isEmpty)
        }
    }
}
