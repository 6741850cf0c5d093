import Consortium
import MetricSpec
import Postgres

/// Writes cities.csv, keeping the numbers of the cities already known.
struct CityWriter {
    let connection: Connection

    /// Returns what changed, such as `2 added, 1 changed`.
    ///
    /// A city that once stood in a release keeps the number it has there, and
    /// no other city is ever given it.
    func write(_ directory: CityDirectory) throws -> String {
        let cities = directory.cities
        let gone = try removeVanished(keeping: cities.map(\.id))
        let before = try connection.query("select count(*) from warehouse.city").single.int64(0)
        let written = try connection.query(
            """
            insert into warehouse.city (city_id, city, name, aliases, country)
            select
                coalesce(
                    released.city_id,
                    (select greatest(
                        (select coalesce(max(city_id), 0) from warehouse.city),
                        (select coalesce(max(city_id), 0) from member.city)))
                        + row_number() over (order by given.position)),
                given.city, given.name,
                case when given.aliases = '' then '{}'
                    else string_to_array(given.aliases, '|') end,
                given.country
            from unnest($1, $2, $3, $4) with ordinality
                as given (city, name, aliases, country, position)
            left join member.city as released on released.city = given.city
            on conflict (city) do update
            set name = excluded.name, aliases = excluded.aliases, country = excluded.country
            where (city.name, city.aliases, city.country)
                is distinct from (excluded.name, excluded.aliases, excluded.country)
            """,
            [
                .textArray(cities.map(\.id)), .textArray(cities.map(\.name)),
                .textArray(cities.map { $0.aliases.joined(separator: "|") }),
                .textArray(cities.map(\.country)),
            ]
        ).affected
        let added = cities.count - Int(before)
        let counts = [(added, "added"), (written - added, "changed"), (gone, "removed")]
        let text = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }.joined(separator: ", ")
        return text.isEmpty ? "order changed" : text
    }

    /// What the database may hold of a city, and the table in which it does.
    private static let holdings = [
        ("values", "warehouse.observation"), ("questions", "intake.query"),
        ("certifications", "intake.certification"), ("responses", "intake.response"),
        ("explanations", "intake.explanation"),
    ]

    /// Takes out cities that left the file; refused where anything is there
    /// of them.
    private func removeVanished(keeping ids: [String]) throws -> Int {
        let gone = try connection.query(
            "select city_id, city from warehouse.city where city <> all ($1) order by city",
            [.textArray(ids)])
        guard !gone.isEmpty else { return 0 }
        let numbers = try gone.map { try $0.int32(0) }
        for (name, table) in Self.holdings { try checkHasNone(numbers, name, table) }
        for table in ["city_attribute", "provision", "city"] {
            try connection.query(
                "delete from warehouse.\(table) where city_id = any ($1)", [.int32Array(numbers)])
        }
        return gone.count
    }

    private func checkHasNone(_ cities: [Int32], _ name: String, _ table: String) throws {
        let used = try connection.query(
            """
            select city.city
            from warehouse.city
            where city.city_id = any ($1)
                and exists (select from \(table) as held where held.city_id = city.city_id)
            order by city.city
            """,
            [.int32Array(cities)])
        guard used.isEmpty else {
            let names = try used.prefix(5).map { try $0.text(0) }.joined(separator: ", ")
            throw WarehouseError(
                .vanishedCity,
                "cities.csv no longer has \(names), which has \(name) in the database. "
                    + "Put it back: a city's id is permanent; its name may change, and "
                    + "services.csv says from when it no longer takes part.")
        }
    }
}

extension RegistryWriter {
    /// An open end, as the database holds it.
    private static func from(_ validity: Validity) -> String {
        validity.from?.text ?? "-infinity"
    }

    private static func to(_ validity: Validity) -> String {
        validity.to?.text ?? "infinity"
    }

    func writeAttributes(into changes: inout [String]) throws {
        let rows = registry.consortium.attributes
        let digest = Digest.of(
            rows.flatMap {
                [
                    $0.city, $0.attribute, $0.value, Self.from($0.valid), Self.to($0.valid),
                    $0.source,
                ]
            })
        guard try isChanged("attributes", digest: digest) else { return }
        let before = try connection.query("delete from warehouse.city_attribute").affected
        try connection.query(
            """
            insert into warehouse.city_attribute
                (city_id, attribute, value, valid_from, valid_to, source)
            select city.city_id, given.attribute, given.value, given.valid_from::date,
                given.valid_to::date, given.source
            from unnest($1, $2, $3, $4, $5, $6)
                as given (city, attribute, value, valid_from, valid_to, source)
            inner join warehouse.city on city.city = given.city
            """,
            [
                .textArray(rows.map(\.city)), .textArray(rows.map(\.attribute)),
                .textArray(rows.map(\.value)), .textArray(rows.map { Self.from($0.valid) }),
                .textArray(rows.map { Self.to($0.valid) }), .textArray(rows.map(\.source)),
            ])
        if before + rows.count > 0 { changes.append("attributes: \(rows.count)") }
    }

    func writeProvisions(into changes: inout [String]) throws {
        let rows = registry.consortium.provisions
        let digest = Digest.of(rows.map { "\($0)" })
        guard try isChanged("services", digest: digest) else { return }
        let before = try connection.query("delete from warehouse.provision").affected
        try connection.query(
            """
            insert into warehouse.provision
                (city_id, service, mode, provider, share_contracted, population_served,
                takes_part, valid_from, valid_to)
            select city.city_id, given.service, given.mode, given.provider,
                given.share_contracted, given.population_served, given.takes_part,
                given.valid_from::date, given.valid_to::date
            from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9)
                as given (city, service, mode, provider, share_contracted,
                    population_served, takes_part, valid_from, valid_to)
            inner join warehouse.city on city.city = given.city
            """,
            [
                .textArray(rows.map(\.city)), .textArray(rows.map(\.service)),
                .textArray(rows.map { $0.mode?.rawValue }), .textArray(rows.map(\.provider)),
                .doubleArray(rows.map(\.shareContracted)),
                .doubleArray(rows.map(\.populationServed)), .boolArray(rows.map(\.takesPart)),
                .textArray(rows.map { Self.from($0.valid) }),
                .textArray(rows.map { Self.to($0.valid) }),
            ])
        if before + rows.count > 0 { changes.append("services: \(rows.count)") }
    }

    func writePrices(into changes: inout [String]) throws {
        let points = registry.consortium.prices
        guard try isChanged("prices", digest: Digest.of(points.map { "\($0)" })) else { return }
        let before = try connection.query("delete from warehouse.price_point").affected
        try connection.query(
            """
            insert into warehouse.price_point
                (series, period_start, period_months, vintage, index_value, source)
            select given.series, given.period_start, given.period_months, given.vintage,
                given.index_value, given.source
            from unnest($1, $2, $3, $4, $5, $6)
                as given (series, period_start, period_months, vintage, index_value, source)
            """,
            [
                .textArray(points.map(\.series)), .dayArray(points.map(\.period.start.number)),
                .int16Array(points.map { Int16($0.period.months) }),
                .dayArray(points.map(\.vintage.number)), .doubleArray(points.map(\.value)),
                .textArray(points.map(\.source)),
            ])
        if before + points.count > 0 { changes.append("prices: \(points.count)") }
    }

    func writePeerGroups(into changes: inout [String]) throws {
        let groups = registry.consortium.peerGroups.filter { !$0.isPrivate }
        let definitions = groups.map { "\($0)" }
        guard try isChanged("peer groups", digest: Digest.of(definitions)) else { return }
        try connection.query("update warehouse.peer_group set is_current = false")
        try connection.query(
            """
            insert into warehouse.peer_group
                (peer_group_id, peer_group, title, definition, is_current)
            select
                (select coalesce(max(peer_group_id), 0) from warehouse.peer_group)
                    + row_number() over (order by given.peer_group),
                given.peer_group, given.title, given.definition, true
            from unnest($1, $2, $3) as given (peer_group, title, definition)
            on conflict (peer_group) do update
            set title = excluded.title, definition = excluded.definition, is_current = true
            """,
            [
                .textArray(groups.map(\.id)), .textArray(groups.map(\.title)),
                .textArray(definitions),
            ])
        changes.append("peer groups: \(groups.count)")
    }

    /// The numbers of everything the folder names.
    func readIDs() throws -> RegistryIDs {
        func numbers(_ sql: String) throws -> [String: Int32] {
            var numbers: [String: Int32] = [:]
            for row in try connection.query(sql) { numbers[try row.text(0)] = try row.int32(1) }
            return numbers
        }
        let measures = try numbers("select measure, measure_id from warehouse.measure")
        let metrics = try numbers("select metric, metric_id from warehouse.metric")
        let cities = try numbers("select city, city_id from warehouse.city")
        let breakdowns = try numbers("select breakdown, breakdown_id from warehouse.breakdown")
        return RegistryIDs(
            measures: Self.numbers(registry.standard.measures.map(\.id), measures),
            metrics: Self.numbers(registry.standard.metrics.map(\.id), metrics),
            cities: Self.numbers(registry.consortium.directory.cities.map(\.id), cities),
            breakdowns: Self.numbers(registry.standard.breakdownValues, breakdowns),
            peerGroups: try numbers("select peer_group, peer_group_id from warehouse.peer_group"),
            standardVersion: try connection.query(
                "select standard_version_id from warehouse.standard_version where is_current"
            ).singleOrNil?.int32(0) ?? 0)
    }

    /// What the database does not know yet has a number of its own that stands
    /// nowhere.
    private static func numbers(_ names: [String], _ known: [String: Int32]) -> [Int32] {
        names.enumerated().map { known[$1] ?? -1 - Int32($0) }
    }
}
