import Benchmarking
public import MetricSpec
public import Postgres

extension Warehouse {
    /// All releases, the first made first.
    ///
    /// - Parameter asOf: those that members saw at an instant, the newest as
    ///   it was then; nil for all.
    public func releases(asOf instant: Timestamp? = nil) throws -> [Release] {
        guard let instant else { return try releases("true", []) }
        let seen = try releases(Self.wasSeen, [.timestamp(instant)])
        let newest = Dictionary(seen.map { ($0.period, $0.number) }) { max($0, $1) }
        return seen.map { release in
            var release = release
            release.isNewest = newest[release.period] == release.number
            return release
        }
    }

    /// Of releases that did not note it, the instant of their data counts.
    private static let wasSeen =
        "not is_held and coalesce(published_at, released_at, data_received_at) <= $1"

    /// A release by its number; throws where there is none.
    public func release(numbered number: Int) throws -> Release {
        guard let release = try releases("release_id = $1", [.int32(Int32(number))]).first else {
            throw WarehouseError(
                .notFound,
                "there is no release \(number). `yardstick releases` lists those there are.")
        }
        return release
    }

    /// The newest release of a period that members see; throws where there is
    /// none.
    ///
    /// - Parameter asOf: what was the newest at an instant; nil for now.
    public func newestRelease(
        of period: Period, asOf instant: Timestamp? = nil
    ) throws -> Release {
        if let instant {
            let seen = try releases(
                Self.wasSeen + " and period = $2", [.timestamp(instant), .text(period.text)])
            if let release = seen.last { return release }
            throw WarehouseError(
                .notFound,
                "members saw no release of \(period.text) at that instant. "
                    + "`yardstick releases` lists when each was published.")
        }
        let found = try releases(
            "period = $1 and is_newest and not is_held", [.text(period.text)])
        guard let release = found.first else {
            throw WarehouseError(
                .notFound,
                "there is no release of \(period.text). `yardstick compare \(period.text)` makes "
                    + "one; `yardstick releases` lists those there are.")
        }
        return release
    }

    private func releases(_ condition: String, _ binds: [Bind]) throws -> [Release] {
        func instant(_ column: String) -> String {
            "to_char(\(column) at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"')"
        }
        return try connection.query(
            """
            select release_id, period, kind, standard, standard_version, last_submission_id,
                \(instant("data_received_at")), is_newest, visibility, is_held,
                \(instant("embargo_until")), \(instant("released_at")),
                \(instant("published_at")), reason, content_digest, known_submission_id
            from (
                select *, false as is_held from member.release
                union all
                select *, true from preview.release
            ) as release
            where \(condition)
            order by release_id
            """,
            binds
        ).compactMap { try Self.release($0) }
    }

    private static func release(_ row: Row) throws -> Release? {
        guard let period = Period(parsing: try row.text(1)) else { return nil }
        return Release(
            number: Int(try row.int32(0)), period: period,
            kind: ReleaseKind(rawValue: try row.text(2)) ?? .provisional,
            visibility: Audience(rawValue: try row.text(8)) ?? .member,
            isHeld: try row.bool(9), embargoUntil: try row.textOrNil(10),
            releasedAt: try row.textOrNil(11), publishedAt: try row.textOrNil(12),
            reason: try row.textOrNil(13), contentDigest: try row.textOrNil(14),
            knownSubmission: try row.int64OrNil(15).map { Int($0) },
            standard: try row.text(3), standardVersion: try row.text(4),
            lastSubmission: Int(try row.int64(5)), dataReceivedAt: try row.textOrNil(6),
            isNewest: try row.bool(7))
    }

    /// The standings of one city in a release, by metric, group and peer
    /// group.
    ///
    /// - Parameter withBreakdowns: those of groups too; else the total alone.
    public func standings(
        of city: String, in release: Release, withBreakdowns: Bool = false
    ) throws -> [ReleasedStanding] {
        try connection.query(
            """
            select metric, city, peer_group, status, value, numerator, denominator,
                includes_city, ranked, rank, rank_worst, rank_share, percent_rank, quartile,
                contributors, mean, group_value, median, lower_quartile, upper_quartile,
                minimum, maximum, standard_deviation, not_reported, not_provided,
                not_taking_part, suppressed, unreliable, not_comparable, coverage, breakdown,
                reason, \(StandingAssessment.columns.joined(separator: ", "))
            from \(release.schema).standing_history
            where city = $1 and release = $2 and ($3 or breakdown = 'total')
            order by metric, breakdown <> 'total', breakdown, peer_group
            """,
            [.text(city), .int32(Int32(release.number)), .bool(withBreakdowns)]
        ).map { try Self.standing($0) }
    }

    private static func standing(_ row: Row) throws -> ReleasedStanding {
        var standing = Standing(
            status: StandingStatus(rawValue: try row.text(3)) ?? .notReported,
            includesCity: try row.bool(7), statistics: try statistics(row))
        standing.reason = try row.textOrNil(31).flatMap { IncomparableReason(rawValue: $0) }
        standing.value = try row.doubleOrNil(4)
        standing.numerator = try row.doubleOrNil(5)
        standing.denominator = try row.doubleOrNil(6)
        standing.ranked = Int(try row.int32(8))
        standing.rank = try row.int32OrNil(9).map { Int($0) }
        standing.rankWorst = try row.int32OrNil(10).map { Int($0) }
        standing.rankShare = try row.doubleOrNil(11)
        standing.percentRank = try row.doubleOrNil(12)
        standing.quartile = try row.int32OrNil(13).map { Int($0) }
        return ReleasedStanding(
            metric: try row.text(0), city: try row.text(1), breakdown: try row.text(30),
            peerGroup: try row.text(2), standing: standing,
            assessment: try StandingAssessment(row, from: 32))
    }

    private static func statistics(_ row: Row) throws -> PeerStatistics {
        var statistics = PeerStatistics()
        statistics.contributors = Int(try row.int32(14))
        statistics.mean = try row.doubleOrNil(15)
        statistics.groupValue = try row.doubleOrNil(16)
        statistics.median = try row.doubleOrNil(17)
        statistics.lowerQuartile = try row.doubleOrNil(18)
        statistics.upperQuartile = try row.doubleOrNil(19)
        statistics.minimum = try row.doubleOrNil(20)
        statistics.maximum = try row.doubleOrNil(21)
        statistics.standardDeviation = try row.doubleOrNil(22)
        statistics.notReported = Int(try row.int32(23))
        statistics.notProvided = Int(try row.int32(24))
        statistics.notTakingPart = Int(try row.int32(25))
        statistics.suppressed = Int(try row.int32(26))
        statistics.unreliable = Int(try row.int32(27))
        statistics.notComparable = Int(try row.int32(28))
        statistics.coverage = try row.doubleOrNil(29)
        return statistics
    }

    /// All figures of a release for the cities as a whole.
    public func values(in release: Release) throws -> [ReleasedValue] {
        try connection.query(
            """
            select metric, city, period, status, value, comparable_from
            from \(release.schema).metric_value_history
            where release = $1 and breakdown = 'total'
            order by metric, city
            """,
            [.int32(Int32(release.number))]
        ).compactMap { try Self.value($0) }
    }

    /// Earlier figures of a city: the newest releases of as many periods of
    /// the same length before a release's, oldest first.
    public func history(
        of city: String, before release: Release, periods: Int
    ) throws -> [ReleasedValue] {
        let months = release.period.months
        let first = release.period.firstMonth - Int32(periods) * months
        return try connection.query(
            """
            select metric, city, period, status, value, comparable_from
            from member.metric_value
            where city = $1 and period_start < $2 and breakdown = 'total'
            order by period_start, metric
            """,
            [.text(city), .day(release.period.start.number)]
        ).compactMap { try Self.value($0) }
            .filter { $0.period.months == months && $0.period.firstMonth >= first }
    }

    private static func value(_ row: Row) throws -> ReleasedValue? {
        guard let period = Period(parsing: try row.text(2)) else { return nil }
        return ReleasedValue(
            metric: try row.text(0), city: try row.text(1), period: period,
            status: StandingStatus(rawValue: try row.text(3)) ?? .notReported,
            value: try row.doubleOrNil(4),
            comparableFrom: try row.dayOrNil(5).map { CalendarDay(number: $0) })
    }

    /// Where the figures of one city in a release come from, for the city as a
    /// whole.
    public func sources(of city: String, in release: Release) throws -> [ReleasedSource] {
        try connection.query(
            """
            select metric, city, measure, file, source_row, source_column, submission
            from \(release.schema).lineage_history
            where city = $1 and release = $2 and breakdown = 'total'
            order by metric, measure, measure_period, measure_breakdown, submission
            """,
            [.text(city), .int32(Int32(release.number))]
        ).map { row in
            ReleasedSource(
                metric: try row.text(0), city: try row.text(1), measure: try row.text(2),
                file: try row.text(3), row: try row.int32OrNil(4).map { Int($0) },
                column: try row.int32OrNil(5).map { Int($0) },
                submission: try row.int64OrNil(6).map { Int($0) })
        }
    }

    /// The members of the peer groups of a release: by group, then by owner
    /// ("" for a common group).
    public func peers(in release: Release) throws -> [String: [String: [String]]] {
        var peers: [String: [String: [String]]] = [:]
        let rows = try connection.query(
            """
            select peer_group.peer_group, owner.city, city.city
            from \(release.schema).release_peer
            inner join \(release.schema).peer_group
                on peer_group.peer_group_id = release_peer.peer_group_id
            inner join \(release.schema).city on city.city_id = release_peer.city_id
            left join \(release.schema).city as owner on owner.city_id = release_peer.owner_city_id
            where release_peer.release_id = $1
            order by peer_group.peer_group, owner.city, city.city
            """,
            [.int32(Int32(release.number))])
        for row in rows {
            peers[try row.text(0), default: [:]][try row.textOrNil(1) ?? "", default: []]
                .append(try row.text(2))
        }
        return peers
    }
}
