import MetricSpec
import Postgres
public import Submission

/// A question about a figure that nobody has answered.
public struct OpenQuestion: Sendable {
    public let finding: Finding
    /// The figure, in the measure's unit.
    public let value: Double
    /// The id of the breakdown's value; `total` for all.
    public let breakdown: String
}

extension Warehouse {
    /// Whether an explanation is of the figure that a finding asks about.
    private static let isAnswered = """
        exists (
            select
            from intake.explanation
            inner join warehouse.measure
                on measure.measure_id = explanation.measure_id
            inner join warehouse.city on city.city_id = explanation.city_id
            inner join warehouse.breakdown
                on breakdown.breakdown_id = explanation.breakdown_id
            left join intake.submission as source
                on source.submission_id = explanation.submission_id
            where measure.measure = finding.measure and city.city = finding.city
                and breakdown.breakdown = finding.breakdown
                and explanation.period = finding.period
                and explanation.value = finding.value
                and source.is_withdrawn is not true
        )
        """

    /// The questions that a submission's figures raised and nobody has
    /// answered since, each figure once, in the order they came.
    public func openQuestions(ofSubmission number: Int) throws -> [OpenQuestion] {
        let file = try connection.query(
            "select file from intake.submission where submission_id = $1",
            [.int64(Int64(number))])
        guard let file = try file.singleOrNil?.text(0) else {
            throw WarehouseError.noSubmission(number)
        }
        return try connection.query(
            """
            select rule, severity, sheet, source_row, source_column, column_name, city, measure,
                period, problem, found, expected, remedy, value, breakdown, member, is_record,
                record_line
            from (
                select distinct on (city, measure, period, breakdown, value) finding.*
                from intake.finding
                where submission_id = $1 and value is not null
                    and severity in ('warning', 'error') and not \(Self.isAnswered)
                order by city, measure, period, breakdown, value, finding.finding
            ) as question
            order by finding
            """,
            [.int64(Int64(number))]
        ).map { try Self.question($0, file: file) }
    }

    private static func question(_ row: Row, file: String) throws -> OpenQuestion {
        var place = Finding.Place(
            file: file, member: try row.textOrNil(15), sheet: try row.textOrNil(2),
            row: try row.int32OrNil(3).map { Int($0) },
            column: try row.int32OrNil(4).map { Int($0) }, columnName: try row.textOrNil(5),
            city: try row.textOrNil(6), measure: try row.textOrNil(7),
            period: try row.textOrNil(8).flatMap { Period(parsing: $0) })
        place.isRecord = try row.bool(16)
        place.recordLine = try row.int32OrNil(17).map { Int($0) }
        return OpenQuestion(
            finding: Finding(
                rule: try row.text(0), severity: Severity(rawValue: try row.text(1)) ?? .warning,
                at: place, problem: try row.text(9), found: try row.textOrNil(10),
                expected: try row.textOrNil(11), remedy: try row.textOrNil(12)),
            value: try row.double(13), breakdown: try row.text(14))
    }

    /// The figures that a submission rejected and somebody has explained
    /// since, as one digest; nil where there are none.
    func explainedSince(submission: Int64) throws -> String? {
        let figures = try connection.query(
            """
            select concat_ws(
                ' ', finding.city, finding.measure, finding.breakdown, finding.period,
                finding.value)
            from intake.finding
            where submission_id = $1 and value is not null and severity = 'error'
                and \(Self.isAnswered)
            """,
            [.int64(submission)]
        ).map { try $0.text(0) }
        return figures.isEmpty ? nil : Digest.of(figures.sorted())
    }

    /// The newest submission that rejected a figure; nil where none did.
    func rejection(of request: ExplanationRequest, value: Double) throws -> RejectedFigure? {
        try connection.query(
            """
            select finding.submission_id, submission.file
            from intake.finding
            inner join intake.submission on submission.submission_id = finding.submission_id
            where finding.severity = 'error' and finding.value = $1 and finding.city = $2
                and finding.measure = $3 and finding.breakdown = $4 and finding.period = $5
                and not submission.is_withdrawn
            order by finding.submission_id desc
            limit 1
            """,
            [
                .double(value), .text(request.city), .text(request.measure),
                .text(request.breakdown), .text(request.period.text),
            ]
        ).singleOrNil.map {
            RejectedFigure(submission: Int(try $0.int64(0)), file: try $0.text(1))
        }
    }
}

/// Where a figure was rejected.
public struct RejectedFigure: Sendable {
    public let submission: Int
    public let file: String
}
