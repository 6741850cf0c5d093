/// All binds of one statement, side by side as libpq takes them.
struct EncodedBinds {
    private let binds: [EncodedBind]
    private let bytes: [UInt8]

    /// Throws for more binds than the protocol holds, and for a text with NUL.
    init(_ values: [Bind], sql: String) throws {
        guard values.count <= 65_535 else {
            throw PostgresError(
                .misuse, "\(values.count) binds in one statement, at most 65,535 are possible",
                hint: "send arrays and unnest them", sql: sql)
        }
        for value in values where value.holdsNUL {
            throw PostgresError(
                .misuse, "a text bind holds a NUL character, which PostgreSQL cannot store",
                hint: "reject or replace it before, or store it as bytea", sql: sql)
        }
        binds = values.map(BindEncoder.encode)
        bytes = binds.flatMap { $0.bytes ?? [] }
    }

    /// Calls with libpq's parallel arrays; they are valid during the call.
    func withPointers<Result>(
        _ body: (
            Int32, UnsafePointer<UInt32>?, UnsafePointer<UnsafePointer<CChar>?>?,
            UnsafePointer<Int32>?, UnsafePointer<Int32>?
        ) -> Result
    ) -> Result {
        let types = binds.map(\.type)
        let lengths = binds.map { Int32($0.bytes?.count ?? 0) }
        let formats: [Int32] = binds.map { $0.isBinary ? 1 : 0 }
        // One spare byte: an empty value still needs an address, since a null
        // pointer is NULL.
        return (bytes + [0]).withUnsafeBytes { all in
            var offset = 0
            let values = binds.map { bind -> UnsafePointer<CChar>? in
                guard let own = bind.bytes, let base = all.baseAddress else { return nil }
                defer { offset += own.count }
                return (base + offset).assumingMemoryBound(to: CChar.self)
            }
            return body(Int32(binds.count), types, values, lengths, formats)
        }
    }
}

extension Bind {
    /// Whether a text in it holds the character that PostgreSQL cannot store.
    fileprivate var holdsNUL: Bool {
        switch self {
        case .text(let text?), .untyped(let text?): text.utf8.contains(0)
        case .textArray(let texts): texts.contains { $0?.utf8.contains(0) ?? false }
        default: false
        }
    }
}
