import Benchmarking
import Consortium
public import MetricSpec
import Postgres

/// Derives the state of each city's service in a period.
struct ServiceStatusReader {
    private let warehouse: Warehouse
    private let registry: Registry
    private let period: Period
    private let services: ServiceTable
    private let tallies: [ServiceKey: CertifiedValues.Tally]
    private let queries: [ServiceKey: [FigureQuery]]
    private let certifications: [ServiceKey: [Certification]]
    private let final: FinalRelease?

    init(_ warehouse: Warehouse, registry: Registry, period: Period) throws {
        self.warehouse = warehouse
        self.registry = registry
        self.period = period
        services = ServiceTable(registry: registry, day: period.start)
        tallies = try CertifiedValues(period: period, connection: warehouse.connection).tallies()
        queries = Dictionary(grouping: try warehouse.queries(QueryFilter(period: period))) {
            ServiceKey(city: $0.city, service: $0.service)
        }
        certifications = Dictionary(grouping: try warehouse.certifications(of: period)) {
            ServiceKey(city: $0.city, service: $0.service)
        }
        final = try warehouse.finalRelease(of: period)
    }

    /// Cities in the order of cities.csv, services in that of the standard;
    /// measures of no service come last.
    func all() throws -> [ServiceStatus] {
        let standard = registry.standard
        let measured = Set(standard.measures.map(\.service))
        let listed: [String?] = standard.services.map(\.id) + [nil]
        return try registry.consortium.directory.cities.enumerated().flatMap { index, city in
            try listed.filter(measured.contains).map { service in
                try status(ServiceKey(city: city.id, service: service), position: index)
            }
        }
    }

    private func status(_ key: ServiceKey, position: Int) throws -> ServiceStatus {
        let tally = tallies[key]
        let waiting = (queries[key] ?? []).filter { $0.state != .closed }
        let made = certifications[key] ?? []
        let holding = made.last { $0.digest == tally?.digest }
        return ServiceStatus(
            city: key.city, service: key.service,
            state: state(key, position: position, holding: holding), values: tally?.values ?? 0,
            missing: tally?.missing ?? 0,
            waitingForCity: waiting.filter { $0.waitsFor == .city }.map(\.number),
            waitingForConsortium: waiting.filter { $0.waitsFor == .consortium }.map(\.number),
            certification: holding,
            broken: holding == nil ? try made.last.map(broken) : nil)
    }

    private func state(
        _ key: ServiceKey, position: Int, holding: Certification?
    ) -> ServiceStatus.State {
        switch provision(key, position) {
        case .notProvided: return .notProvided
        case .notTakingPart: return .notTakingPart
        default: break
        }
        if let holding {
            return final?.certified.contains(holding.number) == true ? .agreed : .certified
        }
        if final?.uncertified.contains(key) == true { return .releasedUncertified }
        let asked = queries[key] ?? []
        if asked.contains(where: { $0.state == .open }) { return .queried }
        if tallies[key] == nil { return .announced }
        return asked.isEmpty ? .received : .answered
    }

    /// A city that takes part in no service owes nothing else either.
    private func provision(_ key: ServiceKey, _ position: Int) -> Provision {
        if key.service != nil { return services.provision(key.service, city: position) }
        let all = registry.standard.services
        let takesPart =
            all.isEmpty
            || all.contains { services.provision($0.id, city: position) != .notTakingPart }
        return takesPart ? .provided : .notTakingPart
    }

    private func broken(_ certification: Certification) throws -> BrokenCertification {
        let before = Set(try warehouse.lines(certifiedIn: certification.number))
        let now = Set(
            try CertifiedValues(period: period, connection: warehouse.connection)
                .lines(of: certification.city)[certification.service] ?? [])
        return BrokenCertification(
            certification: certification, now: now.subtracting(before).sorted(),
            before: before.subtracting(now).sorted())
    }
}

/// What the newest final release of a period says of its services.
struct FinalRelease {
    /// Numbers of the certifications that it rests on.
    let certified: Set<Int>
    let uncertified: Set<ServiceKey>
}

extension Warehouse {
    /// How far each city's service has come in a period; changes nothing.
    public func serviceStatus(
        of period: Period, registry: Registry
    ) throws -> [ServiceStatus] {
        try connection.transaction(.readOnlySnapshot) {
            try ServiceStatusReader(self, registry: registry, period: period).all()
        }
    }

    /// Nil while a period has no final release.
    func finalRelease(of period: Period) throws -> FinalRelease? {
        let release = try connection.query(
            """
            select max(release_id)
            from member.release
            where period = $1 and kind in ('final', 'corrected')
            """,
            [.text(period.text)]
        ).single.int32OrNil(0)
        guard let release else { return nil }
        let certified = try connection.query(
            """
            select certification_id from warehouse.release_certification where release_id = $1
            """,
            [.int32(release)]
        ).map { Int(try $0.int64(0)) }
        let uncertified = try connection.query(
            """
            select city.city, release_uncertified.service
            from member.release_uncertified
            inner join member.city on city.city_id = release_uncertified.city_id
            where release_uncertified.release_id = $1
            """,
            [.int32(release)]
        ).map { ServiceKey(city: try $0.text(0), stored: try $0.text(1)) }
        return FinalRelease(certified: Set(certified), uncertified: Set(uncertified))
    }
}
