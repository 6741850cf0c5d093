import ArgumentParser
import Consortium
import MetricSpec
import Submission
import Warehouse

/// `yardstick check FILE...`: map and check; a database is not needed.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Map and check files; a database is not needed.",
        discussion: """
            Says what `load` would find in each file, and changes nothing. Where a database
            is at hand, changes since a year before are judged too.
            Exit code 0: all accepted (warnings allowed); 1: a value or file would be
            rejected; 2: could not go on.

            Example:
              yardstick check submissions/2026-Q3/harbour-point/return-2026-Q3.csv
            """)

    @Argument(help: "Files or folders.")
    var paths: [String]

    @Option(help: "The mapping, for files outside submissions/.")
    var mapping: String?

    @OptionGroup var place: ConsortiumOptions
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: FormatOptions

    func run() throws {
        let folder = try ConsortiumFolder.open(place)
        let files = try SubmissionFiles(folder: folder, mapping: mapping, sender: nil).find(paths)
        var worst = Outcome.done
        var reports: [CheckReport] = []
        try withWarehouse(of: folder) { warehouse in
            for file in files {
                try Session.checkInterruption()
                let report = try check(file, folder: folder, warehouse: warehouse)
                worst = max(worst, report.hasRejections ? .rejections : .done)
                if output.format == .text { report.show() }
                reports.append(report)
            }
        }
        if output.format == .json {
            try Console.json(CheckDocument(files: reports))
        }
        try worst.finish()
    }

    /// Runs the body with the warehouse where one is needed and at hand.
    ///
    /// A database that was named must answer; any other may be missing.
    private func withWarehouse(
        of folder: ConsortiumFolder, _ body: (Warehouse?) throws -> Void
    ) throws {
        let id = folder.consortium.id
        guard folder.standard.measures.contains(where: { $0.change != nil }),
            try DatabasePlace.find(database).mayAnswer
        else { return try body(nil) }
        var isOpen = false
        do {
            try Session.unprepared(database, consortium: id, root: place.root) { session in
                let isReady = try session.warehouse.isReady(forConsortium: id)
                isOpen = true
                try body(isReady ? session.warehouse : nil)
            }
        } catch  where !isOpen && database.database == nil {
            try Session.checkInterruption()
            try body(nil)
        }
    }

    private func check(
        _ file: SubmissionFile, folder: ConsortiumFolder, warehouse: Warehouse?
    ) throws -> CheckReport {
        var findings: [Finding] = []
        var progress = Progress(file.shownPath)
        var count = 0
        let summary = try intake(file, folder: folder, warehouse: warehouse).run { batch in
            try Session.checkInterruption()
            count += batch.count
            progress.show(count, "values")
            if output.format == .json {
                findings += batch.findings
            } else {
                // Shown as they come: a file may have more than memory holds.
                progress.clear()
                for finding in batch.findings {
                    Console.line("\(finding.severity): \(finding.message)")
                }
            }
        }
        progress.clear()
        return CheckReport(file: file, summary: summary, findings: findings)
    }

    private func intake(
        _ file: SubmissionFile, folder: ConsortiumFolder, warehouse: Warehouse?
    ) throws -> Intake {
        func intake(_ context: IntakeContext) throws -> Intake {
            Intake(
                try file.open(), path: file.templatePath, mapping: file.mapping,
                context: context, duplicates: .found)
        }
        var context = folder.context
        context.earlier = try warehouse?.earlierValues(
            for: intake(context), standard: folder.standard,
            cities: folder.consortium.directory)
        return try intake(context)
    }
}

/// All files of one `check`, as JSON.
private struct CheckDocument: Encodable {
    let schema = "yardstick/check/1"
    let files: [CheckReport]
}

/// What `check` found in one file.
struct CheckReport: Encodable {
    let file: String
    let mapping: String
    let rowsRead: Int
    let valuesRead: Int
    let accepted: Int
    let rejected: Int
    let isRejected: Bool
    let findingCount: Int
    /// Empty where they were shown as they came.
    let findings: [FindingLine]

    init(file: SubmissionFile, summary: IntakeSummary, findings: [Finding]) {
        self.file = file.shownPath
        mapping = file.mapping.name
        rowsRead = summary.rows
        valuesRead = summary.values
        accepted = summary.accepted
        rejected = summary.rejected
        isRejected = summary.isRejected
        findingCount = summary.findings.values.reduce(0, +)
        self.findings = findings.map { FindingLine($0) }
    }

    var hasRejections: Bool { isRejected || rejected > 0 }

    /// Writes the counts for people.
    func show() {
        let verdict =
            isRejected
            ? "the file is rejected"
            : "\(TextTable.grouped(valuesRead)) values, \(TextTable.grouped(accepted)) accepted, "
                + "\(TextTable.grouped(rejected)) rejected"
        Console.line(
            "\(file) (\(mapping)): \(TextTable.grouped(rowsRead)) rows, \(verdict), "
                + "\(TextTable.grouped(findingCount)) \(findingCount == 1 ? "finding" : "findings")"
        )
    }
}

/// A finding as JSON.
struct FindingLine: Encodable {
    let rule: String
    let severity: String
    let row: Int?
    let column: Int?
    let city: String?
    let measure: String?
    let period: String?
    let found: String?
    let message: String

    init(_ finding: Finding) {
        rule = finding.rule
        severity = finding.severity.rawValue
        row = finding.row
        column = finding.column
        city = finding.city
        measure = finding.measure
        period = finding.period?.text
        found = finding.found
        message = finding.message
    }
}
