import Postgres
import TestSupport
import Testing

@Suite struct PipelineTests {
    let connection: Connection

    init() throws {
        connection = try TemporaryDatabase().connect()
        try connection.execute("create table t (a int4 primary key)")
    }

    @Test func `statements go together and answer in order`() throws {
        let rows = try connection.pipeline { pipeline in
            for value in 1...5_000 as ClosedRange<Int32> {
                try pipeline.query("insert into t values ($1)", [.int32(value)])
            }
            try pipeline.query("select count(*) from t")
        }
        #expect(rows.count == 5_001)
        #expect(rows[0].affected == 1)
        #expect(try rows[5_000].single.int64(0) == 5_000)
        #expect(try connection.query("select 1").count == 1)
    }

    @Test func `the first error is thrown and nothing of the pipeline is kept`() throws {
        let error = try #require(throws: PostgresError.self) {
            try connection.pipeline { pipeline in
                try pipeline.query("insert into t values ($1)", [.int32(1)])
                try pipeline.query("insert into t values ($1)", [.int32(1)])
                try pipeline.query("select 1/0")
            }
        }
        #expect(error.isUniqueViolation)
        #expect(error.sql == "insert into t values ($1)")
        #expect(try connection.query("select from t").isEmpty)
    }

    @Test func `a body that throws has sent nothing`() throws {
        struct Refused: Error {}
        #expect(throws: Refused.self) {
            try connection.pipeline { pipeline in
                try pipeline.query("insert into t values (1)")
                throw Refused()
            }
        }
        #expect(try connection.query("select from t").isEmpty)
    }

    @Test func `a pipeline is part of the transaction around it`() throws {
        let error = try #require(throws: PostgresError.self) {
            try connection.transaction {
                try connection.pipeline { try $0.query("insert into t values (1)") }
                try connection.execute("select 1/0")
            }
        }
        #expect(error.sqlState == "22012")
        #expect(try connection.query("select from t").isEmpty)
        #expect(try connection.pipeline { _ in }.isEmpty)
    }
}
