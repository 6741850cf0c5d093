import ArgumentParser
import Consortium
import Foundation
import MetricSpec
import Submission

/// `yardstick aggregate FILE`: figures made of records where these lie.
struct AggregateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "aggregate",
        abstract: "Make figures of records, a ledger or positions; a database is not needed.",
        discussion: """
            Does where the file lies what `load` would do with it, so that the rows need
            not leave the city. Columns that the mapping calls personal are not read. The
            figures are written as a CSV, with the count, filter and digest of the rows
            behind each, and beside it a mapping that loads them.
            Exit code 0: all accepted (warnings allowed); 1: a row, value or file was
            rejected; 2: could not go on.

            Example:
              yardstick aggregate records/requests-2026-Q3.csv --mapping service-requests --out figures.csv
            """)

    @Argument(help: "The file with the records.")
    var file: String

    @Option(help: "The mapping that makes figures of them.")
    var mapping: String

    @Option(help: ArgumentHelp("The CSV to write.", valueName: "file"))
    var out: String

    @OptionGroup var place: ConsortiumOptions
    @OptionGroup var output: FormatOptions

    func run() throws {
        guard out.hasSuffix(".csv") else {
            throw CommandError("\(out) is no name of a CSV. Name one that ends in .csv.")
        }
        let folder = try ConsortiumFolder.open(place)
        let files = try SubmissionFiles(folder: folder, mapping: mapping, sender: nil)
            .find([file])
        guard files.count == 1, let file = files.first,
            Folder.isFolder(file.location) == Folder.isFolder(self.file)
        else {
            throw CommandError("\(self.file) is a folder. Name one file.")
        }
        guard file.mapping.makesFigures else {
            throw CommandError(
                "the mapping \(mapping) reads figures and makes none. Name one of the layout "
                    + "records, ledger or positions.")
        }
        let report = try aggregate(file, folder: folder)
        if output.format == .json { try Console.json(report) } else { report.show() }
        try (report.hasRejections ? Outcome.rejections : .done).finish()
    }

    private func aggregate(
        _ file: SubmissionFile, folder: ConsortiumFolder
    ) throws -> AggregateReport {
        var figures = FigureFile(context: folder.context)
        var findings: [Finding] = []
        let summary = try Intake(
            file.open(), path: file.templatePath, mapping: file.mapping,
            context: folder.context, duplicates: .found
        ).run { batch in
            try Session.checkInterruption()
            figures.add(batch)
            findings += batch.findings
        }
        let mappingFile = String(out.dropLast(".csv".count)) + ".yaml"
        if !summary.isRejected {
            try Folder.write(figures.text.utf8, to: out)
            try Folder.write(FigureFile.mapping.utf8, to: mappingFile)
        }
        return AggregateReport(
            file: file, out: out, mappingFile: mappingFile, figures: figures.count,
            summary: summary, findings: findings)
    }
}

/// What `aggregate` made of a file.
struct AggregateReport: Encodable {
    let schema = "yardstick/aggregate/1"
    let file: String
    let mapping: String
    /// Absent where the file is rejected and nothing is written.
    let figuresFile: String?
    let mappingFile: String?
    let rowsRead: Int
    let leftOut: Int
    let rejected: Int
    let figures: Int
    let isRejected: Bool
    let findings: [FindingLine]

    init(
        file: SubmissionFile, out: String, mappingFile: String, figures: Int,
        summary: IntakeSummary, findings: [Finding]
    ) {
        self.file = file.shownPath
        mapping = file.mapping.name
        figuresFile = summary.isRejected ? nil : out
        self.mappingFile = summary.isRejected ? nil : mappingFile
        rowsRead = summary.rows
        leftOut = summary.leftOutRows
        rejected = summary.rejected
        self.figures = summary.isRejected ? 0 : figures
        isRejected = summary.isRejected
        self.findings = findings.map { FindingLine($0) }
    }

    var hasRejections: Bool { isRejected || rejected > 0 }

    /// Writes findings and counts for people.
    func show() {
        for finding in findings { Console.line("\(finding.severity): \(finding.message)") }
        guard let figuresFile, let mappingFile else {
            return Console.line("\(file) (\(mapping)): the file is rejected, nothing is written")
        }
        Console.line(
            "\(file) (\(mapping)): \(TextTable.grouped(rowsRead)) rows, "
                + "\(TextTable.grouped(leftOut)) left out, \(TextTable.grouped(rejected)) rejected")
        Console.line(
            "\(figuresFile): \(TextTable.grouped(figures)) "
                + "\(figures == 1 ? "figure" : "figures"); \(mappingFile) loads them")
    }
}
