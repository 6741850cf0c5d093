/// A value that goes to the server beside a statement, never inside it.
///
/// Each case names the type that the server sees, so that `$1` needs no cast.
/// `nil` is NULL of that type. Arrays serve `= any($1)` and
/// `unnest($1, $2)` for many rows in one statement.
public enum Bind: Sendable, Equatable {
    /// NULL whose type the server infers.
    case null
    /// `boolean`.
    case bool(Bool?)
    /// `smallint`.
    case int16(Int16?)
    /// `integer`.
    case int32(Int32?)
    /// `bigint`.
    case int64(Int64?)
    /// `double precision`; NaN and infinities are values like others.
    case double(Double?)
    /// `text`; a NUL character is refused, since PostgreSQL cannot hold it.
    case text(String?)
    /// A text whose type the server infers as it would of a quoted literal:
    /// for `jsonb`, `numeric`, enumerations.
    case untyped(String?)
    /// `bytea`.
    case bytes([UInt8]?)
    /// `date` as days since 2000-01-01.
    case day(Int32?)
    /// `timestamptz`.
    case timestamp(Timestamp?)
    /// `boolean[]`.
    case boolArray([Bool?])
    /// `smallint[]`.
    case int16Array([Int16?])
    /// `integer[]`.
    case int32Array([Int32?])
    /// `bigint[]`.
    case int64Array([Int64?])
    /// `double precision[]`.
    case doubleArray([Double?])
    /// `text[]`.
    case textArray([String?])
    /// `bytea[]`.
    case bytesArray([[UInt8]?])
    /// `date[]`, as days since 2000-01-01.
    case dayArray([Int32?])
    /// `timestamptz[]`.
    case timestampArray([Timestamp?])
}

extension Bind: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByFloatLiteral, ExpressibleByNilLiteral
{
    /// A literal in quotes is `text`.
    public init(stringLiteral value: String) { self = .text(value) }
    /// `true` and `false` are `boolean`.
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    /// A literal with a decimal point is `double precision`.
    public init(floatLiteral value: Double) { self = .double(value) }
    /// `nil` is NULL whose type the server infers.
    public init(nilLiteral: ()) { self = .null }
}
