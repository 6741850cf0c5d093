import Foundation
import Logging
import Postgres
import TestSupport
import Testing

@Suite struct ErrorTests {
    let database: TemporaryDatabase
    let connection: Connection

    init() throws {
        database = try TemporaryDatabase.shared
        connection = try database.connect()
    }

    @Test func `an error names the code, the statement and the line, not the binds`() throws {
        let sql = "select\n    $1::text::int4"
        let error = try #require(throws: PostgresError.self) {
            try connection.query(sql, [.text("s3cret")])
        }
        #expect(error.kind == .server)
        #expect(error.sqlState == "22P02")
        #expect(error.sql == sql)
        #expect(error.message == "invalid input syntax for type integer: \"...\"")
        #expect(!String(reflecting: error).contains("s3cret"))
        #expect(
            error.description == """
                the database refused a statement (SQLSTATE 22P02): invalid input syntax for \
                type integer: "..."
                  SQL: select $1::text::int4
                """)
    }

    @Test func `a mistake in the SQL is shown with its line`() throws {
        let error = try #require(throws: PostgresError.self) {
            try connection.execute("select 1;\nselect x")
        }
        #expect(error.sqlState == "42703")
        #expect(error.description.contains("SQL (line 2): select 1; select x"))
    }

    @Test func `a violated key quotes no values`() throws {
        try connection.execute(
            "create temporary table t (a text, b int4 check (b > 0), unique (a, b))")
        let insert = "insert into t values ($1, $2)"
        try connection.query(insert, [.text("s3cret"), .int32(1)])
        let unique = try #require(throws: PostgresError.self) {
            try connection.query(insert, [.text("s3cret"), .int32(1)])
        }
        #expect(unique.detail == "Key (a, b)=(...) already exists.")
        let check = try #require(throws: PostgresError.self) {
            try connection.query(insert, [.text("s3cret"), .int32(-1)])
        }
        #expect(check.detail == "Failing row contains (...).")
    }

    @Test(arguments: [
        ("select $1::text::int4", "99999999999"), ("select $1::text::date", "s3cret"),
        ("select $1::text::jsonb", #"{"s3cret": s3cret}"#), ("select $1::text::uuid", "q7"),
        ("select $1::text::boolean", "s3"), ("select $1::text::numeric", "1,2"),
        ("do $$ begin perform 1; end $$; select $1::text::int4", "s3cret"),
        ("select set_config('work_mem', $1, false)", "12 apples"),
        ("select to_regclass($1), $1::text::regclass", "s3cret_table"),
    ])
    func `no message repeats a bind`(sql: String, value: String) throws {
        let error = try #require(throws: PostgresError.self) {
            try connection.query(sql, [.text(value)])
        }
        #expect(error.kind == .server)
        var dumped = ""
        dump(error, to: &dumped)
        #expect(!dumped.contains(value) && !dumped.contains("\"\(value)"))
    }

    @Test func `a password in a statement is not repeated`() throws {
        let error = try #require(throws: PostgresError.self) {
            try connection.execute("create role nobody PASSWORD 'hush' nonsense")
        }
        #expect(error.sql == "create role nobody PASSWORD '...' nonsense")
        #expect(!error.description.contains("hush"))
    }

    @Test func `no server there is an error with a remedy`() throws {
        let settings = try ConnectionSettings(
            "postgresql://u:hush@127.0.0.1:1/d?connect_timeout=2")
        let error = try #require(throws: PostgresError.self) { try Connection.open(settings) }
        #expect(error.kind == .cannotConnect)
        #expect(error.message.contains("Connection refused"))
        #expect(error.hint?.contains("is the server running") == true)
        #expect(!error.description.contains("hush"))
    }

    @Test func `a database that is not there is an error of the connection`() throws {
        var settings = database.settings
        settings.database = "nowhere"
        let error = try #require(throws: PostgresError.self) { try Connection.open(settings) }
        #expect(error.kind == .cannotConnect)
        #expect(error.message.contains("\"nowhere\" does not exist"))
    }

    @Test func `a statement is cancelled from another thread`() throws {
        let canceller = connection.canceller
        let thread = Thread {
            // Repeated, since the statement may not have begun.
            for _ in 0..<100 {
                usleep(50_000)
                canceller.cancel()
            }
        }
        thread.start()
        defer { thread.cancel() }
        let start = ContinuousClock.now
        let error = try #require(throws: PostgresError.self) {
            try connection.query("select pg_sleep(30)")
        }
        #expect(error.isCancellation)
        #expect(error.kind == .server)
        #expect(ContinuousClock.now - start < .seconds(20))
    }

    @Test func `a canceller outlives its connection`() throws {
        let canceller = connection.canceller
        connection.close()
        canceller.cancel()
        let error = try #require(throws: PostgresError.self) { try connection.query("select 1") }
        #expect(error.kind == .lostConnection)
        #expect(error.message == "the connection is closed")
    }

    @Test func `a session that is ended in the middle of a COPY is a lost connection`() throws {
        try connection.execute("create table ended (a int4)")
        let copy = try connection.copyIn("copy ended from stdin (format binary)")
        try database.connect().query(
            "select pg_terminate_backend($1, 5000)", [.int32(connection.serverProcess)])
        let error = try #require(throws: PostgresError.self) {
            for row in 0..<2_000_000 as Range<Int32> {
                try copy.beginRow(fields: 1)
                copy.rows.append(int32: row)
            }
            _ = try copy.finish()
        }
        #expect(error.kind == .lostConnection)
        #expect(error.sql == "copy ended from stdin (format binary)")
        let other = try database.connect()
        #expect(try other.query("select from ended").isEmpty)
        try other.execute("drop table ended")
        let next = try #require(throws: PostgresError.self) { try connection.query("select 1") }
        #expect(next.kind == .lostConnection)
    }

    @Test func `notices and warnings reach the log`() throws {
        let log = LogRecorder()
        let connection = try Connection.open(database.settings, logger: log.logger)
        try connection.execute("do $$ begin raise warning 'careful'; raise notice 'fyi'; end $$")
        #expect(log.lines == ["warning PostgreSQL: careful", "debug PostgreSQL: fyi"])
    }
}
