import ArgumentParser
import Consortium
import MetricSpec
import Submission

/// `yardstick map test FILE`: what a mapping makes of a file, beside its cells.
struct MapTestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Show what a mapping makes of a file, beside the cells it comes from.",
        discussion: """
            Each figure with the line, column and text it was read from; then what was
            found wrong, what each column is used for, and what is left out and why.
            Nothing is stored.
            Exit code 0: all accepted; 1: a value or the file would be rejected.

            Example:
              yardstick map test submissions/2026-Q3/harbour-point/return-2026-Q3.csv
            """)

    @Argument(help: "The file.")
    var file: String

    @Option(
        help: ArgumentHelp(
            "The mapping: its name, or a file (else the one that serves the file).",
            valueName: "name"))
    var mapping: String?

    @Flag(help: "Show the rows before they are added up: records, ledger, positions.")
    var rows = false

    @Option(help: "Show so many figures at most (else 20, and all with --rows).")
    var limit: Int?

    @OptionGroup var place: ConsortiumOptions
    @OptionGroup var output: FormatOptions

    func validate() throws {
        if let limit, limit < 0 {
            throw ValidationError("--limit \(limit) is no number of lines. Expected 0 or more.")
        }
    }

    func run() throws {
        let folder = try ConsortiumFolder.open(place)
        let submission = try self.submission(in: folder)
        let intake = Intake(
            try submission.open(), path: submission.templatePath, mapping: submission.mapping,
            context: folder.context, duplicates: .found)
        var test = MappingTest(
            submission, context: folder.context, limit: limit ?? (rows ? Int.max : 20),
            streams: output.format == .text)
        if rows {
            guard submission.mapping.makesFigures else {
                throw CommandError(
                    "\(submission.mapping.name) has the layout "
                        + "\(submission.mapping.layout.rawValue), in which a cell is a figure: "
                        + "leave --rows out.")
            }
            try test.runRows(intake)
        } else {
            try test.run(intake)
        }
        if output.format == .json { try Console.json(test.document) } else { test.showEnd() }
        try (test.hasRejections ? Outcome.rejections : .done).finish()
    }

    /// The file with its mapping, which may still lie outside `mappings/`.
    private func submission(in folder: ConsortiumFolder) throws -> SubmissionFile {
        let files = try SubmissionFiles(
            folder: folder, mapping: mapping, sender: nil, takesDrafts: true
        ).find([file])
        guard let only = files.first, files.count == 1 else {
            throw CommandError("\(file) is not one file. Name one file.")
        }
        return only
    }
}
