/// A bind as the protocol carries it.
struct EncodedBind {
    let type: UInt32
    /// nil is NULL.
    let bytes: [UInt8]?
    var isBinary = true
}

/// Turns binds into the bytes that the server reads.
enum BindEncoder {
    static func encode(_ bind: Bind) -> EncodedBind {
        switch bind {
        case .null: EncodedBind(type: TypeID.unspecified, bytes: nil)
        case .bool(let value): scalar(TypeID.bool, value, bytes)
        case .int16(let value): scalar(TypeID.int16, value, bytes)
        case .int32(let value): scalar(TypeID.int32, value, bytes)
        case .int64(let value): scalar(TypeID.int64, value, bytes)
        case .double(let value): scalar(TypeID.double, value, bytes)
        case .text(let value): scalar(TypeID.text, value, bytes)
        case .untyped(let value): untyped(value)
        case .bytes(let value): EncodedBind(type: TypeID.bytes, bytes: value)
        case .day(let value): scalar(TypeID.day, value, bytes)
        case .timestamp(let value): scalar(TypeID.timestamp, value, bytes)
        default: encodeArray(bind)
        }
    }

    private static func encodeArray(_ bind: Bind) -> EncodedBind {
        switch bind {
        case .boolArray(let values): array(TypeID.boolArray, TypeID.bool, values, bytes)
        case .int16Array(let values): array(TypeID.int16Array, TypeID.int16, values, bytes)
        case .int32Array(let values): array(TypeID.int32Array, TypeID.int32, values, bytes)
        case .int64Array(let values): array(TypeID.int64Array, TypeID.int64, values, bytes)
        case .doubleArray(let values): array(TypeID.doubleArray, TypeID.double, values, bytes)
        case .textArray(let values): array(TypeID.textArray, TypeID.text, values, bytes)
        case .bytesArray(let values): array(TypeID.bytesArray, TypeID.bytes, values) { $0 }
        case .dayArray(let values): array(TypeID.dayArray, TypeID.day, values, bytes)
        case .timestampArray(let values):
            array(TypeID.timestampArray, TypeID.timestamp, values, bytes)
        default: EncodedBind(type: TypeID.unspecified, bytes: nil)
        }
    }

    private static func scalar<Value>(
        _ type: UInt32, _ value: Value?, _ encode: (Value) -> [UInt8]
    ) -> EncodedBind {
        EncodedBind(type: type, bytes: value.map(encode))
    }

    /// libpq takes text binds as C strings, so a zero byte ends them.
    private static func untyped(_ value: String?) -> EncodedBind {
        EncodedBind(
            type: TypeID.unspecified, bytes: value.map { Array($0.utf8) + [0] },
            isBinary: false)
    }

    /// One dimension, lower bound 1; an empty array has no dimension.
    private static func array<Value>(
        _ type: UInt32, _ element: UInt32, _ values: [Value?],
        _ encode: (Value) -> [UInt8]
    ) -> EncodedBind {
        var result: [UInt8] = []
        result.reserveCapacity(20 + values.count * 12)
        result += bytes(Int32(values.isEmpty ? 0 : 1))
        result += bytes(Int32(values.contains { $0 == nil } ? 1 : 0))
        result += bytes(Int32(bitPattern: element))
        if !values.isEmpty {
            result += bytes(Int32(values.count))
            result += bytes(Int32(1))
        }
        for value in values {
            guard let value else {
                result += bytes(Int32(-1))
                continue
            }
            let encoded = encode(value)
            result += bytes(Int32(encoded.count))
            result += encoded
        }
        return EncodedBind(type: type, bytes: result)
    }

    private static func bytes(_ value: Bool) -> [UInt8] { [value ? 1 : 0] }
    private static func bytes(_ value: Double) -> [UInt8] {
        bytes(Int64(bitPattern: value.bitPattern))
    }
    private static func bytes(_ value: String) -> [UInt8] { Array(value.utf8) }
    private static func bytes(_ value: Timestamp) -> [UInt8] { bytes(value.microseconds) }
    private static func bytes<Value: FixedWidthInteger>(_ value: Value) -> [UInt8] {
        withUnsafeBytes(of: value.bigEndian) { Array($0) }
    }
}
