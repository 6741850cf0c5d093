import Postgres

extension Warehouse {
    /// Who has a figure in a release that does not compare in a common peer
    /// group: cities by metric, then group.
    ///
    /// Groups of own lists and neighbours are not in it: each list has its own
    /// owner to compare with.
    public func setApart(in release: Release) throws -> [String: [String: Set<String>]] {
        var cities: [String: [String: Set<String>]] = [:]
        let rows = try connection.query(
            """
            select standing_history.metric, standing_history.peer_group, standing_history.city
            from \(release.schema).standing_history
            where standing_history.release = $1
                and standing_history.breakdown = 'total'
                and standing_history.status = 'not_comparable'
            """,
            [.int32(Int32(release.number))])
        for row in rows {
            cities[try row.text(0), default: [:]][try row.text(1), default: []]
                .insert(try row.text(2))
        }
        return cities
    }
}
