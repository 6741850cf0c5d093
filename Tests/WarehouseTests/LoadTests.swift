import MetricSpec
import Postgres
import Submission
import Testing

@testable import Warehouse

@Suite struct LoadTests {
    private let text = """
        City,Period,Calls,Residents,Spending
        Ashford,2026-Q1,5,1000,20.50
        ash ford,2026-Q2,"6",1001,n/a
        Bexley,2026-Q1,,2000,30

        """

    @Test func `a receipt counts rows and values`() throws {
        let store = try Store()
        let receipt = try store.load(text)
        #expect(receipt.outcome == .loaded)
        #expect(receipt.submission == 1)
        #expect(receipt.file == "submissions/file.csv")
        #expect(receipt.mapping == "wide")
        #expect(receipt.sender == "ashford")
        #expect(receipt.rowsRead == 3)
        #expect(receipt.valuesRead == 9)
        #expect(receipt.accepted == 9)
        #expect(receipt.rejected == 0)
        #expect(receipt.unchanged == 0)
        #expect(receipt.superseded == 0)
        #expect(receipt.findings == [:])
        #expect(!receipt.hasRejections)
    }

    @Test func `every value is stored with its place and status`() throws {
        let store = try Store()
        try store.load(text)
        let stored = try store.rows(
            """
            select city, measure, period_start, period_months, value, status, source_row,
                source_column, submission_id, variant, confidentiality, breakdown_id
            from warehouse.observation
            inner join warehouse.city using (city_id)
            inner join warehouse.measure using (measure_id)
            order by source_row, source_column
            """)
        #expect(
            stored == [
                "ashford ops/calls 2026-01-01 3 5 0 2 3 1 0 0 0",
                "ashford ops/residents 2026-01-01 3 1000 0 2 4 1 0 0 0",
                "ashford ops/spending 2026-01-01 3 20.5 0 2 5 1 0 0 0",
                "ashford ops/calls 2026-04-01 3 6 0 3 3 1 0 0 0",
                "ashford ops/residents 2026-04-01 3 1001 0 3 4 1 0 0 0",
                "ashford ops/spending 2026-04-01 3 null 5 3 5 1 0 0 0",
                "bexley ops/calls 2026-01-01 3 null 4 4 3 1 0 0 0",
                "bexley ops/residents 2026-01-01 3 2000 0 4 4 1 0 0 0",
                "bexley ops/spending 2026-01-01 3 30 0 4 5 1 0 0 0",
            ])
    }

    @Test func `the text of a cell is kept where the value does not say it`() throws {
        let store = try Store()
        try store.load(
            """
            City,Period,Measure,Value
            ashford,2026-Q1,calls,5
            bexley,2026-Q1,calls,5.0
            colne,2026-Q1,calls,"1,204"
            derby,2026-Q1,calls,0.1
            exeter,2026-Q1,calls,007
            ashford,2026-Q1,spending,-3.25
            bexley,2026-Q1,spending,1200

            """, Sample.long)
        #expect(
            try store.rows(
                "select source_row, value, raw_text from warehouse.observation order by 1")
                == [
                    "2 5 null", "3 5 5.0", "4 1204 1,204", "5 0.1 null", "6 7 007", "7 -3.25 null",
                    "8 1200 null",
                ])
    }

    @Test func `the original bytes come back as they came`() throws {
        let store = try Store()
        var bytes = Array(text.utf8)
        // Three chunks of 1 MiB and a bit, of lines that hardly repeat.
        var state: UInt64 = 7
        while bytes.count < (3 << 20) + 12345 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            bytes += Array("Bexley,2026-Q3,\(state >> 40),\(state >> 52),1\n".utf8)
        }
        try store.load(bytes: bytes)
        let chunks = try store.connection.query(
            "select bytes from intake.submission_chunk where submission_id = 1 order by chunk")
        #expect(chunks.count == 4)
        let restored = try chunks.flatMap { try Compression.decompress($0.bytes(0)) }
        #expect(restored == bytes)
        #expect(try store.rows("select byte_count from intake.submission") == ["\(bytes.count)"])
    }

    @Test func `an empty file is kept as a rejected submission without bytes`() throws {
        let store = try Store()
        let receipt = try store.load("")
        #expect(receipt.outcome == .rejected)
        #expect(receipt.findings == [.fatal: 1])
        #expect(try store.counts() == ["1 1 0 1 0 0"])
        #expect(try store.warehouse.brokenPromises().isEmpty)
    }

    // MARK: Identity and order

    @Test func `the same submission twice changes nothing`() throws {
        let store = try Store()
        try store.load(text)
        let before = try store.counts()
        let again = try store.load(text, received: 99)
        #expect(again.outcome == .alreadyLoaded)
        #expect(again.submission == 1)
        #expect(again.accepted == 0)
        #expect(!again.hasRejections)
        #expect(try store.counts() == before)
        #expect(try store.rows("select received_at from intake.submission").count == 1)
    }

    @Test func `the same file under another name is the same submission`() throws {
        let store = try Store()
        try store.load(text)
        #expect(try store.load(text, file: "copy.csv").outcome == .alreadyLoaded)
    }

    @Test func `other bytes, sender, mapping text or standard make another submission`() throws {
        let store = try Store()
        try store.load(text)
        #expect(try store.load(text + "\n").submission == 2)
        #expect(try store.load(text, sender: "bexley").submission == 3)
        #expect(try store.load(text, Sample.wide + "\n# mended").submission == 4)
        let other = try Sample.registry(standard: [
            "standard.yaml": "id: sample\nversion: 1.0.1\ntitle: Sample\n"
        ])
        _ = try store.bringIn(other)
        #expect(try store.load(text).submission == 5)
        #expect(try store.rows("select count(*) from intake.mapping") == ["2"])
        #expect(
            try store.rows(
                "select submission_id, standard_version_id from intake.submission order by 1")
                == ["1 1", "2 1", "3 1", "4 1", "5 2"])
    }

    @Test func `submissions are numbered in the order they are loaded, not received`() throws {
        let store = try Store()
        try store.load("City,Period,Calls\nAshford,2026-Q1,1\n", received: 1000)
        try store.load("City,Period,Calls\nAshford,2026-Q1,2\n", received: 500)
        #expect(try store.current() == ["ashford ops/calls 2.0 #2"])
        let listed = try store.warehouse.submissions()
        #expect(listed.map(\.number) == [1, 2])
        #expect(listed.map(\.receivedAt) == ["1970-01-01T00:16:40Z", "1970-01-01T00:08:20Z"])
        #expect(listed.map(\.state) == ["accepted", "accepted"])
    }

    @Test func `values of several years go to a table a year`() throws {
        let store = try Store()
        try store.load(
            """
            City,Period,Calls
            Ashford,2024-Q4,1
            Ashford,2025-10/P1Y,2
            Ashford,2026-01,3
            Ashford,1999,4

            """)
        #expect(
            try store.years() == [
                "observation_1999", "observation_2024", "observation_2025", "observation_2026",
            ])
        #expect(
            try store.rows(
                """
                select tableoid::regclass, period_start, period_months, value
                from warehouse.observation order by value
                """)
                == [
                    "warehouse.observation_2024 2024-10-01 3 1",
                    "warehouse.observation_2025 2025-10-01 12 2",
                    "warehouse.observation_2026 2026-01-01 1 3",
                    "warehouse.observation_1999 1999-01-01 12 4",
                ])
    }

    @Test func `a new year's table has the key and no check left`() throws {
        let store = try Store()
        try store.load("City,Period,Calls\nAshford,2026-Q1,1\n")
        #expect(
            try store.rows(
                """
                select contype, conname from pg_constraint
                where conrelid = 'warehouse.observation_2026'::regclass and contype <> 'n'
                """) == ["p observation_2026_pkey"])
        #expect(
            try store.rows(
                "select count(*) from pg_inherits where inhrelid = 'warehouse.observation_2026_pkey'::regclass"
            )
                == ["1"])
    }

    @Test func `progress tells the values read so far`() throws {
        let store = try Store()
        var told: [Int] = []
        try store.load(text) { told.append($0) }
        #expect(told.last == 9)
        #expect(told == told.sorted())
    }
}
