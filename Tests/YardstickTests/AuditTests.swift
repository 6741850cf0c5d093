import Postgres
import TestSupport
import Testing

/// `yardstick audit` says who did what, and `audit verify` that nobody changed
/// it.
@Suite struct AuditTests {
    private func loaded() throws -> SmallConsortium {
        let consortium = try SmallConsortium()
        try consortium.write(
            BadFile.header + "\n" + BadFile.good + "\n", to: "submissions/2026-Q3/ashford/long.csv")
        let run = try consortium.run("load", "submissions")
        #expect(run.code == 0, "\(run)")
        return consortium
    }

    @Test func `a load is listed, in text and in JSON, and the chain is whole`() throws {
        let consortium = try loaded()
        let text = try consortium.run("audit")
        #expect(text.output.contains("loaded"), "\(text)")
        #expect(text.output.contains("submission 1"), "\(text)")
        let entries = try consortium.run("audit", "--format", "json").list("entries")
        #expect(entries.map { $0["action"] as? String } == ["loaded"])
        #expect(try consortium.run("audit", "list", "--submission", "2").code == 0)
        let verified = try consortium.run("audit", "verify")
        #expect(verified.code == 0, "\(verified)")
        #expect(verified.output.contains("The chain is whole: entries 1 to 1 are"), "\(verified)")
    }

    @Test func `a changed entry is named, with exit code 1`() throws {
        let consortium = try loaded()
        let connection = try consortium.database.connect()
        defer { connection.close() }
        try connection.execute(
            """
            alter table intake.audit_entry disable trigger user;
            update intake.audit_entry set actor = 'somebody else'
            """)
        let verified = try consortium.run("audit", "verify")
        #expect(verified.code == 1, "\(verified)")
        #expect(verified.output.contains("Entry 1 is not what its digest covers"), "\(verified)")
    }

    @Test func `a noted digest that is no digest, or is not held, is said`() throws {
        let consortium = try loaded()
        #expect(try consortium.run("audit", "verify", "--holds", "abc").code == 64)
        let other = String(repeating: "0", count: 64)
        let verified = try consortium.run("audit", "verify", "--holds", other)
        #expect(verified.code == 1, "\(verified)")
        #expect(verified.output.contains("does not hold the digest"), "\(verified)")
    }
}
