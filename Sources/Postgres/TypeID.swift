/// PostgreSQL's numbers for the built-in types that this client speaks.
enum TypeID {
    static let unspecified: UInt32 = 0
    static let bool: UInt32 = 16
    static let bytes: UInt32 = 17
    static let name: UInt32 = 19
    static let int64: UInt32 = 20
    static let int16: UInt32 = 21
    static let int32: UInt32 = 23
    static let text: UInt32 = 25
    static let json: UInt32 = 114
    static let float: UInt32 = 700
    static let double: UInt32 = 701
    static let unknown: UInt32 = 705
    static let fixedText: UInt32 = 1042
    static let variableText: UInt32 = 1043
    static let day: UInt32 = 1082
    static let timestamp: UInt32 = 1184
    static let numeric: UInt32 = 1700
    static let jsonb: UInt32 = 3802

    static let boolArray: UInt32 = 1000
    static let bytesArray: UInt32 = 1001
    static let int16Array: UInt32 = 1005
    static let int32Array: UInt32 = 1007
    static let textArray: UInt32 = 1009
    static let int64Array: UInt32 = 1016
    static let doubleArray: UInt32 = 1022
    static let dayArray: UInt32 = 1182
    static let timestampArray: UInt32 = 1185

    /// The name that SQL gives to a type number, for messages.
    static func sqlName(_ id: UInt32) -> String {
        names[id] ?? "the type with oid \(id)"
    }

    private static let names: [UInt32: String] = [
        bool: "boolean", bytes: "bytea", name: "name", int64: "bigint",
        int16: "smallint", int32: "integer", text: "text", json: "json",
        float: "real", double: "double precision", unknown: "unknown",
        fixedText: "character", variableText: "character varying", day: "date",
        1114: "timestamp without time zone", timestamp: "timestamptz",
        numeric: "numeric", jsonb: "jsonb", 2950: "uuid",
        boolArray: "boolean[]", bytesArray: "bytea[]", int16Array: "smallint[]",
        int32Array: "integer[]", textArray: "text[]", int64Array: "bigint[]",
        doubleArray: "double precision[]", dayArray: "date[]",
        timestampArray: "timestamptz[]",
    ]
}
