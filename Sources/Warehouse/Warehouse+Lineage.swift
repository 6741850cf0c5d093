import MetricSpec
import Postgres

/// An observation behind a released figure, with all that is told of it: a row
/// of the view `member.lineage`.
public struct FigureSource: Sendable {
    public let breakdown: String
    public let measure: String
    public let measureBreakdown: String
    public let measurePeriod: String
    public let measureValue: Double?
    /// Nil for what stands in the consortium folder.
    public let submission: Int?
    /// ISO 8601, UTC.
    public let receivedAt: String?
    public let file: String
    public let sheet: String?
    /// From 1; nil for an aggregate.
    public let row: Int?
    public let column: Int?
    /// As it stood in the cell; nil for an aggregate.
    public let rawText: String?
    /// How many rows an aggregate is made of, and which.
    public let rowCount: Int?
    public let filter: String?
    public let digest: String?
    /// `cell`, `aggregate` or `population-served`.
    public let rule: String
    public let mapping: String?
    public let standardVersion: String?
    /// The edition of its source that the file is of; nil where nobody said.
    public let vintage: String?
    public let explanation: String?
    public let explainedBy: String?
}

/// A released figure and what it is made of.
public struct FigureLineage: Sendable {
    public let release: Release
    public let value: Double?
    /// A word of `member.standing_status`.
    public let status: String
    /// By measure, period and group.
    public let sources: [FigureSource]
}

extension Warehouse {
    /// From a released figure to the cells or rows that it is made of, in one
    /// query.
    ///
    /// Throws where the release has no such figure. A few milliseconds,
    /// whatever the release holds: most of it is planning, which is why the
    /// planner may order no more than four tables at a time.
    public func lineage(
        of city: String, metric: String, breakdown: String, in release: Release
    ) throws -> FigureLineage {
        let rows = try connection.transaction(.readOnlySnapshot) {
            try connection.execute(Self.lineageSetting)
            return try connection.query(
                Self.lineageStatement(release.schema),
                [
                    .text(metric), .int32(Int32(release.number)), .text(city),
                    .text(breakdown),
                ])
        }
        guard let first = rows.first else {
            throw WarehouseError(
                .notFound,
                "release \(release.number) of \(release.period.text) has no \(metric) of \(city) "
                    + "for \(breakdown): no city reported it, or no such group. `yardstick show "
                    + "\(city) \(release.period.text) --breakdowns` lists what it has.")
        }
        return FigureLineage(
            release: release, value: try first.doubleOrNil(0), status: try first.text(1),
            sources: try rows.compactMap { try Self.source($0) })
    }

    /// Each view names the facts and what chooses them first.
    static let lineageSetting = "set local join_collapse_limit = 4"

    /// Goes by the keys, which begin with the metric.
    static func lineageStatement(_ schema: Audience) -> String {
        """
        select metric_value_history.value, metric_value_history.status,
            metric_value_history.breakdown, lineage_history.measure,
            lineage_history.measure_breakdown, lineage_history.measure_period,
            lineage_history.measure_value, lineage_history.submission,
            lineage_history.received_at, lineage_history.file, lineage_history.sheet,
            lineage_history.source_row, lineage_history.source_column,
            lineage_history.raw_text, lineage_history.row_count, lineage_history.filter,
            lineage_history.digest, lineage_history.rule, lineage_history.mapping,
            lineage_history.standard_version, lineage_history.explanation,
            lineage_history.explained_by, lineage_history.vintage
        from \(schema).metric_value_history
        left join \(schema).lineage_history
            on lineage_history.metric = $1
            and lineage_history.release = $2
            and lineage_history.city = $3
            and lineage_history.breakdown = $4
        where metric_value_history.metric = $1
            and metric_value_history.release = $2
            and metric_value_history.city = $3
            and metric_value_history.breakdown = $4
        order by lineage_history.measure, lineage_history.measure_period,
            lineage_history.measure_breakdown, lineage_history.submission
        """
    }

    /// Nil where the figure has no source, since it has no value.
    private static func source(_ row: Row) throws -> FigureSource? {
        guard let measure = try row.textOrNil(3) else { return nil }
        return FigureSource(
            breakdown: try row.text(2), measure: measure, measureBreakdown: try row.text(4),
            measurePeriod: try row.text(5), measureValue: try row.doubleOrNil(6),
            submission: try row.int64OrNil(7).map { Int($0) },
            receivedAt: try row.textOrNil(8), file: try row.text(9),
            sheet: try row.textOrNil(10), row: try row.int32OrNil(11).map { Int($0) },
            column: try row.int32OrNil(12).map { Int($0) }, rawText: try row.textOrNil(13),
            rowCount: try row.int64OrNil(14).map { Int($0) }, filter: try row.textOrNil(15),
            digest: try row.textOrNil(16), rule: try row.text(17),
            mapping: try row.textOrNil(18), standardVersion: try row.textOrNil(19),
            vintage: try row.textOrNil(22),
            explanation: try row.textOrNil(20), explainedBy: try row.textOrNil(21))
    }
}
