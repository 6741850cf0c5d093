import Foundation
import Testing

/// Lists and results that other programs read.
@Suite struct FormatTests {
    /// Commands with the schema and the list that their JSON carries.
    private static let commands: [(arguments: [String], schema: String, list: String?)] = [
        (["check", "submissions"], "yardstick/check/1", "files"),
        (["load", "submissions"], "yardstick/load/1", "submissions"),
        (["submissions"], "yardstick/submissions/1", "submissions"),
        (["findings"], "yardstick/findings/1", "findings"),
        (["status", "2026-Q3"], "yardstick/status/1", "cities"),
        (["status"], "yardstick/status/1", "cities"),
        (["compare", "2026-Q3"], "yardstick/compare/1", "comparisons"),
        (["releases"], "yardstick/releases/1", "releases"),
        (["show", "ashford", "2026-Q3"], "yardstick/show/1", "standings"),
        (["report", "--all", "--period", "2026-Q3", "--out", "p"], "yardstick/report/1", nil),
        (["spec", "lint"], "yardstick/spec-lint/1", "advice"),
        (["spec", "show", "police/offence-rate"], "yardstick/spec-show/1", "fields"),
        (["spec", "list"], "yardstick/spec-list/1", "metrics"),
        (["spec", "docs", "--out", "d"], "yardstick/spec-docs/1", nil),
        (["spec", "diff", "standard", "shipped"], "yardstick/spec-diff/1", "added"),
        (["db", "status"], "yardstick/db-status/1", nil),
        (
            ["inbox", "submissions", "--once", "--settle", "0", "--out", "o"],
            "yardstick/inbox/1", "replies"
        ),
        (["withdraw", "1", "--reason", "wrong"], "yardstick/withdraw/1", nil),
        (["erase", "1", "--bytes", "--reason", "wrong"], "yardstick/erase/1", nil),
    ]

    @Test func `every result as JSON names its schema and holds its list`() throws {
        let compared = try ComparedConsortium()
        for (arguments, schema, list) in Self.commands {
            let run = try compared.run(arguments + ["--format", "json"])
            #expect(run.code == 0, "\(run)")
            #expect(try run.json()["schema"] as? String == schema, "\(run)")
            guard let list else { continue }
            let rows = try run.list(list)
            #expect(!rows.isEmpty || list == "findings" || list == "advice", "\(run)")
        }
    }

    @Test func `every result as text says something`() throws {
        let compared = try ComparedConsortium()
        for (arguments, _, _) in Self.commands {
            let run = try compared.run(arguments)
            #expect(run.code == 0, "\(run)")
            #expect(!run.output.isEmpty && run.errors.isEmpty, "\(run)")
        }
    }

    @Test func `standings as CSV have a cell for every column`() throws {
        let compared = try ComparedConsortium()
        let run = try compared.consortium.run("show", "ashford", "2026-Q3", "--format", "csv")
        #expect(run.code == 0, "\(run)")
        let rows = run.output.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        let header = try #require(rows.first)
        #expect(rows.count == 2)
        for row in rows { #expect(row.count == header.count) }
        let row = Dictionary(uniqueKeysWithValues: zip(header, rows[1]))
        // 510 / 51,000, 310 / 62,000 and 14 / 7,000, each times 1,000; low is good.
        #expect(row["metric"] == "police/offence-rate")
        #expect(row["value"] == "10.0")
        #expect(row["median"] == "5.0")
        #expect(row["rank"] == "3")
        #expect(row["ranked"] == "3")
        #expect(row["not_reported"] == "1")
        // Three contributors are too few for quartiles: blank, not 0.
        #expect(row["quartile"] == "")
    }

    @Test func `the same standing is in JSON and in the view`() throws {
        let compared = try ComparedConsortium()
        let run = try compared.consortium.run("show", "barton", "2026-Q3", "--format", "json")
        let row = try #require(try run.list("standings").first)
        #expect(row["value"] as? Double == 5)
        #expect(row["rank"] as? Int == 2)
        #expect(
            try compared.consortium.text(
                """
                select concat_ws(' ', value, rank, ranked, release) from member.standing
                where city = 'barton'
                """) == "5 2 3 1")
    }

    @Test func `status says who has reported and who has not`() throws {
        let compared = try ComparedConsortium()
        let run = try compared.consortium.run("status", "2026-Q3")
        #expect(
            run.output.contains("2026-Q3: 1 of 4 cities have sent files of their own"), "\(run)")
        let rows = try compared.consortium.run("status", "--format", "json").list("cities")
        let values = rows.map {
            "\($0["city"] ?? "") \($0["values"] ?? "") \($0["own_values"] ?? "")"
        }
        #expect(values == ["ashford 2 2", "barton 2 0", "calder 2 0", "hoehensee 0 0"])
    }

    @Test func `the version names program, contract and standard`() throws {
        let run = try Yardstick.run(["--version"])
        #expect(run.code == 0, "\(run)")
        let words = run.output.split(separator: "\n").map { $0.split(separator: " ").first ?? "" }
        #expect(words == ["yardstick", "contract", "standard"])
    }
}
