import Postgres

/// What a release holds, table by table, as digests.
///
/// The columns are kept with the digest, so that one that a later version of
/// the program adds changes nothing. The number of the release is left out,
/// for the same content to have the same digest, and the texts of cells, which
/// may be erased.
struct ReleaseDigest {
    let connection: Connection
    /// `member`, or wherever else the tables lie.
    let schema: String
    let release: Int32

    /// One table's part.
    struct Table: Equatable {
        let name: String
        let columns: [String]
        let rows: Int
        let digest: String
    }

    private static let leftOut: Set<String> = ["release_id", "raw_text"]

    /// All tables of a release.
    ///
    /// - Parameter columns: the columns by table; those that the tables have
    ///   where it is nil.
    func tables(columns: [String: [String]]? = nil) throws -> [Table] {
        try ReleaseTable.facts.map { table in
            try digest(table, columns: columns?[table] ?? Self.columns(of: table, connection))
        }
    }

    /// One digest over those of the tables.
    ///
    /// Which services nobody has certified is no part of it: a final release
    /// of the same figures has the digest of the provisional one before it.
    static func overall(_ tables: [Table]) -> String {
        let figures = tables.filter { $0.name != "release_uncertified" }
        return Digest.of(
            figures.flatMap { [$0.name, $0.columns.joined(separator: ", "), $0.digest] })
    }

    /// Keeps the digests of a release that was just written.
    func store() throws { try store(tables()) }

    /// Keeps digests, and the one over them.
    func store(_ tables: [Table]) throws {
        try connection.query(
            """
            insert into \(schema).release_digest
                (row_count, release_id, table_name, column_names, digest)
            select given.row_count, $1, given.table_name, given.column_names, given.digest
            from unnest($2, $3, $4, $5) as given (table_name, row_count, column_names, digest)
            """,
            [
                .int32(release), .textArray(tables.map(\.name)),
                .int64Array(tables.map { Int64($0.rows) }),
                .textArray(tables.map { $0.columns.joined(separator: ", ") }),
                .textArray(tables.map(\.digest)),
            ])
        try connection.query(
            "update \(schema).release set content_digest = $2 where release_id = $1",
            [.int32(release), .text(Self.overall(tables))])
    }

    /// The digests that were kept, in the order of ``ReleaseTable/facts``.
    func stored() throws -> [Table] {
        let rows = try connection.query(
            """
            select table_name, column_names, row_count, digest
            from \(schema).release_digest
            where release_id = $1
            """,
            [.int32(release)])
        var found: [String: Table] = [:]
        for row in rows {
            let name = try row.text(0)
            found[name] = Table(
                name: name, columns: try row.text(1).split(separator: ", ").map(String.init),
                rows: Int(try row.int64(2)), digest: try row.text(3))
        }
        return ReleaseTable.facts.compactMap { found[$0] }
    }

    /// The columns that are digested, those of the key first.
    private static func columns(of table: String, _ connection: Connection) throws -> [String] {
        try connection.query(
            """
            select pg_attribute.attname::text
            from pg_attribute
            left join pg_index
                on pg_index.indrelid = pg_attribute.attrelid and pg_index.indisprimary
            where pg_attribute.attrelid = $1::regclass
                and pg_attribute.attnum > 0 and not pg_attribute.attisdropped
            order by array_position(pg_index.indkey::smallint[], pg_attribute.attnum),
                pg_attribute.attnum
            """,
            [.text("member." + table)]
        ).map { try $0.text(0) }.filter { !leftOut.contains($0) }
    }

    /// Texts are ordered by their bytes, on every machine alike.
    func digest(_ table: String, columns: [String]) throws -> Table {
        let texts = try textColumns(of: table)
        let order = columns.map { texts.contains($0) ? "\($0) collate \"C\"" : $0 }
        let copy = try connection.copyOut(
            """
            copy (
                select \(columns.joined(separator: ", "))
                from \(schema).\(table)
                where release_id = \(release)
                order by \(order.joined(separator: ", "))
            ) to stdout (format binary)
            """)
        defer { copy.close() }
        let digest = BufferedDigest()
        var rows = 0
        while try copy.next() {
            rows += 1
            for column in 0..<columns.count {
                if copy.isNull(column) {
                    digest.addLength(-1)
                } else {
                    let bytes = try copy.rawBytes(column)
                    digest.addLength(Int32(bytes.count))
                    digest.add(bytes)
                }
            }
        }
        return Table(name: table, columns: columns, rows: rows, digest: digest.hexadecimal())
    }

    private func textColumns(of table: String) throws -> Set<String> {
        Set(
            try connection.query(
                """
                select attname::text
                from pg_attribute
                where attrelid = $1::regclass and attnum > 0 and attcollation <> 0
                """,
                [.text("member." + table)]
            ).map { try $0.text(0) })
    }
}

/// Hands small pieces to a digest together.
private final class BufferedDigest {
    private let digest = Digest()
    private var buffer: [UInt8] = []
    private static let size = 1 << 16

    init() { buffer.reserveCapacity(Self.size + 1024) }

    /// The length of a field as four bytes, the highest first.
    func addLength(_ length: Int32) {
        withUnsafeBytes(of: length.bigEndian) { buffer.append(contentsOf: $0) }
    }

    func add(_ bytes: UnsafeRawBufferPointer) {
        buffer.append(contentsOf: bytes)
        if buffer.count >= Self.size { flush() }
    }

    func hexadecimal() -> String {
        flush()
        return digest.hexadecimal()
    }

    private func flush() {
        buffer.withUnsafeBytes { digest.add($0) }
        buffer.removeAll(keepingCapacity: true)
    }
}
