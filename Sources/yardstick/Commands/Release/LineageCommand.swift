import ArgumentParser
import Consortium
import MetricSpec
import Warehouse

/// `yardstick lineage CITY METRIC PERIOD`.
struct LineageCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lineage",
        abstract: "From a released figure to the cells or rows it is made of.",
        discussion: """
            Each value behind the figure with its submission, file, sheet, cell and the text
            that stood there, or the rows of an aggregate; the mapping that read it, the
            version of the standard, and what the city said about it.

            Example:
              yardstick lineage harbour-point public-safety/priority-response-time 2026-Q3
            """)

    @Argument(help: "The id, name or alias of a city.")
    var city: String

    @Argument(help: "The id of a metric, such as finance/expenditure-per-resident.")
    var metric: String

    @Argument(help: "A period, such as 2026-Q3.")
    var period: String

    @Option(help: "A group of a breakdown.")
    var breakdown = "total"

    @OptionGroup var known: AsOfOptions
    @OptionGroup var warehouse: WarehouseOptions

    func run() throws {
        let period = try PeriodArgument.parse(period)
        let folder = try warehouse.folder()
        let city = try folder.city(city)
        let lineage = try warehouse.ask(folder) { session in
            let release = try session.warehouse.newestRelease(of: period, asOf: known.timestamp)
            return try session.warehouse.lineage(
                of: city.id, metric: metric, breakdown: breakdown, in: release)
        }
        if warehouse.isJSON {
            try Console.json(
                LineageDocument(lineage, city: city.id, metric: metric, breakdown: breakdown))
            return
        }
        let figure = DifferenceText.figure(lineage.value, lineage.status)
        Console.line(
            "\(metric) of \(city.name), \(period.text), release \(lineage.release.number) "
                + "(\(lineage.release.kind.rawValue)): \(figure)")
        for source in lineage.sources { for line in Self.lines(source) { Console.line(line) } }
    }

    private static func lines(_ source: FigureSource) -> [String] {
        let group = source.measureBreakdown == "total" ? "" : " for \(source.measureBreakdown)"
        let value = source.measureValue.map { "\($0)" } ?? ""
        var lines = ["  \(source.measure)\(group), \(source.measurePeriod): \(value)"]
        lines.append("    from \(LineageText.place(source))")
        if let submission = source.submission {
            lines.append(
                "    submission \(submission), received \(source.receivedAt ?? ""), mapping "
                    + "\(source.mapping ?? ""), standard \(source.standardVersion ?? "")"
                    + (source.vintage.map { ", vintage \($0)" } ?? ""))
        }
        if let explanation = source.explanation {
            lines.append("    \(source.explainedBy ?? ""): \(explanation)")
        }
        return lines
    }
}

/// Where a figure comes from, for people.
enum LineageText {
    /// Such as `submissions/x.xlsx, sheet "Q3", row 14, column 6: "1,204"`.
    static func place(_ source: FigureSource) -> String {
        var text = source.file + (source.sheet.map { ", sheet \"\($0)\"" } ?? "")
        if let row = source.row, let column = source.column {
            text += ", row \(row), column \(column)"
        }
        if let raw = source.rawText { text += ": \"\(raw)\"" }
        if let rows = source.rowCount {
            text +=
                ": \(TextTable.grouped(rows)) rows (\(source.filter ?? "")), digest "
                + (source.digest ?? "")
        }
        return text
    }
}

/// The lineage of a figure, as JSON.
private struct LineageDocument: Encodable {
    let schema = "yardstick/lineage/1"
    let metric: String
    let city: String
    let period: String
    let breakdown: String
    let release: Int
    let status: String
    let value: Double?
    let sources: [SourceLine]

    init(_ lineage: FigureLineage, city: String, metric: String, breakdown: String) {
        self.metric = metric
        self.city = city
        self.breakdown = breakdown
        period = lineage.release.period.text
        release = lineage.release.number
        status = lineage.status
        value = lineage.value
        sources = lineage.sources.map { SourceLine($0) }
    }
}

/// One value behind a figure, as JSON.
struct SourceLine: Encodable {
    let measure: String
    let measurePeriod: String
    let measureBreakdown: String
    let measureValue: Double?
    let rule: String
    let submission: Int?
    let receivedAt: String?
    let file: String
    let sheet: String?
    let row: Int?
    let column: Int?
    let rawText: String?
    let rowCount: Int?
    let filter: String?
    let digest: String?
    let mapping: String?
    let standardVersion: String?
    let vintage: String?
    let explanation: String?
    let explainedBy: String?

    init(_ source: FigureSource) {
        measure = source.measure
        measurePeriod = source.measurePeriod
        measureBreakdown = source.measureBreakdown
        measureValue = source.measureValue
        rule = source.rule
        submission = source.submission
        receivedAt = source.receivedAt
        file = source.file
        sheet = source.sheet
        row = source.row
        column = source.column
        rawText = source.rawText
        rowCount = source.rowCount
        filter = source.filter
        digest = source.digest
        mapping = source.mapping
        standardVersion = source.standardVersion
        vintage = source.vintage
        explanation = source.explanation
        explainedBy = source.explainedBy
    }
}
