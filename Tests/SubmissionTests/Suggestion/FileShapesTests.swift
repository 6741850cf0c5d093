import Tabular
import TestFiles
import Testing

@testable import Submission

@Suite struct FileShapesTests {
    private func drafts(
        _ files: [(String, String)], path: String = "2026-Q1/office/return.zip"
    ) throws -> [Suggestion] {
        let bytes = try WorkbookBytes.zip(files.map { ($0.0, Array($0.1.utf8)) })
        return try Suggester(context: try Fixture.context(), mappings: []).suggestAll(
            SourceFile(name: "return.zip", bytes: bytes), path: path)
    }

    @Test func `files with the same columns get one draft that reads them all`() throws {
        let drafts = try drafts([
            ("springfield.csv", "Calls,Staff\n1,2\n"), ("st-john.csv", "Staff,Calls\n3,4\n"),
            ("notes.txt", "as agreed\n"),
        ])
        let draft = try #require(drafts.first)
        #expect(drafts.count == 1)
        #expect(draft.members == ["springfield.csv", "st-john.csv"])
        #expect(draft.isWhole)
        #expect(draft.rows == 2)
        #expect(draft.text.contains("files: \"*/*/return.zip\""))
        #expect(draft.text.contains("member: \"*.csv\"}"))
        #expect(draft.text.contains("city: {path: \"{city}.csv\"}"))
        #expect(draft.text.contains("period: {path: \"{period}/*/*.zip/*\"}"))
        #expect(draft.text.contains("Left out: notes.txt, since it holds no more than one line"))
        // Where a column stands elsewhere in the second file, its cells are
        // those of the column of that name.
        #expect(draft.columns.map(\.measure) == ["ops/calls", "ops/staff"])
    }

    @Test func `files of several shapes get a draft each, which says what belongs together`() throws
    {
        let drafts = try drafts([
            ("calls-north.csv", "City,Quarter,Calls\nSpringfield,2026-Q1,1\n"),
            ("calls-south.csv", "City,Quarter,Calls\nSt. John,2026-Q1,1\n"),
            ("staff.csv", "City;Quarter;Staff\nSpringfield;2026-Q1;2\n"),
        ])
        #expect(drafts.map(\.members) == [["calls-north.csv", "calls-south.csv"], ["staff.csv"]])
        #expect(drafts.allSatisfy { !$0.isWhole && !$0.text.contains("member:") })
        #expect(drafts[0].text.contains("files: \"*/*/return/calls-*.csv\""))
        #expect(drafts[1].text.contains("files: \"*/*/return/staff.csv\""))
        let said = drafts[0].text.replacing("\n# ", with: " ")
        #expect(said.contains("These belong together, they have the same columns: calls-north.csv"))
        #expect(said.contains("unpack this one into a folder."))
    }

    @Test func `the folder of a sender is no submission, and its files are served one by one`()
        throws
    {
        let drafts = try drafts(
            [("springfield.csv", "Calls\n1\n"), ("st-john.csv", "Calls\n3\n")],
            path: "2026-Q1/office")
        let draft = try #require(drafts.first)
        #expect(drafts.count == 1 && !draft.isWhole && draft.members.count == 2)
        #expect(draft.text.contains("files: \"*/office/*.csv\""))
        #expect(!draft.text.contains("member:"))
    }

    @Test func `headers that differ in their years alone are one shape`() throws {
        let drafts = try drafts(
            [
                ("a.csv", "City,2024 Calls,2024 Staff\nSpringfield,1,2\n"),
                ("b.csv", "City,2025 Calls,2025 Staff\nSpringfield,1,2\n"),
            ], path: "return.zip")
        #expect(drafts.map(\.members) == [["a.csv", "b.csv"]])
        #expect(drafts.first?.text.contains("{column: \"{period} Calls\"") == true)
    }

    @Test func `files whose figures are written otherwise are not one shape`() throws {
        let drafts = try drafts([
            ("a.csv", "City,Quarter,Staff\nSpringfield,2026-Q1,\"1.234,5\"\n"),
            ("b.csv", "City,Quarter,Calls\nSpringfield,2026-Q1,\"1,234.5\"\n"),
        ])
        #expect(drafts.count == 2)
    }

    @Test func `a file by itself is drafted as it was`() throws {
        let file = SourceFile(
            name: "a.csv", bytes: Array("City,Quarter,Calls\nSpringfield,2026-Q1,1\n".utf8))
        let drafts = try Suggester(context: try Fixture.context(), mappings: []).suggestAll(
            file, path: "2026-Q1/springfield/a.csv")
        #expect(drafts.map(\.members) == [[]])
        #expect(drafts.first?.text.contains("member:") == false)
    }
}
