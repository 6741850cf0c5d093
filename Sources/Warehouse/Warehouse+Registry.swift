import Consortium
import MetricSpec
import Postgres

extension Warehouse {
    /// Brings changed cities, services, standard and groups into the
    /// database, in a transaction of its own, and says what changed.
    ///
    /// Refused: another consortium than the one the database holds, and a
    /// city that has values and is no longer in cities.csv.
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
        let standard = registry.standard
        if try isChanged("standard", digest: registry.standardDigest) {
            try writeStandardVersion()
            try writeMeasures()
            try writeMetrics()
            changes.append("standard: \(standard.id) \(standard.version)")
        }
        let directory = registry.consortium.directory
        if try isChanged("cities", digest: Digest.of(directory.cities.flatMap(Self.texts))) {
            changes.append("cities: \(try CityWriter(connection: connection).write(directory))")
        }
        try writeAttributes(into: &changes)
        try writeProvisions(into: &changes)
        try writePeerGroups(into: &changes)
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

    private func writeStandardVersion() throws {
        let standard = registry.standard
        try connection.query("update warehouse.standard_version set is_current = false")
        try connection.query(
            """
            insert into warehouse.standard_version
                (standard_version_id, standard, version, digest, is_current)
            select coalesce(max(standard_version_id), 0) + 1, $1, $2, $3, true
            from warehouse.standard_version
            on conflict (standard, version, digest) do update set is_current = true
            """,
            [.text(standard.id), .text(standard.version), .text(registry.standardDigest)])
    }

    private func writeMeasures() throws {
        let measures = registry.standard.measures
        try connection.query("update warehouse.measure set is_current = false")
        try connection.query(
            """
            insert into warehouse.measure
                (measure_id, measure, title, definition, unit, kind, service, is_current)
            select
                (select coalesce(max(measure_id), 0) from warehouse.measure)
                    + row_number() over (order by given.measure),
                given.measure, given.title, given.definition, given.unit, given.kind,
                nullif(given.service, ''), true
            from unnest($1, $2, $3, $4, $5, $6)
                as given (measure, title, definition, unit, kind, service)
            on conflict (measure) do update
            set title = excluded.title, definition = excluded.definition,
                unit = excluded.unit, kind = excluded.kind, service = excluded.service,
                is_current = true
            """,
            [
                .textArray(measures.map(\.id)), .textArray(measures.map(\.title)),
                .textArray(measures.map(\.definition)), .textArray(measures.map(\.unit)),
                .textArray(measures.map(\.kind.rawValue)),
                .textArray(measures.map { $0.service ?? "" }),
            ])
    }

    private func writeMetrics() throws {
        let metrics = registry.standard.metrics
        try connection.query("update warehouse.metric set is_current = false")
        try connection.query(
            """
            insert into warehouse.metric
                (metric_id, metric, title, definition, unit, polarity, service, is_current)
            select
                (select coalesce(max(metric_id), 0) from warehouse.metric)
                    + row_number() over (order by given.metric),
                given.metric, given.title, given.definition, given.unit, given.polarity,
                nullif(given.service, ''), true
            from unnest($1, $2, $3, $4, $5, $6)
                as given (metric, title, definition, unit, polarity, service)
            on conflict (metric) do update
            set title = excluded.title, definition = excluded.definition,
                unit = excluded.unit, polarity = excluded.polarity,
                service = excluded.service, is_current = true
            """,
            [
                .textArray(metrics.map(\.id)), .textArray(metrics.map(\.title)),
                .textArray(metrics.map(\.definition)), .textArray(metrics.map(\.unit)),
                .textArray(metrics.map(\.polarity.rawValue)),
                .textArray(metrics.map { $0.service ?? "" }),
            ])
    }
}
