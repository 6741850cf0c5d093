import MetricSpec
public import Postgres
public import Submission

/// A row of `yardstick submissions`.
public struct SubmissionRecord: Sendable {
    public let number: Int
    public let sender: String
    public let file: String
    public let mapping: String
    /// ISO 8601, UTC.
    public let receivedAt: String
    /// `accepted`, `rejected` or `withdrawn`.
    public let state: String
    /// What is kept of the bytes: `whole`, `redacted`, `none` or `erased`.
    public let original: String
    public let rowsRead: Int
    public let valuesRead: Int
    public let accepted: Int
    public let rejected: Int
    public let unchanged: Int
    public let superseded: Int
}

/// A row of `yardstick findings`.
public struct FindingRecord: Sendable {
    public let submission: Int
    public let finding: Finding
}

extension Warehouse {
    /// All submissions, the first received first.
    ///
    /// - Parameter asOf: those received at an instant, as they stood then; nil
    ///   for now.
    public func submissions(asOf instant: Timestamp? = nil) throws -> [SubmissionRecord] {
        try connection.query(
            """
            select submission.submission_id, submission.sender, submission.file,
                mapping.mapping,
                to_char(
                    submission.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
                case when submission.is_rejected then 'rejected'
                    when case when $1::timestamptz is null then submission.is_withdrawn
                        else submission.submission_id not in (
                            select submission_id
                            from warehouse.counted_submission($1, null, null)
                        ) end
                    then 'withdrawn' else 'accepted' end,
                submission.original, submission.rows_read, submission.values_read, submission.accepted,
                submission.rejected, submission.unchanged, submission.superseded
            from intake.submission
            inner join intake.mapping on mapping.mapping_id = submission.mapping_id
            where $1 is null or submission.received_at <= $1
            order by submission.submission_id
            """,
            [.timestamp(instant)]
        ).map { row in
            SubmissionRecord(
                number: Int(try row.int64(0)), sender: try row.text(1), file: try row.text(2),
                mapping: try row.text(3), receivedAt: try row.text(4), state: try row.text(5),
                original: try row.text(6), rowsRead: Int(try row.int64(7)),
                valuesRead: Int(try row.int64(8)), accepted: Int(try row.int64(9)),
                rejected: Int(try row.int64(10)), unchanged: Int(try row.int64(11)),
                superseded: Int(try row.int64(12)))
        }
    }

    /// Findings, of one submission or of all, in the order they came.
    ///
    /// - Parameters:
    ///   - limit: the most that are read; nil for all.
    ///   - asOf: of what was received at an instant, with what had been
    ///     explained; nil for now.
    public func findings(
        ofSubmission number: Int? = nil, limit: Int? = nil, asOf instant: Timestamp? = nil
    ) throws -> [FindingRecord] {
        try connection.query(
            """
            select finding.submission_id, submission.file, finding.rule, finding.severity,
                finding.sheet, finding.source_row, finding.source_column, finding.column_name,
                finding.city, finding.measure, finding.period, finding.problem, finding.found,
                finding.expected, coalesce(
                    (
                        select 'Explained by ' || explanation.author || ': '
                            || explanation.explanation
                        from intake.explanation
                        inner join warehouse.measure
                            on measure.measure_id = explanation.measure_id
                        inner join warehouse.city on city.city_id = explanation.city_id
                        inner join warehouse.breakdown
                            on breakdown.breakdown_id = explanation.breakdown_id
                        where measure.measure = finding.measure and city.city = finding.city
                            and explanation.period = finding.period
                            and coalesce(finding.value, explanation.value) = explanation.value
                            and coalesce(finding.breakdown, breakdown.breakdown)
                                = breakdown.breakdown
                            and explanation.submission_id is distinct from finding.submission_id
                            and finding.rule = any ($3)
                            and ($4::timestamptz is null or explanation.explained_at <= $4)
                        order by explanation.explanation_id desc
                        limit 1
                    ), finding.remedy), finding.member, finding.is_record, finding.record_line
            from intake.finding
            inner join intake.submission on submission.submission_id = finding.submission_id
            where ($1::bigint is null or finding.submission_id = $1)
                and ($4 is null or submission.received_at <= $4)
            order by finding.submission_id, finding.finding
            limit $2
            """,
            [
                .int64(number.map { Int64($0) }), .int64(limit.map { Int64($0) }),
                .textArray(RuleCatalogue.explainable.map(\.id)), .timestamp(instant),
            ]
        ).map { try Self.finding($0) }
    }

    private static func finding(_ row: Row) throws -> FindingRecord {
        var place = Finding.Place(
            file: try row.text(1), member: try row.textOrNil(15), sheet: try row.textOrNil(4),
            row: try row.int32OrNil(5).map { Int($0) },
            column: try row.int32OrNil(6).map { Int($0) }, columnName: try row.textOrNil(7),
            city: try row.textOrNil(8), measure: try row.textOrNil(9),
            period: try row.textOrNil(10).flatMap { Period(parsing: $0) })
        place.isRecord = try row.bool(16)
        place.recordLine = try row.int32OrNil(17).map { Int($0) }
        let finding = Finding(
            rule: try row.text(2), severity: Severity(rawValue: try row.text(3)) ?? .error,
            at: place, problem: try row.text(11), found: try row.textOrNil(12),
            expected: try row.textOrNil(13), remedy: try row.textOrNil(14))
        return FindingRecord(submission: Int(try row.int64(0)), finding: finding)
    }

    /// The newest received instant of what each city's figures use, by city.
    public func latestReceived(in release: Release) throws -> [String: String] {
        var latest: [String: String] = [:]
        for row in try connection.query(
            """
            select city, max(received_at)
            from \(release.schema).lineage_history
            where release = $1
            group by city
            """,
            [.int32(Int32(release.number))])
        {
            latest[try row.text(0)] = try row.textOrNil(1)
        }
        return latest
    }
}
