import Consortium
import MetricSpec
import Postgres

extension Warehouse {
    /// Brings changed cities, services, standard and groups into the
    /// database, in a transaction of its own, and says what changed.
    ///
    /// Refused: another consortium than the one the database holds, a city
    /// that has values and is no longer in cities.csv, and a definition that
    /// changes without a version that says so.
    public func bringIn(_ registry: Registry) throws -> RegistrySync {
        try connection.transaction {
            try lockRegistry()
            try noteConsortium(registry.consortium)
            let sync = RegistryWriter(connection: connection, registry: registry)
            return try sync.write()
        }
    }

    /// Holds others off until the transaction ends.
    func lockRegistry() throws {
        try connection.query("select pg_advisory_xact_lock($1)", [.int64(Self.writerLock)])
    }

    /// One writer at a time: loads, withdrawals, releases.
    static let writerLock: Int64 = 0x7961_7264_7772_6974

    /// Refuses a database that holds another consortium than this one; an
    /// empty database holds none.
    public func checkHolds(consortium id: String) throws {
        let stored = try connection.query("select consortium from warehouse.consortium")
        if let other = try stored.singleOrNil?.text(0), other != id {
            throw WarehouseError(
                .otherConsortium,
                "the database holds the consortium \"\(other)\", the folder is that of "
                    + "\"\(id)\". Use another database (--database), one a consortium.")
        }
    }

    private func noteConsortium(_ consortium: Consortium) throws {
        try checkHolds(consortium: consortium.id)
        try connection.query(
            """
            insert into warehouse.consortium (consortium, name, is_invented) values ($1, $2, $3)
            on conflict (consortium) do update
            set name = excluded.name, is_invented = excluded.is_invented
            """,
            [.text(consortium.id), .text(consortium.name), .bool(consortium.isInvented)])
    }
}

/// Writes the parts of a folder that changed since the last time.
struct RegistryWriter {
    let connection: Connection
    let registry: Registry

    func write() throws -> RegistrySync {
        var changes: [String] = []
        if try isChanged("standard", digest: registry.standardDigest) {
            let writer = StandardWriter(connection: connection, registry: registry)
            changes.append("standard: \(try writer.write())")
        }
        let directory = registry.consortium.directory
        if try isChanged("cities", digest: Digest.of(directory.cities.flatMap(Self.texts))) {
            changes.append("cities: \(try CityWriter(connection: connection).write(directory))")
        }
        try writeAttributes(into: &changes)
        try writeCityChanges(into: &changes)
        try writeProvisions(into: &changes)
        try writePrices(into: &changes)
        try writeCalendar(into: &changes)
        try writePeerGroups(into: &changes)
        try writePrivatePeers(into: &changes)
        return RegistrySync(ids: try readIDs(), changes: changes)
    }

    /// Whether a part differs from what was brought in last; notes the digest.
    func isChanged(_ part: String, digest: String) throws -> Bool {
        try connection.query(
            """
            insert into warehouse.folder_part (part, digest) values ($1, $2)
            on conflict (part) do update set digest = excluded.digest
            where folder_part.digest <> excluded.digest
            """,
            [.text(part), .text(digest)]
        ).affected > 0
    }

    private static func texts(_ city: City) -> [String] {
        [city.id, city.name, city.country] + city.aliases + ["."]
    }
}
