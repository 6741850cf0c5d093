import Consortium
import MetricSpec
import Postgres

extension RegistryWriter {
    /// What cities were called and became, from attributes.csv and
    /// successions.csv.
    func writeCityChanges(into changes: inout [String]) throws {
        let rows = registry.consortium.cityChanges
        let digest = Digest.of(rows.map { "\($0)" })
        guard try isChanged("city changes", digest: digest) else { return }
        let before = try connection.query("delete from warehouse.registry_change").affected
        try connection.query(
            """
            insert into warehouse.registry_change
                (change_date, city_id, becomes_city_id, kind, name, new_name, share)
            select given.change_date, city.city_id, successor.city_id, given.kind, given.name,
                given.new_name, given.share
            from unnest($1, $2, $3, $4, $5, $6, $7)
                as given (change_date, city, becomes, kind, name, new_name, share)
            inner join warehouse.city on city.city = given.city
            inner join warehouse.city as successor on successor.city = given.becomes
            """,
            [
                .dayArray(rows.map(\.date.number)), .textArray(rows.map(\.city)),
                .textArray(rows.map(\.becomes)), .textArray(rows.map(\.kind)),
                .textArray(rows.map(\.name)), .textArray(rows.map(\.newName)),
                .doubleArray(rows.map(\.share)),
            ])
        if before + rows.count > 0 { changes.append("city changes: \(rows.count)") }
    }
}
