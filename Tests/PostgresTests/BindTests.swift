import Postgres
import TestSupport
import Testing

@Suite struct BindTests {
    let connection: Connection

    init() throws {
        connection = try TemporaryDatabase.shared.connect()
    }

    @Test func `scalars of every type come back as they went`() throws {
        let row = try connection.query(
            "select $1, $2, $3, $4, $5, $6, $7, $8, $9",
            [
                .bool(true), .int16(.min), .int32(.max), .int64(.min), .double(0.1),
                .text("Zürich 🏙 \"q\""), .bytes([0, 255, 10]), .day(-1),
                .timestamp(Timestamp(microseconds: 1)),
            ]
        ).single
        #expect(try row.bool(0))
        #expect(try row.int16(1) == .min)
        #expect(try row.int32(2) == .max)
        #expect(try row.int64(3) == .min)
        #expect(try row.double(4) == 0.1)
        #expect(try row.text(5) == "Zürich 🏙 \"q\"")
        #expect(try row.bytes(6) == [0, 255, 10])
        #expect(try row.day(7) == -1)
        #expect(try row.timestamp(8).microseconds == 1)
    }

    @Test func `the server sees each bind as the type that its case names`() throws {
        let row = try connection.query(
            """
            select pg_typeof($1)::text, pg_typeof($2)::text, pg_typeof($3)::text,
                pg_typeof($4)::text, $5::date::text, $6::timestamptz::text,
                pg_typeof($7)::text, ($8::jsonb ->> 'a')
            """,
            [
                .int16(1), .int64(1), .double(1), .text(""), .day(366),
                .timestamp(Timestamp(secondsSince1970: 0)), .textArray([]),
                .untyped(#"{"a": "é"}"#),
            ]
        ).single
        let texts = try (0..<8).map { try row.text($0) }
        #expect(
            texts == [
                "smallint", "bigint", "double precision", "text", "2001-01-01",
                "1970-01-01 00:00:00+00", "text[]", "é",
            ])
    }

    @Test(arguments: [
        Bind.null, .bool(nil), .int16(nil), .int32(nil), .int64(nil), .double(nil), .text(nil),
        .untyped(nil), .bytes(nil), .day(nil), .timestamp(nil),
    ])
    func `nil of every type is null`(bind: Bind) throws {
        #expect(try connection.query("select $1", [bind]).single.isNull(0))
    }

    @Test func `an empty text and empty bytes are not null`() throws {
        let row = try connection.query("select $1, $2", [.text(""), .bytes([])]).single
        #expect(try row.text(0) == "")
        #expect(try row.bytes(1) == [])
    }

    @Test func `infinities, the smallest and not a number are kept`() throws {
        let values = [
            Double.infinity, -.infinity, .leastNonzeroMagnitude, .greatestFiniteMagnitude, -0.0,
        ]
        for value in values {
            let back = try connection.query("select $1", [.double(value)]).single.double(0)
            #expect(back.bitPattern == value.bitPattern)
        }
        #expect(try connection.query("select $1", [.double(.nan)]).single.double(0).isNaN)
        let infinite = try connection.query("select 'infinity'::date").single.day(0)
        #expect(infinite == .max)
    }

    @Test func `arrays come back with their nulls, and empty ones as empty`() throws {
        let row = try connection.query(
            "select $1, $2, $3, $4, $5",
            [
                .int32Array([1, nil, -3]), .int64Array([.max]), .doubleArray([0.5, nil]),
                .textArray(["", "ä", nil, "a,b"]), .int32Array([]),
            ]
        ).single
        #expect(try row.int32Array(0) == [1, nil, -3])
        #expect(try row.int64Array(1) == [.max])
        #expect(try row.doubleArray(2) == [0.5, nil])
        #expect(try row.textArray(3) == ["", "ä", nil, "a,b"])
        #expect(try row.int32Array(4) == [])
    }

    @Test func `arrays insert many rows in one statement`() throws {
        try connection.execute(
            "create temporary table city (id int4, name text, since date, open bool)")
        let rows = try connection.query(
            "insert into city select * from unnest($1, $2, $3, $4)",
            [
                .int32Array([1, 2, 3]), .textArray(["a", nil, "c"]), .dayArray([0, 1, nil]),
                .boolArray([true, false, nil]),
            ])
        #expect(rows.affected == 3)
        let found = try connection.query(
            "select name from city where id = any($1) order by id", [.int32Array([1, 3])])
        #expect(try found.map { try $0.text(0) } == ["a", "c"])
    }

    @Test func `a text with a NUL character is refused before it is sent`() throws {
        let error = try #require(throws: PostgresError.self) {
            try connection.query("select $1", [.text("a\0b")])
        }
        #expect(error.kind == .misuse)
        #expect(error.message.contains("NUL"))
        #expect(try connection.query("select 1").count == 1)
    }

    @Test func `more binds than the protocol holds are refused`() throws {
        let error = try #require(throws: PostgresError.self) {
            try connection.query("select 1", Array(repeating: .int32(1), count: 65_536))
        }
        #expect(error.message.contains("at most 65,535"))
    }

    @Test func `literals need no case`() throws {
        let row = try connection.query("select $1, $2, $3, $4", ["a", true, 1.5, nil]).single
        #expect(try row.text(0) == "a")
        #expect(try row.bool(1))
        #expect(try row.double(2) == 1.5)
        #expect(row.isNull(3))
    }
}
