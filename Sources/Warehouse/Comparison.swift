import Benchmarking
import Consortium
import MetricSpec
import Postgres

/// One period's comparison, computed and not yet stored.
struct Comparison {
    let period: Period
    let registry: Registry
    let ids: RegistryIDs
    let observations: CurrentObservations
    let groups: [PeerResolution.Resolved]
    let services: ServiceTable
    let prices: PriceTable
    /// What compared them, over the same groups.
    let engine: Engine
    /// Metrics of which at least one city has a figure, in total and by group,
    /// in the order of the standard.
    let metrics: [ComparedMetric]
    /// One entry a city; empty where the standard recognises nobody, or
    /// nothing is reported.
    let recognition: [RecognitionScore]
    let explanations: PublishedExplanations
    /// None where it is provisional.
    let uncertified: UncertifiedServices
    /// SHA-256 over all that the comparison was computed from.
    private(set) var inputDigest = ""

    /// - Parameters:
    ///   - known: of what was known then.
    ///   - uncertified: what nobody has certified, where it is meant to stay.
    init(
        period: Period, registry: Registry, ids: RegistryIDs, connection: Connection,
        known: KnownState = .current, uncertified: UncertifiedServices = UncertifiedServices()
    ) throws {
        self.period = period
        self.registry = registry
        self.ids = ids
        self.uncertified = uncertified
        let standard = registry.standard
        let valid = standard.metrics.filter { metric in
            metric.notes.validFrom.map { $0 <= period.start } ?? true
        }
        observations = try CurrentObservations(
            ObservationNeed(valid, in: period, standard: standard), ids: ids,
            connection: connection, known: known)
        groups = try PeerResolution(
            registry: registry, ids: ids, period: period, connection: connection, known: known
        ).groups()
        services = ServiceTable(registry: registry, day: period.start)
        prices = PriceTable(registry: registry, day: period.start)
        let maker = ComparedMetricMaker(
            period: period, registry: registry, observations: observations.columns,
            groups: groups, services: services, prices: prices, uncertified: uncertified)
        engine = maker.engine
        metrics = valid.flatMap { maker.compare($0) }
        recognition =
            metrics.isEmpty
            ? []
            : Self.recognition(
                registry: registry, observations: observations, services: services,
                period: period)
        explanations = try PublishedExplanations(connection: connection, known: known)
        inputDigest = inputDigest(with: uncertified)
    }

    func receipt(
        release: Int?, isUnchanged: Bool, _ plan: ReleasePlan
    ) -> ComparisonReceipt {
        var notComparable: [IncomparableReason: Int] = [:]
        for metric in metrics {
            for reason in metric.reasons { notComparable[reason, default: 0] += 1 }
        }
        return ComparisonReceipt(
            period: period, release: release, isUnchanged: isUnchanged, kind: plan.kind,
            visibility: plan.visibility, isHeld: plan.isHeld, embargo: plan.embargo,
            metrics: Set(metrics.map(\.position)).count,
            standings: metrics.reduce(0) { $0 + $1.standings.reduce(0) { $0 + $1.count } },
            notComparable: notComparable, uncertified: uncertified.services)
    }

    private static func recognition(
        registry: Registry, observations: CurrentObservations, services: ServiceTable,
        period: Period
    ) -> [RecognitionScore] {
        guard let recognition = registry.standard.recognition else { return [] }
        let coverage = Coverage(
            recognition, registry: registry, observations: observations, services: services,
            period: period)
        return coverage.evidence.map {
            RecognitionScore(of: $0, by: registry.standard, rules: recognition, in: period)
        }
    }

    /// The digest that the same input has with another state of
    /// certification.
    func inputDigest(with uncertified: UncertifiedServices) -> String {
        let digest = Digest()
        digest.add(period.text)
        digest.add(registry.standardDigest)
        for city in registry.consortium.directory.cities { digest.add(city.id) }
        for group in groups { digest.add("\(group.group) \(group.rule.metrics ?? ["*"])") }
        let said = explanations.text(of: observations, ids: ids)
        for input in [services.text, prices.text] + recognition.map({ "\($0)" }) {
            digest.add(input)
        }
        for input in [said].compactMap(\.self) + uncertified.text { digest.add(input) }
        let columns = observations.columns
        for row in 0..<columns.count {
            digest.add(UInt64(bitPattern: Int64(columns.measures[row])))
            digest.add(UInt64(bitPattern: Int64(columns.cities[row])))
            digest.add(UInt64(bitPattern: Int64(columns.breakdowns[row])))
            digest.add(UInt64(columns.firstMonths[row]) << 32 | UInt64(columns.months[row]))
            digest.add(columns.values[row].bitPattern)
            digest.add(columns.statuses[row].rawValue)
            digest.add(UInt64(bitPattern: Int64(columns.bases[row])))
            digest.add(UInt64(bitPattern: observations.origins[row].submission))
        }
        return digest.hexadecimal()
    }
}
