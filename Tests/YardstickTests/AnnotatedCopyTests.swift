import Foundation
import Testing

/// `check --annotate` and `--html` give the sender's file back.
@Suite struct AnnotatedCopyTests {
    private static let file = "submissions/2026-Q3/ashford/long.csv"
    private static let text =
        "remark,city,period,measure,value\n=1+1,ashford,2026-Q3,people/population,51000\n"
        + "007,ashford,2026-Q3,police/offences,12O\n"

    private func checked(_ more: String...) throws -> (consortium: SmallConsortium, run: Run) {
        let consortium = try SmallConsortium()
        try consortium.write(Self.text, to: Self.file)
        let run = try Yardstick.run(
            ["check", Self.file, "--annotate", "copy.xlsx", "--html", "answer.html"] + more,
            in: consortium.path)
        #expect(run.code == 1, "\(run)")
        return (consortium, run)
    }

    /// A part of the workbook, as `unzip` gives it.
    private func part(_ name: String, of consortium: SmallConsortium) throws -> String {
        let run = try Yardstick.shell("unzip -p copy.xlsx '\(name)'", in: consortium.path)
        #expect(run.code == 0, "\(run)")
        return run.output
    }

    @Test func `a note stands at the cell of each finding and nowhere else`() throws {
        let (consortium, _) = try checked()
        let comments = try part("xl/comments1.xml", of: consortium)
        let places = comments.matches(of: /<comment ref="([A-Z]+[0-9]+)"/).map { String($0.1) }
        #expect(places.sorted() == ["A1", "E3"])
        #expect(comments.contains("TO CORRECT: \"12O\" is not a number"), "\(comments)")
        #expect(comments.contains("PLEASE LOOK: The column is neither mapped"), "\(comments)")
    }

    @Test func `texts stay as they were, and none becomes a formula`() throws {
        let (consortium, _) = try checked()
        let sheet = try part("xl/worksheets/sheet2.xml", of: consortium)
        #expect(!sheet.contains("<f>"))
        #expect(sheet.contains("<t>'=1+1</t>"), "\(sheet)")
        #expect(sheet.contains("<t>007</t>"), "\(sheet)")
        #expect(sheet.contains("<v>51000</v>"), "\(sheet)")
    }

    @Test func `the first sheet is a summary with a link to each place`() throws {
        let (consortium, _) = try checked()
        let book = try part("xl/workbook.xml", of: consortium)
        #expect(book.contains("<sheet name=\"Summary\" sheetId=\"1\""), "\(book)")
        #expect(book.contains("<sheet name=\"long.csv\" sheetId=\"2\""), "\(book)")
        let summary = try part("xl/worksheets/sheet1.xml", of: consortium)
        #expect(summary.contains("1 of 2 values is not accepted"), "\(summary)")
        #expect(summary.contains("location=\"'long.csv'!E3\""), "\(summary)")
    }

    @Test func `two runs give the same bytes`() throws {
        let (consortium, _) = try checked()
        let first = try consortium.scratch.files(below: "consortium")
        let again = try Yardstick.run(
            ["check", Self.file, "--annotate", "copy.xlsx", "--html", "answer.html"],
            in: consortium.path)
        #expect(again.code == 1, "\(again)")
        let second = try consortium.scratch.files(below: "consortium")
        #expect(first["answer.html"] == second["answer.html"])
        #expect(first.keys.sorted() == second.keys.sorted())
    }

    @Test func `the page says what is wrong and what to do`() throws {
        let (consortium, _) = try checked()
        let page = try consortium.scratch.text("consortium/answer.html")
        #expect(page.contains("<h1>long.csv: 1 of 2 values is not accepted</h1>"))
        #expect(page.contains("copy.xlsx"))
    }

    @Test func `a file that is no table comes back as its summary alone`() throws {
        let consortium = try SmallConsortium()
        try consortium.write("%PDF-1.7\n", to: Self.file)
        let run = try Yardstick.run(
            ["check", Self.file, "--annotate", "copy.xlsx"], in: consortium.path)
        #expect(run.code == 1, "\(run)")
        let book = try part("xl/workbook.xml", of: consortium)
        #expect(!book.contains("sheetId=\"2\""), "\(book)")
        let summary = try part("xl/worksheets/sheet1.xml", of: consortium)
        #expect(summary.contains("nothing of this file can be used yet"), "\(summary)")
    }

    @Test func `several files have no copy together`() throws {
        let consortium = try SmallConsortium()
        try consortium.write(Self.text, to: Self.file)
        try consortium.write(Self.text, to: "submissions/2026-Q3/barton/long.csv")
        let run = try Yardstick.run(
            ["check", "submissions", "--annotate", "copy.xlsx"], in: consortium.path)
        #expect(run.code == 64, "\(run)")
        #expect(run.errors.contains("yardstick inbox"), "\(run)")
    }
}
