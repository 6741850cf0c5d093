import Foundation
import Glibc
import TestFiles
import Testing

/// Several tables as one submission: archives, folders, sheets of a workbook,
/// from the file to the lineage.
@Suite struct PartSubmissionTests {
    private static let head = "city,period,population,offences\n"
    private static let ashford = head + "Ashford,2026-Q3,51000,510\n"
    private static let barton = head + "Calder,2026-Q3,7000,7\nBarton,2026-Q3,62000,31O\n"
    private static let mapping =
        SmallConsortium.wide.replacing("*/*/wide*.csv", with: "*/*/parts*")
        + "format: {member: \"*.csv\"}\n"
    private static let folder = "submissions/2026-Q3/ashford/parts"
    private static let lineage = """
        select string_agg(
            city || ' ' || file || ' ' || coalesce(sheet, '-') || ' ' || source_row || ':'
                || source_column, '; ' order by city)
        from member.lineage where measure = 'police/offences'
        """

    private func consortium(_ files: [(name: String, text: String)] = []) throws -> SmallConsortium
    {
        let consortium = try SmallConsortium()
        try consortium.write(Self.mapping, to: "mappings/parts.yaml")
        for file in files { try consortium.write(file.text, to: Self.folder + "/" + file.name) }
        return consortium
    }

    private func zipped(_ files: [(String, String)]) throws -> SmallConsortium {
        let consortium = try consortium()
        let bytes = try WorkbookBytes.zip(files.map { ($0.0, Array($0.1.utf8)) })
        try consortium.write(bytes, to: Self.folder + ".zip")
        return consortium
    }

    // MARK: Archives

    @Test func `an archive is one submission, and lineage names file and row`() throws {
        let consortium = try zipped([("b.csv", Self.barton), ("a.csv", Self.ashford)])
        let run = try consortium.run("load", "submissions")
        #expect(run.code == 1, "\(run)")
        #expect(
            run.output.contains("parts.zip/b.csv, line 3, column D \"offences\": \"31O\""), "\(run)"
        )
        #expect(try consortium.count("intake.submission") == 1)
        #expect(
            try consortium.text(
                "select member || ' ' || source_row from intake.finding") == "b.csv 3")
        #expect(try consortium.run("compare", "2026-Q3").code == 0)
        #expect(
            try consortium.text(Self.lineage)
                == "ashford \(Self.folder).zip/a.csv - 2:4; calder \(Self.folder).zip/b.csv - 2:4")
        let again = try consortium.run("load", "submissions")
        #expect(again.code == 0 && again.output.contains("nothing changed"), "\(again)")
    }

    @Test func `check says in JSON which file a finding stands in`() throws {
        let consortium = try zipped([("b.csv", Self.barton), ("a.csv", Self.ashford)])
        let run = try consortium.runLocally("check", "submissions", "--format", "json")
        let file = try #require(try run.list("files").first)
        let findings = try #require(file["findings"] as? [[String: any Sendable]])
        #expect(findings.map { $0["member"] as? String } == ["b.csv"])
        #expect(findings.map { $0["row"] as? Int } == [3])
        let groups = try #require(file["groups"] as? [[String: any Sendable]])
        #expect(groups.map { $0["places"] as? String } == ["line 3"])
    }

    @Test func `a file of another shape or broken is said, and the others are loaded`() throws {
        let consortium = try zipped([
            ("a.csv", Self.ashford), ("b.csv", "name,size\nx,1\n"), ("c.csv", "\"city,x\n"),
            ("d.csv", Self.barton),
        ])
        let run = try consortium.run("load", "submissions")
        #expect(run.code == 1, "\(run)")
        #expect(run.output.contains("parts.zip/b.csv, line 1: the column \"city\""), "\(run)")
        #expect(run.output.contains("parts.zip/c.csv, line 1"), "\(run)")
        #expect(try consortium.count("warehouse.observation") == 5)
        #expect(
            try consortium.text("select part_member from intake.submission")
                == "{a.csv,b.csv,d.csv}")
    }

    @Test func `a bomb is a rejected submission with its reason`() throws {
        let consortium = try consortium()
        let bomb = try WorkbookBytes.zip([("a.csv", [UInt8](repeating: 48, count: 4 << 20))])
        try consortium.write(bomb, to: Self.folder + ".zip")
        let run = try consortium.run("load", "submissions")
        #expect(run.code == 1, "\(run)")
        #expect(
            run.output.contains("fatal: \(Self.folder).zip: the file a.csv unpacks to"), "\(run)")
        #expect(try consortium.count("intake.submission", where: "is_rejected") == 1)
        #expect(try consortium.count("warehouse.observation") == 0)
    }

    @Test func `figures that two files give are found by check and load alike`() throws {
        let consortium = try zipped([
            ("a.csv", Self.ashford), ("b.csv", Self.head + "\nAshford,2026-Q3,51000,511\n"),
        ])
        let check = try consortium.runLocally("check", "submissions", "--all")
        let load = try consortium.run("load", "submissions")
        let words = [
            "parts.zip/b.csv, line 3, column C \"population\": people/population of ashford for "
                + "2026-Q3 is given again, with the same figure as in line 2 of a.csv",
            "is \"510\" here and \"511\" in line 3 of b.csv",
            "is \"511\" here and \"510\" in line 2 of a.csv",
        ]
        for word in words {
            #expect(check.output.contains(word), "\(check)")
        }
        #expect(load.code == 1)
        #expect(
            try consortium.text(
                """
                select string_agg(
                    problem, '; ' order by member, source_row, source_column)
                from intake.finding where rule = 'duplicate-different'
                """)
                == "police/offences of ashford for 2026-Q3 is \"510\" here and \"511\" in line 3 "
                + "of b.csv; police/offences of ashford for 2026-Q3 is \"511\" here and \"510\" "
                + "in line 2 of a.csv")
        #expect(try consortium.count("warehouse.observation") == 1)
    }

    @Test func `a correction says which file of the archive has the new figure`() throws {
        let consortium = try zipped([("a.csv", Self.ashford), ("b.csv", Self.barton)])
        _ = try consortium.run("load", "submissions")
        let mended = try WorkbookBytes.zip([
            ("a.csv", Array(Self.ashford.utf8)),
            ("b.csv", Array((Self.head + "Calder,2026-Q3,7000,8\n").utf8)),
        ])
        try consortium.write(mended, to: Self.folder + ".zip")
        let run = try consortium.run("load", "submissions")
        #expect(run.output.contains("7 -> 8 (line 2 of b.csv, was submission 1)"), "\(run)")
    }

    // MARK: Folders

    @Test func `a folder that a mapping with member serves is one submission`() throws {
        let consortium = try consortium([
            ("a.csv", Self.ashford), ("sub/b.csv", Self.barton), ("notes.txt", "x"),
            ("README.md", "x"), (".hidden.csv", "x"),
        ])
        let run = try consortium.run("load", "submissions/2026-Q3")
        #expect(run.code == 1, "\(run)")
        #expect(run.output.contains("\(Self.folder): submission 1, 3 rows"), "\(run)")
        #expect(try consortium.run("compare", "2026-Q3").code == 0)
        #expect(
            try consortium.text(Self.lineage)
                == "ashford \(Self.folder)/a.csv - 2:4; calder \(Self.folder)/sub/b.csv - 2:4")
        let again = try consortium.run("load", Self.folder)
        #expect(again.code == 0 && again.output.contains("nothing changed"), "\(again)")
    }

    @Test func `a folder outside of submissions is one with --mapping`() throws {
        let consortium = try consortium()
        try consortium.write(Self.ashford, to: "desk/a.csv")
        try consortium.write(Self.barton, to: "desk/b.csv")
        let run = try consortium.runLocally("check", "desk", "--mapping", "parts")
        #expect(run.output.contains("desk (parts): 3 rows"), "\(run)")
        let each = try consortium.runLocally("check", "desk", "--mapping", "wide")
        #expect(each.output.contains("desk/a.csv (wide): 1 rows"), "\(each)")
        #expect(each.output.contains("desk/b.csv (wide): 2 rows"), "\(each)")
    }

    @Test func `an empty folder is no table, and a link in one is not followed`() throws {
        let consortium = try consortium([(".keep", "")])
        let empty = try consortium.run("load", "submissions")
        #expect(empty.code == 1, "\(empty)")
        #expect(
            empty.output.contains(
                "fatal: \(Self.folder): there is no file named like \"*.csv\" in it"), "\(empty)")
        try consortium.write(Self.ashford, to: Self.folder + "/a.csv")
        let link = consortium.path + "/" + Self.folder + "/b.csv"
        #expect(symlink("/etc/passwd", link) == 0)
        let linked = try consortium.run("load", "submissions")
        #expect(linked.code == 1, "\(linked)")
        #expect(linked.output.contains("parts/b.csv: this is a link to another place"), "\(linked)")
        #expect(try consortium.count("warehouse.observation") == 2)
    }

    // MARK: Sheets

    private static let book = WorkbookBytes(sheets: [
        .init(name: "Notes", [["How this is filled in"]]),
        .init(name: "Ashford", [["period", "offences"], ["2026-Q2", 500], ["2026-Q3", 510]]),
        .init(name: "Barton", [["period", "offences"], ["2026-Q3", "31O"]]),
    ])
    private static let sheets = """
        title: One sheet a city
        files: "*/*/book*"
        format: {sheet: ["*", "!Notes"]}
        layout: wide
        city: {sheet: "{city}"}
        period: {column: period}
        values: [{column: offences, measure: police/offences}]

        """

    private func workbook() throws -> SmallConsortium {
        let consortium = try SmallConsortium()
        try consortium.write(Self.sheets, to: "mappings/book.yaml")
        try consortium.write(Self.book.bytes(), to: "submissions/2026-Q3/ashford/book.xlsx")
        let people = "city,period,population,offences\nAshford,2026-Q3,51000,\n"
        try consortium.write(people, to: "submissions/2026-Q3/barton/wide.csv")
        return consortium
    }

    @Test func `one sheet a city is one submission with its sheets in the lineage`() throws {
        let consortium = try workbook()
        let people = try consortium.run("load", "submissions/2026-Q3/barton")
        #expect(people.code == 0, "\(people)")
        let run = try consortium.run("load", "submissions/2026-Q3/ashford")
        #expect(run.code == 1, "\(run)")
        #expect(run.output.contains("sheet \"Barton\", cell B2: \"31O\""), "\(run)")
        #expect(try consortium.run("compare", "2026-Q3").code == 0)
        #expect(
            try consortium.text(Self.lineage)
                == "ashford submissions/2026-Q3/ashford/book.xlsx Ashford 3:2")
    }

    @Test func `the copy marks each finding in its own sheet`() throws {
        let consortium = try workbook()
        let file = "submissions/2026-Q3/ashford/book.xlsx"
        let run = try consortium.runLocally("check", file, "--annotate", "copy.xlsx")
        #expect(run.code == 1, "\(run)")
        // The summary comes first, so that Barton's is the fourth.
        let part = try Yardstick.shell(
            "unzip -p copy.xlsx xl/comments1.xml; unzip -p copy.xlsx "
                + "xl/worksheets/_rels/sheet4.xml.rels", in: consortium.path)
        #expect(part.output.contains("<comment ref=\"B2\""), "\(part)")
        #expect(part.output.contains("comments1.xml"), "\(part)")
    }

    @Test func `the copy of an archive has a sheet for each of its files`() throws {
        let consortium = try zipped([("b.csv", Self.barton), ("a.csv", Self.ashford)])
        let run = try consortium.runLocally("check", "submissions", "--annotate", "copy.xlsx")
        #expect(run.code == 1, "\(run)")
        let part = try Yardstick.shell(
            "unzip -p copy.xlsx xl/workbook.xml xl/comments1.xml", in: consortium.path)
        #expect(part.output.contains("<sheet name=\"a.csv\" sheetId=\"2\""), "\(part)")
        #expect(part.output.contains("<sheet name=\"b.csv\" sheetId=\"3\""), "\(part)")
        #expect(part.output.contains("<comment ref=\"D3\""), "\(part)")
    }
}
