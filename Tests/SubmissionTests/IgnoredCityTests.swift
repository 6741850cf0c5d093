import MetricSpec
import Testing

@testable import Submission

@Suite struct IgnoredCityTests {
    private static let long = Fixture.longKeys.replacing(
        "{column: City}", with: "{column: City, ignore_codes: [England, \"E05*\"]}")

    @Test func `rows of cities that are left out on purpose are counted and no finding`() throws {
        let outcome = try Fixture.run(
            Self.long,
            "City,Period,Measure,Value\nSpringfield,2026-Q1,calls,1\nengland,2026-Q1,calls,2\n"
                + "E0501,soon,calls,many\n")
        #expect(outcome.findings.isEmpty)
        #expect(outcome.values.map(\.value) == [1])
        #expect(outcome.summary.leftOutRows == 2)
    }

    @Test func `another unknown city is still a finding`() throws {
        let outcome = try Fixture.run(
            Self.long, "City,Period,Measure,Value\nE0601,2026-Q1,calls,1\n")
        #expect(outcome.rules == ["unknown-city"])
    }

    @Test func `a city of the consortium is read even where a glob fits its name`() throws {
        let yaml = Fixture.longKeys.replacing(
            "{column: City}", with: "{column: City, ignore_codes: \"*\"}")
        let outcome = try Fixture.run(
            yaml,
            "City,Period,Measure,Value\nSpringfield,2026-Q1,calls,1\nTotal,2026-Q1,calls,1\n")
        #expect(outcome.values.map(\.city) == ["springfield"])
        #expect(outcome.summary.leftOutRows == 1)
    }

    @Test func `records of such cities are left out too`() throws {
        let outcome = try Fixture.run(
            """
            title: Records
            layout: records
            city: {column: City, ignore_codes: Total}
            period: {constant: 2026-Q1}
            figures: [{measure: ops/calls, aggregate: count}]
            """, "City\nSpringfield\nTotal\nSpringfield\n")
        #expect(outcome.findings.isEmpty)
        #expect(outcome.values.map(\.value) == [2])
        #expect(outcome.summary.leftOutRows == 1)
    }

    @Test func `a city that no column holds cannot be left out`() throws {
        let error = #expect(throws: SpecError.self) {
            try Fixture.mapping(
                Fixture.longKeys.replacing(
                    "{column: City}", with: "{constant: springfield, ignore_codes: Total}"))
        }
        #expect(error?.description.contains("only where a column holds them") == true)
    }
}
