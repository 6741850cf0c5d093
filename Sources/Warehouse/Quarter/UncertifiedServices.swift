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
        leaveOut(by: registry.consortium)
    }

    /// As a release has them, whatever was certified since.
    init(of release: Release, consortium: Consortium, connection: Connection) throws {
        services = try release.uncertified(connection)
        certifications = try connection.query(
            """
            select certification_id
            from warehouse.release_certification
            where release_id = $1
            order by certification_id
            """,
            [.int32(Int32(release.number))]
        ).map { Int(try $0.int64(0)) }
        leaveOut(by: consortium)
    }

    private mutating func leaveOut(by consortium: Consortium) {
        guard !consortium.certification.ranksUncertified else { return }
        for key in services {
            guard let city = consortium.directory.index(of: key.city) else { continue }
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

extension Release {
    /// Services that nobody had certified when it was made, in order.
    fileprivate func uncertified(_ connection: Connection) throws -> [ServiceKey] {
        try connection.query(
            """
            select city.city, release_uncertified.service
            from \(schema).release_uncertified
            inner join \(schema).city on city.city_id = release_uncertified.city_id
            where release_uncertified.release_id = $1
            """,
            [.int32(Int32(number))]
        ).map { ServiceKey(city: try $0.text(0), stored: try $0.text(1)) }.sorted()
    }
}

extension Warehouse {
    /// The services that nobody had certified when a final or corrected
    /// release was made, by city.
    public func uncertified(in release: Release) throws -> [ServiceKey] {
        try release.uncertified(connection)
    }
}
