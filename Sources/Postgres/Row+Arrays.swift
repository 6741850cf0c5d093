/// Reading of one-dimensional arrays; an element that is NULL is nil.
extension Row {
    /// An `integer[]`.
    public func int32Array(_ column: Int) throws -> [Int32?] {
        try array(column, TypeID.int32Array) { $0.integer(as: Int32.self) }
    }

    /// A `bigint[]`.
    public func int64Array(_ column: Int) throws -> [Int64?] {
        try array(column, TypeID.int64Array) { $0.integer(as: Int64.self) }
    }

    /// A `double precision[]`.
    public func doubleArray(_ column: Int) throws -> [Double?] {
        try array(column, TypeID.doubleArray) {
            Double(bitPattern: $0.integer(as: UInt64.self))
        }
    }

    /// A `text[]`.
    public func textArray(_ column: Int) throws -> [String?] {
        try array(column, TypeID.textArray) { String(decoding: $0, as: UTF8.self) }
    }

    private func array<Value>(
        _ column: Int, _ type: UInt32, _ decode: (UnsafeRawBufferPointer) -> Value
    ) throws -> [Value?] {
        try present(
            { column in
                try read(column, as: TypeID.sqlName(type), [type]) { field in
                    try Self.elements(of: field, decode)
                }
            }, column)
    }

    /// Dimensions, a flag for nulls and the element's type stand in front,
    /// then the size and lower bound of each dimension.
    private static func elements<Value>(
        of field: UnsafeRawBufferPointer, _ decode: (UnsafeRawBufferPointer) -> Value
    ) throws -> [Value?] {
        let dimensions = field.integer(as: Int32.self)
        if dimensions == 0 { return [] }
        guard dimensions == 1 else {
            throw PostgresError(.misuse, "an array of \(dimensions) dimensions, expected one")
        }
        var rest = UnsafeRawBufferPointer(rebasing: field[12...])
        let count = Int(rest.integer(as: Int32.self))
        rest = UnsafeRawBufferPointer(rebasing: rest[8...])
        var values: [Value?] = []
        values.reserveCapacity(count)
        for _ in 0..<count {
            let length = Int(rest.integer(as: Int32.self))
            let end = 4 + max(length, 0)
            values.append(
                length < 0 ? nil : decode(UnsafeRawBufferPointer(rebasing: rest[4..<end])))
            rest = UnsafeRawBufferPointer(rebasing: rest[end...])
        }
        return values
    }
}
