import ArgumentParser
import Consortium
import MetricSpec
import Submission
import Warehouse

/// `yardstick submissions`.
struct SubmissionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "submissions",
        abstract: "List what was received, in the order of submission numbers.",
        discussion: """
            Example:
              yardstick submissions --format json
            """)

    @OptionGroup var known: AsOfOptions
    @OptionGroup var warehouse: WarehouseOptions

    func run() throws {
        let records = try warehouse.ask { try $0.warehouse.submissions(asOf: known.timestamp) }
        if warehouse.isJSON {
            try Console.json(SubmissionsDocument(submissions: records.map { SubmissionLine($0) }))
            return
        }
        var table = TextTable(
            ">no", "received", "sender", "state", ">accepted", ">rejected", ">unchanged",
            ">superseded", "original", "file")
        for record in records {
            table.add(
                String(record.number), record.receivedAt, record.sender, record.state,
                TextTable.grouped(record.accepted), TextTable.grouped(record.rejected),
                TextTable.grouped(record.unchanged), TextTable.grouped(record.superseded),
                record.original, record.file)
        }
        table.show()
    }
}

private struct SubmissionsDocument: Encodable {
    let schema = "yardstick/submissions/1"
    let submissions: [SubmissionLine]
}

private struct SubmissionLine: Encodable {
    let submission: Int
    let receivedAt: String
    let sender: String
    let state: String
    let original: String
    let file: String
    let mapping: String
    let rowsRead: Int
    let valuesRead: Int
    let accepted: Int
    let rejected: Int
    let unchanged: Int
    let superseded: Int

    init(_ record: SubmissionRecord) {
        submission = record.number
        receivedAt = record.receivedAt
        sender = record.sender
        state = record.state
        original = record.original
        file = record.file
        mapping = record.mapping
        rowsRead = record.rowsRead
        valuesRead = record.valuesRead
        accepted = record.accepted
        rejected = record.rejected
        unchanged = record.unchanged
        superseded = record.superseded
    }
}

/// `yardstick findings [SUBMISSION]`.
struct FindingsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "findings",
        abstract: "List what the rules noticed: where, what, expected, remedy.",
        discussion: """
            Equal findings of a column are one line, with the first places.

            Example:
              yardstick findings 12
            """)

    @Argument(help: "The number of a submission; all when left out.")
    var submission: Int?

    @Flag(help: "List each finding, equal ones too.")
    var all = false

    @OptionGroup var known: AsOfOptions
    @OptionGroup var warehouse: WarehouseOptions

    func run() throws {
        let records = try warehouse.ask {
            try $0.warehouse.findings(ofSubmission: submission, asOf: known.timestamp)
        }
        if warehouse.isJSON {
            try Console.json(FindingsDocument(findings: records.map { StoredFindingLine($0) }))
            return
        }
        if records.isEmpty { Console.line("No findings.") }
        if all {
            for record in records { Self.show(record.finding, of: record.submission) }
        } else {
            showGroups(records)
        }
    }

    private static func show(_ finding: Finding, of submission: Int) {
        Console.line(
            "\(submission)  \(finding.severity)  \(finding.rule)  \(finding.message)")
    }

    /// Records come by submission.
    private func showGroups(_ records: [FindingRecord]) {
        var start = 0
        while start < records.count {
            let number = records[start].submission
            let part = records[start...].prefix { $0.submission == number }
            var groups = FindingGroups()
            groups.add(part.map(\.finding))
            for group in groups.groups {
                Self.show(group.example, of: number)
                for line in group.lines.dropFirst() { Console.line(line) }
            }
            start = part.endIndex
        }
    }
}

private struct FindingsDocument: Encodable {
    let schema = "yardstick/findings/1"
    let findings: [StoredFindingLine]
}

private struct StoredFindingLine: Encodable {
    let submission: Int
    let file: String
    let rule: String
    let severity: String
    let member: String?
    let sheet: String?
    let row: Int?
    let column: Int?
    let city: String?
    let measure: String?
    let period: String?
    let found: String?
    let message: String

    init(_ record: FindingRecord) {
        let finding = record.finding
        submission = record.submission
        file = finding.file
        rule = finding.rule
        severity = finding.severity.rawValue
        member = finding.member
        sheet = finding.sheet
        row = finding.row
        column = finding.column
        city = finding.city
        measure = finding.measure
        period = finding.period?.text
        found = finding.found
        message = finding.message
    }
}
