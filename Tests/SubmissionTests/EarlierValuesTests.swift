import MetricSpec
import Testing

@testable import Submission

@Suite struct EarlierValuesTests {
    private func period(_ text: String) throws -> Period { try #require(Period(parsing: text)) }

    private func row(
        _ measure: Int32, _ city: Int32, _ breakdown: Int32, _ text: String, _ value: Double
    ) throws -> EarlierValues.Row {
        EarlierValues.Row(
            measure: measure, city: city, breakdown: breakdown, period: try period(text),
            value: value)
    }

    @Test func `every value is found by its key a year later, whatever the order`() throws {
        var rows: [EarlierValues.Row] = []
        for measure in Int32(0)..<5 {
            for city in Int32(0)..<7 {
                for breakdown in Int32(0)..<3 {
                    for quarter in 1...4 {
                        let value = Double(measure * 1000 + city * 100 + breakdown * 10)
                        rows.append(
                            try row(
                                measure, city, breakdown, "2025-Q\(quarter)",
                                value + Double(quarter)))
                    }
                }
            }
        }
        var random = SeededGenerator(state: 3)
        let earlier = EarlierValues(rows.shuffled(using: &random))
        #expect(earlier.count == rows.count)
        for row in rows {
            let later = try #require(
                Period(start: row.period.start, months: 3).flatMap {
                    Period(
                        year: Int($0.firstMonth) / 12 + 1, month: Int($0.firstMonth) % 12 + 1,
                        months: 3)
                })
            #expect(
                earlier.value(
                    measure: row.measure, city: row.city, breakdown: row.breakdown,
                    yearBefore: later) == row.value)
        }
    }

    @Test func `another measure, city, group, start or length is another key`() throws {
        let earlier = EarlierValues([try row(1, 2, 3, "2025-Q1", 7)])
        func value(_ measure: Int32, _ city: Int32, _ breakdown: Int32, _ text: String) throws
            -> Double?
        {
            earlier.value(
                measure: measure, city: city, breakdown: breakdown, yearBefore: try period(text))
        }
        #expect(try value(1, 2, 3, "2026-Q1") == 7)
        #expect(try value(0, 2, 3, "2026-Q1") == nil)
        #expect(try value(1, 1, 3, "2026-Q1") == nil)
        #expect(try value(1, 2, 0, "2026-Q1") == nil)
        #expect(try value(1, 2, 3, "2026-Q2") == nil)
        #expect(try value(1, 2, 3, "2026-01") == nil)
        #expect(try value(1, 2, 3, "2025-Q1") == nil)
    }

    @Test func `of two values for one key the last one counts`() throws {
        let earlier = EarlierValues([
            try row(0, 0, 0, "2025-Q1", 1), try row(1, 0, 0, "2025-Q1", 5),
            try row(0, 0, 0, "2025-Q1", 2),
        ])
        #expect(earlier.count == 2)
        #expect(
            earlier.value(measure: 0, city: 0, breakdown: 0, yearBefore: try period("2026-Q1"))
                == 2)
    }

    @Test func `no values answer nothing`() throws {
        #expect(
            EarlierValues([]).value(
                measure: 0, city: 0, breakdown: 0, yearBefore: try period("2026-Q1")) == nil)
    }

    @Test func `only measures with a change limit are asked for`() throws {
        let standard = try Fixture.standard()
        let ids = EarlierValues.measures(of: standard).map { standard.measures[Int($0)].id }
        #expect(ids == ["ops/visits"])
    }
}
