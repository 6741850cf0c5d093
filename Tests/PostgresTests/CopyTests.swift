import Postgres
import TestSupport
import Testing

@Suite struct CopyTests {
    let database: TemporaryDatabase
    let connection: Connection
    let sql = "copy t from stdin (format binary)"

    init() throws {
        database = try TemporaryDatabase()
        connection = try database.connect()
        try connection.execute(
            """
            create table t (
                a int2, b int4, c int8, d float8, e date, f text, g bytea, h bool,
                i timestamptz, j jsonb)
            """)
    }

    private func append(row: Int, to rows: CopyBuffer) {
        let isNull = row.isMultiple(of: 7)
        rows.append(int16: isNull ? nil : Int16(truncatingIfNeeded: row))
        rows.append(int32: isNull ? nil : Int32(row))
        rows.append(int64: isNull ? nil : Int64(row) << 32)
        rows.append(double: isNull ? nil : Double(row) / 3)
        rows.append(day: isNull ? nil : Int32(row % 10_000))
        rows.append(text: isNull ? nil : "Straße \(row)")
        rows.append(bytes: isNull ? nil : [UInt8(row & 255), 0])
        rows.append(bool: isNull ? nil : row.isMultiple(of: 2))
        rows.append(timestamp: isNull ? nil : Timestamp(microseconds: Int64(row)))
        rows.append(jsonb: isNull ? nil : #"{"n":\#(row)}"#)
    }

    @Test func `many rows go in and come out unchanged, with their nulls`() throws {
        let count = 50_000
        let copy = try connection.copyIn(sql)
        for row in 0..<count {
            try copy.beginRow(fields: 10)
            append(row: row, to: copy.rows)
        }
        #expect(try copy.finish() == count)

        let out = try connection.copyOut(
            "copy (select a, b, c, d, e, f, g, h, i, j::text from t order by b nulls first, f) "
                + "to stdout (format binary)")
        var nulls = 0
        var expected = 1
        while try out.next() {
            guard let row = try out.int32OrNil(1) else {
                #expect((0..<10).allSatisfy { out.isNull($0) })
                nulls += 1
                continue
            }
            if expected.isMultiple(of: 7) { expected += 1 }
            try #require(Int(row) == expected)
            try expectFields(of: out, row: expected)
            expected += 1
        }
        #expect(nulls == (count + 6) / 7)
        #expect(try connection.query("select count(*) from t").single.int64(0) == Int64(count))
    }

    private func expectFields(of out: CopyOut, row: Int) throws {
        let isRight =
            try out.int16(0) == Int16(truncatingIfNeeded: row)
            && out.int64(2) == Int64(row) << 32
            && out.double(3) == Double(row) / 3
            && out.day(4) == Int32(row % 10_000)
            && out.text(5) == "Straße \(row)"
            && out.bytes(6) == [UInt8(row & 255), 0]
            && out.bool(7) == row.isMultiple(of: 2)
            && out.timestamp(8).microseconds == Int64(row)
            && out.text(9) == #"{"n": \#(row)}"#
        try #require(isRight, "row \(row)")
    }

    @Test func `a buffer that was filled before is one whole COPY`() throws {
        let rows = CopyBuffer(capacity: 1)
        for row in 1...30_000 {
            rows.beginRow(fields: 10)
            append(row: row, to: rows)
        }
        #expect(rows.byteCount > 1_000_000)
        #expect(try connection.copyIn(sql, rows) == 30_000)
        rows.removeAll()
        #expect(rows.isEmpty && rows.rowCount == 0)
        #expect(try connection.copyIn(sql, rows) == 0)
        rows.beginRow(fields: 10)
        append(row: 7, to: rows)
        #expect(try connection.copyIn(sql, rows) == 1)
        #expect(try connection.query("select count(*) from t").single.int64(0) == 30_001)
    }

    @Test func `an aborted or dropped COPY stores nothing and frees the connection`() throws {
        for isDropped in [true, false] {
            var copy: CopyIn? = try connection.copyIn(sql)
            try copy?.beginRow(fields: 10)
            if let rows = copy?.rows { append(row: 1, to: rows) }
            try copy?.flush()
            if !isDropped { copy?.abort() }
            copy = nil
            #expect(try connection.query("select from t").isEmpty)
        }
    }

    @Test func `a throwing transaction ends the COPY in it`() throws {
        struct Refused: Error {}
        var kept: CopyIn?
        #expect(throws: Refused.self) {
            try connection.transaction {
                let copy = try connection.copyIn(sql)
                kept = copy
                try copy.beginRow(fields: 10)
                append(row: 1, to: copy.rows)
                throw Refused()
            }
        }
        #expect(try connection.query("select from t").isEmpty)
        let error = try #require(throws: PostgresError.self) { try kept?.finish() }
        #expect(error.message == "this COPY has ended")
    }

    @Test func `another statement during a COPY is refused`() throws {
        let copy = try connection.copyIn(sql)
        let error = try #require(throws: PostgresError.self) { try connection.query("select 1") }
        #expect(error.message == "a COPY is still open on this connection")
        copy.abort()
        #expect(try connection.query("select 1").count == 1)
    }

    @Test func `a row that the table refuses is an error at the end, without its values`() throws {
        try connection.execute("create table k (a text primary key)")
        let copy = try connection.copyIn("copy k from stdin (format binary)")
        for _ in 1...2 {
            try copy.beginRow(fields: 1)
            copy.rows.append(text: "Springfield")
        }
        let error = try #require(throws: PostgresError.self) { try copy.finish() }
        #expect(error.isUniqueViolation)
        #expect(error.detail == "Key (a)=(...) already exists.")
        #expect(error.context?.hasPrefix("COPY k, line 2") == true)
        #expect(!error.description.contains("Springfield"))
        #expect(try connection.query("select from k").isEmpty)
    }

    @Test func `a field of the wrong size is refused by the server`() throws {
        try connection.execute("create table k (a int4)")
        let copy = try connection.copyIn("copy k from stdin (format binary)")
        try copy.beginRow(fields: 1)
        copy.rows.append(int64: 1)
        let error = try #require(throws: PostgresError.self) { try copy.finish() }
        #expect(error.sqlState == "22P03")
    }

    @Test func `a COPY out of nothing has no rows`() throws {
        let out = try connection.copyOut("copy t to stdout (format binary)")
        #expect(try !out.next())
        #expect(try !out.next())
        #expect(try connection.query("select 1").count == 1)
    }

    @Test func `a COPY out may be left before its end`() throws {
        let out = try connection.copyOut(
            "copy (select g, repeat('x', 1000) from generate_series(1, 3000000) g) "
                + "to stdout (format binary)")
        #expect(try out.next())
        #expect(try out.int32(0) == 1)
        out.close()
        #expect(try connection.query("select 1").count == 1)
    }

    @Test func `a COPY out reads a field only as what it can be`() throws {
        let out = try connection.copyOut("copy (select 1::int8, null) to stdout (format binary)")
        #expect(try out.next())
        #expect(throws: PostgresError.self) { try out.int32(0) }
        let error = try #require(throws: PostgresError.self) { try out.text(1) }
        #expect(error.message == "column 1 of the COPY is null, and was read as a value")
        out.close()
    }

    @Test func `an error in the middle of a COPY out is thrown`() throws {
        let out = try connection.copyOut(
            "copy (select 1 / (3 - g) from generate_series(1, 5) g) to stdout (format binary)")
        let error = try #require(throws: PostgresError.self) { while try out.next() {} }
        #expect(error.sqlState == "22012")
        #expect(try connection.query("select 1").count == 1)
    }

    @Test(arguments: ["copy t from stdin", "copy t to stdout (format binary)", "select 1"])
    func `what is no binary COPY in is refused, and the connection goes on`(sql: String) throws {
        let error = try #require(throws: PostgresError.self) { try connection.copyIn(sql) }
        #expect(error.kind == .misuse)
        #expect(try connection.query("select 1").count == 1)
    }

    @Test(arguments: ["copy t from stdin", "copy t to stdout"])
    func `a COPY by the wrong door is refused, and the connection goes on`(sql: String) throws {
        #expect(throws: PostgresError.self) { try connection.execute(sql) }
        #expect(throws: PostgresError.self) { try connection.query(sql) }
        #expect(try connection.query("select 1").count == 1)
    }
}
