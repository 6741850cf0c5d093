import MetricSpec
import Testing

@testable import Submission

/// The codes of a column that says the measure of each value, beside those of
/// the period before.
@Suite struct FigureCodesTests {
    private static let keys = Fixture.longKeys.replacing(
        "staff: ops/staff", with: "staff: ops/staff, waiting: ops/waiting, spending: ops/spending")

    /// Positions in the fixture's standard.
    private enum Measure: Int32 {
        case calls = 0
        case spending = 1
        case staff = 2
        case waiting = 4
    }

    private struct Known {
        let measure: Measure
        let period: String
        let value: Double
        var city: Int32 = 0
    }

    /// What Springfield reported for the first quarter.
    private static let first = [
        Known(measure: .calls, period: "2026-Q1", value: 400),
        Known(measure: .staff, period: "2026-Q1", value: 50),
        Known(measure: .spending, period: "2026-Q1", value: 9000),
    ]

    /// Reads values of the second quarter, `code,value` a line.
    private func run(
        _ values: String, after known: [Known] = first, keys: String = keys, isKnown: Bool = true
    ) throws -> Outcome {
        let rows = values.split(separator: "\n").map { "Springfield,2026-Q2,\($0)\n" }
        return try run(rows: rows.joined(), after: known, keys: keys, isKnown: isKnown)
    }

    private func run(
        rows: String, after known: [Known], keys: String = keys, isKnown: Bool = true
    ) throws -> Outcome {
        let earlier = try known.map { known in
            EarlierValues.Row(
                measure: known.measure.rawValue, city: known.city, breakdown: 0,
                period: try #require(Period(parsing: known.period)), value: known.value)
        }
        var context = try Fixture.context(earlier: EarlierValues(earlier))
        context.knowsEarlierCodes = isKnown
        return try Fixture.run(keys, "City,Period,Measure,Value\n" + rows, context: context)
    }

    // MARK: Gone

    @Test func `a code that is gone is told with the figure it had`() throws {
        let outcome = try run("calls,410\nstaff,51")
        let finding = try #require(outcome.of(.vanishedCode).first)
        #expect(outcome.rules == ["vanished-code"])
        #expect(
            finding.problem
                == "1 text of \"Measure\" of 2026-Q1 is not in the file, with 1 value then: "
                + "\"spending\" (9000, in ops/spending)")
        #expect(finding.city == "springfield" && finding.period?.text == "2026-Q2")
        #expect(finding.severity == .warning && finding.column == 3 && finding.row == nil)
    }

    @Test func `a code whose value is blank, missing or no number is there`() throws {
        for value in ["", "n/a", "many"] {
            let outcome = try run("calls,410\nstaff,51\nspending,\(value)")
            #expect(outcome.of(.vanishedCode).isEmpty, "\(value)")
        }
    }

    @Test func `what is stored for the period already is not missed`() throws {
        let stored = Known(measure: .spending, period: "2026-Q2", value: 9100)
        #expect(try run("calls,410\nstaff,51", after: Self.first + [stored]).rules == [])
    }

    @Test func `a measure of the two periods before is missed, one of the last alone not`() throws {
        let before = [
            Known(measure: .calls, period: "2025-Q4", value: 390),
            Known(measure: .staff, period: "2025-Q4", value: 50),
        ]
        #expect(try run("calls,410\nstaff,51", after: Self.first + before).rules == [])
        let regular = before + [Known(measure: .spending, period: "2025-Q4", value: 8000)]
        #expect(
            try run("calls,410\nstaff,51", after: Self.first + regular).rules == ["vanished-code"])
    }

    @Test func `nothing is told where some measures alone are known, or names are the codes`()
        throws
    {
        #expect(try run("calls,410\nstaff,51", isKnown: false).rules == [])
        let prefix = Fixture.longKeys.replacing(
            "codes: {calls: ops/calls, staff: ops/staff}", with: "prefix: ops/")
        #expect(try run("calls,410\nstaff,51", keys: prefix).rules == [])
    }

    @Test func `a file with less than half of the codes is another one`() throws {
        #expect(try run("calls,410", after: Self.first).rules == [])
        #expect(try run("calls,410", after: Array(Self.first.prefix(2))).rules == ["vanished-code"])
    }

    @Test func `codes that several cities no longer have are one finding`() throws {
        let other = Self.first.map {
            Known(measure: $0.measure, period: $0.period, value: $0.value, city: 1)
        }
        let outcome = try run(
            rows: "Springfield,2026-Q2,staff,51\nSpringfield,2026-Q2,calls,390\n"
                + "St. John,2026-Q2,staff,52\nSt. John,2026-Q2,spending,8000\n",
            after: Self.first + other)
        #expect(
            outcome.of(.vanishedCode).map(\.problem) == [
                "2 texts of \"Measure\" of 2026-Q1 are not in the file, with 2 values then: "
                    + "\"spending\" (9000, in ops/spending), \"calls\" (400, in ops/calls)"
            ])
        #expect(outcome.of(.vanishedCode).first?.city == nil)
        let both = try run(
            rows: ["Springfield", "St. John"].map {
                "\($0),2026-Q2,staff,51\n\($0),2026-Q2,calls,390\n"
            }.joined(), after: Self.first + other)
        #expect(
            both.of(.vanishedCode).map(\.problem) == [
                "1 text of \"Measure\" of 2026-Q1 is not in the file, with 2 values then: "
                    + "\"spending\" (2 values, 18000 in all, in ops/spending)"
            ])
    }

    // MARK: New

    @Test func `a code that was never reported is an info, one reported once is none`() throws {
        let outcome = try run("calls,410\nstaff,51\nspending,9000\nwaiting,7")
        #expect(
            outcome.of(.newCode).map(\.problem) == [
                "1 text of \"Measure\" is new since 2026-Q1, with 1 value: \"waiting\" "
                    + "(1 value, in ops/waiting)"
            ])
        #expect(outcome.of(.newCode).map(\.severity) == [.info])
        let once = [Known(measure: .waiting, period: "2019-Q3", value: 5)]
        let known = try run(
            "calls,410\nstaff,51\nspending,9000\nwaiting,7", after: Self.first + once)
        #expect(known.of(.newCode).isEmpty)
    }

    @Test func `codes in no list are one finding with their sums, from two values on`() throws {
        let outcome = try run("calls,410\nbulk,12\nbulk,30.5\ntowed,7", isKnown: false)
        #expect(
            outcome.of(.unmappedCode).map(\.problem) == [
                "2 codes are neither mapped nor ignored, with 3 values, 75 % of all: \"bulk\" "
                    + "(2 values, 42.5 in all), \"towed\" (7)"
            ])
        #expect(outcome.of(.unmappedCode).map(\.row) == [3])
        #expect(outcome.of(.unknownCode).count == 3)
        #expect(try run("calls,410\ntowed,7", isKnown: false).rules == ["unknown-code"])
    }

    // MARK: Renamed

    @Test func `a code written nearly as one that is gone is likely that one`() throws {
        let outcome = try run("call,2000\nstaff,51\nspending,9000")
        #expect(outcome.of(.vanishedCode).isEmpty)
        #expect(
            outcome.of(.unmappedCode).first?.remedy?.hasPrefix(
                "Likely: codes: {..., \"call\": ops/calls}, what was \"calls\" before. ") == true)
    }

    @Test func `a code that says the measure's title is likely that one`() throws {
        let keys = Self.keys.replacing("spending: ops/spending", with: "x17: ops/spending")
        let outcome = try run("calls,410\nstaff,51\nSpending,3", keys: keys)
        #expect(
            outcome.of(.unmappedCode).first?.remedy?.hasPrefix(
                "Likely: codes: {..., \"Spending\": ops/spending}, what was \"x17\" before. ")
                == true)
    }

    @Test func `a code with figures within a tenth of one that is gone is likely that one`() throws
    {
        for (value, isAlike) in [("440", true), ("360", true), ("441", false)] {
            let outcome = try run("Total,\(value)\nstaff,51\nspending,9000")
            #expect(outcome.of(.vanishedCode).isEmpty == isAlike, "\(value)")
            let remedy = outcome.of(.unmappedCode).first?.remedy ?? ""
            let likely =
                "Likely: codes: {..., \"Total\": ops/calls}, what was \"calls\" by its figures "
                + "before. "
            #expect(remedy.hasPrefix(likely) == isAlike, "\(value): \(remedy)")
        }
    }

    @Test func `small figures, and two codes with the same, tell nothing`() throws {
        let small = try run("calls,410\nHeads,50\nspending,9000")
        #expect(small.of(.vanishedCode).count == 1 && small.of(.unmappedCode).isEmpty)
        let two = try run("Total,400\nSum,401\nstaff,51\nspending,9000")
        #expect(two.of(.vanishedCode).count == 1)
        #expect(two.of(.unmappedCode).first?.remedy?.hasPrefix("Likely") == false)
    }
}
