import TestFiles
import Testing

@testable import Submission

@Suite struct NumberMarksDetectedTests {
    private static let head = "City;Quarter;Calls;Spent\n"
    private static let keys = """
        title: Wide
        layout: wide
        city: {column: City}
        period: {column: Quarter}
        values:
          - {column: Calls, measure: ops/calls}
          - {column: Spent, measure: ops/spending}
        """

    private static func run(_ cells: [(String, String)], _ format: String = "") throws -> Outcome {
        let rows = cells.enumerated().map { index, cell in
            "Springfield;20\(10 + index)-Q1;\(cell.0);\(cell.1)\n"
        }
        return try Fixture.run(keys + format, head + rows.joined())
    }

    @Test func `a decimal comma and a point between thousands are found, and said`() throws {
        let outcome = try Self.run([("12", "1.204,50"), ("1.300", "17,5"), ("9", "1.000.000")])
        #expect(outcome.values.map(\.value) == [12, 1204.5, 1300, 17.5, 9, 1_000_000])
        #expect(outcome.rules == ["number-marks-detected"])
        #expect(
            outcome.findings.first?.message
                == "springfield.csv: figures are written with decimal mark \",\" and thousands "
                + "mark \".\" (detected from 4 figures with marks, 86 % sure). Put format: "
                + "{decimal: \",\", thousands: \".\"} in the mapping if this is right, or what is.")
    }

    @Test(
        arguments: [
            ("1 204,5", "2\u{202F}000,25", "decimal mark \",\" and thousands mark space"),
            ("1'204.5", "2\u{2019}000.25", "decimal mark \".\" and thousands mark \"'\""),
            ("1,204.5", "2,000.25", "decimal mark \".\" and thousands mark \",\""),
            ("1.204,5", "2.000,25", "decimal mark \",\" and thousands mark \".\""),
        ])
    func `thousands are parted by points, commas, spaces and apostrophes`(
        first: String, second: String, words: String
    ) throws {
        let outcome = try Self.run([("1", first), ("2", second)])
        #expect(outcome.values.map(\.value) == [1, 1204.5, 2, 2000.25])
        #expect(outcome.findings.map { $0.problem.contains(words) } == [true])
    }

    @Test func `groups of two digits are found`() throws {
        let outcome = try Self.run([("1", "12,34,567"), ("2", "1,23,45,678.50"), ("3", "1,234")])
        #expect(outcome.values.map(\.value) == [1, 1_234_567, 2, 12_345_678.5, 3, 1234])
        #expect(outcome.findings.first?.message.contains("grouping: indian") == true)
    }

    @Test func `negative figures of accounts are found`() throws {
        let inside = try Self.run([("1", "(1,204.50)"), ("2", "(17.25)"), ("3", "8.5")])
        #expect(inside.values.map(\.value) == [1, -1204.5, 2, -17.25, 3, 8.5])
        #expect(inside.findings.first?.message.contains("negative: parentheses") == true)
        let behind = try Self.run([("1", "1204.50-"), ("2", "17.25-"), ("3", "8.5")])
        #expect(behind.values.map(\.value) == [1, -1204.5, 2, -17.25, 3, 8.5])
        #expect(behind.findings.first?.message.contains("negative: trailing") == true)
    }

    @Test(arguments: [("12", "17.25"), ("1204", "0.125"), ("", "12"), ("7", "-1204.5")])
    func `numbers as programs write them are no question`(calls: String, spent: String) throws {
        #expect(try Self.run([(calls, spent), (calls, spent)]).findings.isEmpty)
    }

    @Test func `marks that the mapping gives are not looked for`() throws {
        let format = "\nformat: {decimal: \",\", thousands: \".\", negative: sign}\n"
        let outcome = try Self.run([("12", "1.204,50"), ("1.300", "17,5")], format)
        #expect(outcome.values.map(\.value) == [12, 1204.5, 1300, 17.5])
        #expect(outcome.findings.isEmpty)
        let wrong = try Self.run([("1", "1,204.5"), ("2", "2,000.5")], format)
        #expect(wrong.rules == ["not-a-number", "not-a-number"])
    }

    @Test func `a single figure is too little to go by`() throws {
        let outcome = try Self.run([("12", "12,5"), ("13", "14")])
        #expect(outcome.rules == ["not-a-number"])
        #expect(try Self.run([("12", "12,5"), ("13", "14,25")]).rules == ["number-marks-detected"])
    }

    @Test func `a comma in a file with points is a fault of its cell`() throws {
        let outcome = try Self.run([("1", "12.5"), ("2", "14.25"), ("3", "9.5"), ("4", "7,5")])
        #expect(outcome.rules == ["not-a-number"])
        #expect(outcome.values.map(\.value) == [1, 12.5, 2, 14.25, 3, 9.5, 4])
    }

    @Test func `things that are counted one by one come in no fractions`() throws {
        let outcome = try Self.run([("1.204", "3"), ("2.500", "4"), ("1.100", "5")])
        #expect(outcome.values.map(\.value) == [1204, 3, 2500, 4, 1100, 5])
        #expect(outcome.rules == ["number-marks-detected"])
    }

    @Test func `figures far below are read as the first ones`() throws {
        let few = (0..<30).map { _ in ("7", "1.204,50") }
        let many = (0..<50).map { _ in ("7", "17,25") }
        let outcome = try Self.run(few + many)
        #expect(outcome.findings.filter { $0.rule == "number-marks-detected" }.count == 1)
        #expect(outcome.values.last?.value == 17.25)
    }

    @Test func `a number that a workbook holds as one has no marks`() throws {
        let rows: [[TestCell]] = [
            ["City", "Quarter", "Calls", "Spent"], ["Springfield", "2026-Q1", 12, "1.204,50"],
            ["Springfield", "2026-Q2", 13, "2.000,25"], ["Springfield", "2026-Q3", 14, 1.204],
        ]
        let book = try WorkbookBytes(sheets: [.init(rows)]).bytes()
        for format in ["", "\nformat: {decimal: \",\", thousands: \".\"}\n"] {
            let outcome = try Fixture.run(Self.keys + format, bytes: book, path: "a.xlsx")
            #expect(outcome.values.map(\.value) == [12, 1204.5, 13, 2000.25, 14, 1.204])
        }
    }
}
