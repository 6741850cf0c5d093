import MetricSpec
import Testing

@testable import Consortium

/// What a consortium says of a standard without refusing it.
@Suite struct AdviceTests {
    private static let header = """
        id: a
        name: A
        standard: 0.1.0
        calendar: {year_starts: 7}

        """

    private func standard(_ change: String = "") throws -> Standard {
        try StandardReader.read([
            ("standard.yaml", "id: s\nversion: 2.0.0\ntitle: S\n"),
            (
                "units.yaml",
                """
                dimensions: {count: {definition: Calls and the like., counted: true}}
                units: {count: {label: calls, dimension: count}}
                """
            ),
            (
                "services.yaml",
                """
                services:
                  fire: {title: Fire, definition: Puts out fires.}
                  parks: {title: Parks, definition: Keeps parks.}
                """
            ),
            (
                "prices.yaml",
                "series: {cpi: {title: CPI, definition: Consumer prices., base: \"2017\"}}\n"
            ),
            (
                "ops/measures.yaml",
                """
                measures:
                  - {name: a, title: A, definition: Counts a., unit: count, kind: flow,
                     service: fire, minutes: 30}
                  - {name: b, title: B, definition: Counts b., unit: count, kind: flow,
                     service: fire, minutes: 30.5\(change)}
                  - {name: c, title: C, definition: Counts c., unit: count, kind: flow,
                     service: parks}
                  - {name: d, title: D, definition: Counts d., unit: count, kind: flow, minutes: 5}
                """
            ),
        ])
    }

    private func advice(
        _ more: String, change: String = "", files: [String: String] = [:]
    ) throws -> [String] {
        let consortium = try SampleFolder.read(
            ["consortium.yaml": Self.header + more].merging(files) { $1 })
        return consortium.advice(on: try standard(change))
    }

    @Test func `minutes are added up by service, those of no service first`() throws {
        let burden = try SampleFolder.read().burden(of: try standard())
        #expect(burden.map(\.service) == [nil, "fire"])
        #expect(burden.map(\.minutes) == [5, 60.5])
    }

    @Test(arguments: [("60", 1), ("60.5", 0), ("4", 2)])
    func `a service that costs more than the ceiling is named`(ceiling: String, count: Int) throws {
        #expect(try advice("burden: {minutes_per_service: \(ceiling)}\n").count == count)
    }

    @Test func `the advice on burden names both figures and the key`() throws {
        #expect(
            try advice("burden: {minutes_per_service: 4}\n") == [
                "the measures of no service cost a city 5 minutes a quarter, more than the 4 that "
                    + "consortium.yaml allows under burden.",
                "the measures of fire cost a city 60.5 minutes a quarter, more than the 4 that "
                    + "consortium.yaml allows under burden.",
            ])
    }

    @Test func `without a ceiling nothing is too much`() throws {
        #expect(try SampleFolder.read(["consortium.yaml": Self.header]).burdenMinutes == nil)
        #expect(try advice("") == [])
    }

    @Test(arguments: ["0", "-1"])
    func `a ceiling is above 0`(minutes: String) throws {
        let faults = SampleFolder.faults([
            "consortium.yaml": Self.header + "burden: {minutes_per_service: \(minutes)}\n"
        ])
        #expect(
            faults == [
                "consortium.yaml:5:31: burden.minutes_per_service: \(minutes).0 is no number of "
                    + "minutes. Expected one above 0."
            ])
    }

    @Test func `a change inside the fiscal year is named, one at its start is not`() throws {
        func change(_ date: String, _ more: String = "") -> String {
            ", changes: [{version: 2.0.0, date: \(date), what: It is new., "
                + "comparable: false\(more)}]"
        }
        #expect(try advice("", change: change("2026-07-01")) == [])
        #expect(try advice("", change: change("2026-10-01", ", correction: true")) == [])
        #expect(
            try advice("", change: change("2026-10-01")) == [
                "ops/b: the change of 2026-10-01 falls inside a fiscal year, which begins in month "
                    + "7. Let it begin with a year, or say that it is a correction."
            ])
    }

    @Test(
        arguments: [
            ("cpi,2017,100,2018-01-01,", 0), ("cpi,2018,102,2019-01-01,", 1), ("", 0),
            ("cpi,2016-07/P1Y,99,2018-01-01,\ncpi,2017-07/P1Y,101,2018-01-01,", 0),
            ("cpi,2017-Q1,99,2018-01-01,\ncpi,2017-Q2,100,2018-01-01,", 1),
        ])
    func `an index that does not cover its base is named`(rows: String, count: Int) throws {
        let text = "series,period,value,vintage,source\n\(rows)\n"
        let found = try advice("", files: ["prices.csv": text])
        #expect(found.count == count)
        for line in found {
            #expect(
                line == "prices.csv does not cover 2017, the base of cpi: nothing can be put into "
                    + "its prices.")
        }
    }
}
