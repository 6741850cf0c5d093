import Foundation
import TestFiles
import Testing

/// A workbook and a file of JSON lines on the way from a folder to the
/// warehouse.
@Suite struct WorkbookSubmissionTests {
    private static let book = WorkbookBytes(sheets: [
        .init(name: "Read me", [["Figures of Ashford"]]),
        .init(
            name: "Q3",
            [
                ["city", "period", "population", "offences"],
                ["Ashford", "2026-Q3", 51_000, 510], ["Barton", "2026-Q3", 62_000, "31O"],
            ]),
    ])
    private static let lines = """
        {"city": "Calder", "period": "2026-Q3", "population": 7000, "offences": 14}
        {"city": "Ashford", "period": "2026-Q2", "population": 51000, "offences": null}

        """
    private static let mapping =
        SmallConsortium.wide
        .replacing("*/*/wide*.csv", with: "*/*/book*")
        + "format: {sheet: Q3}\n"

    private func consortium() throws -> SmallConsortium {
        let consortium = try SmallConsortium()
        try consortium.write(Self.mapping, to: "mappings/book.yaml")
        try consortium.write(Self.book.bytes(), to: "submissions/2026-Q3/ashford/book.xlsx")
        try consortium.write(Self.lines, to: "submissions/2026-Q3/calder/book.ndjson")
        return consortium
    }

    @Test func `both are checked, and the cell that is no number is named`() throws {
        let run = try consortium().runLocally("check", "submissions")
        #expect(run.code == 1, "\(run)")
        #expect(
            run.output.contains(
                "book.xlsx, sheet \"Q3\", cell D3: \"31O\" is not a number (letter O)"), "\(run)")
    }

    @Test func `both are loaded, and the finding keeps its sheet`() throws {
        let consortium = try consortium()
        let run = try consortium.run("load", "submissions")
        #expect(run.code == 1, "\(run)")
        // Three figures of the workbook, four values of the JSON, one of them missing.
        #expect(try consortium.count("warehouse.observation") == 7)
        #expect(try consortium.count("warehouse.observation", where: "value is null") == 1)
        #expect(
            try consortium.text("select sheet from intake.finding where rule = 'not-a-number'")
                == "Q3")
        let again = try consortium.run("load", "submissions")
        #expect(again.code == 0, "\(again)")
        #expect(try consortium.count("warehouse.observation") == 7)
    }
}
