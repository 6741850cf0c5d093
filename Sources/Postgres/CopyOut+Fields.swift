/// The readers of the current row's fields.
///
/// The plain ones throw ``PostgresError`` of kind `misuse` on NULL and on a
/// field of another size; those that end in `OrNil` give nil for NULL.
extension CopyOut {
    /// How many fields the current row has.
    public var fieldCount: Int { fields.count }

    /// Whether the field is NULL.
    @inlinable
    public func isNull(_ column: Int) -> Bool { fields[column].count < 0 }

    /// A `boolean`.
    @inlinable
    public func bool(_ column: Int) throws -> Bool { try number(column, as: UInt8.self) != 0 }

    /// A `smallint`.
    @inlinable
    public func int16(_ column: Int) throws -> Int16 { try number(column, as: Int16.self) }
    /// A `smallint` or NULL.
    @inlinable
    public func int16OrNil(_ column: Int) throws -> Int16? {
        isNull(column) ? nil : try int16(column)
    }

    /// An `integer`.
    @inlinable
    public func int32(_ column: Int) throws -> Int32 { try number(column, as: Int32.self) }
    /// An `integer` or NULL.
    @inlinable
    public func int32OrNil(_ column: Int) throws -> Int32? {
        isNull(column) ? nil : try int32(column)
    }

    /// A `bigint`.
    @inlinable
    public func int64(_ column: Int) throws -> Int64 { try number(column, as: Int64.self) }
    /// A `bigint` or NULL.
    @inlinable
    public func int64OrNil(_ column: Int) throws -> Int64? {
        isNull(column) ? nil : try int64(column)
    }

    /// A `double precision`.
    @inlinable
    public func double(_ column: Int) throws -> Double {
        Double(bitPattern: try number(column, as: UInt64.self))
    }
    /// A `double precision` or NULL.
    @inlinable
    public func doubleOrNil(_ column: Int) throws -> Double? {
        isNull(column) ? nil : try double(column)
    }

    /// A `date` as days since 2000-01-01.
    @inlinable
    public func day(_ column: Int) throws -> Int32 { try int32(column) }
    /// A `date` as days since 2000-01-01, or NULL.
    @inlinable
    public func dayOrNil(_ column: Int) throws -> Int32? { try int32OrNil(column) }

    /// A `timestamptz`.
    @inlinable
    public func timestamp(_ column: Int) throws -> Timestamp {
        Timestamp(microseconds: try int64(column))
    }

    /// A text.
    public func text(_ column: Int) throws -> String {
        String(decoding: try rawBytes(column), as: UTF8.self)
    }
    /// A text or NULL.
    public func textOrNil(_ column: Int) throws -> String? {
        isNull(column) ? nil : try text(column)
    }

    /// A `bytea`.
    public func bytes(_ column: Int) throws -> [UInt8] { Array(try rawBytes(column)) }
    /// A `bytea` or NULL.
    public func bytesOrNil(_ column: Int) throws -> [UInt8]? {
        isNull(column) ? nil : try bytes(column)
    }

    /// The bytes of a text or a `bytea`, valid until the next row.
    @inlinable
    public func rawBytes(_ column: Int) throws -> UnsafeRawBufferPointer {
        let field = fields[column]
        guard field.count >= 0 else { throw mismatch(column, wanted: nil) }
        return UnsafeRawBufferPointer(start: field.start, count: field.count)
    }

    @inlinable
    func number<Value: FixedWidthInteger>(
        _ column: Int, as type: Value.Type
    ) throws -> Value {
        let field = fields[column]
        guard field.count == MemoryLayout<Value>.size else {
            throw mismatch(column, wanted: MemoryLayout<Value>.size)
        }
        return Value(bigEndian: field.start.loadUnaligned(as: Value.self))
    }

    @usableFromInline
    func mismatch(_ column: Int, wanted: Int?) -> PostgresError {
        let size = fields[column].count
        let found = size < 0 ? "null" : "\(size) bytes long"
        let expected = wanted.map { "a value of \($0) bytes" } ?? "a value"
        return PostgresError(
            .misuse, "column \(column) of the COPY is \(found), and was read as \(expected)",
            hint: "cast the column in the COPY's query, or use the reader that ends in OrNil")
    }
}
