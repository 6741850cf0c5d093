import ArgumentParser
import Consortium
import MetricSpec
import Warehouse

/// `yardstick spec lint [FOLDER]`.
struct SpecLintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Check that a standard is consistent with itself.",
        discussion: """
            Faults stop every other command and end this one with exit code 2; advice is
            only shown. In a consortium folder the burden that consortium.yaml allows, its
            fiscal year, and the variables by which peers are chosen are checked too. A
            standard of one's own is checked by `yardstick spec lint FOLDER`.

            Example:
              yardstick spec lint
            """)

    @Argument(help: "A folder with a standard.yaml.")
    var folder: String?

    @OptionGroup var options: StandardOptions
    @OptionGroup var output: FormatOptions

    func run() throws {
        do {
            let standard = try options.read(folder: folder).standard
            try show(standard, advice: standard.advice.map(\.description) + agreement(standard))
        } catch let error as SpecError where output.format == .json {
            try Console.json(LintDocument(faults: error.issues.map { LintLine($0) }, advice: []))
            try Outcome.cannotGoOn.finish()
        }
    }

    /// What only the consortium can say: burden, calendar, likeness of cities.
    private func agreement(_ standard: Standard) throws -> [String] {
        guard folder == nil, options.standard == nil, let consortium = try options.consortium()
        else { return [] }
        return consortium.consortium.advice(on: standard)
            + NeighbourSelection.advice(on: consortium.consortium)
    }

    private func show(_ standard: Standard, advice: [String]) throws {
        if output.format == .json {
            return try Console.json(LintDocument(faults: [], advice: advice))
        }
        for line in advice { Console.line("advice: \(line)") }
        Console.line(
            "\(standard.id) \(standard.version): \(standard.metrics.count) metrics, "
                + "\(standard.measures.count) measures, \(standard.services.count) services, "
                + "no faults.")
    }
}

private struct LintDocument: Encodable {
    let schema = "yardstick/spec-lint/1"
    let faults: [LintLine]
    let advice: [String]
}

private struct LintLine: Encodable {
    let file: String
    let line: Int?
    let column: Int?
    let key: String
    let message: String

    init(_ issue: SpecIssue) {
        file = issue.file
        line = issue.line > 0 ? issue.line : nil
        column = issue.column > 0 ? issue.column : nil
        key = issue.key
        message = issue.message
    }
}
