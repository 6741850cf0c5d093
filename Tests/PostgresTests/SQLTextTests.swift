import Postgres
import TestSupport
import Testing

@Suite struct SQLTextTests {
    @Test(arguments: ["", "a", "o'neil", #"a\"b"#, #"back\\slash \n"#, "Zürich 🏙", "''", "select"])
    func `the server reads a quoted text as what it was`(text: String) throws {
        let connection = try TemporaryDatabase.shared.connect()
        let row = try connection.query("select \(SQLText.literal(text))").single
        #expect(try row.text(0) == text)
        guard !text.isEmpty else { return }
        let rows = try connection.query("select 1 as \(SQLText.identifier(text))")
        #expect(rows.columns == [text])
    }
}
