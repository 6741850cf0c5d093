import MetricSpec
import Postgres

/// What the aggregated observations behind a release were made of.
struct AggregateOrigins {
    /// What tells an observation from others, by the warehouse's numbers.
    struct Key: Hashable {
        let submission: Int64
        let measure: Int32
        let city: Int32
        let breakdown: Int32
        let periodStart: Int32
        let months: Int16
    }

    /// What one value was made of.
    struct Origin {
        let rowCount: Int64
        let rowDigest: Int64
        let filter: String
    }

    private var origins: [Key: Origin] = [:]

    /// Reads the origins of actual values of measures that submissions
    /// brought.
    init(measures: [Int32], submissions: [Int64], connection: Connection) throws {
        let rows = try connection.query(
            """
            select submission_id, measure_id, city_id, breakdown_id, period_start, period_months,
                row_count, row_digest, filter
            from warehouse.aggregate_origin
            where measure_id = any ($1) and submission_id = any ($2) and variant = 0
            """,
            [.int32Array(measures), .int64Array(submissions)])
        for row in rows {
            let key = Key(
                submission: try row.int64(0), measure: try row.int32(1), city: try row.int32(2),
                breakdown: try row.int32(3), periodStart: try row.day(4),
                months: try row.int16(5))
            origins[key] = Origin(
                rowCount: try row.int64(6), rowDigest: try row.int64(7), filter: try row.text(8))
        }
    }

    /// Nil for a value that stands in a cell.
    subscript(key: Key) -> Origin? { origins[key] }
}
