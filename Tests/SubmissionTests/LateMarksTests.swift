import Testing

@testable import Submission

/// Marks of numbers that first stand behind the rows which are looked at
/// before a file is read: 8,192.
@Suite struct LateMarksTests {
    private static let keys = """
        title: Long
        layout: long
        city: {constant: springfield}
        period: {column: Quarter}
        measure: {constant: ops/spending}
        value: {column: Spent}
        breakdown: {column: Group, list: age, codes: {all: total}}
        """
    private static let plain = 9_000

    /// Plain figures, then the others; each in a month of its own.
    private static func run(
        _ late: [String], plain figure: String = "7", _ format: String = "",
        layout: String = keys
    ) throws -> Outcome {
        let figures = Array(repeating: figure, count: plain) + late
        let rows = figures.enumerated().map { index, figure in
            "\(1_000 + index / 12)-\(index % 12 < 9 ? "0" : "")\(index % 12 + 1);all;\(figure)\n"
        }
        return try Fixture.run(layout + format, "Quarter;Group;Spent\n" + rows.joined())
    }

    private static func values(_ outcome: Outcome) -> [Double] {
        outcome.values.dropFirst(plain).map(\.value)
    }

    @Test(
        arguments: [
            (
                ["1.204,50", "17,25"], [1204.5, 17.25],
                "decimal mark \",\" and thousands mark \".\""
            ),
            (["1,204.50", "1,000,000"], [1204.5, 1_000_000], "thousands mark \",\""),
            (["1 204", "2 000 000"], [1204, 2_000_000], "thousands mark space"),
            (["(12)", "(13.5)"], [-12, -13.5], "parentheses around negative numbers"),
            (["12-", "13.5-"], [-12, -13.5], "a minus behind negative numbers"),
        ])
    func `marks that only one way of writing has are read where they first stand`(
        late: [String], values: [Double], words: String
    ) throws {
        let outcome = try Self.run(late)
        #expect(Self.values(outcome) == values)
        #expect(outcome.of(.notANumber).isEmpty)
        let found = outcome.of(.numberMarksDetected)
        #expect(found.count == 1)
        let finding = try #require(found.first)
        #expect(finding.row == Self.plain + 2)
        #expect(finding.problem.contains("has a mark that no figure above has; from here on"))
        #expect(finding.problem.contains(words))
    }

    @Test func `a single figure is too little to go by, and names the key that reads it`() throws {
        let outcome = try Self.run(["12,5"])
        #expect(outcome.rules == ["not-a-number"])
        #expect(
            outcome.findings.first?.message
                == "springfield.csv, line 9002, column C \"Spent\": \"12,5\" is not a number (a "
                + "comma, which no figure above has). Expected a number like 1204.5 (decimal mark "
                + "\".\" by default). Put decimal: \",\" under format: in the mapping if it is the "
                + "decimal mark.")
    }

    @Test func `a mark that can be either is refused, and later ones say where it began`() throws {
        let outcome = try Self.run(["1,204", "3,500"])
        #expect(outcome.rules == ["not-a-number", "not-a-number"])
        #expect(Self.values(outcome).isEmpty)
        #expect(
            outcome.findings[0].remedy
                == "Put thousands: \",\" under format: in the mapping if it parts thousands, "
                + "decimal: \",\" if it is the decimal mark")
        #expect(outcome.findings[1].problem.contains("first seen in line 9002"))
    }

    @Test func `a mark that can be either parts thousands where points were decimal marks`() throws
    {
        let outcome = try Self.run(["1,204", "3,500"], plain: "7.5")
        #expect(Self.values(outcome) == [1204, 3500])
    }

    @Test func `a decimal mark that contradicts the first rows is no number`() throws {
        let outcome = try Self.run(["1.204,50", "17,25"], plain: "7.5")
        #expect(outcome.rules == ["not-a-number", "not-a-number"])
        #expect(Self.values(outcome).isEmpty)
    }

    @Test func `a decimal mark that contradicts what stands between is no number`() throws {
        let between = Array(repeating: "7.25", count: 8_192)
        let outcome = try Self.run(between + ["1.204,50", "17,25"])
        #expect(Set(outcome.rules) == ["not-a-number"])
        #expect(outcome.values.count == Self.plain + 8_192)
    }

    @Test func `what was read before another decimal mark showed is told`() throws {
        let between = Array(repeating: "1.204", count: 8_192)
        let outcome = try Self.run(between + ["1.204,50", "17,25"])
        #expect(outcome.rules.contains("ambiguous-number-mark"))
        let finding = try #require(outcome.of(.ambiguousNumberMark).first)
        #expect(finding.problem.contains("which speaks for the other"))
    }

    @Test func `marks that the mapping gives are not looked for`() throws {
        let outcome = try Self.run(
            ["1.204,50", "17,25"], "\nformat: {decimal: \".\", thousands: none, negative: sign}")
        #expect(outcome.rules == ["not-a-number", "not-a-number"])
        #expect(outcome.findings.allSatisfy { $0.remedy?.hasPrefix("Put") != true })
    }

    @Test func `rows that are added up are read by the same marks`() throws {
        let keys = """
            title: Records
            layout: records
            city: {constant: springfield}
            period: {date: Quarter, length: year}
            figures: [{measure: ops/spending, aggregate: sum, column: Spent}]
            ignore: [Group]
            """
        let days = (0..<Self.plain).map { _ in "2026-01-02;all;1\n" }
        let late = ["2026-01-03;all;(1 204,50)\n", "2026-01-03;all;(17,25)\n"]
        let outcome = try Fixture.run(
            keys, "Quarter;Group;Spent\n" + (days + late).joined())
        #expect(outcome.values.map(\.value) == [Double(Self.plain) - 1204.5 - 17.25])
        #expect(outcome.findings.contains { $0.rule == "number-marks-detected" })
    }
}
