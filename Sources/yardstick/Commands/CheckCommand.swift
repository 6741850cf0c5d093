import ArgumentParser
import Consortium
import MetricSpec
import Reporting
import Submission

/// `yardstick check FILE...`: map and check; a database is not needed.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Map and check files; a database is not needed.",
        discussion: """
            Says what `load` would find in each file, and changes nothing. Where a
            database is at hand, or a file that `yardstick history` has written, figures
            are judged by what the city reported before and by its peers too. Equal
            findings of a column are one line, with the first places. A zip archive is one
            file: its tables, and the sheets that `sheet:` takes, are read one after
            another, and findings name file and sheet. So is a folder that a mapping with
            `member:` serves; of any other folder each file is checked by itself.
            Exit code 0: all accepted (warnings allowed); 1: a value or file would be
            rejected; 2: could not go on.

            Example:
              yardstick check submissions/2026-Q3/harbour-point/return-2026-Q3.csv
            """)

    @Argument(help: "Files or folders.")
    var paths: [String]

    @Option(
        help: ArgumentHelp(
            "The mapping, for files outside submissions/: its name, or a file.",
            valueName: "name"))
    var mapping: String?

    @Option(
        help: ArgumentHelp(
            "What `yardstick history` has written; then no database is asked.",
            valueName: "file"))
    var history: String?

    @Flag(help: "List each finding, equal ones too.")
    var all = false

    @Option(
        help: ArgumentHelp(
            "Also writes the file as a workbook, with a mark and a note at each finding.",
            valueName: "file.xlsx"))
    var annotate: String?

    @Option(
        help: ArgumentHelp("Also writes the answer as a page.", valueName: "file.html"))
    var html: String?

    @OptionGroup var place: ConsortiumOptions
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: FormatOptions

    func run() throws {
        let folder = try ConsortiumFolder.open(place)
        let files = try SubmissionFiles(
            folder: folder, mapping: mapping, sender: nil, takesDrafts: true
        ).find(paths)
        try checkReplies(files)
        var worst = Outcome.done
        var reports: [CheckReport] = []
        let given = try history.map { try HistoryDocument.read($0, for: folder) }
        try FileChecker.with(folder, given, database: database, root: place.root) { checker in
            for file in files {
                try Session.checkInterruption()
                let checked = try checker.check(file, each: show)
                try writeReplies(to: checked, folder: folder)
                let report = CheckReport(checked)
                worst = max(worst, checked.hasRejections ? .rejections : .done)
                if output.format == .text { report.show(listsGroups: !all) }
                reports.append(report)
            }
        }
        if output.format == .json {
            try Console.json(CheckDocument(files: reports))
        }
        try worst.finish()
    }

    /// Shown as they come: a file may have more than memory holds.
    private func show(_ findings: [Finding]) {
        guard all, output.format == .text else { return }
        for finding in findings { Console.line("\(finding.severity): \(finding.message)") }
    }

    /// One file has one copy and one page.
    private func checkReplies(_ files: [SubmissionFile]) throws {
        guard annotate != nil || html != nil, files.count != 1 else { return }
        throw ValidationError(
            "--annotate and --html answer one file, and here are \(files.count). Name one file; "
                + "`yardstick inbox FOLDER` answers many.")
    }

    private func writeReplies(to checked: CheckedFile, folder: ConsortiumFolder) throws {
        var reply = ReplyInput(checked, consortium: folder.consortium)
        if let annotate {
            reply.copy = Folder.name(annotate)
            try AnnotatedCopy(checked, reply: reply).write(to: Folder.absolute(annotate))
        }
        if let html {
            try Folder.write(Report.replyPage(reply).bytes, to: Folder.absolute(html))
        }
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
    let groups: [FindingGroupLine]
    /// The first 10,000 at most.
    let findings: [FindingLine]
    private let lines: [String]

    private enum CodingKeys: CodingKey {
        case file, mapping, rowsRead, valuesRead, accepted, rejected, isRejected, findingCount
        case groups, findings
    }

    init(_ checked: CheckedFile) {
        let (summary, findings) = (checked.summary, checked.findings)
        file = checked.file.shownPath
        mapping = checked.file.mapping.name
        rowsRead = summary.rows
        valuesRead = summary.values
        accepted = summary.accepted
        rejected = summary.rejected
        isRejected = summary.isRejected
        findingCount = summary.findings.values.reduce(0, +)
        let groups = findings.groups.groups
        lines = groups.flatMap(\.lines)
        self.groups = groups.map { FindingGroupLine($0) }
        self.findings = findings.first.map { FindingLine($0) }
    }

    /// Writes the groups of findings and the counts for people.
    func show(listsGroups: Bool) {
        if listsGroups { for line in lines { Console.line(line) } }
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
    let member: String?
    let sheet: String?
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
