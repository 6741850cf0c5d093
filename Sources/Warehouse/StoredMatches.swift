import Consortium
import MetricSpec
import Postgres
import Submission

/// Looks for what a file holds among what is stored of others.
struct StoredMatches {
    let connection: Connection
    let registry: Registry

    /// A file with the same bytes that was counted for others than this one;
    /// nil where there is none, or where it was counted for the same.
    func sameContent(digest: String, _ keys: HistoryKeys) throws -> SameContent? {
        if keys.measures.isEmpty { return nil }
        let known = try connection.query(
            """
            select submission_id, file
            from intake.submission
            where digest = $1 and not is_withdrawn and not is_rejected and accepted > 0
            order by submission_id
            """,
            [.text(digest)])
        if known.isEmpty { return nil }
        let submissions = try known.map { try $0.int64(0) }
        let standard = registry.standard
        let cities = registry.consortium.directory.cities
        let binds: [Bind] = [
            .int64Array(submissions),
            .textArray(keys.measures.map { standard.measures[Int($0)].id }),
        ]
        let isSame = try connection.query(
            first("city.city = any ($3) and counted.period_start = any ($4)"),
            binds + [
                .textArray(keys.cities.map { cities[Int($0)].id }),
                .dayArray(keys.periods.map(\.start.number)),
            ])
        guard isSame.isEmpty, let row = try connection.query(first("true"), binds).first,
            let period = Period(
                start: CalendarDay(number: try row.day(2)), months: Int(try row.int16(3)))
        else { return nil }
        let submission = try row.int64(0)
        let file = try known.first { try $0.int64(0) == submission }?.text(1) ?? ""
        return SameContent(
            submission: Int(submission), file: file,
            place: "\(try row.text(1)) and \(period.text)")
    }

    /// The values that submissions brought, or brought again.
    private static let counted = """
        (
            select submission_id, measure_id, city_id, period_start, period_months
            from warehouse.observation
            union all
            select submission_id, measure_id, city_id, period_start, period_months
            from intake.confirmation
            union all
            select submission_id, unnest(measure_ids), unnest(city_ids), period_start,
                period_months
            from intake.confirmation_block
        )
        """

    /// The first of the values of submissions that fulfil a condition.
    private func first(_ condition: String) -> String {
        """
        select counted.submission_id, city.city, counted.period_start, counted.period_months
        from \(Self.counted) as counted
        inner join warehouse.city on city.city_id = counted.city_id
        inner join warehouse.measure on measure.measure_id = counted.measure_id
        where counted.submission_id = any ($1) and measure.measure = any ($2)
            and \(condition)
        order by counted.submission_id, counted.period_start, city.city
        limit 1
        """
    }

    /// The files that were counted for some cities, the newest ones first, up
    /// to `StoredRecords.mostFiles`.
    ///
    /// - Parameter known: of what was known then.
    func files(
        ofCities ids: [String], known: KnownState = .current
    ) throws -> [StoredRecords.File] {
        try connection.query(
            """
            select distinct submission.digest, submission.submission_id, submission.file,
                city.city, counted.period_start, counted.period_months
            from \(Self.counted) as counted
            inner join warehouse.city on city.city_id = counted.city_id
            inner join intake.submission on submission.submission_id = counted.submission_id
            where city.city = any ($1)
                and \(known.countsSubmission(3)) and not submission.is_rejected
            order by submission.submission_id desc, city.city, counted.period_start
            limit $2
            """,
            [.textArray(ids), .int64(Int64(StoredRecords.mostFiles))] + known.binds
        ).compactMap { row in
            let period = Period(
                start: CalendarDay(number: try row.day(4)), months: Int(try row.int16(5)))
            guard let period,
                let city = registry.consortium.directory.index(of: try row.text(3))
            else { return nil }
            return StoredRecords.File(
                digest: try row.text(0), submission: Int(try row.int64(1)),
                file: try row.text(2), city: Int32(city), period: period)
        }
    }

    /// Figures that other cities reported for the same measure and period;
    /// those that several did are nobody's own.
    func copies(of figures: [EarlierValues.Row]) throws -> [StoredCopy] {
        if figures.isEmpty { return [] }
        let (standard, cities) = (registry.standard, registry.consortium.directory.cities)
        return try connection.query(
            """
            select wanted.position, max(observation.submission_id)
            from unnest($1, $2, $3, $4, $5, $6) with ordinality
                as wanted (measure, city, breakdown, period_start, period_months, value, position)
            inner join warehouse.measure on measure.measure = wanted.measure
            inner join warehouse.breakdown on breakdown.breakdown = wanted.breakdown
            inner join warehouse.observation
                on observation.measure_id = measure.measure_id
                and observation.period_start = wanted.period_start
                and observation.period_months = wanted.period_months
                and observation.breakdown_id = breakdown.breakdown_id
                and observation.value = wanted.value
            inner join warehouse.city on city.city_id = observation.city_id
            inner join intake.submission
                on submission.submission_id = observation.submission_id
            where city.city <> wanted.city and not submission.is_withdrawn
                and observation.variant in (0, 1)
            group by wanted.position
            having count(distinct observation.city_id) < 3
            order by wanted.position
            """,
            [
                .textArray(figures.map { standard.measures[Int($0.measure)].id }),
                .textArray(figures.map { cities[Int($0.city)].id }),
                .textArray(figures.map { standard.breakdownValues[Int($0.breakdown)] }),
                .dayArray(figures.map(\.period.start.number)),
                .int16Array(figures.map { Int16($0.period.months) }),
                .doubleArray(figures.map(\.value)),
            ]
        ).map { row in
            StoredCopy(
                figure: figures[Int(try row.int64(0)) - 1], submission: Int(try row.int64(1)))
        }
    }
}
