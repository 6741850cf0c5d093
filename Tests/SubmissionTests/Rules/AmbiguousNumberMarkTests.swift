import Testing

@testable import Submission

@Suite struct AmbiguousNumberMarkTests {
    private static func run(
        _ figures: [String], delimiter: String = ",", format: String = ""
    ) throws -> Outcome {
        let keys = """
            title: Wide
            layout: wide
            city: {column: City}
            period: {column: Quarter}
            values: [{column: Spent, measure: ops/spending}]
            """
        let rows = figures.enumerated().map { index, figure in
            "Springfield\(delimiter)\(1_000 + index / 4)-Q\(index % 4 + 1)\(delimiter)\"\(figure)\"\n"
        }
        let head = ["City", "Quarter", "Spent"].joined(separator: delimiter)
        return try Fixture.run(keys + format, head + "\n" + rows.joined())
    }

    @Test func `a point before three digits is a question where nothing answers it`() throws {
        let outcome = try Self.run(["12", "1.234", "2.345"])
        #expect(outcome.rules == ["ambiguous-number-mark"])
        #expect(outcome.findings.first?.severity == .warning)
        #expect(
            outcome.findings.first?.message
                == "springfield.csv, line 3, column C \"Spent\": \"1.234\" can be 1.234 or 1234; "
                + "2 figures of this kind were read with the decimal mark \".\" (assumed). Put "
                + "format: {decimal: \".\", thousands: none} in the mapping if this is right, "
                + "else format: {decimal: \",\", thousands: \".\"}.")
        #expect(outcome.values.map(\.value) == [12, 1.234, 2.345])
    }

    @Test func `a comma before three digits is one, too`() throws {
        let outcome = try Self.run(["1,234", "2,345"])
        #expect(outcome.rules == ["ambiguous-number-mark"])
        #expect(outcome.findings.first?.problem.contains("can be 1234 or 1.234") == true)
        #expect(outcome.values.map(\.value) == [1234, 2345])
    }

    @Test func `where a semicolon parts the cells the comma is taken for decimals`() throws {
        let outcome = try Self.run(["1,234", "2,345"], delimiter: ";")
        #expect(outcome.rules == ["ambiguous-number-mark"])
        #expect(outcome.values.map(\.value) == [1.234, 2.345])
    }

    @Test(arguments: ["12.5", "0.125", "1234.125", "1.2345", ".5", "1,234.5"])
    func `one figure that says it answers for all`(proof: String) throws {
        let outcome = try Self.run(["1.234", proof, "2.345"])
        #expect(!outcome.rules.contains("ambiguous-number-mark"))
        #expect(outcome.values.first?.value == 1.234)
    }

    @Test(arguments: [9_000, 20_000])
    func `an answer far below the first rows counts`(rows: Int) throws {
        let many = Array(repeating: "7", count: rows)
        #expect(try Self.run(["1.234"] + many + ["12.5"]).findings.isEmpty)
        let late = try Self.run(many + ["1.234"])
        #expect(late.rules == ["ambiguous-number-mark"])
        #expect(late.findings.first?.row == rows + 2)
        let other = try Self.run(["1.234"] + many + ["1.234.567"])
        #expect(other.rules.contains("ambiguous-number-mark"))
        #expect(
            other.of(.ambiguousNumberMark).first?.problem.contains(
                "line \(rows + 3) has \"1.234.567\", which speaks for the other") == true)
    }

    @Test func `one count with a point is too little to go by`() throws {
        let head = "City,Quarter,Calls,Staff\nSpringfield,2026-Q1,"
        let one = try Fixture.run(Fixture.wideKeys, head + "1.204,5\n")
        #expect(one.rules == ["ambiguous-number-mark", "fraction-of-a-count"])
        let two = try Fixture.run(Fixture.wideKeys, head + "1.204,3.300\n")
        #expect(two.rules == ["number-marks-detected"])
    }

    @Test func `a mapping that gives the marks is obeyed`() throws {
        let point = try Self.run(["1.234"], format: "\nformat: {decimal: \".\", thousands: none}\n")
        #expect(point.findings.isEmpty)
        #expect(point.values.map(\.value) == [1.234])
        let comma = try Self.run(
            ["1.234"], format: "\nformat: {decimal: \",\", thousands: \".\"}\n")
        #expect(comma.findings.isEmpty)
        #expect(comma.values.map(\.value) == [1234])
        #expect(try Self.run(["1.234"], format: "\nformat: {decimal: \".\"}\n").findings.isEmpty)
        let none = try Self.run(["1.234"], format: "\nformat: {thousands: none}\n")
        #expect(none.findings.isEmpty)
    }

    @Test(arguments: ["1234", "12.34", "01.234", "1.234.56", "1.2340", "-0.125", "word"])
    func `other texts are no question`(text: String) throws {
        #expect(try !Self.run([text]).rules.contains("ambiguous-number-mark"))
    }
}
