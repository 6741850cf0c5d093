import ArgumentParser
import MetricSpec

/// `yardstick spec show ID`.
struct SpecShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show one metric or measure with all that is said of it.",
        discussion: """
            Example:
              yardstick spec show finance/reserve-share
            """)

    @Argument(help: "The id of a metric or measure, domain/name.")
    var id: String

    @OptionGroup var options: StandardOptions
    @OptionGroup var output: FormatOptions

    func run() throws {
        let standard = try options.read().standard
        let document = try DefinitionDocument(id, in: standard)
        if output.format == .json { return try Console.json(document) }
        Console.line("\(document.what) \(id), \(standard.id) \(standard.version)")
        for field in document.fields { Self.show(field.key, field.text) }
        for change in document.changes { Self.show("changed", change) }
        for (index, measure) in document.measures.enumerated() {
            if index == 0 { Console.line("\nMade of:") }
            Self.show(measure.key, measure.text)
        }
        if !document.usedBy.isEmpty {
            Console.line("\nUsed by: \(document.usedBy.joined(separator: ", "))")
        }
    }

    /// A key and its text, wrapped to a terminal's 80 columns.
    private static func show(_ name: String, _ text: String) {
        Console.line("\n\(name)")
        for line in TextWrap.lines(text, width: 76) { Console.line("    \(line)") }
    }
}

/// What is said of one metric or measure.
private struct DefinitionDocument: Encodable {
    let schema = "yardstick/spec-show/1"
    let standard: String
    let standardVersion: String
    let id: String
    let what: String
    let fields: [DefinitionLine]
    /// Changes of the definition that touch it, the earliest first.
    let changes: [String]
    /// Of a metric: its measures and metrics with their titles.
    let measures: [DefinitionLine]
    /// Of a measure: the metrics that are made of it.
    let usedBy: [String]

    init(_ id: String, in standard: Standard) throws {
        self.id = id
        self.standard = standard.id
        standardVersion = standard.version
        if let metric = standard.metric(id) {
            what = "metric"
            fields = Self.lines(metric.fields)
            changes = standard.changes(of: metric).map(\.sentence)
            measures = metric.formula.measures.map { part in
                let title = standard.measure(part)?.title ?? standard.metric(part)?.title
                return DefinitionLine(key: part, text: title ?? "")
            }
            usedBy = []
        } else if let measure = standard.measure(id) {
            what = "measure"
            fields = Self.lines(measure.fields)
            changes = measure.changes.map(\.sentence)
            measures = []
            usedBy = standard.metrics.filter { $0.formula.measures.contains(id) }.map(\.id)
        } else {
            throw CommandError(Self.unknown(id, in: standard))
        }
    }

    private static func lines(_ fields: [DefinitionField]) -> [DefinitionLine] {
        fields.filter { !$0.text.isEmpty }.map { DefinitionLine(key: $0.name, text: $0.text) }
    }

    private static func unknown(_ id: String, in standard: Standard) -> String {
        let known = standard.metrics.map(\.id) + standard.measures.map(\.id)
        let near = Spelling.nearest(to: id, among: known).map { " Did you mean \"\($0)\"?" }
        return "\"\(id)\" is no metric or measure of \(standard.id) \(standard.version)."
            + (near ?? " `yardstick spec list` lists the metrics.")
    }
}

/// One key with its text.
private struct DefinitionLine: Encodable {
    let key: String
    let text: String
}
