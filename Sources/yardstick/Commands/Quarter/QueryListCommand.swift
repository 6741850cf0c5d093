import ArgumentParser
import Consortium
import MetricSpec
import Warehouse

/// The state of a question on the command line.
enum StateArgument: String, ExpressibleByArgument, CaseIterable {
    case open
    case answered
    case closed
}

/// `yardstick query list [PERIOD]`.
struct QueryListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Questions about figures, the first put first.",
        discussion: """
            Example:
              yardstick query list 2026-Q3 --city harbour-point
            """)

    @Argument(help: "A period, such as 2026-Q3 (else all).")
    var period: String?

    @Option(help: "The id, name or alias of one city.")
    var city: String?

    @Option(help: "The id of one service.")
    var service: String?

    @Option(help: "open, answered or closed.")
    var state: StateArgument?

    @OptionGroup var warehouse: WarehouseOptions

    func run() throws {
        let period = try period.map(PeriodArgument.parse)
        let folder = try warehouse.folder()
        let city = try city.map { try folder.city($0).id }
        if let service { try folder.checkService(service) }
        let queries = try warehouse.ask(folder) {
            try $0.warehouse.queries(QueryFilter(period: period, city: city))
        }.filter {
            (service == nil || $0.service == service)
                && (state == nil || $0.state.rawValue == state?.rawValue)
        }
        if warehouse.isJSON {
            return try Console.json(QueriesDocument(queries: queries.map { QueryLine($0) }))
        }
        guard !queries.isEmpty else { return Console.line("There is no such question.") }
        var table = TextTable(
            ">number", "state", "waits for", "city", "measure", "period", "group", ">asked about",
            ">now", "last word")
        for query in queries {
            let line = QueryLine(query)
            table.add(
                String(line.query), line.state, line.waitsFor ?? "", line.city, line.measure,
                line.period, line.breakdown, QueryLine.words(line.valueAsked),
                QueryLine.words(line.value), line.entries.last?.message ?? "")
        }
        table.show()
    }
}

/// `yardstick query show NUMBER`.
struct QueryShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "A question with all that was said on it.",
        discussion: """
            Example:
              yardstick query show 1
            """)

    @Argument(help: "The number of the question.")
    var number: Int

    @OptionGroup var warehouse: WarehouseOptions

    func run() throws {
        let query = try warehouse.ask { try $0.warehouse.query(number) }
        try query.show(warehouse.output.format)
    }
}

extension FigureQuery {
    /// Writes it with its thread.
    func show(_ format: OutputFormat) throws {
        let line = QueryLine(self)
        if format == .json { return try Console.json(QueryDocument(query: line)) }
        let awaited = line.waitsFor.map { ", waits for the \($0)" } ?? ""
        Console.line(
            "Question \(number) (\(line.state)\(awaited)): \(measure) of \(city), \(period.text)"
                + (breakdown == "total" ? "" : ", \(breakdown)"))
        for entry in line.entries {
            Console.line(
                "  \(entry.writtenAt.prefix(10)) \(entry.author) (\(entry.side)) "
                    + "\(entry.action), figure \(QueryLine.words(entry.value)): \(entry.message)")
        }
        if isChanged { Console.line("  The figure is \(QueryLine.words(line.value)) now.") }
    }
}

/// Questions as JSON.
private struct QueriesDocument: Encodable {
    let schema = "yardstick/queries/1"
    let queries: [QueryLine]
}

/// One question as JSON.
private struct QueryDocument: Encodable {
    let schema = "yardstick/query/1"
    let query: QueryLine
}

/// A question, for people and for JSON.
struct QueryLine: Encodable {
    let query: Int
    let state: String
    let waitsFor: String?
    let city: String
    let measure: String
    let service: String?
    let breakdown: String
    let period: String
    let valueAsked: Double?
    let value: Double?
    let entries: [QueryEntryLine]

    init(_ query: FigureQuery) {
        self.query = query.number
        state = query.state.rawValue
        waitsFor = query.waitsFor?.rawValue
        city = query.city
        measure = query.measure
        service = query.service
        breakdown = query.breakdown
        period = query.period.text
        valueAsked = query.entries.first?.value
        value = query.value
        entries = query.entries.map { QueryEntryLine($0) }
    }

    /// A figure, or that there is none.
    static func words(_ value: Double?) -> String {
        value.map(PlainNumber.text) ?? "none"
    }
}

/// What somebody said on a question.
struct QueryEntryLine: Encodable {
    let action: String
    let side: String
    let author: String
    let writtenAt: String
    let message: String
    let value: Double?

    init(_ entry: FigureQuery.Entry) {
        action = entry.action.rawValue
        side = entry.side.rawValue
        author = entry.author
        writtenAt = entry.writtenAt
        message = entry.message
        value = entry.value
    }
}
