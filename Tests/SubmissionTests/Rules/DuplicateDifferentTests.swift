import Testing

@testable import Submission

@Suite struct DuplicateDifferentTests {
    @Test func `two figures for one key are both rejected`() throws {
        let outcome = try Fixture.run(
            Fixture.longKeys,
            "City,Period,Measure,Value\nSpringfield,2026-Q2,calls,5\nSt. John,2026-Q1,calls,5\n"
                + "Springfield,2026-Q2,calls,6\nSpringfield,2026-Q2,calls,5\n")
        #expect(outcome.rules == Array(repeating: "duplicate-different", count: 3))
        #expect(outcome.findings.map(\.row) == [2, 4, 5])
        #expect(
            outcome.findings.first?.message
                == "springfield.csv, line 2, column D \"Value\": ops/calls of springfield for "
                + "2026-Q2 is \"5\" here and \"6\" in line 4. Expected one figure. Send one "
                + "figure; none of them was accepted.")
        #expect(outcome.summary.accepted == 1)
        #expect(outcome.summary.rejected == 3)
    }

    @Test func `another period, city, measure or variant is another key`() throws {
        let yaml = Fixture.longKeys + "\nvariant: {column: Kind}\n"
        let outcome = try Fixture.run(
            yaml,
            "City,Period,Measure,Value,Kind\nSt. John,2026-Q1,staff,1,\n"
                + "Springfield,2026-Q1,staff,2,\nSpringfield,2026-Q1,calls,3,\n"
                + "Springfield,2026-01,calls,4,\nSpringfield,2026-01,calls,5,budget\n")
        #expect(outcome.findings.isEmpty)
        #expect(outcome.summary.accepted == 5)
    }

    @Test func `a figure and a blank are two things`() throws {
        let outcome = try Fixture.run(
            Fixture.longKeys,
            "City,Period,Measure,Value\nSpringfield,2026-Q2,calls,0\nSpringfield,2026-Q2,calls,\n")
        #expect(outcome.rules == ["duplicate-different", "duplicate-different"])
        #expect(outcome.summary.accepted == 0)
        #expect(outcome.summary.missing == 0)
    }

    @Test func `one figure on two bases is two things`() throws {
        let outcome = try Fixture.run(
            Fixture.longKeys + "\ncost_basis: {column: Cost}\n",
            "City,Period,Measure,Value,Cost\nSpringfield,2026-Q2,calls,5,full\n"
                + "Springfield,2026-Q2,calls,5,direct\n")
        #expect(outcome.rules == ["duplicate-different", "duplicate-different"])
        let equal = try Fixture.run(
            Fixture.longKeys + "\ncost_basis: {column: Cost}\n",
            "City,Period,Measure,Value,Cost\nSpringfield,2026-Q2,calls,5,full\n"
                + "Springfield,2026-Q2,calls,5,full\n")
        #expect(equal.rules == ["duplicate-equal"])
    }

    @Test func `a key that comes again a thousand rows later is found`() throws {
        var text = "City,Period,Measure,Value\n"
        for year in 1001...9000 { text += "Springfield,\(year)-Q1,calls,1\n" }
        let outcome = try Fixture.run(
            Fixture.longKeys, text + "Springfield,5000-Q1,calls,2\n")
        #expect(outcome.findings.map(\.row) == [4_001, 8_002])
        #expect(outcome.summary.accepted == 7_999)
    }
}
