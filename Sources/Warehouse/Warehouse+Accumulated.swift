import Consortium
import MetricSpec
import Postgres
public import Submission

/// What is stored of the fiscal years that the amounts of a ledger are of.
public struct AccumulatedValues: Sendable {
    /// The current values of all parts of these years.
    public let values: EarlierValues
    /// Which stored values are taken off the ledger's figures, as one digest;
    /// nil where none is.
    let subtracted: String?
}

extension Warehouse {
    /// The stored values that bear on a ledger's figures of the fiscal year so
    /// far: those of the same measures, cities and years.
    ///
    /// Reads the file once for that. Nil, without reading anything, where the
    /// mapping's amounts are of the period alone.
    public func accumulated(
        for intake: Intake, registry: Registry
    ) throws -> AccumulatedValues? {
        guard intake.mapping.accumulates else { return nil }
        let needs = try intake.run { _ in }.accumulatedNeeds.sorted { left, right in
            (left.measure, left.city, left.breakdown, left.period.firstMonth)
                < (right.measure, right.city, right.breakdown, right.period.firstMonth)
        }
        var rows: [EarlierValues.Row] = []
        var subtracted: [String] = []
        for stored in try stored(needs, registry: registry) {
            let need = needs[stored.position]
            rows.append(
                EarlierValues.Row(
                    measure: need.measure, city: need.city, breakdown: need.breakdown,
                    period: need.period, value: stored.value))
            if need.isSubtracted {
                subtracted.append("\(stored.position) \(stored.submission)")
            }
        }
        return AccumulatedValues(
            values: EarlierValues(rows),
            subtracted: subtracted.isEmpty ? nil : Digest.of(subtracted.sorted()))
    }

    /// The current value of a need.
    private struct Stored {
        /// Position in the needs.
        let position: Int
        let value: Double
        let submission: Int64
    }

    /// The current values of needs; of one key the final actual value comes
    /// last and counts.
    private func stored(_ needs: [AccumulatedNeed], registry: Registry) throws -> [Stored] {
        let standard = registry.standard
        let cities = registry.consortium.directory.cities
        return try connection.query(
            """
            select distinct on (\(ObservationTable.keyColumns(of: "observation")))
                wanted.position, observation.value, observation.submission_id
            from unnest($1, $2, $3, $4, $5) with ordinality
                as wanted (measure, city, breakdown, period_start, period_months, position)
            inner join warehouse.measure on measure.measure = wanted.measure
            inner join warehouse.city on city.city = wanted.city
            inner join warehouse.breakdown on breakdown.breakdown = wanted.breakdown
            inner join warehouse.observation
                on observation.measure_id = measure.measure_id
                and observation.city_id = city.city_id
                and observation.period_start = wanted.period_start
                and observation.period_months = wanted.period_months
                and observation.breakdown_id = breakdown.breakdown_id
            inner join intake.submission
                on submission.submission_id = observation.submission_id
            where not submission.is_withdrawn and observation.variant in (0, 1)
            order by
                observation.measure_id, observation.city_id, observation.period_start,
                observation.period_months, observation.variant desc,
                observation.breakdown_id, observation.submission_id desc
            """,
            [
                .textArray(needs.map { standard.measures[Int($0.measure)].id }),
                .textArray(needs.map { cities[Int($0.city)].id }),
                .textArray(needs.map { standard.breakdownValues[Int($0.breakdown)] }),
                .dayArray(needs.map(\.period.start.number)),
                .int16Array(needs.map { Int16($0.period.months) }),
            ]
        ).compactMap { row in
            guard let value = try row.doubleOrNil(1) else { return nil }
            return Stored(
                position: Int(try row.int64(0)) - 1, value: value, submission: try row.int64(2))
        }
    }
}
