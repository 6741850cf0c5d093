import Postgres
import Testing

/// `yardstick db check` says which rows break which promise.
@Suite struct DatabaseCheckTests {
    @Test func `a broken promise is told with its rows, in words and as JSON`() throws {
        let consortium = try ComparedConsortium().consortium
        let sound = try consortium.run("db", "check")
        #expect(sound.code == 0 && sound.output == "Every promise holds.\n", "\(sound)")
        let connection = try consortium.connect()
        defer { connection.close() }
        try connection.execute("update intake.submission set accepted = 7 where submission_id = 2")
        let told = try consortium.run("db", "check")
        #expect(told.code == 1, "\(told)")
        #expect(
            told.output.hasPrefix(
                """
                submission_receipt_against_rows.sql: broken by 1 rows
                  promised: a receipt counts what is stored: accepted values are observations or \
                confirmations
                  submission_id 2, accepted 7, found 4

                """), "\(told)")
        let json = try consortium.run("db", "check", "--format", "json")
        #expect(json.code == 1, "\(json)")
        let broken = try json.list("broken")
        #expect(broken.map { $0["check"] as? String } == ["submission_receipt_against_rows.sql"])
        #expect(broken.map { $0["rows"] as? Int } == [1])
        #expect(
            broken.first?["examples"] as? [String] == ["submission_id 2, accepted 7, found 4"])
    }
}
