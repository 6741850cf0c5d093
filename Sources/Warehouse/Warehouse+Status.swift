import Benchmarking
import Consortium
public import MetricSpec
public import Postgres

extension Warehouse {
    /// What each city has sent for a period and what it owes, cities by id;
    /// changes nothing.
    ///
    /// - Parameter asOf: as it was known at an instant; nil for now.
    public func status(
        of period: Period, registry: Registry, asOf instant: Timestamp? = nil
    ) throws -> [CityStatus] {
        let known = KnownState(at: instant)
        let completeness = try completeness(of: period, registry: registry, known: known)
        return try connection.query(
            Self.statusStatement(known),
            [
                .day(period.start.number), .int16(Int16(period.months)),
                .text("/" + period.text.replacing("/", with: "--") + "/"), .timestamp(instant),
            ] + known.binds
        ).map { row in
            let city = try row.text(0)
            let complete = completeness[city] ?? Completeness()
            return CityStatus(
                city: city, name: try row.text(1), values: Int(try row.int64(2)),
                ownValues: Int(try row.int64(3)), missing: Int(try row.int64(4)),
                errors: Int(try row.int64(5)), warnings: Int(try row.int64(6)),
                rejectedFiles: Int(try row.int64(7)), lastReceivedAt: try row.textOrNil(8),
                takesPart: complete.takesPart, owed: complete.owed, reported: complete.reported,
                completedOn: complete.completedOn,
                firstReceivedOn: try row.textOrNil(9).flatMap { CalendarDay(parsing: $0) },
                firstOwnOn: try row.textOrNil(10).flatMap { CalendarDay(parsing: $0) })
        }
    }

    private static func statusStatement(_ known: KnownState) -> String {
        """
        with current_value as (
            select distinct on (\(ObservationTable.keyColumns(of: "observation")))
                observation.city_id, observation.value, observation.submission_id,
                submission.sender
            from \(known.observations(5))
            inner join intake.submission
                on submission.submission_id = observation.submission_id
            where observation.period_start = $1 and observation.period_months = $2
                and observation.variant = 0 and \(known.counts)
            order by \(ObservationTable.keyColumns(of: "observation")),
                observation.submission_id desc
        ),
        source as (
            select distinct city_id, submission_id, false as is_rejected from current_value
            union all
            select city.city_id, submission.submission_id, true
            from intake.submission
            inner join warehouse.city on city.city = submission.sender
            where submission.is_rejected
                and ($4::timestamptz is null or submission.received_at <= $4)
                and position($3 in submission.file) > 0
                and not exists (
                    select
                    from intake.submission as later
                    where later.file = submission.file and later.sender = submission.sender
                        and later.submission_id > submission.submission_id
                        and ($4 is null or later.received_at <= $4)
                )
        ),
        counted as (
            select submission_id,
                count(*) filter (where severity in ('error', 'fatal')) as errors,
                count(*) filter (where severity = 'warning') as warnings
            from intake.finding
            group by submission_id
        ),
        received as (
            select source.city_id, sum(counted.errors)::bigint as errors,
                sum(counted.warnings)::bigint as warnings,
                count(*) filter (where source.is_rejected) as rejected,
                max(submission.received_at) as received_at
            from source
            inner join intake.submission
                on submission.submission_id = source.submission_id
            left join counted on counted.submission_id = source.submission_id
            group by source.city_id
        ),
        came as (
            select observation.city_id, min(submission.received_at) as first_at,
                min(submission.received_at) filter (where submission.sender = city.city)
                    as own_at
            from \(known.observations(5))
            inner join intake.submission
                on submission.submission_id = observation.submission_id
            inner join warehouse.city on city.city_id = observation.city_id
            where observation.period_start = $1 and observation.period_months = $2
                and observation.variant = 0 and \(known.counts)
            group by observation.city_id
        )
        select city.city, city.name, count(current_value.value),
            count(current_value.value) filter (where current_value.sender = city.city),
            count(current_value.submission_id) - count(current_value.value),
            coalesce(max(received.errors), 0), coalesce(max(received.warnings), 0),
            coalesce(max(received.rejected), 0),
            to_char(
                max(received.received_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
            to_char(max(came.first_at) at time zone 'UTC', 'YYYY-MM-DD'),
            to_char(max(came.own_at) at time zone 'UTC', 'YYYY-MM-DD')
        from warehouse.city
        left join current_value on current_value.city_id = city.city_id
        left join received on received.city_id = city.city_id
        left join came on came.city_id = city.city_id
        group by city.city_id, city.city, city.name
        order by city.city
        """
    }

    /// How much of what it owes a city has reported.
    private struct Completeness {
        var takesPart = true
        var owed = 0
        var reported = 0
        var completedOn: CalendarDay?
    }

    /// By city, judged as recognition judges coverage.
    private func completeness(
        of period: Period, registry: Registry, known: KnownState
    ) throws -> [String: Completeness] {
        let standard = registry.standard
        let required = standard.measures.filter(\.isRequired)
        let asked = (required.isEmpty ? standard.measures : required).map(\.id)
        let observations = try connection.transaction(.readOnlySnapshot) {
            try CurrentObservations(
                ObservationNeed(covering: asked, in: period, standard: standard),
                ids: RegistryWriter(connection: connection, registry: registry).readIDs(),
                connection: connection, known: known)
        }
        let services = ServiceTable(registry: registry, day: period.start)
        let coverage = Coverage(
            measures: asked, registry: registry, observations: observations, services: services,
            period: period)
        let absent = registry.consortium.absentCities(on: period.start)
        var result: [String: Completeness] = [:]
        for (index, city) in registry.consortium.directory.cities.enumerated() {
            let evidence = coverage.evidence[index]
            var complete = Completeness()
            complete.takesPart =
                !absent.contains(city.id)
                && (standard.services.isEmpty
                    || standard.services.contains {
                        services.provision($0.id, city: index) != .notTakingPart
                    })
            let owed = complete.takesPart ? Set(asked).subtracting(evidence.exempt) : []
            complete.owed = owed.count
            complete.reported = owed.intersection(evidence.reported).count
            if complete.reported == complete.owed {
                complete.completedOn = coverage.lastFirstReceived[index].map(CalendarDay.init(of:))
            }
            result[city.id] = complete
        }
        return result
    }
}
