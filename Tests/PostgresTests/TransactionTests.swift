import Postgres
import TestSupport
import Testing

@Suite struct TransactionTests {
    private struct Refused: Error {}
    let database: TemporaryDatabase
    let connection: Connection

    init() throws {
        database = try TemporaryDatabase()
        connection = try database.connect()
        try connection.execute("create table t (a int4 primary key)")
    }

    private func stored() throws -> [Int32] {
        // Another connection sees only what is committed.
        try database.connect().query("select a from t order by a").map { try $0.int32(0) }
    }

    private func insert(_ value: Int32) throws {
        try connection.query("insert into t values ($1)", [.int32(value)])
    }

    @Test func `what returns is committed, what throws is rolled back`() throws {
        let answer = try connection.transaction {
            try insert(1)
            return "kept"
        }
        #expect(answer == "kept")
        #expect(throws: Refused.self) {
            try connection.transaction {
                try insert(2)
                throw Refused()
            }
        }
        #expect(try stored() == [1])
    }

    @Test func `a transaction in a transaction is a savepoint`() throws {
        try connection.transaction {
            try insert(1)
            #expect(throws: Refused.self) {
                try connection.transaction {
                    try insert(2)
                    try connection.savepoint { try insert(3) }
                    throw Refused()
                }
            }
            let error = try #require(throws: PostgresError.self) {
                try connection.savepoint { try insert(1) }
            }
            #expect(error.isUniqueViolation)
            try insert(4)
        }
        #expect(try stored() == [1, 4])
    }

    @Test func `a failure that was passed over is not taken for a commit`() throws {
        let error = try #require(throws: PostgresError.self) {
            try connection.transaction {
                try insert(1)
                try? connection.execute("select 1/0")
            }
        }
        #expect(error.message.contains("rolled back"))
        #expect(try stored() == [])
        try connection.transaction { try insert(2) }
        #expect(try stored() == [2])
    }

    @Test func `a constraint that fails at commit is thrown`() throws {
        try connection.execute("create table u (a int unique deferrable initially deferred)")
        let error = try #require(throws: PostgresError.self) {
            try connection.transaction { try connection.execute("insert into u values (1), (1)") }
        }
        #expect(error.isUniqueViolation)
        try connection.transaction { try insert(3) }
        #expect(try stored() == [3])
    }

    @Test func `a savepoint outside a transaction is refused`() throws {
        let error = try #require(throws: PostgresError.self) { try connection.savepoint {} }
        #expect(error.kind == .misuse)
    }

    @Test func `the body's error survives a connection that has died`() throws {
        #expect(throws: Refused.self) {
            try connection.transaction {
                try insert(1)
                try database.connect().query(
                    "select pg_terminate_backend($1, 5000)",
                    [.int32(connection.serverProcess)])
                throw Refused()
            }
        }
        #expect(try stored() == [])
        let error = try #require(throws: PostgresError.self) { try insert(2) }
        #expect(error.kind == .lostConnection)
    }

    @Test func `a read-only snapshot refuses to write and does not move`() throws {
        try connection.transaction(.readOnlySnapshot) {
            let count = "select count(*) from t"
            #expect(try connection.query(count).single.int64(0) == 0)
            try database.connect().execute("insert into t values (9)")
            #expect(try connection.query(count).single.int64(0) == 0)
            let error = try #require(throws: PostgresError.self) {
                try connection.savepoint { try insert(1) }
            }
            #expect(error.sqlState == "25006")
        }
    }
}
