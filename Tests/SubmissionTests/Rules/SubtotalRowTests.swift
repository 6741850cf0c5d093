import Testing

@testable import Submission

@Suite struct SubtotalRowTests {
    private static func run(_ city: String) throws -> Outcome {
        try Fixture.run(
            Fixture.wideKeys,
            "City,Quarter,Calls,Staff\nSpringfield,2026-Q1,10,4\n\(city),2026-Q1,30,9\n")
    }

    @Test(arguments: ["Total", "Grand total", "TOTAL (all cities)", "Sub-Total", "I alt", "Summe"])
    func `a row of totals in the place of a city is left out, and it is said`(city: String) throws {
        let outcome = try Self.run(city)
        #expect(outcome.rules == ["subtotal-row"])
        #expect(
            outcome.findings.first?.problem
                == "1 row is no city's but a total, beginning with \"\(city)\", and was left out "
                + "(detected)")
        #expect(outcome.values.count == 2)
        #expect(outcome.summary.values == 2)
        #expect(outcome.summary.rejected == 0)
        #expect(outcome.summary.leftOutRows == 1)
    }

    @Test func `a city that is not known is no total`() throws {
        #expect(try Self.run("Totalville").rules == ["unknown-city"])
    }

    @Test func `a total that cities.csv knows as a city is one`() throws {
        #expect(try Self.run("St. John").rules == [])
    }

    @Test func `several rows of totals are one finding`() throws {
        let outcome = try Self.run("Total,2026-Q1,1,1\nTotal of all")
        #expect(outcome.findings.map(\.row) == [3])
        #expect(outcome.summary.leftOutRows == 2)
    }
}
