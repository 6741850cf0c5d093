import ArgumentParser
import MetricSpec

/// `yardstick spec ...`: the metric standard.
struct SpecCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "spec",
        abstract: "Look at and check the metric standard.",
        discussion: "Example:\n  yardstick spec list",
        subcommands: [SpecLintCommand.self, SpecListCommand.self])
}

/// `yardstick spec lint [FOLDER]`.
struct SpecLintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Check that a standard is consistent with itself.",
        discussion: """
            Without a folder: the shipped standard.

            Example:
              yardstick spec lint
            """)

    @Argument(help: "A folder with a standard.yaml.")
    var folder: String?

    @Option(help: ArgumentHelp("The folder that holds metrics-spec/.", valueName: "dir"))
    var root: String?

    func run() throws {
        let path = try folder ?? ShareFolder.find(given: root).metricsSpec
        let standard = try StandardFolder.read(path).standard
        Console.line(
            "\(standard.id) \(standard.version): \(standard.metrics.count) metrics, "
                + "\(standard.measures.count) measures, \(standard.services.count) services, "
                + "no faults.")
    }
}

/// `yardstick spec list [FOLDER]`.
struct SpecListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the metrics of a standard.",
        discussion: """
            Example:
              yardstick spec list --format json
            """)

    @Argument(help: "A folder with a standard.yaml (else the shipped standard).")
    var folder: String?

    @Option(help: ArgumentHelp("The folder that holds metrics-spec/.", valueName: "dir"))
    var root: String?

    @OptionGroup var output: FormatOptions

    func run() throws {
        let path = try folder ?? ShareFolder.find(given: root).metricsSpec
        let standard = try StandardFolder.read(path).standard
        if output.format == .json {
            try Console.json(
                SpecDocument(
                    standard: standard.id, standardVersion: standard.version,
                    metrics: standard.metrics.map { SpecLine($0) }))
            return
        }
        var table = TextTable("metric", "unit", "polarity", "title")
        for metric in standard.metrics {
            table.add(metric.id, metric.unit, metric.polarity.rawValue, metric.title)
        }
        table.show()
    }
}

private struct SpecDocument: Encodable {
    let schema = "yardstick/spec-list/1"
    let standard: String
    let standardVersion: String
    let metrics: [SpecLine]
}

private struct SpecLine: Encodable {
    let metric: String
    let title: String
    let unit: String
    let polarity: String

    init(_ metric: Metric) {
        self.metric = metric.id
        title = metric.title
        unit = metric.unit
        polarity = metric.polarity.rawValue
    }
}
