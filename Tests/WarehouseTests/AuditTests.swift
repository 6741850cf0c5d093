import MetricSpec
import Postgres
import TestSupport
import Testing

@testable import Warehouse

/// Every act has its entry, and a changed entry shows.
@Suite struct AuditTests {
    private static let good = "City,Period,Calls,Residents\nAshford,2026-Q1,5,10\n"

    /// A load, a rejected file, a release, an explanation, a withdrawal and its
    /// undoing, and an erasure.
    private func busy() throws -> Store {
        let store = try Store()
        try store.load(Self.good)
        try store.load("")
        try store.compare()
        let period = try #require(Period(parsing: "2026-Q1"))
        let request = ExplanationRequest(
            city: "ashford", measure: "ops/calls", breakdown: "total", period: period, value: 5,
            text: "Jane Doe counted again", author: "ashford", isPublic: false)
        for _ in 1...2 {
            _ = try store.warehouse.explain(request, at: Timestamp(secondsSince1970: 50))
        }
        let instant = Timestamp(secondsSince1970: 60)
        _ = try store.warehouse.withdraw(submission: 1, reason: "wrong", at: instant)
        _ = try store.warehouse.undoWithdrawal(of: 1, reason: "right", at: instant)
        _ = try store.warehouse.erase(
            submission: 1, reason: "a name", actor: "officer", at: instant)
        return store
    }

    private func entries(_ store: Store) throws -> [String] {
        try store.warehouse.auditEntries().map { entry in
            let what = [
                entry.submission.map { "#\($0)" }, entry.release.map { "release \($0)" },
                entry.subject, entry.reason,
            ].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ", ")
            return "\(entry.number) \(entry.actor) \(entry.action) \(what)"
        }
    }

    @Test func `each act has one entry, and what changes nothing has none`() throws {
        let store = try busy()
        #expect(
            try entries(store) == [
                "1 tester loaded #1", "2 tester rejected #2",
                "3 tester released release 1, 2026-Q1 provisional",
                "4 tester explained ashford ops/calls 2026-Q1 total",
                "5 tester withdrawn #1, wrong", "6 tester undone #1, right",
                "7 officer erased #1, a name",
            ])
        try store.load(Self.good)
        #expect(try store.warehouse.auditEntries().count == 7)
        #expect(try store.warehouse.auditEntries(ofSubmission: 2).map(\.number) == [2])
        let verdict = try store.warehouse.verifyAudit()
        #expect(verdict.firstBroken == nil)
        #expect(verdict.sound == 7)
        #expect(try store.warehouse.brokenPromises().isEmpty)
    }

    @Test func `an act that fails leaves no entry`() throws {
        let store = try busy()
        #expect(throws: WarehouseError.self) {
            try store.warehouse.erase(
                submission: 1, reason: "twice", actor: "x", at: Timestamp(secondsSince1970: 0))
        }
        #expect(try store.warehouse.auditEntries().count == 7)
    }

    /// Databases hold digests in this form for good.
    @Test func `the digest covers the fields in their permanent form`() throws {
        let act = AuditAct(.loaded, submission: 12, subject: "Zürich", digest: "ab", reason: "")
        let entry = AuditEntry(
            act, number: 3, actor: "Ann", at: Timestamp(microseconds: -5), after: "00ff")
        // printf '00ff1:3,2:-5,3:Ann,6:loaded,2:12,-,7:Zürich,2:ab,0:,' | sha256sum
        #expect(
            entry.chainDigest
                == "a2448ce77aca74158d2030bedde30a12fc76604f5411b125c1065d6817a51f58")
    }

    @Test func `rows are only ever added`() throws {
        let store = try busy()
        for sql in [
            "update intake.audit_entry set actor = 'x' where false",
            "delete from intake.audit_entry where audit_entry = 7", "truncate intake.audit_entry",
        ] {
            let error = #expect(throws: PostgresError.self) {
                try store.connection.execute(sql)
            }
            #expect(error?.message.contains("only ever added") == true)
        }
        #expect(try store.warehouse.auditEntries().count == 7)
    }

    /// What somebody who owns the table can do, and the entry that shows it.
    @Test(arguments: [
        ("update intake.audit_entry set actor = 'x' where audit_entry = 4", 4, "changed"),
        ("update intake.audit_entry set happened_at = now() where audit_entry = 1", 1, "changed"),
        ("update intake.audit_entry set reason = '' where audit_entry = 7", 7, "changed"),
        (
            "update intake.audit_entry set chain_digest = repeat('0', 64) where audit_entry = 2",
            2, "changed"
        ),
        ("delete from intake.audit_entry where audit_entry = 3", 3, "missing"),
        ("update intake.audit_entry set submission_id = null where audit_entry > 1", 2, "changed"),
    ])
    func `the first broken entry is named`(
        _ sql: String, _ entry: Int, _ problem: String
    ) throws {
        let store = try busy()
        try store.connection.execute("alter table intake.audit_entry disable trigger user; " + sql)
        let verdict = try store.warehouse.verifyAudit()
        #expect(verdict.firstBroken?.entry == entry)
        #expect(verdict.firstBroken?.problem.rawValue == problem)
        #expect(verdict.sound == entry - 1)
    }

    @Test func `a chain that was cut off or written anew does not hold a noted digest`() throws {
        let store = try busy()
        let noted = try store.warehouse.verifyAudit().digest
        try store.load("City,Period,Calls\nAshford,2026-Q1,6\n")
        #expect(try store.warehouse.verifyAudit(holding: noted).holdsDigest)
        try store.connection.execute(
            """
            alter table intake.audit_entry disable trigger user;
            delete from intake.audit_entry where audit_entry > 6
            """)
        let verdict = try store.warehouse.verifyAudit(holding: noted)
        #expect(verdict.firstBroken == nil)
        #expect(!verdict.holdsDigest)
    }

    @Test func `many acts are one statement, and eight writers at once do not fork`() async throws {
        let store = try Store()
        let settings = store.database
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 1...8 {
                group.addTask {
                    let connection = try settings.connect()
                    let warehouse = try SQLCopy().warehouse(connection)
                    for round in 1...20 {
                        _ = try connection.transaction {
                            try warehouse.audit(
                                (1...5).map {
                                    AuditAct(.loaded, submission: $0, reason: "\(writer) \(round)")
                                })
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        let verdict = try store.warehouse.verifyAudit()
        #expect(verdict.firstBroken == nil)
        #expect(verdict.sound == 800)
    }

    @Test func `entries from before the chain are taken into it, and acts that had none`() throws {
        let copy = try SQLCopy()
        let chained = "migrations/0011_chain_audit_entry.sql"
        let database = try TemporaryDatabase()
        let connection = try database.connect()
        try copy.removeMigrations(from: 11)
        try copy.removeViews()
        try copy.warehouse(connection).prepare()
        try connection.execute(
            """
            insert into warehouse.standard_version values (1, 's', '1', 'd', true);
            insert into intake.mapping values (1, 'm', 'd', '');
            insert into intake.submission
                (submission_id, identity, digest, mapping_id, standard_version_id, sender, file,
                byte_count, received_at)
            values (1, 'i', 'abc', 1, 1, 's', 'f', 1, '2026-01-02 03:04:05.678901+00');
            insert into intake.submission_event
            values (1, 1, 'withdrawn', 'wrong', '2026-02-01'), (1, 2, 'restored', 'right', now());
            insert into intake.audit_entry
            values (1, '2026-03-01 12:00:00.000001+02', 'ann', 'erased', 1, 'abc', 'a "name"')
            """)
        let whole = try SQLCopy()
        #expect(try whole.warehouse(connection).migrate().contains { chained.hasSuffix($0) })
        let warehouse = try whole.warehouse(connection)
        #expect(
            try warehouse.auditEntries().map { "\($0.action) \($0.actor) \($0.reason)" } == [
                "erased ann a \"name\"", "loaded unknown Done before the audit chain began.",
                "withdrawn unknown wrong", "undone unknown right",
            ])
        let verdict = try warehouse.verifyAudit()
        #expect(verdict.sound == 4)
        #expect(verdict.firstBroken == nil)
    }
}
