import CLibPQ

/// One row of an answer; columns are counted from 0.
///
/// A reader checks the column's type and throws ``PostgresError`` of kind
/// `misuse` where it does not match; only widening is allowed (`int64` reads
/// smallint, integer and bigint). The plain readers throw on NULL, the ones
/// that end in `OrNil` give nil.
public struct Row {
    let answer: ResultHandle
    let index: Int32

    /// Whether the field is NULL.
    public func isNull(_ column: Int) -> Bool {
        PQgetisnull(answer.pointer, index, Int32(column)) == 1
    }

    /// A `boolean`.
    public func bool(_ column: Int) throws -> Bool { try present(boolOrNil, column) }
    /// A `boolean` or NULL.
    public func boolOrNil(_ column: Int) throws -> Bool? {
        try read(column, as: "boolean", [TypeID.bool]) { $0.integer(as: Int8.self) != 0 }
    }

    /// A `smallint`.
    public func int16(_ column: Int) throws -> Int16 { try present(int16OrNil, column) }
    /// A `smallint` or NULL.
    public func int16OrNil(_ column: Int) throws -> Int16? {
        try read(column, as: "smallint", [TypeID.int16]) { $0.integer(as: Int16.self) }
    }

    /// An `integer` or `smallint`.
    public func int32(_ column: Int) throws -> Int32 { try present(int32OrNil, column) }
    /// An `integer`, `smallint` or NULL.
    public func int32OrNil(_ column: Int) throws -> Int32? {
        try read(column, as: "integer", [TypeID.int32, TypeID.int16]) { field in
            field.count == 2
                ? Int32(field.integer(as: Int16.self)) : field.integer(as: Int32.self)
        }
    }

    /// A `bigint`, `integer` or `smallint`.
    public func int64(_ column: Int) throws -> Int64 { try present(int64OrNil, column) }
    /// A `bigint`, `integer`, `smallint` or NULL.
    public func int64OrNil(_ column: Int) throws -> Int64? {
        let types = [TypeID.int64, TypeID.int32, TypeID.int16]
        return try read(column, as: "bigint", types) { field in
            switch field.count {
            case 2: Int64(field.integer(as: Int16.self))
            case 4: Int64(field.integer(as: Int32.self))
            default: field.integer(as: Int64.self)
            }
        }
    }

    /// A `double precision` or `real`.
    public func double(_ column: Int) throws -> Double { try present(doubleOrNil, column) }
    /// A `double precision`, `real` or NULL.
    public func doubleOrNil(_ column: Int) throws -> Double? {
        try read(column, as: "double precision", [TypeID.double, TypeID.float]) { field in
            field.count == 4
                ? Double(Float(bitPattern: field.integer(as: UInt32.self)))
                : Double(bitPattern: field.integer(as: UInt64.self))
        }
    }

    /// A `text`, `varchar`, `char`, `name`, `json` or `jsonb`.
    public func text(_ column: Int) throws -> String { try present(textOrNil, column) }
    /// A text or NULL.
    public func textOrNil(_ column: Int) throws -> String? {
        let types = [
            TypeID.text, TypeID.variableText, TypeID.fixedText, TypeID.name, TypeID.json,
            TypeID.unknown,
        ]
        if PQftype(answer.pointer, Int32(column)) == TypeID.jsonb {
            // One byte of version stands before the text.
            return try read(column, as: "jsonb", [TypeID.jsonb]) { field in
                String(decoding: field.dropFirst(), as: UTF8.self)
            }
        }
        return try read(column, as: "text", types) { String(decoding: $0, as: UTF8.self) }
    }

    /// A `bytea`.
    public func bytes(_ column: Int) throws -> [UInt8] { try present(bytesOrNil, column) }
    /// A `bytea` or NULL.
    public func bytesOrNil(_ column: Int) throws -> [UInt8]? {
        try read(column, as: "bytea", [TypeID.bytes]) { Array($0) }
    }

    /// A `date` as days since 2000-01-01; `infinity` is `Int32.max`.
    public func day(_ column: Int) throws -> Int32 { try present(dayOrNil, column) }
    /// A `date` as days since 2000-01-01, or NULL.
    public func dayOrNil(_ column: Int) throws -> Int32? {
        try read(column, as: "date", [TypeID.day]) { $0.integer(as: Int32.self) }
    }

    /// A `timestamptz`.
    public func timestamp(_ column: Int) throws -> Timestamp {
        try present(timestampOrNil, column)
    }
    /// A `timestamptz` or NULL.
    public func timestampOrNil(_ column: Int) throws -> Timestamp? {
        try read(column, as: "timestamptz", [TypeID.timestamp]) {
            Timestamp(microseconds: $0.integer(as: Int64.self))
        }
    }
}

extension Row {
    /// The bytes of a field of one of the given types, or nil for NULL.
    func read<Value>(
        _ column: Int, as wanted: String, _ types: [UInt32],
        _ decode: (UnsafeRawBufferPointer) throws -> Value
    ) throws -> Value? {
        guard column >= 0, column < PQnfields(answer.pointer) else {
            throw PostgresError(
                .misuse, "column \(column) of a row with \(PQnfields(answer.pointer))")
        }
        let type = PQftype(answer.pointer, Int32(column))
        guard types.contains(type) else {
            throw PostgresError(
                .misuse,
                "\(name(of: column)) is \(TypeID.sqlName(type)), "
                    + "and was read as \(wanted)",
                hint: "read it as what it is, or cast it in the SQL")
        }
        if isNull(column) { return nil }
        let length = PQgetlength(answer.pointer, index, Int32(column))
        let start = PQgetvalue(answer.pointer, index, Int32(column))
        return try decode(UnsafeRawBufferPointer(start: start, count: Int(length)))
    }

    func present<Value>(_ read: (Int) throws -> Value?, _ column: Int) throws -> Value {
        guard let value = try read(column) else {
            throw PostgresError(
                .misuse, "\(name(of: column)) is null in row \(index), and was read as a value",
                hint: "use the reader that ends in OrNil, or exclude nulls in the SQL")
        }
        return value
    }

    private func name(of column: Int) -> String {
        let name = PQfname(answer.pointer, Int32(column)).map { String(cString: $0) } ?? ""
        return "column \(column) (\(name))"
    }
}

extension UnsafeRawBufferPointer {
    /// The big-endian number that fills the start of the field.
    func integer<Value: FixedWidthInteger>(as type: Value.Type) -> Value {
        Value(bigEndian: loadUnaligned(as: type))
    }
}
