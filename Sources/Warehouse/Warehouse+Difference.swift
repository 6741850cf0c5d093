import Benchmarking
public import MetricSpec
import Postgres

extension Warehouse {
    /// What moved between two releases of one period, and through what.
    ///
    /// - Parameter standard: tells how values are ranked.
    public func difference(
        from first: Int, to second: Int, standard: Standard
    ) throws -> ReleaseDifference {
        try connection.transaction(.readOnlySnapshot) {
            let (before, after) = (
                try release(numbered: first), try release(numbered: second)
            )
            guard before.period == after.period else {
                throw WarehouseError(
                    .conflict,
                    "release \(first) is of \(before.period.text), release \(second) of "
                        + "\(after.period.text). Name two of one period; `yardstick releases` "
                        + "lists them.")
            }
            let pair = ReleasePair(before: before, after: after, connection: connection)
            let members = try pair.members()
            return ReleaseDifference(
                before: before, after: after, values: try pair.changesWithCauses(),
                ranks: try RankMoves(pair: pair, standard: standard).moves(), members: members)
        }
    }
}

/// Two releases of one period, compared in the database: only what differs is
/// read.
struct ReleasePair {
    let before: Release
    let after: Release
    let connection: Connection

    /// The numbers of both, which every statement here takes.
    var binds: [Bind] { [.int32(Int32(before.number)), .int32(Int32(after.number))] }

    /// Both releases' rows of a table side by side, `earlier` and `later`.
    func sides(_ table: String, key: [String]) -> String {
        """
        (select * from \(before.schema).\(table) where release_id = $1) as earlier
        full outer join
        (select * from \(after.schema).\(table) where release_id = $2) as later
        on \(key.map { "later.\($0) = earlier.\($0)" }.joined(separator: " and "))
        """
    }

    /// The figures that differ. A metric that a release does not have says as
    /// much as one that nobody reports.
    static let changed = """
        (earlier.value is distinct from later.value
            or (earlier.status is distinct from later.status
                and earlier.release_id is not null and later.release_id is not null)
            or (earlier.reason is distinct from later.reason
                and earlier.release_id is not null and later.release_id is not null))
        """

    static let valueKey = ["metric_id", "city_id", "breakdown_id"]

    func changes() throws -> [ReleasedChange] {
        try connection.query(
            """
            select metric.metric, city.city, breakdown_value.breakdown, earlier.value,
                later.value, earlier_status.word, later_status.word,
                earlier.reason is distinct from later.reason
                    and \(IncomparableReason.notCertified.code)
                        in (coalesce(earlier.reason, -1), coalesce(later.reason, -1))
            from \(sides("release_value", key: Self.valueKey))
            inner join \(after.schema).metric
                on metric.metric_id = coalesce(later.metric_id, earlier.metric_id)
            inner join \(after.schema).city
                on city.city_id = coalesce(later.city_id, earlier.city_id)
            inner join \(after.schema).breakdown_value
                on breakdown_value.breakdown_id
                    = coalesce(later.breakdown_id, earlier.breakdown_id)
            left join member.standing_status as earlier_status
                on earlier_status.status = earlier.status
            left join member.standing_status as later_status
                on later_status.status = later.status
            where \(Self.changed)
            order by metric.metric, city.city, breakdown_value.breakdown
            """,
            binds
        ).map { row in
            let (before, after) = (try row.doubleOrNil(3), try row.doubleOrNil(4))
            return ReleasedChange(
                kind: Self.kind(before, after), metric: try row.text(0), city: try row.text(1),
                breakdown: try row.text(2), before: before, after: after,
                statusBefore: try row.textOrNil(5), statusAfter: try row.textOrNil(6),
                causes: try row.bool(7) ? [.certification] : [])
        }
    }

    private static func kind(_ before: Double?, _ after: Double?) -> ReleasedChange.Kind {
        switch (before, after) {
        case (nil, .some): .added
        case (.some, nil): .removed
        case (let before, let after): before == after ? .status : .changed
        }
    }

    /// Who joined or left a peer group.
    func members() throws -> [ReleasedMember] {
        let key = ["peer_group_id", "owner_city_id", "city_id"]
        return try connection.query(
            """
            select peer_group.peer_group, owner.city, city.city, earlier.city_id is null
            from \(sides("release_peer", key: key))
            inner join \(after.schema).peer_group
                on peer_group.peer_group_id
                    = coalesce(later.peer_group_id, earlier.peer_group_id)
            inner join \(after.schema).city
                on city.city_id = coalesce(later.city_id, earlier.city_id)
            left join \(after.schema).city as owner
                on owner.city_id = coalesce(later.owner_city_id, earlier.owner_city_id)
            where earlier.city_id is null or later.city_id is null
            order by peer_group.peer_group, owner.city, city.city
            """,
            binds
        ).map { row in
            ReleasedMember(
                peerGroup: try row.text(0), owner: try row.textOrNil(1), city: try row.text(2),
                hasJoined: try row.bool(3))
        }
    }
}
