import ArgumentParser
import MetricSpec

/// `yardstick spec diff A B`.
struct SpecDiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Say what is different between two versions of a standard.",
        discussion: """
            Reads like a changelog, in Markdown: what was added, removed and changed, and
            for each change whether values before and after compare. `shipped` stands for
            the standard that comes with the program: `spec diff shipped ./standard` tells
            how a consortium's own differs from it.

            Example:
              yardstick spec diff shipped shipped
            """)

    @Argument(help: "The folder of the earlier version, or shipped.")
    var old: String

    @Argument(help: "The folder of the later version, or shipped.")
    var new: String

    @Option(help: ArgumentHelp("The folder that holds metrics-spec/.", valueName: "dir"))
    var root: String?

    @OptionGroup var output: FormatOptions

    func run() throws {
        let diff = StandardDiff(from: try read(old), to: try read(new))
        if output.format == .json { return try Console.json(DiffDocument(diff)) }
        Console.line(String(diff.description.dropLast()))
    }

    private func read(_ name: String) throws -> Standard {
        let path = name == "shipped" ? try ShareFolder.find(given: root).metricsSpec : name
        return try StandardFolder.read(path).standard
    }
}

private struct DiffDocument: Encodable {
    let schema = "yardstick/spec-diff/1"
    let old: String
    let new: String
    let added: [DiffEntry]
    let removed: [DiffEntry]
    let changed: [DiffChange]

    init(_ diff: StandardDiff) {
        old = diff.old
        new = diff.new
        added = diff.sections.flatMap { section in
            section.added.map { DiffEntry(section.kind, $0) }
        }
        removed = diff.sections.flatMap { section in
            section.removed.map { DiffEntry(section.kind, $0) }
        }
        changed = diff.sections.flatMap { section in
            section.changed.map { DiffChange(section.kind, $0) }
        }
    }
}

private struct DiffEntry: Encodable {
    let kind: String
    let id: String
    let title: String
    /// The id in whose place it came, or that came in its place.
    let counterpart: String?

    init(_ kind: String, _ entry: StandardDiff.Entry) {
        self.kind = kind
        id = entry.id
        title = entry.title
        counterpart = entry.counterpart
    }
}

private struct DiffChange: Encodable {
    let kind: String
    let id: String
    let title: String
    let isBreak: Bool
    /// Whether values compare, as a sentence; null for parts without values.
    let comparable: String?
    let fields: [DiffField]

    init(_ kind: String, _ change: StandardDiff.Change) {
        self.kind = kind
        id = change.id
        title = change.title
        isBreak = change.isBreak
        comparable = change.verdict?.sentence
        fields = change.fields.map { DiffField(key: $0.name, old: $0.old, new: $0.new) }
    }
}

private struct DiffField: Encodable {
    let key: String
    let old: String
    let new: String
}
