public import MetricSpec
import Postgres

/// A current value of one city, by the names that the standard has for it.
public struct StoredValue: Sendable, Hashable {
    /// The id of the measure, `domain/name`.
    public let measure: String
    /// The id of the breakdown's value; `total` for all.
    public let breakdown: String
    public let period: Period
    /// In the measure's unit.
    public let value: Double
}

extension Warehouse {
    /// The current values of a city in some periods, by measure, breakdown and
    /// period; what is missing for a reason is left out.
    ///
    /// Actual values count, and provisional ones where there is no actual one;
    /// also those that only the city itself may see.
    public func lastValues(ofCity city: String, in periods: [Period]) throws -> [StoredValue] {
        try periods.sorted().flatMap { try lastValues(ofCity: city, in: $0) }
            .sorted { ($0.measure, $0.breakdown) < ($1.measure, $1.breakdown) }
    }

    private func lastValues(ofCity city: String, in period: Period) throws -> [StoredValue] {
        try connection.query(
            """
            with newest as (
                select distinct on (
                    observation.measure_id, observation.breakdown_id, observation.variant)
                    observation.measure_id, observation.breakdown_id, observation.variant,
                    observation.value
                from warehouse.observation
                inner join intake.submission
                    on submission.submission_id = observation.submission_id
                inner join warehouse.city on city.city_id = observation.city_id
                where city.city = $1 and observation.period_start = $2
                    and observation.period_months = $3 and observation.variant in ($4, $5)
                    and not submission.is_withdrawn
                order by
                    observation.measure_id, observation.breakdown_id, observation.variant,
                    observation.submission_id desc
            )
            select distinct on (newest.measure_id, newest.breakdown_id)
                measure.measure, breakdown.breakdown, newest.value
            from newest
            inner join warehouse.measure on measure.measure_id = newest.measure_id
            inner join warehouse.breakdown
                on breakdown.breakdown_id = newest.breakdown_id
            where newest.value is not null
            order by newest.measure_id, newest.breakdown_id, newest.variant
            """,
            [
                .text(city), .day(period.start.number), .int16(Int16(period.months)),
                .int16(Variant.actual.code), .int16(Variant.provisionalActual.code),
            ]
        ).map { row in
            StoredValue(
                measure: try row.text(0), breakdown: try row.text(1), period: period,
                value: try row.double(2))
        }
    }
}
