import Consortium
import MetricSpec
import Postgres
import Submission

/// Reads what is stored of some cities, for the rules that compare.
struct HistoryReader {
    let connection: Connection
    let registry: Registry
    /// Of what was known then.
    var known = KnownState.current

    /// Rows fetched at a time.
    private static let batch = 20_000
    /// The months before a file's first period that still tell something.
    fileprivate static let months: Int32 = 144

    private var standard: Standard { registry.standard }
    private var cities: CityDirectory { registry.consortium.directory }

    /// The values of a year before.
    func yearBefore(_ keys: HistoryKeys) throws -> History {
        let periods = keys.periods.compactMap { period in
            Period(firstMonth: period.firstMonth - 12, months: period.months)
        }
        let rows = try values(
            """
            and (observation.period_start, observation.period_months) in (
                select wanted.period_start, wanted.period_months
                from unnest($3, $4) as wanted (period_start, period_months)
            )
            """,
            keys,
            [
                .dayArray(periods.map(\.start.number)),
                .int16Array(periods.map { Int16($0.months) }),
            ])
        var history = History(
            values: EarlierValues(rows), explanations: Explanations(try explanations()))
        history.isPartial = true
        return history
    }

    /// All values up to the file's last period.
    ///
    /// - Parameter others: measures that the file may lack.
    func history(_ keys: HistoryKeys, with others: Set<Int32> = []) throws -> History {
        try histories([(keys, others)])[0]
    }

    /// For each of several files all values up to its last period, read at
    /// once.
    func histories(_ all: [(keys: HistoryKeys, others: Set<Int32>)]) throws -> [History] {
        let scopes = all.map { Scope($0.keys, with: $0.others, standard: standard) }
        let firsts = scopes.map { $0.first?.start.number ?? .min }
        // Without a last period everything is asked for.
        let lasts = scopes.map { $0.last?.start.number ?? .max }
        let last = lasts.max().flatMap { $0 == .max ? nil : $0 }
        let rows = try values(
            """
            and observation.period_start >= coalesce($3, '-infinity')
                and observation.period_start <= coalesce($4, 'infinity')
            """,
            scopes.dropFirst().reduce(into: scopes[0].keys) { $0.formUnion($1.keys) },
            [.day(firsts.min().flatMap { $0 == .min ? nil : $0 }), .day(last)])
        let byCity = Dictionary(grouping: rows, by: \.city)
        let ranges = try peers(
            scopes.reduce(into: Set<Int32>()) { $0.formUnion($1.metrics) }, until: last)
        let said = try explanations()
        return scopes.map { scope in
            History(
                values: EarlierValues(
                    scope.keys.cities.flatMap { byCity[$0] ?? [] }.filter(scope.includes)),
                peers: PeerRanges(ranges.filter(scope.includes)),
                explanations: Explanations(
                    said.filter { scope.keys.cities.contains($0.city) }))
        }
    }

    /// What one file asks for.
    private struct Scope {
        /// With the measures that its own are divided by.
        private(set) var keys: HistoryKeys
        let metrics: Set<Int32>
        let first: Period?
        let last: Period?

        init(_ keys: HistoryKeys, with others: Set<Int32>, standard: Standard) {
            let compared = PeerMetrics(standard)
            metrics = compared.metrics(of: keys.measures)
            let starts = keys.periods.map(\.firstMonth)
            first = Period(
                firstMonth: (starts.min() ?? 0) - HistoryReader.months, months: 1)
            last = starts.max().flatMap { Period(firstMonth: $0, months: 1) }
            self.keys = keys
            self.keys.add(compared.denominators(of: keys.measures).union(others))
        }

        func includes(_ row: EarlierValues.Row) -> Bool {
            keys.measures.contains(row.measure)
                && row.period.firstMonth >= first?.firstMonth ?? .min
                && row.period.firstMonth <= last?.firstMonth ?? .max
        }

        func includes(_ row: PeerRanges.Row) -> Bool {
            metrics.contains(row.metric)
                && row.period.firstMonth <= last?.firstMonth ?? .max
        }
    }

    /// What was said about figures; the last of several for one figure comes
    /// last and counts.
    private func explanations() throws -> [Explanations.Row] {
        let breakdowns = breakdownPositions
        return try connection.query(
            """
            select measure.measure, city.city, breakdown.breakdown, explanation.period,
                explanation.value, explanation.explanation
            from intake.explanation
            inner join warehouse.measure on measure.measure_id = explanation.measure_id
            inner join warehouse.city on city.city_id = explanation.city_id
            inner join warehouse.breakdown
                on breakdown.breakdown_id = explanation.breakdown_id
            left join intake.submission
                on submission.submission_id = explanation.submission_id
            where \(known.explains(1))
            order by explanation.explanation_id
            """,
            known.explanationBinds
        ).compactMap { row in
            guard let measure = standard.measureIndex(try row.text(0)),
                let city = cities.index(of: try row.text(1)).map(Int32.init),
                let breakdown = breakdowns[try row.text(2)],
                let period = Period(parsing: try row.text(3))
            else { return nil }
            return Explanations.Row(
                measure: Int32(measure), city: city, breakdown: breakdown, period: period,
                value: try row.double(4), text: try row.text(5))
        }
    }

    private var breakdownPositions: [String: Int32] {
        Dictionary(
            standard.breakdownValues.enumerated().map { ($1, Int32($0)) },
            uniquingKeysWith: { first, _ in first })
    }

    /// How the largest group of peers lies in each metric, in the newest
    /// release of each period.
    private func peers(_ metrics: Set<Int32>, until last: Int32?) throws -> [PeerRanges.Row] {
        try connection.query(
            """
            select distinct on (metric.metric, breakdown_value.breakdown, release.period)
                metric.metric, breakdown_value.breakdown, release.period,
                release_statistic.contributors, release_statistic.lower_quartile,
                release_statistic.median, release_statistic.upper_quartile
            from member.release_statistic
            inner join member.release on release.release_id = release_statistic.release_id
            inner join member.metric on metric.metric_id = release_statistic.metric_id
            inner join member.breakdown_value
                on breakdown_value.breakdown_id = release_statistic.breakdown_id
            where \(known.isNewestRelease(4))
                and release.period_start <= coalesce($1, 'infinity')
                and release_statistic.owner_city_id = 0
                and release_statistic.contributors >= $2
                and release_statistic.lower_quartile is not null
                and metric.metric = any ($3)
            order by
                metric.metric, breakdown_value.breakdown, release.period,
                release_statistic.contributors desc, release_statistic.peer_group_id
            """,
            [
                .day(last), .int32(Int32(PeerRanges.fewestShown)),
                .textArray(metrics.map { standard.metrics[Int($0)].id }),
            ] + known.binds
        ).compactMap(range)
    }

    private func range(_ row: Row) throws -> PeerRanges.Row? {
        guard let metric = standard.metricIndex(try row.text(0)),
            let breakdown = standard.breakdownValues.firstIndex(of: try row.text(1)),
            let period = Period(parsing: try row.text(2))
        else { return nil }
        return PeerRanges.Row(
            metric: Int32(metric), breakdown: Int32(breakdown), period: period,
            contributors: Int(try row.int32(3)), lowerQuartile: try row.double(4),
            median: try row.double(5), upperQuartile: try row.double(6))
    }

    /// Of one key and period the final actual value comes last and counts.
    ///
    /// Asks by numbers and without a join: right after a large load nothing is
    /// known of the table's columns, and the database would guess that a join
    /// finds next to nothing.
    private func values(
        _ condition: String, _ keys: HistoryKeys, _ binds: [Bind]
    ) throws -> [EarlierValues.Row] {
        let numbers = try Numbers(keys, registry: registry, connection: connection)
        if numbers.isEmpty { return [] }
        let withdrawn =
            try known.isCurrent ? SubmissionTable(connection: connection).withdrawn().sorted() : []
        try connection.execute("set local cursor_tuple_fraction = 1")
        try connection.query(
            """
            declare earlier_value cursor for
            select distinct on (\(ObservationTable.keyColumns(of: "observation")))
                observation.measure_id, observation.city_id, observation.breakdown_id,
                observation.period_start, observation.period_months, observation.value
            from \(known.observations(6, measures: "$1"))
            where observation.submission_id <> all ($5)
                and observation.variant in (0, 1)
                and observation.measure_id = any ($1)
                and observation.city_id = any ($2)
                \(condition)
            order by
                observation.measure_id, observation.city_id, observation.period_start,
                observation.period_months, observation.variant desc,
                observation.breakdown_id, observation.submission_id desc
            """,
            [
                .int32Array(numbers.measures.keys.sorted()),
                .int32Array(numbers.cities.keys.sorted()),
            ] + binds + [.int64Array(withdrawn)] + known.binds)
        var found: [EarlierValues.Row] = []
        while true {
            let rows = try connection.query("fetch \(Self.batch) from earlier_value")
            for row in rows {
                if let known = try numbers.value(row) { found.append(known) }
            }
            if rows.count < Self.batch { break }
        }
        try connection.execute("close earlier_value")
        return found
    }
}

/// The positions of measures, cities and breakdowns by the warehouse's
/// numbers, as far as a file asks for them.
private struct Numbers {
    let measures: [Int32: Int32]
    let cities: [Int32: Int32]
    private let breakdowns: [Int32: Int32]

    var isEmpty: Bool { measures.isEmpty || cities.isEmpty }

    init(_ keys: HistoryKeys, registry: Registry, connection: Connection) throws {
        func numbers(
            _ table: String, _ ids: [(id: String, position: Int32)]
        ) throws -> [Int32: Int32] {
            let positions = Dictionary(ids.map { ($0.id, $0.position) }) { first, _ in first }
            let rows = try connection.query(
                "select \(table), \(table)_id from warehouse.\(table) where \(table) = any ($1)",
                [.textArray(ids.map(\.id))])
            var found: [Int32: Int32] = [:]
            for row in rows { found[try row.int32(1)] = positions[try row.text(0)] }
            return found
        }
        let standard = registry.standard
        let directory = registry.consortium.directory.cities
        measures = try numbers("measure", keys.measures.map { (standard.measures[Int($0)].id, $0) })
        cities = try numbers("city", keys.cities.map { (directory[Int($0)].id, $0) })
        breakdowns = try numbers(
            "breakdown", standard.breakdownValues.enumerated().map { ($1, Int32($0)) })
    }

    func value(_ row: Row) throws -> EarlierValues.Row? {
        guard let measure = measures[try row.int32(0)], let city = cities[try row.int32(1)],
            let breakdown = breakdowns[try row.int32(2)],
            let period = Period(
                start: CalendarDay(number: try row.day(3)), months: Int(try row.int16(4))),
            let value = try row.doubleOrNil(5)
        else { return nil }
        return EarlierValues.Row(
            measure: measure, city: city, breakdown: breakdown, period: period, value: value)
    }
}
