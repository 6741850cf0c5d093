import Consortium
import MetricSpec
import Postgres
import Submission

/// The accounts and categories that submissions had, one row a list.
struct CodeListTable {
    let connection: Connection

    /// Keeps what one submission has.
    func add(_ lists: [PeriodCodes], of submission: Int64, ids: RegistryIDs) throws {
        for list in lists {
            try connection.query(
                """
                insert into intake.code_list
                    (submission_id, city_id, period_start, period_months, column_name, codes,
                    names, uses, row_counts, amounts)
                values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                """,
                [
                    .int64(submission), .int32(ids.cities[Int(list.city)]),
                    .day(list.period.start.number), .int16(Int16(list.period.months)),
                    .text(FindingStore.clean(list.column)),
                    .textArray(list.codes.map { FindingStore.clean($0.text) }),
                    .textArray(list.codes.map { FindingStore.clean($0.name) }),
                    .textArray(list.codes.map(\.use)),
                    .int64Array(list.codes.map { Int64($0.rows) }),
                    .doubleArray(list.codes.map(\.amount)),
                ])
        }
    }

    /// The latest lists of cities that end a history: those of the periods
    /// before a file's first ones.
    ///
    /// - Parameters:
    ///   - before: by city, the first period of the file; nil: all periods.
    ///   - mapping: nil: of all mappings.
    ///   - known: of what was known then.
    func latest(
        before: [(city: Int32, period: Period?)], mapping: String?, cities: CityDirectory,
        known: KnownState = .current
    ) throws -> [PeriodCodes] {
        try connection.query(
            """
            select distinct on (city.city, mapping.mapping, code_list.column_name,
                code_list.period_months)
                city.city, mapping.mapping, code_list.column_name, code_list.period_start,
                code_list.period_months, code_list.codes, code_list.names, code_list.uses,
                code_list.row_counts, code_list.amounts
            from unnest($1, $2) as wanted (city, period_start)
            inner join warehouse.city on city.city = wanted.city
            inner join intake.code_list
                on code_list.city_id = city.city_id
                and code_list.period_start < coalesce(wanted.period_start, 'infinity')
            inner join intake.submission
                on submission.submission_id = code_list.submission_id
            inner join intake.mapping on mapping.mapping_id = submission.mapping_id
            where \(known.countsSubmission(4)) and mapping.mapping = coalesce($3, mapping.mapping)
            order by
                city.city, mapping.mapping, code_list.column_name, code_list.period_months,
                code_list.period_start desc, code_list.submission_id desc
            """,
            [
                .textArray(before.map { cities.cities[Int($0.city)].id }),
                .dayArray(before.map { $0.period?.start.number }), .text(mapping),
            ] + known.binds
        ).compactMap { try list($0, cities) }
    }

    private func list(_ row: Row, _ cities: CityDirectory) throws -> PeriodCodes? {
        guard let city = cities.index(of: try row.text(0)),
            let period = Period(
                start: CalendarDay(number: try row.day(3)), months: Int(try row.int16(4)))
        else { return nil }
        let (codes, names) = (try row.textArray(5), try row.textArray(6))
        let (uses, counts) = (try row.textArray(7), try row.int64Array(8))
        let amounts = try row.doubleArray(9)
        let isWhole = [names.count, uses.count, counts.count, amounts.count].allSatisfy {
            $0 == codes.count
        }
        guard isWhole else { return nil }
        return PeriodCodes(
            mapping: try row.text(1), city: Int32(city), period: period, column: try row.text(2),
            codes: codes.indices.map { index in
                PeriodCodes.Code(
                    text: codes[index] ?? "", name: names[index] ?? "", use: uses[index],
                    rows: Int(counts[index] ?? 0), amount: amounts[index])
            })
    }
}
