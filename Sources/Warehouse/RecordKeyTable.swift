import Consortium
import MetricSpec
import Postgres
import Submission

/// The records that submissions had, eight bytes each.
struct RecordKeyTable {
    let connection: Connection

    /// The months around a file's periods in which its records are looked for.
    private static let months: Int32 = 24

    /// Keeps what one submission has.
    func add(_ lists: [RecordKeyList], of submission: Int64, ids: RegistryIDs) throws {
        for list in lists where !list.keys.isEmpty {
            var bytes: [UInt8] = []
            bytes.reserveCapacity(list.keys.count * 8)
            for key in list.keys { withUnsafeBytes(of: key.bigEndian) { bytes += $0 } }
            try connection.query(
                """
                insert into intake.record_key
                    (submission_id, key_count, city_id, period_start, period_months, keys)
                values ($1, $2, $3, $4, $5, $6)
                """,
                [
                    .int64(submission), .int64(Int64(list.keys.count)),
                    .int32(ids.cities[Int(list.city)]), .day(list.period.start.number),
                    .int16(Int16(list.period.months)), .bytes(bytes),
                ])
        }
    }

    /// Which records of a file were counted for other periods: by the newest
    /// submission of each, under the same mapping.
    func countedBefore(
        _ lists: [RecordKeyList], cities: CityDirectory
    ) throws -> [CountedBefore] {
        var found: [CountedBefore] = []
        for list in lists {
            let months = list.period.firstMonth
            let first = Period(firstMonth: months - Self.months, months: 1)
            let last = Period(firstMonth: months + Self.months, months: 1)
            for stored in try places(of: list, cities, from: first, to: last)
            where stored.period != list.period {
                let common = list.common(with: try keys(stored))
                if common.isEmpty { continue }
                found.append(
                    CountedBefore(
                        city: list.city, period: list.period, earlier: stored.period,
                        submission: Int(stored.submission), keys: common))
            }
        }
        return found
    }

    /// The keys of some cities' records, those of the newest periods: whole
    /// lists, up to `StoredRecords.mostKeys` keys.
    ///
    /// - Parameter known: of what was known then.
    func newest(
        ofCities ids: [String], in cities: CityDirectory, known: KnownState = .current
    ) throws -> [StoredRecords.Keys] {
        let rows = try connection.query(
            """
            select distinct on (
                    mapping.mapping, record_key.city_id, record_key.period_start,
                    record_key.period_months
                )
                record_key.submission_id, record_key.city_id, record_key.period_start,
                record_key.period_months, city.city, mapping.mapping, record_key.key_count
            from intake.record_key
            inner join warehouse.city on city.city_id = record_key.city_id
            inner join intake.submission
                on submission.submission_id = record_key.submission_id
            inner join intake.mapping on mapping.mapping_id = submission.mapping_id
            where city.city = any ($1) and \(known.countsSubmission(2))
            order by
                mapping.mapping, record_key.city_id, record_key.period_start,
                record_key.period_months, record_key.submission_id desc
            """,
            [.textArray(ids)] + known.binds)
        var found: [StoredRecords.Keys] = []
        var count: Int64 = 0
        for row in try rows.sorted(by: { try $0.day(2) > $1.day(2) }) {
            count += try row.int64(6)
            if count > Int64(StoredRecords.mostKeys) { break }
            let period = Period(
                start: CalendarDay(number: try row.day(2)), months: Int(try row.int16(3)))
            guard let period, let city = cities.index(of: try row.text(4)) else { continue }
            let place = Place(
                submission: try row.int64(0), city: try row.int32(1), period: period)
            found.append(
                StoredRecords.Keys(
                    submission: Int(place.submission),
                    list: RecordKeyList(
                        mapping: try row.text(5), city: Int32(city), period: period,
                        keys: try keys(place))))
        }
        return found
    }

    private struct Place {
        let submission: Int64
        let city: Int32
        let period: Period
    }

    /// What is stored of a city, without the keys.
    private func places(
        of list: RecordKeyList, _ cities: CityDirectory, from first: Period?, to last: Period?
    ) throws -> [Place] {
        try connection.query(
            """
            select distinct on (record_key.period_start, record_key.period_months)
                record_key.submission_id, record_key.city_id, record_key.period_start,
                record_key.period_months
            from intake.record_key
            inner join warehouse.city on city.city_id = record_key.city_id
            inner join intake.submission
                on submission.submission_id = record_key.submission_id
            inner join intake.mapping on mapping.mapping_id = submission.mapping_id
            where city.city = $1 and mapping.mapping = $2 and not submission.is_withdrawn
                and record_key.period_start between $3 and $4
            order by
                record_key.period_start, record_key.period_months,
                record_key.submission_id desc
            """,
            [
                .text(cities.cities[Int(list.city)].id), .text(list.mapping),
                .day(first?.start.number), .day(last?.start.number),
            ]
        ).compactMap { row in
            let period = Period(
                start: CalendarDay(number: try row.day(2)), months: Int(try row.int16(3)))
            guard let period else { return nil }
            return Place(submission: try row.int64(0), city: try row.int32(1), period: period)
        }
    }

    private func keys(_ place: Place) throws -> [UInt64] {
        let bytes = try connection.query(
            """
            select keys
            from intake.record_key
            where submission_id = $1 and city_id = $2 and period_start = $3
                and period_months = $4
            """,
            [
                .int64(place.submission), .int32(place.city), .day(place.period.start.number),
                .int16(Int16(place.period.months)),
            ]
        ).single.bytes(0)
        return stride(from: 0, to: bytes.count - 7, by: 8).map { start in
            bytes[start..<start + 8].reduce(0) { $0 << 8 | UInt64($1) }
        }
    }
}
