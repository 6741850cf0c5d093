import TestFiles
import Testing

@testable import Tabular

/// Several tables in one file.
@Suite struct TablePartTests {
    private static let csv = "City,Calls\nAshford,1\n"

    private func parts(
        _ file: SourceFile, members: [String]? = nil, sheets: [String]? = nil
    ) throws -> [TablePart] {
        var format = TableFormat()
        format.members = members.flatMap { NameChoice(files: $0) }
        format.sheets = sheets.flatMap { NameChoice(sheets: $0) }
        return try TablePart.all(of: file, format: format)
    }

    @Test func `a file that is one table is its only part`() throws {
        let parts = try parts(SourceFile(name: "a.csv", bytes: Array(Self.csv.utf8)))
        #expect(parts.map(\.member) == [nil])
        #expect(try PartSample.firstCells(parts[0]) == ["2 Ashford"])
    }

    @Test func `files of an archive are read by name, hidden ones and notes are not`() throws {
        let archive = try WorkbookBytes.zip([
            ("b.csv", Array(Self.csv.utf8)), ("a/c.csv", Array(Self.csv.utf8)),
            (".hidden.csv", []), ("__MACOSX/._b.csv", []), ("README.md", []),
        ])
        let parts = try parts(SourceFile(name: "city.zip", bytes: archive))
        #expect(parts.map(\.member) == ["a/c.csv", "b.csv"])
        #expect(try PartSample.firstCells(parts[0]) == ["2 Ashford"])
        #expect(try PartSample.firstCells(parts[1], firstRow: 2) == ["4 Ashford"])
        #expect(try parts[1].open().file.name == "city.zip/b.csv")
    }

    @Test func `a mapping takes and leaves out files by name or path`() throws {
        let file = try PartSample.archive([
            ("a.csv", Self.csv), ("b.txt", Self.csv), ("old/a.csv", Self.csv),
        ])
        #expect(try parts(file, members: ["*.csv"]).map(\.member) == ["a.csv", "old/a.csv"])
        #expect(try parts(file, members: ["*.csv", "!old/*"]).map(\.member) == ["a.csv"])
        #expect(try parts(file, members: ["old/*"]).map(\.member) == ["old/a.csv"])
        #expect(NameChoice(files: ["!old/*"]) == nil)
        let error = #expect(throws: TableError.self) { try parts(file, members: ["*.xlsx"]) }
        #expect(error?.problem == "there is no file named like \"*.xlsx\" in it")
    }

    @Test func `an archive without files says so`() throws {
        let error = #expect(throws: TableError.self) { try parts(PartSample.archive([])) }
        #expect(error?.kind == .empty)
        #expect(error?.description.hasPrefix("city.zip: there is no file in it.") == true)
    }

    @Test func `a damaged file does not keep the others from being read`() throws {
        let whole = try PartSample.archive([("a.csv", Self.csv), ("b.csv", "City\nBexley\n")])
        var bytes = PartSample.bytes(of: whole)
        // The checksum of Bexley's file no longer fits.
        let place = try #require(bytes.indices.first { bytes[$0...].starts(with: "Bexley".utf8) })
        bytes[place] = UInt8(ascii: "X")
        let parts = try parts(SourceFile(name: "city.zip", bytes: bytes))
        #expect(try PartSample.firstCells(parts[0]) == ["2 Ashford"])
        #expect(PartSample.problems(parts) == [nil, "the file b.csv is cut off or damaged"])
    }

    @Test func `an archive that is cut off is refused as a whole`() throws {
        let whole = try PartSample.archive([("a.csv", Self.csv)])
        let file = SourceFile(
            name: "city.zip", bytes: Array(PartSample.bytes(of: whole).dropLast(10)))
        let error = #expect(throws: TableError.self) { try parts(file) }
        #expect(error?.kind == .damaged)
        #expect(error?.problem.hasPrefix("the archive is cut off or damaged") == true)
        #expect(error?.remedy.contains("Pack the files again") == true)
    }

    @Test func `an archive that unpacks to far more than it is is refused`() throws {
        let bomb = try WorkbookBytes.zip([("a.csv", [UInt8](repeating: 48, count: 4 << 20))])
        let error = #expect(throws: TableError.self) {
            try parts(SourceFile(name: "city.zip", bytes: bomb))
        }
        #expect(error?.kind == .tooLarge)
        #expect(error?.problem.hasPrefix("the file a.csv unpacks to") == true)
    }

    @Test func `a name that leads out, a link and a pipe are refused by themselves`() throws {
        let names = ["../a.csv", "/etc/b.csv", "c.csv", "d.csv", "e.csv", "f.csv", "g.csv"]
        let file = try PartSample.archive(
            names.map { ($0, $0 == "f.csv" ? "" : Self.csv) },
            modes: [0o100644, 0o100644, 0o120777, 0o010644, 0o100644, 0o100000, 0o100000])
        let parts = try parts(file)
        #expect(parts.map(\.member) == names)
        let out = "its name leads out of the archive, so that it is not read"
        #expect(
            PartSample.problems(parts) == [
                out, out, "this is a link to another place and is not followed",
                "this is not a regular file", nil, "the file cannot be read", nil,
            ])
    }

    @Test func `of two files with one name none is read`() throws {
        let file = try PartSample.archive([
            ("a.csv", Self.csv), ("b.csv", Self.csv), ("a.csv", "City,Calls\nAshford,2\n"),
        ])
        let parts = try parts(file)
        #expect(parts.map(\.member) == ["a.csv", "b.csv"])
        #expect(
            PartSample.problems(parts) == [
                "2 files in the archive have this name; which of them counts is not known", nil,
            ])
    }

    @Test func `names that differ in case are two files`() throws {
        let file = try PartSample.archive([
            ("a.csv", Self.csv), ("A.csv", "City,Calls\nBexley,1\n"),
        ])
        let parts = try parts(file)
        #expect(parts.map(\.member) == ["A.csv", "a.csv"])
        #expect(try PartSample.firstCells(parts[0]) == ["2 Bexley"])
        #expect(try PartSample.firstCells(parts[1]) == ["2 Ashford"])
    }

    @Test func `an archive in an archive is no table`() throws {
        let inner = try PartSample.archive([("a.csv", Self.csv)])
        let bytes = try WorkbookBytes.zip([("inner.zip", PartSample.bytes(of: inner))])
        let parts = try parts(SourceFile(name: "city.zip", bytes: bytes))
        #expect(PartSample.problems(parts) == ["this is a zip archive, not a table"])
    }

    // MARK: Sheets

    private static func sheet(_ name: String, state: String? = nil) -> WorkbookBytes.Sheet {
        .init(name: name, [["City", "Calls"], [.text(name), 1]], state: state)
    }

    private static let book = WorkbookBytes(sheets: [
        sheet("Notes"), sheet("Ashford"), sheet("Lists", state: "hidden"), sheet("Bexley"),
    ])

    private func sheetNames(_ sheets: [String]) throws -> [String?] {
        let file = SourceFile(name: "c.xlsx", bytes: try Self.book.bytes())
        return try parts(file, sheets: sheets).map { try? $0.open().sheetName }
    }

    @Test func `a pattern takes the visible sheets in the order of their tabs`() throws {
        #expect(try sheetNames(["*"]) == ["Notes", "Ashford", "Bexley"])
        #expect(try sheetNames(["*", "!notes"]) == ["Ashford", "Bexley"])
        #expect(try sheetNames(["B*", "ash?ord"]) == ["Ashford", "Bexley"])
    }

    @Test func `a hidden sheet is read where it is named`() throws {
        #expect(try sheetNames(["Lists", "Ashford"]) == ["Ashford", "Lists"])
    }

    @Test func `one of several sheets that is gone does not keep the others back`() throws {
        let file = SourceFile(name: "c.xlsx", bytes: try Self.book.bytes())
        let parts = try parts(file, sheets: ["Ashford", "Colne"])
        #expect(
            PartSample.problems(parts) == [
                nil,
                "there is no sheet \"Colne\"; there are \"Notes\", \"Ashford\", \"Lists\", "
                    + "\"Bexley\"",
            ])
        let error = #expect(throws: TableError.self) { try self.parts(file, sheets: ["Z*"]) }
        #expect(error?.kind == .sheetMissing)
    }

    @Test func `sheets of workbooks in an archive follow each other`() throws {
        let book = try Self.book.bytes()
        let bytes = try WorkbookBytes.zip([
            ("b.xlsx", book), ("a.csv", Array(Self.csv.utf8)), ("c.xlsx", book),
        ])
        let parts = try parts(
            SourceFile(name: "city.zip", bytes: bytes), sheets: ["*", "!Notes"])
        #expect(
            try parts.map { "\($0.member ?? "") \(try $0.open().sheetName ?? "")" }
                == ["a.csv ", "b.xlsx Ashford", "b.xlsx Bexley", "c.xlsx Ashford", "c.xlsx Bexley"])
    }

    @Test func `only a file of several tables has an archive's format`() throws {
        #expect(throws: TableError.self) {
            try TableReader.open(PartSample.archive([("a.csv", Self.csv)]))
        }
    }
}
