import Postgres
import TestSupport
import Testing

@Suite struct RowTests {
    let connection: Connection

    init() throws {
        connection = try TemporaryDatabase.shared.connect()
    }

    @Test func `a bigint is not read as an integer`() throws {
        let row = try connection.query("select 7::int8 as people").single
        let error = try #require(throws: PostgresError.self) { try row.int32(0) }
        #expect(error.kind == .misuse)
        #expect(error.message == "column 0 (people) is bigint, and was read as integer")
    }

    @Test func `a date is not read as an integer of the same size`() throws {
        let row = try connection.query("select current_date, 1.5::numeric").single
        #expect(throws: PostgresError.self) { try row.int32(0) }
        let error = try #require(throws: PostgresError.self) { try row.double(1) }
        #expect(error.message.contains("is numeric"))
    }

    @Test func `smaller numbers are widened`() throws {
        let row = try connection.query("select -2::int2, -4::int4, 0.5::float4").single
        #expect(try row.int32(0) == -2)
        #expect(try row.int64(0) == -2)
        #expect(try row.int64(1) == -4)
        #expect(try row.double(2) == 0.5)
    }

    @Test func `null read as a value is an error, and nil where it is allowed`() throws {
        let row = try connection.query("select null::int4 as rank").single
        #expect(try row.int32OrNil(0) == nil)
        let error = try #require(throws: PostgresError.self) { try row.int32(0) }
        #expect(error.message.contains("column 0 (rank) is null"))
    }

    @Test func `a column that is not there is an error`() throws {
        let row = try connection.query("select 1").single
        #expect(throws: PostgresError.self) { try row.int32(1) }
        #expect(throws: PostgresError.self) { try row.int32(-1) }
    }

    @Test func `names, fixed and varying characters and JSON are texts`() throws {
        let row = try connection.query(
            #"select 'a'::name, 'b'::char(2), 'c'::varchar, '{"d":1}'::json, '{"d":1}'::jsonb"#
        ).single
        let texts = try (0..<5).map { try row.text($0) }
        #expect(texts == ["a", "b ", "c", #"{"d":1}"#, #"{"d": 1}"#])
    }

    @Test func `one row is asked for, and one must be there`() throws {
        #expect(throws: PostgresError.self) {
            try connection.query("select 1 where false").single
        }
        let error = try #require(throws: PostgresError.self) {
            try connection.query("select generate_series(1, 2)").single
        }
        #expect(error.message == "expected one row, the query gave 2")
        #expect(try connection.query("select 1 where false").singleOrNil == nil)
    }

    @Test func `rows know their columns and how many were changed`() throws {
        let rows = try connection.query("select g as a, -g as b from generate_series(1, 3) g")
        #expect(rows.columns == ["a", "b"])
        #expect(try rows.map { try $0.int32(1) } == [-1, -2, -3])
        try connection.execute("create temporary table t (a int); insert into t values (1), (2)")
        #expect(try connection.query("delete from t where a > $1", [.int32(0)]).affected == 2)
    }
}
