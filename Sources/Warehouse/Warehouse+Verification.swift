import Consortium
import MetricSpec
import Postgres
import Tabular

extension Warehouse {
    /// Computes a release again from what was known when it was made, and
    /// compares what its tables hold, byte by byte.
    ///
    /// Reads observations as they were known, the standard and the folder by
    /// their digests; writes into tables that end with the transaction. The
    /// texts of cells are no part of it, so that they may be erased.
    public func verify(release number: Int) throws -> ReleaseVerification {
        try connection.transaction {
            let release = try release(numbered: number)
            let rebuild = ReleaseRebuild(release: release, connection: connection)
            return try rebuild.verification()
        }
    }
}

/// Computes a release again.
struct ReleaseRebuild {
    let release: Release
    let connection: Connection

    private var number: Int32 { Int32(release.number) }

    /// How many rows that differ are shown.
    private static let shown = 5

    func verification() throws -> ReleaseVerification {
        let frozen = try digest(in: release.schema.rawValue).stored()
        let columns = Dictionary(uniqueKeysWithValues: frozen.map { ($0.name, $0.columns) })
        let comparison = try comparison()
        try makeTables()
        try ReleaseWriter(
            comparison: comparison, connection: connection, schema: ReleaseWriter.temporary
        ).writeFacts(number, earlier: EarlierReleases(of: release, connection: connection))
        let stored = try digests(in: release.schema.rawValue, columns)
        let rebuilt = try digests(in: ReleaseWriter.temporary, columns)
        let isOpen = try isOpen
        let tables = try frozen.map { table in
            let (own, anew) = (stored[table.name] ?? "", rebuilt[table.name] ?? "")
            return ReleaseVerification.Table(
                name: table.name, rows: table.rows, digest: table.digest, storedDigest: own,
                openDigest: isOpen ? try openDigest(of: table, own: own) : nil,
                rebuiltDigest: anew,
                differences: own == anew ? [] : try differences(in: table))
        }
        return ReleaseVerification(
            release: release, tables: tables,
            hasSameInput: try comparison.inputDigest
                == Warehouse.inputDigest(of: release, connection))
    }

    /// Of what everybody reads, which is without some columns: the members' own
    /// digest where all else is the same.
    private func openDigest(of table: ReleaseDigest.Table, own: String) throws -> String {
        let hidden = ReleaseTable.membersOnly[table.name] ?? []
        let shared = table.columns.filter { !hidden.contains($0) }
        let open = try digest(in: Audience.open.rawValue).digest(table.name, columns: shared)
        if ReleaseTable.membersOnlyTables.contains(table.name) {
            return open.rows == 0 ? own : open.digest
        }
        if shared == table.columns { return open.digest }
        let members = try digest(in: release.schema.rawValue)
            .digest(table.name, columns: shared)
        return open == members ? own : open.digest
    }

    private func digest(in schema: String) -> ReleaseDigest {
        ReleaseDigest(connection: connection, schema: schema, release: number)
    }

    /// By table.
    private func digests(
        in schema: String, _ columns: [String: [String]]
    ) throws -> [String: String] {
        Dictionary(
            uniqueKeysWithValues: try digest(in: schema).tables(columns: columns).map {
                ($0.name, $0.digest)
            })
    }

    private var isOpen: Bool {
        get throws {
            try connection.query(
                "select exists (select from open.release where release_id = $1)",
                [.int32(number)]
            ).single.bool(0)
        }
    }

    /// Tables like those of members, for this transaction.
    private func makeTables() throws {
        for table in ReleaseTable.facts {
            try connection.execute(
                "create temporary table \(table) (like member.\(table)) on commit drop")
        }
    }

    /// From the registry and the observations of that time.
    private func comparison() throws -> Comparison {
        let registry = try registry()
        return try Comparison(
            period: release.period, registry: registry,
            ids: RegistryWriter(connection: connection, registry: registry).readIDs(),
            connection: connection,
            known: ReleasePair(before: release, after: release, connection: connection)
                .known(release),
            uncertified: UncertifiedServices(
                of: release, consortium: registry.consortium, connection: connection))
    }

    /// What the folder and the standard said.
    func registry() throws -> Registry {
        let files = try ReleaseFiles(connection: connection).read(of: number)
        let texts = try standardTexts()
        guard !files.isEmpty, !texts.isEmpty else {
            throw WarehouseError(
                .conflict,
                "release \(release.number) was made without keeping the folder and standard that "
                    + "it was computed from, so that it cannot be computed again. Releases made "
                    + "from now on can.")
        }
        let consortium = try ConsortiumReader.read(
            ConsortiumFiles(files: files.filter { !$0.key.contains(FolderFile.separator) }) {
                path, place in
                let name = FolderFile.name(of: path, in: place)
                guard let file = files[name] else {
                    throw WarehouseError(
                        .installation, "\(name) is not kept with release \(release.number).")
                }
                return file
            })
        let standard = try StandardReader.read(texts.map { (name: $0.name, text: $0.text) })
            .inCurrency(consortium.currency)
        return Registry(consortium: consortium, standard: standard, standardTexts: texts)
    }

    private func standardTexts() throws -> [StandardText] {
        try connection.query(
            """
            select standard_file.file, standard_file.content
            from \(release.schema).release
            inner join warehouse.standard_version
                on standard_version.standard = release.standard
                and standard_version.version = release.standard_version
                and standard_version.digest = release.standard_digest
            inner join warehouse.standard_file
                on standard_file.standard_version_id = standard_version.standard_version_id
            where release.release_id = $1
            """,
            [.int32(number)]
        ).map { StandardText(name: try $0.text(0), text: try $0.text(1)) }
    }

    /// Rows that only the store or only the new computation has.
    private func differences(in table: ReleaseDigest.Table) throws -> [String] {
        let columns = table.columns.joined(separator: ", ")
        func rows(_ schema: String) -> String {
            "select \(columns) from \(schema).\(table.name) where release_id = $1"
        }
        let (here, there) = (release.schema.rawValue, ReleaseWriter.temporary)
        return try [("stored", here, there), ("rebuilt", there, here)].flatMap { name, own, other in
            try connection.query(
                """
                select row_to_json(differing)::text
                from (\(rows(own)) except all \(rows(other))) as differing
                limit \(Self.shown)
                """,
                [.int32(number)]
            ).map { "\(name): \(try $0.text(0))" }
        }
    }
}
