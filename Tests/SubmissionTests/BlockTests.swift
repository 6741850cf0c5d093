import Testing

@testable import Submission

@Suite struct BlockTests {
    private let keys = """
        title: Blocks of a city and of a measure
        layout: wide
        city: {block: "Report of {city}"}
        period: {column: Quarter}
        measure: {block: "Line {measure}", codes: {A: ops/calls, B: ops/staff}}
        values: [{column: Figure}]
        nesting: [city, measure]
        ignore: [Note]

        """

    @Test func `a row without figures says what the rows below are about`() throws {
        let outcome = try Fixture.run(
            keys,
            """
            Quarter,Figure,Note
            Report of Springfield,,
            Line A,,
            2026-Q1,1,x
            2026-Q2,2,
            Line B,,
            2026-Q1,3,

            report of  St. John,,
            ,,Line A
            2026-Q1,4,
            """)
        #expect(
            outcome.values.map(\.description) == [
                "springfield ops/calls 2026-Q1 normal 1.0 @4:2",
                "springfield ops/calls 2026-Q2 normal 2.0 @5:2",
                "springfield ops/staff 2026-Q1 normal 3.0 @7:2",
                "st-john ops/calls 2026-Q1 normal 4.0 @11:2",
            ])
        #expect(outcome.rules == ["blank-row"])
        #expect(outcome.summary.rows == 4)
    }

    @Test func `an inner block ends where an outer one begins`() throws {
        let outcome = try Fixture.run(
            keys,
            "Quarter,Figure,Note\nReport of Springfield,,\nLine A,,\n2026-Q1,1,\n"
                + "Report of St. John,,\n2026-Q1,2,\n")
        #expect(outcome.values.map(\.city) == ["springfield"])
        #expect(outcome.rules == ["unknown-code"])
        #expect(outcome.findings.first?.row == 6)
        #expect(outcome.findings.first?.column == nil)
        #expect(outcome.findings.first?.problem == "the code of the measure is missing")
    }

    @Test func `a row before any block has no city, and one of an unknown city says which`() throws
    {
        let outcome = try Fixture.run(
            keys,
            "Quarter,Figure,Note\n2026-Q1,1,\nReport of Springfeld,,\nLine A,,\n2026-Q1,2,\n")
        #expect(outcome.rules == ["unknown-city", "unknown-code", "unknown-city"])
        #expect(outcome.findings.map(\.row) == [2, 2, 5])
        #expect(outcome.findings.first?.problem == "the city is missing")
        #expect(outcome.findings.last?.problem == "\"Springfeld\" is no city of cities.csv")
    }

    @Test func `rows of another width are ragged still`() throws {
        let outcome = try Fixture.run(
            keys,
            "Quarter,Figure,Note\nReport of Springfield\nLine A\n2026-Q1,1\n2026-Q2,2,,x\n"
                + "2026-Q3,3,,\n")
        #expect(outcome.rules == ["ragged-row", "ragged-row"])
        #expect(outcome.values.map(\.value) == [3])
    }

    @Test func `blocks go with rows that are added up`() throws {
        let yaml = """
            title: Records in blocks
            layout: records
            city: {block: "{city}:"}
            period: {constant: 2026-Q1}
            figures: [{measure: ops/spending, aggregate: sum, column: Amount}]
            ignore: [Bill]

            """
        let outcome = try Fixture.run(
            yaml, "Bill,Amount\nSpringfield:,\n1,10\n2,20\nSt. John:,\n3,5\n")
        #expect(
            outcome.values.map { "\($0.city) \($0.value)" } == ["springfield 30.0", "st-john 5.0"])
    }

    @Test func `an empty cell of a filled column repeats the one above`() throws {
        let outcome = try Fixture.run(
            "fill: [City]\n" + Fixture.wideKeys,
            "City,Quarter,Calls,Staff\nSpringfield,2026-Q1,1,2\n,2026-Q2,3,4\n,,,\n"
                + "St. John,2026-Q1,5,6\n ,2026-Q2,7,8\n")
        #expect(
            outcome.values.map { "\($0.city) \($0.period) \($0.value) @\($0.row)" } == [
                "springfield 2026-Q1 1.0 @2", "springfield 2026-Q1 2.0 @2",
                "springfield 2026-Q2 3.0 @3", "springfield 2026-Q2 4.0 @3",
                "st-john 2026-Q1 5.0 @5", "st-john 2026-Q1 6.0 @5",
                "st-john 2026-Q2 7.0 @6", "st-john 2026-Q2 8.0 @6",
            ])
        #expect(outcome.rules == ["blank-row"])
    }

    @Test func `a key that stands twice under blocks is found, and where`() throws {
        let outcome = try Fixture.run(
            keys,
            "Quarter,Figure,Note\nReport of Springfield,,\nLine A,,\n2026-Q1,1,\n2026-Q1,2,\n")
        #expect(outcome.rules == ["duplicate-different", "duplicate-different"])
        #expect(outcome.findings.map(\.row) == [4, 5])
    }
}
