import MetricSpec
import Tabular
import Testing

@testable import Submission

/// Readings of meters, one column each, in the manner of a building's report.
@Suite struct ReadingTests {
    private static let keys = """
        title: Meters
        layout: records
        format: {delimiter: ";", decimal: ","}
        city: {constant: springfield}
        period: {date: Time, length: month, order: day-month-year}
        ignore: [Outside]
        key: {columns: [Time], repeated: count}
        figures: [{measure: ops/waiting, aggregate: sum, columns: ["Meter *"]}]
        """
    private static let text = """
        Time;Meter A;Meter B;Outside
        31.10.2021 01:00 - 02:00;1,5;10;7
        31.10.2021 02:00 - 02:00;2;20;7
        31.10.2021 02:00 - 03:00;2;30;8
        31.10.2021 03:00 - 04:00;3;;8

        """

    private func readings(
        _ keys: String = Self.keys, _ text: String = Self.text, path: String = "meters.csv"
    ) throws -> ([MappedReading], ReadingSummary) {
        let intake = Intake(
            SourceFile(name: "meters.csv", bytes: Array(text.utf8)), path: path,
            mapping: try Fixture.mapping(keys), context: try Fixture.context(),
            duplicates: .found)
        var all: [MappedReading] = []
        let summary = try intake.readings { all.append($0) }
        return (all, summary)
    }

    @Test func `each cell of several columns is a reading, with its stamp as read`() throws {
        let (all, summary) = try readings()
        #expect(all.count == 7)
        #expect(
            all.prefix(3).map { "\($0.line) \($0.stamp) \($0.key) \($0.text) \($0.value ?? -1)" }
                == [
                    "2 2021-10-31 01:00 Meter A 1,5 1.5", "2 2021-10-31 01:00 Meter B 10 10.0",
                    "3 2021-10-31 02:00 Meter A 2 2.0",
                ])
        #expect(all.allSatisfy { $0.city == "springfield" && $0.measure == "ops/waiting" })
        #expect(Set(all.map(\.period.text)) == ["2021-10"])
        #expect(summary.readings == 7)
        // The hour from two to three is there twice.
        #expect(summary.distinctKeys == 5)
        #expect(summary.findings.map(\.rule) == ["duplicate-record"])
    }

    @Test func `both readings of the doubled hour are in the sum`() throws {
        let outcome = try Fixture.run(Self.keys, Self.text)
        // 1.5 + 2 + 2 + 3 and 10 + 20 + 30.
        #expect(outcome.values.map(\.value) == [68.5])
        #expect(outcome.rules == ["duplicate-record"])
    }

    @Test func `columns that match nothing are missing`() throws {
        let outcome = try Fixture.run(Self.keys.replacing("Meter *", with: "Counter *"), Self.text)
        #expect(outcome.rules.contains("mapped-column-missing"))
    }

    @Test func `records that are counted are readings by their key`() throws {
        let keys = Cases.keys + "key: [Case]\n" + Cases.count
        let (all, summary) = try readings(
            keys, Cases.header + "7,2026-01-05,,road,2\n8,2026-01-06,,road,2\n")
        #expect(all.map(\.key) == ["7", "8"])
        #expect(all.map(\.value) == [1, 1])
        #expect(summary.distinctKeys == 2)
    }

    @Test func `the rows of a ledger are readings by their account`() throws {
        let (all, _) = try readings(
            TrialBalance.keys, TrialBalance.text(100, 20, revenue: 500), path: "2026-Q1/tb.csv")
        #expect(all.map(\.key) == ["100-4100", "100-5100", "100-5200"])
        #expect(all.map(\.value) == [500, 100, 20])
        #expect(all.map(\.stamp) == ["2026-Q1", "2026-Q1", "2026-Q1"])
        #expect(all.map(\.text) == ["500.0", "100.0", "20.0"])
    }

    @Test func `a file of cells has no readings`() throws {
        let (all, summary) = try readings(
            Fixture.longKeys, "City,Period,Measure,Value\nspringfield,2026-Q1,calls,5\n")
        #expect(all.isEmpty)
        #expect(summary.summary.accepted == 1)
    }

    @Test(arguments: [
        ("2021-10-31 02:00 - 02:00", "2021-10-31 02:00"),
        ("2026-03-31T23:59:58Z", "2026-03-31 23:59:58"),
        ("2026-03-31", "2026-03-31"), ("2026-03-31 2:15 PM", "2026-03-31 14:15"),
        ("2026-03-31 12:00:00 AM", "2026-03-31 00:00"), ("2026-03-31 24:00", nil),
        ("2026-03-31 10:61", nil), ("2026-03-31 13:00 PM", nil), ("2026-02-30", nil),
    ])
    func `a moment is a day and the time behind it`(text: String, expected: String?) {
        var text = text
        let moment = text.withUTF8 {
            RecordMoment(UnsafeRawBufferPointer($0), order: .yearMonthDay)
        }
        #expect(moment?.text == expected)
    }
}
