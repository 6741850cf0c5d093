import MetricSpec
import Postgres

/// All that one city's standings in one metric are made of.
public struct StandingExplanation: Sendable {
    /// What the metric was in the release.
    public struct Terms: Sendable, Hashable {
        public let title: String
        public let unit: String
        public let polarity: String
        public let uncertainty: String
        /// Lines such as `ratio numerator: fire/calls`.
        public let formula: String
        public let multiplier: Double
        public let targetFrom: Double?
        public let targetTo: Double?
        /// On which ties are judged; nil for values as reported.
        public let decimals: Int?
        public let meaningfulDifference: Double?
        public let isDifferencePercent: Bool?
    }

    /// A member of a group.
    public struct Peer: Sendable, Hashable {
        public let city: String
        public let status: String
        public let value: Double?
        public let lower: Double?
        public let upper: Double?
        /// The number it is ranked by, the larger the better.
        public let rankKey: Double?
        /// Whether it cannot be told from the city.
        public let isIndistinct: Bool
    }

    /// A standing and who is in its group, the best first.
    public struct Place: Sendable {
        public let standing: ReleasedStanding
        public let peers: [Peer]
    }

    /// The course of the figure over the periods before.
    public struct Course: Sendable, Hashable {
        public let periods: Int
        public let method: String?
        public let slope: Double?
        public let direction: String?
        public let course: String?
        public let probability: Double?
        public let chiSquare: Double?
        public let autocorrelation: Double?
        public let yearChange: Double?
        public let yearChangeLower: Double?
        public let yearChangeUpper: Double?
    }

    public let terms: Terms
    /// The figure and the values behind it.
    public let lineage: FigureLineage
    /// One for each peer group, ascending by id.
    public let places: [Place]
    /// Nil without an earlier figure.
    public let course: Course?
}

extension Warehouse {
    /// What one city's standings in one metric of a release are made of, read
    /// from what the release froze.
    ///
    /// Throws where the release has no such figure.
    public func explanation(
        of city: String, metric: String, in release: Release
    ) throws -> StandingExplanation {
        let lineage = try lineage(of: city, metric: metric, breakdown: "total", in: release)
        let standings = try standings(of: city, in: release).filter { $0.metric == metric }
        return StandingExplanation(
            terms: try terms(of: metric, in: release), lineage: lineage,
            places: try standings.map {
                .init(standing: $0, peers: try peers(of: $0, in: release))
            },
            course: try course(of: city, metric: metric, in: release))
    }

    private func terms(
        of metric: String, in release: Release
    ) throws -> StandingExplanation.Terms {
        let rows = try connection.query(
            """
            select metric.title, metric.unit, release_metric.polarity,
                release_metric.uncertainty, release_metric.formula, release_metric.multiplier,
                release_metric.target_from, release_metric.target_to,
                release_metric.decimals, release_metric.meaningful_difference,
                release_metric.is_difference_percent
            from \(release.schema).release_metric
            inner join \(release.schema).metric on metric.metric_id = release_metric.metric_id
            where metric.metric = $1 and release_metric.release_id = $2
            """,
            [.text(metric), .int32(Int32(release.number))])
        guard let row = rows.first else {
            throw WarehouseError(
                .conflict,
                "release \(release.number) was made by an older version of the program, which did "
                    + "not keep what its metrics were. `yardstick compare \(release.period.text)` "
                    + "makes one that can be explained, once something in it has changed.")
        }
        return StandingExplanation.Terms(
            title: try row.text(0), unit: try row.text(1), polarity: try row.text(2),
            uncertainty: try row.text(3), formula: try row.text(4),
            multiplier: try row.double(5), targetFrom: try row.doubleOrNil(6),
            targetTo: try row.doubleOrNil(7), decimals: try row.int16OrNil(8).map { Int($0) },
            meaningfulDifference: try row.doubleOrNil(9),
            isDifferencePercent: try row.boolOrNil(10))
    }

    private func peers(
        of place: ReleasedStanding, in release: Release
    ) throws -> [StandingExplanation.Peer] {
        let schema = release.schema
        return try connection.query(
            """
            select city.city, standing_status.word, release_value.value, release_value.lower,
                release_value.upper, release_value.rank_key,
                coalesce(
                    case
                        when place.number <= length(release_standing.indistinct)
                            and city.city <> $3
                            then get_bit(release_standing.indistinct, place.number - 1) = 1
                    end,
                    false)
            from \(schema).release_standing
            inner join \(schema).metric on metric.metric_id = release_standing.metric_id
            inner join \(schema).peer_group
                on peer_group.peer_group_id = release_standing.peer_group_id
            inner join \(schema).city as own on own.city_id = release_standing.city_id
            inner join \(schema).breakdown_value
                on breakdown_value.breakdown_id = release_standing.breakdown_id
            cross join lateral (
                select
                    release_peer.city_id as city_id,
                    (row_number() over (order by release_peer.city_id))::integer as number
                from \(schema).release_peer
                where release_peer.release_id = release_standing.release_id
                    and release_peer.peer_group_id = release_standing.peer_group_id
                    and release_peer.owner_city_id = release_standing.owner_city_id
            ) as place
            inner join \(schema).city on city.city_id = place.city_id
            inner join \(schema).release_value
                on release_value.metric_id = release_standing.metric_id
                and release_value.release_id = release_standing.release_id
                and release_value.city_id = place.city_id
                and release_value.breakdown_id = release_standing.breakdown_id
            inner join \(schema).standing_status
                on standing_status.status = release_value.status
            where metric.metric = $1
                and release_standing.release_id = $2
                and own.city = $3
                and peer_group.peer_group = $4
                and breakdown_value.breakdown = 'total'
            order by release_value.rank_key desc nulls last, release_value.value, city.city
            """,
            [
                .text(place.metric), .int32(Int32(release.number)), .text(place.city),
                .text(place.peerGroup),
            ]
        ).map { row in
            StandingExplanation.Peer(
                city: try row.text(0), status: try row.text(1), value: try row.doubleOrNil(2),
                lower: try row.doubleOrNil(3), upper: try row.doubleOrNil(4),
                rankKey: try row.doubleOrNil(5), isIndistinct: try row.bool(6))
        }
    }

    private func course(
        of city: String, metric: String, in release: Release
    ) throws -> StandingExplanation.Course? {
        try connection.query(
            """
            select periods, method, slope, direction, course, probability, chi_square,
                autocorrelation, year_change, year_change_lower, year_change_upper
            from \(release.schema).trend_history
            where metric = $1 and release = $2 and city = $3 and breakdown = 'total'
            """,
            [.text(metric), .int32(Int32(release.number)), .text(city)]
        ).first.map { row in
            StandingExplanation.Course(
                periods: Int(try row.int32(0)), method: try row.textOrNil(1),
                slope: try row.doubleOrNil(2), direction: try row.textOrNil(3),
                course: try row.textOrNil(4), probability: try row.doubleOrNil(5),
                chiSquare: try row.doubleOrNil(6), autocorrelation: try row.doubleOrNil(7),
                yearChange: try row.doubleOrNil(8), yearChangeLower: try row.doubleOrNil(9),
                yearChangeUpper: try row.doubleOrNil(10))
        }
    }
}
