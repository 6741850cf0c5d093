import Benchmarking
import Consortium
public import MetricSpec
import Postgres

/// What one comparison did.
public struct ComparisonReceipt: Sendable {
    public let period: Period
    /// The number of the release; nil when no city reports any metric and
    /// none ever did.
    public let release: Int?
    /// Whether the input was that of the newest release, which stays.
    public let isUnchanged: Bool
    public let metrics: Int
    public let standings: Int
}

extension Warehouse {
    /// Compares all metrics of a period and freezes the result as a numbered
    /// provisional release.
    ///
    /// On input that has not changed since the newest release of the period,
    /// nothing is written and that release is named.
    public func compare(
        _ period: Period, registry: Registry, ids: RegistryIDs
    ) throws -> ComparisonReceipt {
        try connection.transaction {
            try lockRegistry()
            let comparison = try Comparison(
                period: period, registry: registry, ids: ids, connection: connection)
            guard try !comparison.metrics.isEmpty || hasRelease(of: period) else {
                return ComparisonReceipt(
                    period: period, release: nil, isUnchanged: true, metrics: 0, standings: 0)
            }
            if let release = try newestRelease(of: period, digest: comparison.inputDigest) {
                return comparison.receipt(release: release, isUnchanged: true)
            }
            let writer = ReleaseWriter(comparison: comparison, connection: connection)
            return comparison.receipt(release: try writer.write(), isUnchanged: false)
        }
    }

    /// The periods for which any value is stored, ascending.
    public func periodsWithValues() throws -> [Period] {
        let rows = try connection.query(
            """
            select distinct observation.period_start, observation.period_months
            from warehouse.observation
            where observation.variant = 0 and observation.value is not null
            """)
        return try rows.compactMap {
            Period(start: CalendarDay(number: try $0.day(0)), months: Int(try $0.int16(1)))
        }.sorted()
    }

    /// Whether a period was released: when all was withdrawn since, an empty
    /// release takes the place of what members see.
    private func hasRelease(of period: Period) throws -> Bool {
        try connection.query(
            "select exists (select from member.release where period = $1)", [.text(period.text)]
        ).single.bool(0)
    }

    private func newestRelease(of period: Period, digest: String) throws -> Int? {
        try connection.query(
            """
            select release.release_id
            from member.release
            where release.period = $1 and release.is_newest and release.input_digest = $2
            """,
            [.text(period.text), .text(digest)]
        ).singleOrNil.map { Int(try $0.int32(0)) }
    }
}

/// One period's comparison, computed and not yet stored.
struct Comparison {
    let period: Period
    let registry: Registry
    let ids: RegistryIDs
    let observations: CurrentObservations
    let groups: [PeerResolution.Resolved]
    /// Metrics that at least one city reports, by position in the standard.
    let metrics: [(position: Int, figures: MetricColumns, standings: [StandingColumns])]
    /// SHA-256 over all that the comparison was computed from.
    let inputDigest: String

    init(period: Period, registry: Registry, ids: RegistryIDs, connection: Connection) throws {
        self.period = period
        self.registry = registry
        self.ids = ids
        observations = try CurrentObservations(
            period: period, registry: registry, ids: ids, connection: connection)
        groups = try PeerResolution(
            registry: registry, ids: ids, period: period, connection: connection
        ).groups()
        let provisions = ProvisionTable(registry: registry, day: period.start)
        metrics = Self.standings(
            registry: registry, observations: observations, groups: groups,
            provisions: provisions, period: period)
        inputDigest = Self.digest(
            period: period, registry: registry, observations: observations, groups: groups,
            provisions: provisions)
    }

    func receipt(release: Int, isUnchanged: Bool) -> ComparisonReceipt {
        ComparisonReceipt(
            period: period, release: release, isUnchanged: isUnchanged, metrics: metrics.count,
            standings: metrics.reduce(0) { $0 + $1.standings.reduce(0) { $0 + $1.count } })
    }

    private static func standings(
        registry: Registry, observations: CurrentObservations,
        groups: [PeerResolution.Resolved], provisions: ProvisionTable, period: Period
    ) -> [(position: Int, figures: MetricColumns, standings: [StandingColumns])] {
        let cityCount = registry.consortium.directory.cities.count
        let evaluator = MetricEvaluator(
            standard: registry.standard, observations: observations.columns,
            cityCount: cityCount)
        let engine = Engine(groups: groups.map(\.group), cityCount: cityCount)
        return registry.standard.metrics.enumerated().compactMap { position, metric in
            let figures = evaluator.evaluate(
                metric, in: period, provision: provisions.column(metric.service))
            guard figures.hasReports else { return nil }
            let serving = groups.indices.filter { groups[$0].rule.serves(metric: metric.id) }
            return (position, figures, engine.compare(figures, metric: metric, inGroups: serving))
        }
    }

    private static func digest(
        period: Period, registry: Registry, observations: CurrentObservations,
        groups: [PeerResolution.Resolved], provisions: ProvisionTable
    ) -> String {
        let digest = Digest()
        digest.add(period.text)
        digest.add(registry.standardDigest)
        for city in registry.consortium.directory.cities { digest.add(city.id) }
        for group in groups { digest.add("\(group.group) \(group.rule.metrics ?? ["*"])") }
        digest.add(provisions.text)
        let columns = observations.columns
        for row in 0..<columns.count {
            digest.add(UInt64(bitPattern: Int64(columns.measures[row])))
            digest.add(UInt64(bitPattern: Int64(columns.cities[row])))
            digest.add(UInt64(bitPattern: Int64(columns.breakdowns[row])))
            digest.add(UInt64(columns.firstMonths[row]) << 32 | UInt64(columns.months[row]))
            digest.add(columns.values[row].bitPattern)
            digest.add(columns.statuses[row].rawValue)
            digest.add(UInt64(bitPattern: observations.origins[row].submission))
        }
        return digest.hexadecimal()
    }
}

/// How each city stands to each service on a day.
struct ProvisionTable {
    private let columns: [String: [Provision]]

    init(registry: Registry, day: CalendarDay) {
        let directory = registry.consortium.directory
        var columns: [String: [Provision]] = [:]
        let ordered = registry.consortium.provisions.sorted {
            ($0.valid.from?.number ?? Int32.min) < ($1.valid.from?.number ?? Int32.min)
        }
        for row in ordered where row.valid.contains(day) {
            guard let city = directory.index(of: row.city) else { continue }
            columns[
                row.service,
                default: Array(repeating: .provided, count: directory.cities.count)
            ][city] = Self.provision(row)
        }
        self.columns = columns
    }

    /// One entry a city; empty where all provide the service.
    func column(_ service: String?) -> [Provision] {
        service.flatMap { columns[$0] } ?? []
    }

    /// Everything in it, for the digest of a release's input.
    var text: String {
        columns.sorted { $0.key < $1.key }
            .map { "\($0.key) \($0.value.map { String($0.rawValue) }.joined())" }
            .joined(separator: " ")
    }

    private static func provision(_ row: ServiceProvision) -> Provision {
        if !row.takesPart { return .notTakingPart }
        return row.mode?.isProvided == false ? .notProvided : .provided
    }
}
