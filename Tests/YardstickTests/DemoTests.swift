import Foundation
import Testing

@Suite struct DemoTests {
    @Test func `two runs in two folders give the same bytes`() throws {
        let demos = try [Demo.first.get(), Demo.second.get()]
        for demo in demos { #expect(demo.run.code == 0, "\(demo.run)") }
        for folder in ["consortium", "reports"] {
            let trees = try demos.map { try $0.scratch.files(below: "yardstick-demo/\(folder)") }
            #expect(trees[0].count > 24)
            #expect(trees[0].keys.sorted() == trees[1].keys.sorted())
            let differing = trees[0].filter { $0.value != trees[1][$0.key] }.keys.sorted()
            #expect(differing == [])
        }
    }

    @Test func `the end says what to open and which SQL to try`() throws {
        let run = try Demo.first.get().run
        #expect(run.output.contains("yardstick-demo/reports/index.html"), "\(run)")
        #expect(run.output.contains("select metric, value"), "\(run)")
        #expect(run.errors.isEmpty, "\(run)")
    }

    @Test func `every page says that it is invented`() throws {
        let pages = try Demo.first.get().scratch.files(below: "yardstick-demo/reports")
        #expect(pages.count == 25)
        for (name, bytes) in pages {
            let page = String(decoding: bytes, as: UTF8.self)
            #expect(page.lowercased().contains("invented"), "\(name)")
        }
    }

    @Test func `it has the size that is promised`() throws {
        let demo = try Demo.first.get()
        #expect(try demo.rows("select count(*) from warehouse.city") == ["24"])
        #expect(
            try demo.rows("select count(distinct period) from member.standing_history") == ["8"])
        let counts = try demo.rows(
            """
            select count(distinct metric) >= 20, count(distinct split_part(metric, '/', 1)) >= 6
            from member.standing
            """)
        #expect(counts == ["t|t"])
        #expect(
            try demo.rows("select count(distinct mapping) >= 5 from intake.mapping") == ["t"])
    }

    @Test func `four cells are rejected, each with a finding`() throws {
        let demo = try Demo.first.get()
        #expect(try demo.rows("select sum(rejected) from intake.submission") == ["4"])
        #expect(
            try demo.rows("select count(*) from intake.finding where severity = 'error'")
                == ["4"])
    }

    @Test func `a correction supersedes one value`() throws {
        let demo = try Demo.first.get()
        #expect(
            try demo.rows(
                "select superseded from intake.submission where file like '%-corrected.csv'")
                == ["1"])
    }

    @Test func `a file sent by mistake is withdrawn and counts nowhere`() throws {
        let demo = try Demo.first.get()
        #expect(
            try demo.rows("select file from intake.submission where is_withdrawn")
                == ["submissions/2025-Q3/kestrel-falls/finance-wrong.csv"])
        #expect(
            try demo.rows(
                "select count(*) from member.lineage where file like '%finance-wrong.csv'")
                == ["0"])
    }

    @Test func `a city sends a quarter weeks after it was due`() throws {
        let demo = try Demo.first.get()
        #expect(
            try demo.rows(
                """
                select to_char(received_at at time zone 'UTC', 'YYYY-MM-DD')
                from intake.submission
                where file = 'submissions/2026-Q1/thornmouth/figures.tsv'
                """) == ["2026-06-19"])
        let calendar = try demo.scratch.text("yardstick-demo/consortium/calendar.csv")
        let row = calendar.split(separator: "\n").first { $0.hasPrefix("2026-Q1,") }
        let due = try #require(row?.split(separator: ",").dropFirst(2).first)
        #expect(due < "2026-06-19")
    }

    @Test func `what a city does not provide and where it takes no part is told apart`() throws {
        let demo = try Demo.first.get()
        for status in ["not_provided", "not_taking_part", "not_reported"] {
            let rows = try demo.rows(
                "select count(*) > 0 from member.standing where status = '\(status)'")
            #expect(rows == ["t"], "\(status)")
        }
    }

    @Test func `every promise of its database holds`() throws {
        let run = try Demo.first.get().run("db", "check")
        #expect(run.code == 0, "\(run)")
        #expect(run.output == "Every promise holds.\n")
    }

    @Test func `the newest quarter's figure on the page is the one in the view`() throws {
        let demo = try Demo.first.get()
        let row = try demo.rows(
            """
            select city, round(value::numeric, 1) from member.metric_value
            where metric = 'fire/fires-contained-share' and period = '2026-Q3'
                and status = 'reported'
            order by city
            limit 1
            """
        ).first?.split(separator: "|")
        let cells = try #require(row)
        let page = try demo.scratch.text("yardstick-demo/reports/\(cells[0]).html")
        #expect(page.contains(cells[1]))
    }

    @Test func `a second run in the same folder changes nothing`() throws {
        let demo = try Demo.second.get()
        let before = try demo.rows(
            "select max(submission_id) from intake.submission")
        let pages = try demo.scratch.files(below: "yardstick-demo/reports")
        let again = try Yardstick.run(
            ["demo", "--out", "yardstick-demo"], in: demo.scratch.path,
            environment: demo.environment)
        #expect(again.code == 0, "\(again)")
        #expect(try demo.scratch.files(below: "yardstick-demo/reports") == pages)
        #expect(try demo.rows("select max(submission_id) from intake.submission") == before)
    }
}
