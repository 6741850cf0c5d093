import Foundation
import Testing

/// The pages that `report` writes.
@Suite struct ReportTests {
    @Test func `pages of all cities are linked from the index`() throws {
        let consortium = try ComparedConsortium().consortium
        let run = try consortium.run("report", "--all", "--period", "2026-Q3", "--out", "pages")
        #expect(run.code == 0, "\(run)")
        let pages = try consortium.scratch.files(below: "consortium/pages")
        #expect(
            pages.keys.sorted()
                == ["ashford.html", "barton.html", "calder.html", "hoehensee.html", "index.html"])
        let index = try consortium.scratch.text("consortium/pages/index.html")
        for city in ["ashford", "barton", "calder", "hoehensee"] {
            #expect(index.contains("href=\"./\(city).html\""))
        }
        // Real cities: nothing on the page is called invented.
        #expect(!index.lowercased().contains("invented"))
    }

    @Test func `one city's page is written alone and named by id, name or alias`() throws {
        let consortium = try ComparedConsortium().consortium
        for (number, spelling) in ["ashford", "Ashford", "Ash Ford"].enumerated() {
            let run = try consortium.run(
                "report", "--city", spelling, "--period", "2026-Q3", "--out", "pages\(number)")
            #expect(run.code == 0, "\(run)")
            #expect(
                try consortium.scratch.files(below: "consortium/pages\(number)").keys.sorted()
                    == ["ashford.html"])
        }
        let page = try consortium.scratch.text("consortium/pages0/ashford.html")
        #expect(page.contains("Ashford"))
        #expect(page.contains("Offences per 1,000 residents"))
        #expect(!page.contains("<script"))
        #expect(!page.contains("src=\"http"))
    }

    @Test func `the same release gives the same bytes`() throws {
        let consortium = try ComparedConsortium().consortium
        for out in ["first", "second"] {
            _ = try consortium.run("report", "--all", "--period", "2026-Q3", "--out", out)
        }
        let first = try consortium.scratch.files(below: "consortium/first")
        #expect(first.count == 5)
        #expect(try consortium.scratch.files(below: "consortium/second") == first)
    }

    @Test(arguments: [
        (["--city", "Ashfrod", "--period", "2026-Q3"], 2, "\"Ashfrod\" is not in cities.csv"),
        (["--all", "--period", "2026-Q2"], 2, "2026-Q2"),
        (["--all", "--city", "ashford", "--period", "2026-Q3"], 64, "not both"),
    ])
    func `a report that cannot be is refused and writes nothing`(
        _ arguments: [String], _ code: Int32, _ words: String
    ) throws {
        let consortium = try ComparedConsortium().consortium
        let run = try Yardstick.run(
            ["report", "--out", "pages", "--database", consortium.url]
                + arguments, in: consortium.path)
        #expect(run.code == code, "\(run)")
        #expect(run.errors.contains(words), "\(run)")
        #expect(try consortium.scratch.files(below: "consortium/pages").isEmpty)
    }
}
