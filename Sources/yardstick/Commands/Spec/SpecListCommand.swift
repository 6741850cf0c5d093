import ArgumentParser
import MetricSpec

/// `yardstick spec list [FOLDER]`.
struct SpecListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the metrics of a standard.",
        discussion: """
            Example:
              yardstick spec list --domain fire
            """)

    @Argument(help: "A folder with a standard.yaml.")
    var folder: String?

    @Option(help: "Only the metrics of one domain.")
    var domain: String?

    @OptionGroup var options: StandardOptions
    @OptionGroup var output: FormatOptions

    func run() throws {
        let standard = try options.read(folder: folder).standard
        let metrics = standard.metrics.filter { domain == nil || $0.domain == domain }
        if let domain, metrics.isEmpty {
            let domains = Set(standard.metrics.map(\.domain)).sorted()
            throw CommandError(
                "\(standard.id) \(standard.version) has no domain \"\(domain)\". "
                    + "It has: \(domains.joined(separator: ", ")).")
        }
        if output.format == .json {
            return try Console.json(
                SpecDocument(
                    standard: standard.id, standardVersion: standard.version,
                    metrics: metrics.map { SpecLine($0) }))
        }
        var table = TextTable("metric", "unit", "polarity", "title")
        for metric in metrics {
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
