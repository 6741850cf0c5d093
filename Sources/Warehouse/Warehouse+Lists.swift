public import MetricSpec
import Postgres
import Submission

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
    public let file: String
    public let rule: String
    public let severity: String
    public let row: Int?
    public let column: Int?
    public let city: String?
    public let measure: String?
    public let period: String?
    public let found: String?
    /// Where, what, expected, remedy.
    public let message: String
}

/// One city's line in `yardstick status`.
public struct CityStatus: Sendable {
    public let city: String
    public let name: String
    /// Current values of the period.
    public let values: Int
    /// Those of them that the city sent itself.
    public let ownValues: Int
    /// Current statements that a value of the period is missing.
    public let missing: Int
    /// Errors in the submissions that brought them.
    public let errors: Int
    public let warnings: Int
    /// When the newest of these submissions was received: ISO 8601, UTC.
    public let lastReceivedAt: String?
}

extension Warehouse {
    /// All submissions, the first received first.
    public func submissions() throws -> [SubmissionRecord] {
        try connection.query(
            """
            select submission.submission_id, submission.sender, submission.file,
                mapping.mapping,
                to_char(
                    submission.received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
                case when submission.is_rejected then 'rejected'
                    when submission.is_withdrawn then 'withdrawn' else 'accepted' end,
                submission.rows_read, submission.values_read, submission.accepted,
                submission.rejected, submission.unchanged, submission.superseded
            from intake.submission
            inner join intake.mapping on mapping.mapping_id = submission.mapping_id
            order by submission.submission_id
            """
        ).map { row in
            SubmissionRecord(
                number: Int(try row.int64(0)), sender: try row.text(1), file: try row.text(2),
                mapping: try row.text(3), receivedAt: try row.text(4), state: try row.text(5),
                rowsRead: Int(try row.int64(6)), valuesRead: Int(try row.int64(7)),
                accepted: Int(try row.int64(8)), rejected: Int(try row.int64(9)),
                unchanged: Int(try row.int64(10)), superseded: Int(try row.int64(11)))
        }
    }

    /// Findings, of one submission or of all, in the order they came.
    ///
    /// - Parameter limit: the most that are read; nil for all.
    public func findings(ofSubmission number: Int? = nil, limit: Int? = nil) throws
        -> [FindingRecord]
    {
        try connection.query(
            """
            select finding.submission_id, submission.file, finding.rule, finding.severity,
                finding.sheet, finding.source_row, finding.source_column, finding.column_name,
                finding.city, finding.measure, finding.period, finding.problem, finding.found,
                finding.expected, finding.remedy
            from intake.finding
            inner join intake.submission on submission.submission_id = finding.submission_id
            where $1::bigint is null or finding.submission_id = $1
            order by finding.submission_id, finding.finding
            limit $2
            """,
            [.int64(number.map { Int64($0) }), .int64(limit.map { Int64($0) })]
        ).map { try Self.finding($0) }
    }

    private static func finding(_ row: Row) throws -> FindingRecord {
        let place = Finding.Place(
            file: try row.text(1), sheet: try row.textOrNil(4),
            row: try row.int32OrNil(5).map { Int($0) },
            column: try row.int32OrNil(6).map { Int($0) }, columnName: try row.textOrNil(7),
            city: try row.textOrNil(8), measure: try row.textOrNil(9),
            period: try row.textOrNil(10).flatMap { Period(parsing: $0) })
        let finding = Finding(
            rule: try row.text(2), severity: Severity(rawValue: try row.text(3)) ?? .error,
            at: place, problem: try row.text(11), found: try row.textOrNil(12),
            expected: try row.textOrNil(13), remedy: try row.textOrNil(14))
        return FindingRecord(
            submission: Int(try row.int64(0)), file: finding.file, rule: finding.rule,
            severity: finding.severity.rawValue, row: finding.row, column: finding.column,
            city: finding.city, measure: finding.measure, period: finding.period?.text,
            found: finding.found, message: finding.message)
    }

    /// What each city has sent for a period, cities by id.
    public func status(of period: Period) throws -> [CityStatus] {
        try connection.query(
            """
            with current_value as (
                select distinct on (\(ObservationTable.keyColumns(of: "observation")))
                    observation.city_id, observation.value, observation.submission_id,
                    submission.sender
                from warehouse.observation
                inner join intake.submission
                    on submission.submission_id = observation.submission_id
                where observation.period_start = $1 and observation.period_months = $2
                    and observation.variant = 0 and not submission.is_withdrawn
                order by \(ObservationTable.keyColumns(of: "observation")),
                    observation.submission_id desc
            ),
            source as (
                select distinct city_id, submission_id from current_value
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
                    max(submission.received_at) as received_at
                from source
                inner join intake.submission
                    on submission.submission_id = source.submission_id
                left join counted on counted.submission_id = source.submission_id
                group by source.city_id
            )
            select city.city, city.name, count(current_value.value),
                count(current_value.value) filter (where current_value.sender = city.city),
                count(current_value.submission_id) - count(current_value.value),
                coalesce(max(received.errors), 0), coalesce(max(received.warnings), 0),
                to_char(
                    max(received.received_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
            from warehouse.city
            left join current_value on current_value.city_id = city.city_id
            left join received on received.city_id = city.city_id
            group by city.city_id, city.city, city.name
            order by city.city
            """,
            [.day(period.start.number), .int16(Int16(period.months))]
        ).map { row in
            CityStatus(
                city: try row.text(0), name: try row.text(1), values: Int(try row.int64(2)),
                ownValues: Int(try row.int64(3)), missing: Int(try row.int64(4)),
                errors: Int(try row.int64(5)), warnings: Int(try row.int64(6)),
                lastReceivedAt: try row.textOrNil(7))
        }
    }

    /// The newest received instant of what each city's figures use, by city.
    public func latestReceived(in release: Release) throws -> [String: String] {
        var latest: [String: String] = [:]
        for row in try connection.query(
            """
            select city, max(received_at)
            from member.lineage_history
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
