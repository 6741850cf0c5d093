import Benchmarking
import MetricSpec
import Postgres

/// The earlier releases of which a release makes trends and changes of groups:
/// for each period of the same length before it the newest that members saw
/// when it was made.
///
/// They are kept with the release, as what was the newest changes.
struct EarlierReleases {
    /// A release, and how many periods it lies before.
    struct Entry: Equatable {
        let release: Int32
        let start: CalendarDay
        let periodsBefore: Int
    }

    let period: Period
    /// Oldest first.
    let entries: [Entry]

    /// Ten years, beyond which a trend is history.
    private static let years: Int32 = 10

    /// Those that members see now.
    init(before period: Period, connection: Connection) throws {
        try self.init(
            period,
            connection.query(
                """
                select period, release_id, period_start
                from member.release
                where is_newest and period_start < $1
                order by period_start
                """,
                [.day(period.start.number)]))
    }

    /// Those that a release was made with.
    init(of release: Release, connection: Connection) throws {
        try self.init(
            release.period,
            connection.query(
                """
                select used.period, release_earlier.earlier_release_id, used.period_start
                from \(release.schema).release_earlier
                inner join member.release as used
                    on used.release_id = release_earlier.earlier_release_id
                where release_earlier.release_id = $1
                order by used.period_start
                """,
                [.int32(Int32(release.number))]))
    }

    private init(_ period: Period, _ rows: Rows) throws {
        self.period = period
        entries = try rows.compactMap { row in
            guard let earlier = Period(parsing: try row.text(0)), earlier.months == period.months
            else { return nil }
            let months = period.firstMonth - earlier.firstMonth
            guard months % period.months == 0, months <= Self.years * 12 else { return nil }
            return Entry(
                release: try row.int32(1), start: earlier.start,
                periodsBefore: Int(months / period.months))
        }
    }

    /// How many periods the longest series goes back.
    var reach: Int { entries.map(\.periodsBefore).max() ?? 0 }

    /// The entry of the same months a year before.
    var yearBefore: Entry? {
        guard 12 % period.months == 0 else { return nil }
        return entries.first { $0.periodsBefore == Int(12 / period.months) }
    }

    /// Those that compare, by the first day that does; nil: all do.
    private func entries(since day: CalendarDay?) -> [Entry] {
        entries.filter { entry in day.map { $0 <= entry.start } ?? true }
    }

    /// What they say of one metric.
    ///
    /// - Parameters:
    ///   - metric: the warehouse's number.
    ///   - since: the first day that compares; nil: all do.
    func figures(
        ofMetric metric: Int32, since: CalendarDay?, ids: RegistryIDs, connection: Connection
    ) throws -> EarlierFigures {
        let used = entries(since: since)
        var figures = EarlierFigures(reach: reach, cityCount: ids.cities.count)
        guard !used.isEmpty else { return figures }
        let places = Dictionary(uniqueKeysWithValues: used.map { ($0.release, $0.periodsBefore) })
        let (cities, breakdowns) = (ids.cityPositions, ids.breakdownPositions)
        let rows = try connection.query(
            """
            select release_id, city_id, breakdown_id, value, lower, upper, numerator, denominator
            from member.release_value
            where metric_id = $1 and release_id = any ($2) and value is not null and status = $3
            """,
            [
                .int32(metric), .int32Array(used.map(\.release)),
                .int16(StandingStatus.reported.code),
            ])
        for row in rows {
            guard let place = places[try row.int32(0)], let city = cities[try row.int32(1)],
                let breakdown = breakdowns[try row.int32(2)]
            else { continue }
            figures.set(
                place, city: Int(city), breakdown: breakdown,
                .init(
                    value: try row.double(3), lower: try row.doubleOrNil(4),
                    upper: try row.doubleOrNil(5), numerator: try row.doubleOrNil(6),
                    denominator: try row.doubleOrNil(7)))
        }
        return figures
    }
}

extension EarlierReleases {
    /// The ranks of one metric in up to three periods before: of each city by
    /// peer group and breakdown, the warehouse's numbers of all three.
    func ranks(
        ofMetric metric: Int32, since: CalendarDay?, connection: Connection
    ) throws -> [[RankPlace: Int32]] {
        let used = entries(since: since).filter { $0.periodsBefore < RankRange.periods }
        return try used.map { entry in
            var ranks: [RankPlace: Int32] = [:]
            let rows = try connection.query(
                """
                select peer_group_id, breakdown_id, city_id, rank
                from member.release_standing
                where metric_id = $1 and release_id = $2 and rank is not null
                """,
                [.int32(metric), .int32(entry.release)])
            for row in rows {
                let place = RankPlace(
                    group: try row.int32(0), breakdown: try row.int32(1), city: try row.int32(2))
                ranks[place] = try row.int32(3)
            }
            return ranks
        }
    }

    /// Whose rank it is: the warehouse's numbers.
    struct RankPlace: Hashable {
        let group: Int32
        let breakdown: Int32
        let city: Int32
    }
}

/// One metric's earlier figures, by breakdown, city and period.
struct EarlierFigures {
    struct Figure {
        let value: Double
        let lower: Double?
        let upper: Double?
        let numerator: Double?
        let denominator: Double?

        /// As a point of a series.
        var point: SeriesPoint { SeriesPoint(value: value, lower: lower, upper: upper) }
    }

    let reach: Int
    let cityCount: Int
    /// By breakdown: a row a city, in it the periods, the last before first.
    private var figures: [Int32: [Figure?]] = [:]

    init(reach: Int, cityCount: Int) {
        self.reach = reach
        self.cityCount = cityCount
    }

    mutating func set(_ periodsBefore: Int, city: Int, breakdown: Int32, _ figure: Figure) {
        figures[breakdown, default: Array(repeating: nil, count: cityCount * reach)][
            city * reach + periodsBefore - 1] = figure
    }

    /// A city's figure so many periods before; nil where it has none.
    func figure(_ periodsBefore: Int, city: Int, breakdown: Int32) -> Figure? {
        guard periodsBefore > 0, periodsBefore <= reach else { return nil }
        return figures[breakdown]?[city * reach + periodsBefore - 1]
    }
}
