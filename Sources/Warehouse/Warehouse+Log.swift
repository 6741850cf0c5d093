import Benchmarking
public import MetricSpec
import Postgres

/// An entry of the correction log: what a release changed of the one before.
public struct ReleaseLogEntry: Sendable {
    /// Between the release before of the period, which members saw, and this.
    public let difference: ReleaseDifference

    public var release: Release { difference.after }
}

extension Warehouse {
    /// What each release that an audience sees changed of the one before it of
    /// its period, the first made first.
    ///
    /// - Parameters:
    ///   - audience: member or open.
    ///   - period: of this period alone; nil for all.
    public func releaseLog(
        for audience: Audience, of period: Period? = nil, standard: Standard
    ) throws -> [ReleaseLogEntry] {
        let rows = try connection.query(
            """
            select before_id, release_id
            from (
                select release_id, period,
                    lag(release_id) over (partition by period order by release_id) as before_id
                from \(audience).release
            ) as ordered
            where before_id is not null and ($1::text is null or period = $1)
            order by release_id
            """,
            [.text(period?.text)])
        return try rows.map { row in
            ReleaseLogEntry(
                difference: try difference(
                    from: Int(try row.int32(0)), to: Int(try row.int32(1)), standard: standard))
        }
    }
}
