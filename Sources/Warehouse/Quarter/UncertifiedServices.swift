import Consortium
import MetricSpec
import Postgres

/// What a final release says of certifications: which services nobody has
/// certified, and which certifications it rests on.
struct UncertifiedServices {
    /// In the order of cities, then of services.
    private(set) var services: [ServiceKey] = []
    /// Numbers of the certifications that hold, ascending.
    private(set) var certifications: [Int] = []
    /// Positions of cities by service, where the consortium leaves them out of
    /// what is compared.
    private var positions: [String?: Set<Int>] = [:]

    /// None: of a release that is provisional.
    init() {}

    /// Of a release that is meant to stay.
    init(
        in period: Period, registry: Registry, warehouse: Warehouse
    ) throws {
        let all = try ServiceStatusReader(warehouse, registry: registry, period: period).all()
        services = all.filter(\.isUncertified).map {
            ServiceKey(city: $0.city, service: $0.service)
        }.sorted()
        certifications = all.compactMap { $0.certification?.number }.sorted()
        guard !registry.consortium.certification.ranksUncertified else { return }
        for key in services {
            guard let city = registry.consortium.directory.index(of: key.city) else { continue }
            positions[key.service, default: []].insert(city)
        }
    }

    /// Positions of cities whose figures of a service are shown and not
    /// compared.
    func unranked(_ service: String?) -> Set<Int> { positions[service] ?? [] }

    /// All of it, for the digest of a release's input; empty for none.
    var text: [String] {
        services.isEmpty && certifications.isEmpty
            ? []
            : services.map { "uncertified \($0.city) \($0.service ?? "")" }
                + ["unranked \(positions.isEmpty ? "no" : "yes")"]
                + certifications.map { "certified \($0)" }
    }

    /// Writes the list that members see, and what the release rests on.
    func write(
        _ release: Int32, schema: String, isRebuilt: Bool, _ connection: Connection
    ) throws {
        try connection.query(
            """
            insert into \(schema).release_uncertified (release_id, city_id, service)
            select $1, city.city_id, given.service
            from unnest($2, $3) as given (city, service)
            inner join warehouse.city on city.city = given.city
            """,
            [
                .int32(release), .textArray(services.map(\.city)),
                .textArray(services.map { $0.service ?? "" }),
            ])
        if isRebuilt { return }
        try connection.query(
            """
            insert into warehouse.release_certification (release_id, certification_id)
            select $1, given.certification_id from unnest($2) as given (certification_id)
            """,
            [.int32(release), .int64Array(certifications.map { Int64($0) })])
    }
}
