import Benchmarking
import MetricSpec
import Postgres

/// Ranks that differ between two releases, and through what.
struct RankMoves {
    let pair: ReleasePair
    let standard: Standard

    /// One group of cities that are ranked together.
    private struct Field: Hashable {
        let metric: Int32
        let breakdown: Int32
        let group: Int32
        /// 0 for a common group.
        let owner: Int32
    }

    /// A rank that differs.
    private struct Move {
        let field: Field
        let city: Int32
        let names: (metric: String, city: String, breakdown: String, group: String)
        let before: (rank: Int?, ranked: Int?)
        let after: (rank: Int?, ranked: Int?)
    }

    /// By metric, peer group, breakdown and city.
    func moves() throws -> [ReleasedMove] {
        var moves: [ReleasedMove] = []
        var values = FieldValues(pair: pair)
        for move in try differing() {
            moves.append(
                ReleasedMove(
                    metric: move.names.metric, city: move.names.city,
                    breakdown: move.names.breakdown, peerGroup: move.names.group,
                    before: move.before.rank, after: move.after.rank,
                    rankedBefore: move.before.ranked, rankedAfter: move.after.ranked,
                    shift: try shift(of: move, &values)))
        }
        return moves
    }

    private static let key = ["metric_id", "peer_group_id", "city_id", "breakdown_id"]

    private func differing() throws -> [Move] {
        try pair.connection.query(
            """
            select metric.metric_id, breakdown_value.breakdown_id, peer_group.peer_group_id,
                coalesce(later.owner_city_id, earlier.owner_city_id), city.city_id,
                metric.metric, city.city, breakdown_value.breakdown, peer_group.peer_group,
                earlier.rank, earlier.ranked, later.rank, later.ranked
            from \(pair.sides("release_standing", key: Self.key))
            inner join \(pair.after.schema).metric
                on metric.metric_id = coalesce(later.metric_id, earlier.metric_id)
            inner join \(pair.after.schema).city
                on city.city_id = coalesce(later.city_id, earlier.city_id)
            inner join \(pair.after.schema).peer_group
                on peer_group.peer_group_id
                    = coalesce(later.peer_group_id, earlier.peer_group_id)
            inner join \(pair.after.schema).breakdown_value
                on breakdown_value.breakdown_id
                    = coalesce(later.breakdown_id, earlier.breakdown_id)
            where earlier.rank is distinct from later.rank
            order by metric.metric, peer_group.peer_group, breakdown_value.breakdown, city.city
            """,
            pair.binds
        ).map { row in
            Move(
                field: Field(
                    metric: try row.int32(0), breakdown: try row.int32(1),
                    group: try row.int32(2), owner: try row.int32(3)),
                city: try row.int32(4),
                names: (
                    try row.text(5), try row.text(6), try row.text(7), try row.text(8)
                ),
                before: (
                    try row.int32OrNil(9).map { Int($0) }, try row.int32OrNil(10).map { Int($0) }
                ),
                after: (
                    try row.int32OrNil(11).map { Int($0) }, try row.int32OrNil(12).map { Int($0) }
                ))
        }
    }

    /// Nil where the city is ranked only once, and where what is stored of the
    /// peers does not give the stored ranks: then it is not guessed.
    private func shift(of move: Move, _ values: inout FieldValues) throws -> RankShift? {
        guard let before = move.before.rank, let after = move.after.rank,
            let metric = standard.metric(move.names.metric), let rule = RankRule(metric)
        else { return nil }
        let (earlier, later) = try values.sides(of: move.field)
        guard let ownEarlier = earlier[move.city], let ownLater = later[move.city] else {
            return nil
        }
        let peers = Set(earlier.keys).union(later.keys).subtracting([move.city]).map {
            RankShift.Peer(before: earlier[$0], after: later[$0])
        }
        let shift = RankShift(from: ownEarlier, to: ownLater, among: peers, by: rule)
        return shift.before == before && shift.after == after ? shift : nil
    }

    /// The values that are ranked together; those of the last field are kept,
    /// since its moves come one after another.
    private struct FieldValues {
        let pair: ReleasePair
        private var last: Field?
        private var values: ([Int32: Double], [Int32: Double]) = ([:], [:])

        init(pair: ReleasePair) {
            self.pair = pair
        }

        mutating func sides(of field: Field) throws -> ([Int32: Double], [Int32: Double]) {
            if last != field {
                values = (try read(field, pair.before), try read(field, pair.after))
                last = field
            }
            return values
        }

        /// Of a common group those that count in it; of an owner's list the
        /// owner and whoever has a figure.
        private func read(_ field: Field, _ release: Release) throws -> [Int32: Double] {
            let rows = try pair.connection.query(
                """
                select release_value.city_id, release_value.value
                from \(release.schema).release_value
                left join \(release.schema).release_standing
                    on release_standing.metric_id = release_value.metric_id
                    and release_standing.release_id = release_value.release_id
                    and release_standing.city_id = release_value.city_id
                    and release_standing.breakdown_id = release_value.breakdown_id
                    and release_standing.peer_group_id = $3
                left join \(release.schema).release_peer
                    on release_peer.release_id = release_value.release_id
                    and release_peer.peer_group_id = $3
                    and release_peer.owner_city_id = $4
                    and release_peer.city_id = release_value.city_id
                where release_value.release_id = $1
                    and release_value.metric_id = $2
                    and release_value.breakdown_id = $5
                    and release_value.value is not null
                    and (release_peer.city_id is not null or release_value.city_id = $4)
                    and case when $4 = 0
                        then coalesce(release_standing.status, release_value.status)
                        else release_value.status end = 0
                """,
                [
                    .int32(Int32(release.number)), .int32(field.metric), .int32(field.group),
                    .int32(field.owner), .int32(field.breakdown),
                ])
            var values: [Int32: Double] = [:]
            for row in rows { values[try row.int32(0)] = try row.double(1) }
            return values
        }
    }
}
