import Benchmarking
import Consortium
import MetricSpec
import Postgres

extension Warehouse {
    /// How a city stands in the peer groups that it picked for itself alone,
    /// by metric, then group.
    ///
    /// Computed from what a release shows of the cities as a whole, by the
    /// same engine, and stored nowhere.
    public func privateStandings(
        of city: String, in release: Release, registry: Registry
    ) throws -> [ReleasedStanding] {
        let day = release.period.start
        let groups = registry.consortium.peerGroups.filter { group in
            guard group.isPrivate, group.valid.contains(day),
                case .ownLists(let lists) = group.membership
            else { return false }
            return lists.contains { $0.owner == city }
        }
        guard !groups.isEmpty else { return [] }
        let resolution = PeerResolution(
            registry: registry,
            ids: try RegistryWriter(connection: connection, registry: registry).readIDs(),
            period: release.period, connection: connection)
        let laidOut = try groups.map { group in
            PeerGroup(
                id: group.id, members: try resolution.members(group),
                minimum: max(group.minimum, registry.consortium.minimumContributors))
        }
        let engine = Engine(
            groups: laidOut, cityCount: registry.consortium.directory.cities.count)
        let services = ServiceTable(registry: registry, day: day)
        let figures = try releasedFigures(in: release, registry: registry, services: services)
        return registry.standard.metrics.flatMap { metric -> [ReleasedStanding] in
            guard let figures = figures[metric.id] else { return [] }
            let serving = groups.indices.filter { groups[$0].serves(metric: metric.id) }
            return engine.compare(figures, metric: metric, inGroups: serving).flatMap {
                Self.rows(of: city, in: $0, metric, registry.consortium)
            }
        }
    }

    private static func rows(
        of city: String, in standings: StandingColumns, _ metric: Metric,
        _ consortium: Consortium
    ) -> [ReleasedStanding] {
        (0..<standings.count).compactMap { row in
            guard consortium.directory.cities[Int(standings.cities[row])].id == city else {
                return nil
            }
            return ReleasedStanding(
                metric: metric.id, city: city, breakdown: "total", peerGroup: standings.group,
                standing: standings[row])
        }
    }

    /// What a release shows of each metric, one row a city of the folder.
    private func releasedFigures(
        in release: Release, registry: Registry, services: ServiceTable
    ) throws -> [String: MetricColumns] {
        let directory = registry.consortium.directory
        var tables: [String: ReleasedColumns] = [:]
        for row in try connection.query(
            """
            select metric, city, status, value, numerator, denominator
            from \(release.schema).metric_value_history
            where release = $1 and breakdown = 'total'
            """,
            [.int32(Int32(release.number))])
        {
            guard let city = directory.index(of: try row.text(1)) else { continue }
            let metric = try row.text(0)
            var table = tables[metric] ?? ReleasedColumns(cityCount: directory.cities.count)
            table.statuses[city] = StandingStatus(rawValue: try row.text(2)) ?? .notReported
            table.values[city] = try row.doubleOrNil(3)
            table.numerators[city] = try row.doubleOrNil(4)
            table.denominators[city] = try row.doubleOrNil(5)
            tables[metric] = table
        }
        return Dictionary(
            uniqueKeysWithValues: tables.map { id, table in
                let service = registry.standard.metric(id)?.service
                let modes = services.column(service)?.modes ?? []
                return (id, table.figures(of: release.period, modes: modes))
            })
    }
}

/// Released figures of one metric.
private struct ReleasedColumns {
    var statuses: [StandingStatus]
    var values: [Double?]
    var numerators: [Double?]
    var denominators: [Double?]

    init(cityCount: Int) {
        statuses = Array(repeating: .notReported, count: cityCount)
        values = Array(repeating: nil, count: cityCount)
        numerators = values
        denominators = values
    }

    func figures(of period: Period, modes: [ProvisionMode?]) -> MetricColumns {
        MetricColumns(
            period: period, statuses: statuses, values: values, numerators: numerators,
            denominators: denominators, multiplier: multiplier, modes: modes)
    }

    /// From numerator / denominator to the value: that of any city, since all
    /// have one.
    private var multiplier: Double {
        let found = values.indices.lazy.compactMap { city -> Double? in
            guard let value = values[city], let numerator = numerators[city],
                let denominator = denominators[city], numerator != 0
            else { return nil }
            return value * denominator / numerator
        }.first
        return found ?? 1
    }
}
