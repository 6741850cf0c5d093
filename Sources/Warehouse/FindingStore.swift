import Consortium
import MetricSpec
import Postgres
import Submission

/// Stores the findings of one submission, numbered in the order they come.
final class FindingStore {
    private let connection: Connection
    private let submission: Int64
    private let file: String
    private let registry: Registry
    private let ids: RegistryIDs
    /// The tables of the submission, for the places of duplicates.
    var parts: [SubmissionPart] = []
    private var waiting: [Finding] = []
    private var stored: Int64 = 0
    /// How many findings of each severity came so far.
    private(set) var counts: [Severity: Int] = [:]
    /// The findings so far, equal ones as one.
    private(set) var groups = FindingGroups()

    /// Findings kept in memory before they are sent.
    private static let batch = 5_000

    init(
        connection: Connection, submission: Int64, file: String, registry: Registry,
        ids: RegistryIDs
    ) {
        self.connection = connection
        self.submission = submission
        self.file = file
        self.registry = registry
        self.ids = ids
    }

    /// Takes findings; sends them when enough have come.
    func add(_ findings: [Finding]) throws {
        for finding in findings { counts[finding.severity, default: 0] += 1 }
        groups.add(findings)
        waiting += findings
        if waiting.count >= Self.batch { try flush() }
    }

    /// Sends what waits.
    func flush() throws {
        guard !waiting.isEmpty else { return }
        let copy = try connection.copyIn(
            """
            copy intake.finding
                (submission_id, finding, rule, severity, member, sheet, source_row,
                source_column, column_name, city, measure, period, problem, found, expected,
                remedy, raw_text, value, breakdown, is_record, record_line)
            from stdin (format binary)
            """)
        for finding in waiting {
            stored += 1
            try copy.beginRow(fields: 21)
            copy.rows.append(int64: submission)
            copy.rows.append(int64: stored)
            Self.append(finding, to: copy.rows)
        }
        _ = try copy.finish()
        try storeAnswers()
        waiting.removeAll()
    }

    /// Keeps what the file itself says about its figures.
    private func storeAnswers() throws {
        let answered = waiting.filter { $0.answer != nil }
        guard !answered.isEmpty else { return }
        try connection.query(
            """
            insert into intake.explanation
                (explanation_id, submission_id, value, explained_at, measure_id, city_id,
                breakdown_id, is_public, period, author, explanation)
            select
                (select coalesce(max(explanation_id), 0) from intake.explanation)
                    + row_number() over (order by answer.position),
                submission.submission_id, answer.value, submission.received_at,
                measure.measure_id, city.city_id, breakdown.breakdown_id, false, answer.period,
                submission.sender, answer.text
            from (
                select distinct on (measure, city, breakdown, period, value) *
                from unnest($2, $3, $4, $5, $6, $7) with ordinality
                    as given (measure, city, breakdown, period, value, text, position)
                order by measure, city, breakdown, period, value, position
            ) as answer
            inner join intake.submission on submission.submission_id = $1
            inner join warehouse.measure on measure.measure = answer.measure
            inner join warehouse.city on city.city = answer.city
            inner join warehouse.breakdown on breakdown.breakdown = answer.breakdown
            """,
            [
                .int64(submission), .textArray(answered.map(\.measure)),
                .textArray(answered.map(\.city)),
                .textArray(answered.map { $0.figure?.breakdown }),
                .textArray(answered.map { $0.period?.text }),
                .doubleArray(answered.map { $0.figure?.value }),
                .textArray(answered.map { Self.clean($0.answer) }),
            ])
    }

    private static func append(_ finding: Finding, to rows: CopyBuffer) {
        rows.append(text: finding.rule)
        rows.append(text: finding.severity.rawValue)
        rows.append(text: clean(finding.member))
        rows.append(text: clean(finding.sheet))
        rows.append(int32: finding.row.map { Int32($0) })
        rows.append(int32: finding.column.map { Int32($0) })
        rows.append(text: clean(finding.columnName))
        rows.append(text: finding.city)
        rows.append(text: finding.measure)
        rows.append(text: finding.period?.text)
        rows.append(text: clean(finding.problem))
        rows.append(text: clean(finding.found))
        rows.append(text: clean(finding.expected))
        rows.append(text: clean(finding.remedy))
        rows.append(text: clean(finding.rawText))
        rows.append(double: finding.figure?.value)
        rows.append(text: finding.figure?.breakdown)
        rows.append(bool: finding.isRecord)
        rows.append(int32: finding.recordLine.map { Int32($0) })
    }

    /// PostgreSQL cannot hold NUL characters in texts.
    static func clean(_ text: String?) -> String? {
        guard let text, text.utf8.contains(0) else { return text }
        return text.replacing("\0", with: "\u{FFFD}")
    }

    /// Turns the rows of `dropped_observation` into findings.
    func addDuplicates() throws {
        try connection.execute(
            """
            declare dropped_row cursor for
            select is_equal, measure_id, city_id, period_start, period_months, source_row,
                source_column, found, other_row, other_found
            from dropped_observation
            order by source_row, source_column
            """)
        let (measures, cities) = (ids.measurePositions, ids.cityPositions)
        while true {
            let rows = try connection.query("fetch \(Self.batch) from dropped_row")
            try add(rows.map { try duplicate($0, measures: measures, cities: cities) })
            if rows.count < Self.batch { break }
        }
        try connection.execute("close dropped_row")
    }

    private func duplicate(
        _ row: Row, measures: [Int32: Int32], cities: [Int32: Int32]
    ) throws -> Finding {
        let city = cities[try row.int32(2)].map {
            registry.consortium.directory.cities[Int($0)].id
        }
        let place = Finding.Place(
            file: file, row: Int(try row.int32(5)), column: Int(try row.int16(6)), city: city,
            measure: measures[try row.int32(1)].map { registry.standard.measures[Int($0)].id },
            period: Period(
                start: CalendarDay(number: try row.day(3)), months: Int(try row.int16(4))))
        return Finding.duplicate(
            at: place, found: try row.textOrNil(7) ?? "", isEqual: try row.bool(0),
            other: (Int(try row.int32(8)), try row.textOrNil(9) ?? ""), in: parts)
    }
}
