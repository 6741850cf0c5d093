import ArgumentParser
import Consortium
import Foundation
import MetricSpec
import Warehouse

/// `yardstick query open|answer|close|list|show`.
struct QueryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "query",
        abstract: "Ask about a figure, from either side, and keep what is said.",
        discussion: """
            A question belongs to measure, city, period and group: it stays when another
            figure is sent. While it waits for the city, the service is not certified.

            Example:
              yardstick query list 2026-Q3
            """,
        subcommands: [
            QueryOpenCommand.self, QueryAnswerCommand.self, QueryCloseCommand.self,
            QueryListCommand.self, QueryShowCommand.self,
        ])
}

/// A side of a question on the command line.
enum SideArgument: String, ExpressibleByArgument, CaseIterable {
    case consortium
    case city

    var side: FigureQuery.Side { self == .city ? .city : .consortium }
}

/// What somebody says on a question.
struct MessageOptions: ParsableArguments {
    @Option(help: "What is said.")
    var text: String

    @Option(help: "Who says it (else the account that runs the program).")
    var by: String?

    var author: String { by ?? NSUserName() }

    func validate() throws {
        if text.allSatisfy(\.isWhitespace) { throw ValidationError("--text is blank.") }
    }
}

/// What is said on a question that was put.
struct WordOptions: ParsableArguments {
    @Argument(help: "The number of the question.")
    var number: Int

    @OptionGroup var message: MessageOptions
    @OptionGroup var warehouse: WarehouseOptions

    /// Keeps it, and shows the question as it stands then.
    func add(_ action: FigureQuery.Action, from side: FigureQuery.Side?) throws {
        let query = try warehouse.ask {
            try $0.warehouse.continueQuery(
                number, action, side: side, author: message.author, message: message.text,
                at: Clock.now())
        }
        try query.show(warehouse.output.format)
    }
}

/// `yardstick query open`.
struct QueryOpenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "open",
        abstract: "Put a question about a figure.",
        discussion: """
            Example:
              yardstick query open --city harbour-point --measure people/resident-population --period 2026 --text "A new census?"
            """)

    @Option(help: "The id, name or alias of the city.")
    var city: String

    @Option(help: "The id of the measure, such as people/resident-population.")
    var measure: String

    @Option(help: "The period, such as 2026-Q3.")
    var period: String

    @Option(help: "The group or district.")
    var breakdown = "total"

    @Option(help: "Who asks: consortium or city.")
    var from: SideArgument = .consortium

    @OptionGroup var message: MessageOptions
    @OptionGroup var warehouse: WarehouseOptions

    func run() throws {
        let period = try PeriodArgument.parse(period)
        let folder = try warehouse.folder()
        let city = try folder.city(city)
        try folder.checkFigure(measure: measure, breakdown: breakdown)
        let request = QueryRequest(
            city: city.id, measure: measure, breakdown: breakdown, period: period, side: from.side,
            author: message.author, message: message.text)
        let query = try warehouse.ask(folder) { session in
            let sync = try session.warehouse.bringIn(folder.registry)
            if !warehouse.isJSON { Loader.show(sync.changes) }
            return try session.warehouse.openQuery(request, at: Clock.now())
        }
        try query.show(warehouse.output.format)
    }
}

/// `yardstick query answer NUMBER`.
struct QueryAnswerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "answer",
        abstract: "Answer a question, or ask back.",
        discussion: """
            Example:
              yardstick query answer 1 --text "Yes, the census of 2026" --by "Runa Corran"
            """)

    @Option(help: "Who answers: consortium or city (else whose word is awaited).")
    var from: SideArgument?

    @OptionGroup var word: WordOptions

    func run() throws { try word.add(.answered, from: from?.side) }
}

/// `yardstick query close NUMBER`.
struct QueryCloseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: "Close a question and say what came of it.",
        discussion: """
            Example:
              yardstick query close 1 --text "The figure stands"
            """)

    @Option(help: "Who closes it: consortium or city.")
    var from: SideArgument = .consortium

    @OptionGroup var word: WordOptions

    func run() throws { try word.add(.closed, from: from.side) }
}

extension ConsortiumFolder {
    /// Throws where the standard has no such measure or group.
    func checkFigure(measure: String, breakdown: String) throws {
        if standard.measure(measure) == nil {
            throw CommandError(
                "the standard has no measure \"\(measure)\". `yardstick spec list` lists them.")
        }
        try checkBreakdown(breakdown)
    }

    /// Throws where the standard has no such metric or group.
    func checkFigure(metric: String, breakdown: String) throws {
        if standard.metric(metric) == nil {
            throw CommandError(
                "the standard has no metric \"\(metric)\". `yardstick spec list` lists them.")
        }
        try checkBreakdown(breakdown)
    }

    private func checkBreakdown(_ breakdown: String) throws {
        if !standard.breakdownValues.contains(breakdown) {
            throw CommandError(
                "the standard has no group \"\(breakdown)\". There are: "
                    + standard.breakdownValues.joined(separator: ", ") + ".")
        }
    }
}
