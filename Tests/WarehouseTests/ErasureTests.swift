import Postgres
import Submission
import Testing

@testable import Warehouse

/// An erased submission leaves its digest, its values and an audit entry.
@Suite struct ErasureTests {
    /// Stands in a cell that is accepted, in one that is rejected, in a header,
    /// and in a cell of no mapped column.
    private static let file = """
        City,Period,Calls,Residents,Jane Doe
        Ashford,2026-Q1,00005.0,1000,met Jane Doe
        Bexley,2026-Q1,Jane Doe,2000,
        "Jane Doe",2026-Q1,5,1,

        """

    private func erase(_ store: Store, _ number: Int = 1) throws -> ErasureReceipt {
        try store.warehouse.erase(
            submission: number, reason: "a name", actor: "officer",
            at: Timestamp(secondsSince1970: 60))
    }

    /// Every text of every table, as a dump would have them.
    private func dump(_ store: Store) throws -> String {
        let tables = try store.rows(
            """
            select table_schema || '.' || table_name from information_schema.tables
            where table_schema in ('intake', 'warehouse', 'member') and table_type = 'BASE TABLE'
            """)
        #expect(tables.count > 20)
        return try tables.flatMap { try store.rows("select t::text as row from \($0) as t") }
            .joined(separator: "\n")
    }

    @Test func `no table holds a text of an erased file any more`() throws {
        let store = try Store(Sample.full())
        try store.load(Self.file)
        try store.compare()
        #expect(try dump(store).contains("Jane Doe"))
        #expect(try dump(store).contains("00005.0"))
        try store.connection.execute(
            """
            insert into intake.explanation
            values (1, 1, 5, now(), 1, 1, 0, true, '2026-Q1', 'ashford', 'Jane Doe asked for it')
            """)
        #expect(try store.rows("select count(*) from intake.submission_chunk") == ["1"])
        let receipt = try erase(store)
        #expect(receipt.byteCount == Self.file.utf8.count)
        #expect(receipt.values == 1)
        #expect(receipt.findings == 3)
        let after = try dump(store)
        #expect(!after.contains("Jane Doe"))
        #expect(!after.contains("00005.0"))
        #expect(try store.rows("select count(*) from intake.submission_chunk") == ["0"])
        #expect(try store.warehouse.brokenPromises().isEmpty)
    }

    @Test func `digest, values and the rules of findings stay`() throws {
        let store = try Store()
        try store.load(Self.file)
        let current = try store.current()
        let digest = try store.rows("select digest from intake.submission")
        #expect([try erase(store).digest] == digest)
        #expect(try store.current() == current)
        #expect(try store.rows("select digest from intake.submission") == digest)
        let findings = try store.warehouse.findings(ofSubmission: 1)
        #expect(
            findings.map(\.finding.rule) == ["unmapped-column", "not-a-number", "unknown-city"])
        #expect(findings[1].finding.problem == "A cell is not a number; the text was erased")
        #expect(try store.warehouse.submissions().map(\.original) == ["erased"])
    }

    @Test func `the audit entry says who, when, what and why, numbered without gaps`() throws {
        let store = try Store()
        try store.load(Self.file)
        try store.load("City,Period,Calls\nAshford,2026-Q1,8\n")
        #expect(try erase(store, 2).auditEntry == 3)
        #expect(try erase(store, 1).auditEntry == 4)
        #expect(
            try store.rows(
                """
                select audit_entry, extract(epoch from happened_at)::bigint as seconds, actor,
                    action, submission_id, reason
                from intake.audit_entry order by audit_entry
                """) == [
                    "1 30 tester loaded 1 ", "2 30 tester loaded 2 ",
                    "3 60 officer erased 2 a name", "4 60 officer erased 1 a name",
                ])
        #expect(
            try store.rows(
                """
                select count(*) from intake.audit_entry
                inner join intake.submission using (submission_id, digest)
                """) == ["4"])
    }

    @Test func `the same bytes loaded again change nothing`() throws {
        let store = try Store()
        try store.load(Self.file)
        _ = try erase(store)
        let before = try store.counts()
        let again = try store.load(Self.file)
        #expect(again.outcome == .alreadyLoaded)
        #expect(try store.counts() == before)
        #expect(try store.rows("select original from intake.submission") == ["erased"])
    }

    @Test func `a repeated value loses its text too, and counts again after a withdrawal`() throws {
        let store = try Store()
        try store.load("City,Period,Calls\nAshford,2026-Q1,5\n")
        try store.load("City,Period,Calls\nAshford,2026-Q1,005\n")
        #expect(try store.rows("select raw_text from intake.confirmation") == ["005"])
        #expect(try erase(store, 2).values == 1)
        #expect(try store.rows("select raw_text from intake.confirmation") == ["null"])
        _ = try store.warehouse.withdraw(
            submission: 1, reason: "test", at: Timestamp(secondsSince1970: 0))
        #expect(try store.current() == ["ashford ops/calls 5.0 #2"])
        #expect(try store.warehouse.brokenPromises().isEmpty)
    }

    @Test func `other submissions with the same bytes are named and keep them`() throws {
        let store = try Store()
        try store.load(Self.file)
        try store.load(Self.file, sender: "bexley")
        #expect(try erase(store).sameBytes == [2])
        #expect(try erase(store, 2).sameBytes == [])
    }

    @Test func `what is not there, or erased already, is refused and leaves no entry`() throws {
        let store = try Store()
        try store.load(Self.file)
        #expect(throws: WarehouseError.self) { try erase(store, 7) }
        _ = try erase(store)
        let twice = #expect(throws: WarehouseError.self) { try erase(store) }
        #expect(twice?.description.contains("erased already") == true)
        #expect(
            try store.rows("select action from intake.audit_entry order by audit_entry")
                == ["loaded", "erased"])
    }
}
