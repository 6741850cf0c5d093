import Consortium
import MetricSpec
import Postgres
import Submission
import Tabular
import TestSupport
import Testing

@testable import Warehouse

/// Small files that share a transaction.
@Suite struct GroupLoadTests {
    /// A file and who sent it.
    private struct File {
        let text: String
        var sender = "ashford"
        var mapping = Sample.wide
    }

    private func requests(_ files: [File], in store: Store) throws -> [LoadRequest] {
        try files.enumerated().map { index, file in
            LoadRequest(
                file: SourceFile(name: "\(index).csv", bytes: Array(file.text.utf8)),
                path: "submissions/\(index).csv", templatePath: "\(index).csv",
                mapping: try Sample.mapping(file.mapping, for: store.registry),
                sender: file.sender, received: Timestamp(secondsSince1970: Double(index)))
        }
    }

    /// Loads files together; gives their receipts.
    private func load(
        _ files: [File], into store: Store, progress: (Int) throws -> Void = { _ in }
    ) throws -> [LoadReceipt] {
        var receipts: [LoadReceipt] = []
        try store.warehouse.load(
            requests(files, in: store), registry: store.registry, ids: store.ids,
            context: context(store), progress: progress
        ) { receipts.append($0) }
        return receipts
    }

    private func loadOneByOne(_ files: [File], into store: Store) throws -> [LoadReceipt] {
        try requests(files, in: store).map {
            try store.warehouse.load(
                $0, registry: store.registry, ids: store.ids, context: context(store))
        }
    }

    private func context(_ store: Store) -> IntakeContext {
        IntakeContext(standard: store.registry.standard, consortium: store.registry.consortium)
    }

    /// All that loading writes, one text a row.
    private func contents(_ store: Store) throws -> [String] {
        try [
            "intake.mapping", "intake.submission", "intake.submission_chunk", "intake.finding",
            "intake.confirmation", "intake.explanation", "intake.record_key",
            "intake.code_list", "warehouse.observation",
        ].flatMap { table in
            try store.rows("select t::text as row from \(table) as t").map { "\(table) \($0)" }
                .sorted()
        }
    }

    private func told(_ receipts: [LoadReceipt]) -> [String] { receipts.map { told($0) } }

    private func told(_ receipt: LoadReceipt) -> String {
        let counts: [Int] = [
            receipt.submission, receipt.rowsRead, receipt.valuesRead, receipt.accepted,
            receipt.rejected, receipt.unchanged, receipt.superseded,
        ]
        let changes: [String] = receipt.changes.map { "\($0)" }
        let lines: [String] = receipt.groups.groups.map { "\($0)" }
        return "\(receipt.outcome) \(counts) \(changes) \(lines)"
    }

    /// Loads the same files in both ways and expects no difference.
    private func expectSame(
        _ rounds: [[File]], sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> Store {
        let (together, apart) = (try Store(), try Store())
        for files in rounds {
            let receipts = try load(files, into: together)
            #expect(
                try told(receipts) == told(loadOneByOne(files, into: apart)),
                sourceLocation: sourceLocation)
        }
        #expect(try contents(together) == contents(apart), sourceLocation: sourceLocation)
        #expect(try together.warehouse.brokenPromises().isEmpty, sourceLocation: sourceLocation)
        return together
    }

    private let cities = ["Ashford", "Bexley", "Colne", "Derby", "Exeter"]

    /// One file a city, with a figure that is a number given.
    private func quarter(_ period: String, _ calls: (Int) -> Int) -> [File] {
        cities.enumerated().map { index, city in
            File(
                text:
                    "City,Period,Calls,Residents\n\(city),\(period),\(calls(index)),100\(index)\n",
                sender: city.lowercased())
        }
    }

    @Test func `files of different cities are stored as if loaded one by one`() throws {
        let store = try expectSame([quarter("2026-Q1") { $0 + 5 }])
        #expect(try store.rows("select count(*) from warehouse.observation") == ["10"])
        #expect(
            try store.rows("select action, count(*) from intake.audit_entry group by action")
                == ["loaded 5"])
        // One transaction wrote them all.
        #expect(
            try store.rows(
                "select count(distinct xmin::text) as writers from intake.submission_chunk")
                == ["1"])
    }

    @Test func `corrections, repetitions and new years are told apart in a group`() throws {
        let first = quarter("2026-Q1") { $0 + 5 }
        let store = try expectSame([
            first, quarter("2026-Q1") { $0 == 2 ? 99 : $0 + 5 } + quarter("2027-Q1") { $0 },
        ])
        // Four files are those of the first round; of the fifth one figure is new.
        #expect(
            try store.rows(
                """
                select sum(unchanged) as unchanged, sum(superseded) as superseded
                from intake.submission
                """) == ["1 1"])
    }

    @Test func `a city's second file in a group corrects its first`() throws {
        let store = try expectSame([
            quarter("2026-Q1") { $0 + 5 } + quarter("2026-Q1") { $0 + 6 }
        ])
        #expect(try store.rows("select sum(superseded) from intake.submission") == ["5"])
    }

    @Test func `the same bytes in a group are one submission, or told of`() throws {
        let files = quarter("2026-Q1") { $0 }
        let again = [files[0], File(text: files[1].text, sender: "derby")]
        let store = try expectSame([files + again, files])
        #expect(try store.rows("select count(*) from intake.submission") == ["6"])
    }

    @Test func `what is wrong in a file of a group stays that file's own`() throws {
        let store = try expectSame([
            [
                File(text: "City,Period,Calls\nAshford,2026-Q1,5\n"),
                File(text: "City,Period,Calls\nNowhere,2026-Q1,5\nBexley,2026-Q1,many\n"),
                File(text: "City,Period,Calls\nColne,2026-Q1,5\nColne,2026-Q1,6\n"),
                File(text: "City,Period,Calls\nDerby,2026-Q1,\"5\n"),
                File(text: "City,Period\nDerby,2026-Q1\n"),
                File(text: "City,Period,Calls,Extra\nExeter,2026-Q1,8,x\n"),
                File(text: "City,Period,Calls\n"),
            ]
        ])
        #expect(
            try store.rows(
                """
                select submission_id, is_rejected
                from intake.submission
                where submission_id in (3, 4, 6)
                order by submission_id
                """) == ["3 false", "4 true", "6 false"])
        #expect(try store.current() == ["ashford ops/calls 5.0 #1", "exeter ops/calls 8.0 #6"])
    }

    @Test func `figures are judged by what is stored of their cities, as one by one`() throws {
        var rounds = (0..<12).map { quarter in
            self.quarter("\(2022 + quarter / 4)-Q\(quarter % 4 + 1)") { $0 * 1000 + 5137 + quarter }
        }
        // Exeter's figure is Derby's, and far from all it ever had.
        rounds.append(
            quarter("2025-Q1") { $0 == 0 ? 9_000_001 : $0 == 4 ? 8151 : $0 * 1000 + 5151 })
        let store = try expectSame(rounds)
        #expect(try store.rows("select count(*) > 0 from intake.finding") == ["true"])
    }

    private struct Stopped: Error {}

    @Test func `a group that is stopped leaves whole submissions only, and the rest can follow`()
        throws
    {
        let store = try Store()
        let files = quarter("2026-Q1") { $0 }
        var count = 0
        #expect(throws: Stopped.self) {
            try load(files, into: store) { _ in
                count += 1
                if count > 3 { throw Stopped() }
            }
        }
        #expect(try store.counts() == ["0 0 0 0 0 0"])
        let receipts = try load(files, into: store)
        #expect(receipts.map(\.submission) == [1, 2, 3, 4, 5])
        #expect(try store.warehouse.brokenPromises().isEmpty)
    }
}
