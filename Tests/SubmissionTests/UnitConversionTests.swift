import MetricSpec
import Tabular
import Testing

@testable import Submission

/// The issues of a mapping's text.
private func issues(_ yaml: String) throws -> [String] {
    do {
        _ = try Fixture.mapping(yaml)
        return []
    } catch let error as SpecError {
        return error.issues.map(\.description)
    }
}

@Suite struct UnitConversionTests {
    private static let wide = """
        title: Wide
        layout: wide
        city: {column: City}
        period: {column: Quarter}
        values:
          - {column: Waiting, measure: ops/waiting, unit: hours}
          - {column: Spent, measure: ops/spending, unit: thousand-usd}
        """
    private static let long = """
        title: Long
        layout: long
        city: {column: City}
        period: {column: Quarter}
        measure: {column: What, codes: {w: ops/waiting}}
        value: {column: Value, unit: hours}
        """

    @Test func `figures in another unit become the measure's, with their own text kept`() throws {
        let outcome = try Fixture.run(
            Self.wide, "City,Quarter,Waiting,Spent\nSpringfield,2026-Q1,0.1,1.0049\n")
        #expect(outcome.values.map(\.value) == [6, 1004.9])
        #expect(outcome.values.map(\.raw) == ["0.1", "1.0049"])
        #expect(outcome.findings.isEmpty)
    }

    @Test func `a multiplier comes on top of the unit`() throws {
        let yaml = Self.wide.replacing("unit: hours}", with: "unit: hours, multiplier: 1000}")
        let outcome = try Fixture.run(
            yaml, "City,Quarter,Waiting,Spent\nSpringfield,2026-Q1,0.7,1\n")
        #expect(outcome.values.map(\.value) == [42_000, 1000])
    }

    @Test func `the unit of a long file holds for every row`() throws {
        let outcome = try Fixture.run(
            Self.long, "City,Quarter,What,Value\nSpringfield,2026-Q1,w,1.5\n")
        #expect(outcome.values.map(\.value) == [90])
    }

    @Test func `figures of one column become the unit that each measure has`() throws {
        let standard = try StandardReader.read([
            ("standard.yaml", "id: t\nversion: 1.0.0\ntitle: T\n"),
            (
                "units.yaml",
                """
                dimensions: {time: {definition: How long it takes.}}
                units: {minutes: {label: min, dimension: time},
                        hours: {label: h, dimension: time, factor: 60},
                        days: {label: d, dimension: time, factor: 1440}}
                """
            ),
            ("services.yaml", "services: {}\n"),
            (
                "t/measures.yaml",
                """
                measures:
                  - {name: a, title: A, definition: In minutes., unit: minutes, kind: flow}
                  - {name: b, title: B, definition: In hours., unit: hours, kind: flow}
                  - {name: c, title: C, definition: In days., unit: days, kind: flow}
                """
            ),
        ])
        let mapping = try MappingReader.read(
            name: "m",
            text: """
                title: T
                layout: long
                city: {constant: springfield}
                period: {constant: 2026-Q1}
                measure: {column: What, prefix: t/}
                value: {column: Value, unit: hours}
                """, file: "mappings/m.yaml", standard: standard)
        let outcome = try Fixture.run(
            SourceFile(name: "a.csv", bytes: Array("What,Value\na,36\nb,36\nc,36\n".utf8)),
            path: "a.csv", mapping: mapping,
            context: IntakeContext(standard: standard, cities: Fixture.cities),
            duplicates: .found)
        #expect(outcome.values.map(\.value) == [2160, 36, 1.5])
        #expect(outcome.values.map(\.raw) == ["36", nil, "36"])
    }

    @Test func `a unit of another dimension is a fault with its place`() throws {
        #expect(
            try issues(Self.wide.replacing("unit: hours", with: "unit: usd")) == [
                "mappings/test.yaml:6:51: values[0].unit: usd (money) cannot be converted to "
                    + "minutes (time), the unit of ops/waiting. Expected minutes, hours, days."
            ])
    }

    @Test func `a unit that the standard has not is a fault with the one that was meant`() throws {
        #expect(
            try issues(Self.long.replacing("unit: hours", with: "unit: hour")) == [
                "mappings/test.yaml:6:30: value.unit: the standard test 1.0.0 has no unit "
                    + "\"hour\". Did you mean \"hours\"?"
            ])
    }

    @Test func `the unit of a long file must fit every measure that it can name`() throws {
        let codes = Self.long.replacing("{w: ops/waiting}", with: "{w: ops/waiting, c: ops/calls}")
        #expect(
            try issues(codes) == [
                "mappings/test.yaml:6:30: value.unit: hours (time) cannot be converted to count "
                    + "(count), the unit of ops/calls. Expected count."
            ])
        let prefix = Self.long.replacing("codes: {w: ops/waiting}", with: "prefix: ops/")
        #expect(try issues(prefix).count == 4)
    }

    @Test func `the plausible range is asked in the measure's unit`() throws {
        let yaml = Fixture.wideKeys.replacing(
            "measure: ops/calls", with: "measure: ops/calls, unit: count, multiplier: 12")
        let outcome = try Fixture.run(
            yaml, "City,Quarter,Calls,Staff\nSpringfield,2026-Q1,416,1\nSpringfield,2026-Q2,417,1\n"
        )
        #expect(outcome.values.map(\.value) == [4992, 1, 5004, 1])
        #expect(outcome.rules == ["outside-plausible-range"])
    }
}
