import MetricSpec
import Tabular
import TestFiles
import Testing

@testable import Submission

/// Signs beside figures: of currencies, of percent; and percentages that a
/// workbook holds as fractions.
@Suite struct FigureSignsTests {
    private static let percentStyles =
        "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"10\"/></cellXfs>"

    private static func standard() throws -> Standard {
        try Fixture.standard(
            units: "percent: {label: \"%\", dimension: share, factor: 0.01}\n"
                + "  times: {label: times, dimension: share}",
            with: (
                "paid/measures.yaml",
                """
                measures:
                  - name: on-time
                    title: Paid on time
                    definition: Share of bills paid within thirty days.
                    unit: percent
                    kind: stock
                  - name: cover
                    title: Cover
                    definition: Reserves by spending.
                    unit: times
                    kind: stock
                """
            ))
    }

    private static func run(_ bytes: [UInt8], measure: String, more: String = "") throws -> Outcome
    {
        let standard = try standard()
        let yaml = """
            title: One column
            layout: wide
            city: {constant: springfield}
            period: {column: Quarter}
            values: [{column: Figure, measure: \(measure)\(more)}]
            """
        let mapping = try MappingReader.read(
            name: "test", text: yaml, file: "mappings/test.yaml", standard: standard)
        return try Fixture.run(
            SourceFile(name: "a", bytes: bytes), path: "a", mapping: mapping,
            context: IntakeContext(standard: standard, cities: Fixture.cities),
            duplicates: .found)
    }

    private static func text(_ figures: [String], measure: String, more: String = "") throws
        -> Outcome
    {
        let rows = figures.enumerated().map { "\(2000 + $0)-Q1\t\($1)\n" }
        return try run(
            Array(("Quarter\tFigure\n" + rows.joined()).utf8), measure: measure, more: more)
    }

    private static func sheet(_ cells: [TestCell], measure: String, more: String = "") throws
        -> Outcome
    {
        let rows: [[TestCell]] = cells.enumerated().map { [.text("\(2000 + $0)-Q1"), $1] }
        var book = WorkbookBytes(sheets: [.init([["Quarter", "Figure"]] + rows)])
        book.formats = percentStyles
        return try run(book.bytes(), measure: measure, more: more)
    }

    @Test func `a currency's sign or code stands where people write it`() throws {
        let texts = [
            "$1,234.56", "-$1,234.5", "$-1,234.5", "1,234.50 $", "$ 1,234.00", "USD 2,000.00",
            "2,000.00 usd", "($1,234.50)", "$(1,234.50)", "-5.25 $",
        ]
        let outcome = try Self.text(texts, measure: "ops/spending")
        #expect(outcome.rules == ["number-marks-detected"])
        #expect(
            outcome.values.map(\.value) == [
                1234.56, -1234.5, -1234.5, 1234.5, 1234, 2000, 2000, -1234.5, -1234.5, -5.25,
            ])
        #expect(outcome.values.map(\.raw) == texts)
    }

    @Test(arguments: ["€5", "£5", "$5$", "$", "$$5", "5 NOK", "$5%", "5%"])
    func `another sign, or one too many, is no figure`(text: String) throws {
        let outcome = try Self.text([text], measure: "ops/spending")
        #expect(outcome.rules == ["not-a-number"])
    }

    @Test(arguments: ["$5", "5%", "USD 5"])
    func `a sign beside a count is no figure`(text: String) throws {
        #expect(try Self.text([text], measure: "ops/calls").rules == ["not-a-number"])
    }

    @Test func `a percentage becomes what the unit of a share says`() throws {
        let texts = ["12.5 %", "12.5%", "-3%", "% 7", "12.5\u{A0}%", "40"]
        let percent = try Self.text(texts, measure: "paid/on-time")
        #expect(percent.values.map(\.value) == [12.5, 12.5, -3, 7, 12.5, 40])
        let times = try Self.text(["12.5 %", "250%", "0.4"], measure: "paid/cover")
        #expect(times.values.map(\.value) == [0.125, 2.5, 0.4])
        #expect(percent.findings.isEmpty && times.findings.isEmpty)
    }

    @Test func `a percentage is one whatever its column is multiplied by`() throws {
        let outcome = try Self.text(
            ["12.5 %", "0.125"], measure: "paid/on-time", more: ", multiplier: 100")
        #expect(outcome.values.map(\.value) == [12.5, 12.5])
    }

    @Test func `a fraction that a workbook shows as a percentage is one`() throws {
        let cells: [TestCell] = [.number("0.125", style: 1), .number("1", style: 1), 12.5]
        for more in ["", ", unit: percent"] {
            let percent = try Self.sheet(cells, measure: "paid/on-time", more: more)
            #expect(percent.values.map(\.value) == [12.5, 100, 12.5])
            #expect(percent.findings.isEmpty)
        }
        let times = try Self.sheet(cells, measure: "paid/cover")
        #expect(times.values.map(\.value) == [0.125, 1, 12.5])
        let given = try Self.sheet(
            [.number("0.125", style: 1), 0.125], measure: "paid/on-time", more: ", unit: times")
        #expect(given.values.map(\.value) == [12.5, 12.5])
    }

    @Test func `a percentage under a count is a finding, not a hundredth`() throws {
        let outcome = try Self.sheet([.number("0.125", style: 1), 7], measure: "ops/calls")
        #expect(outcome.values.map(\.value) == [7])
        #expect(outcome.rules == ["not-a-number"])
        #expect(
            outcome.findings.first?.problem
                == "the cell is shown as 12.5 %, but the measure is no share")
    }
}
