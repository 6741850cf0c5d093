import ArgumentParser
import Consortium
import MetricSpec
import Warehouse

/// `yardstick respond CITY PERIOD METRIC`.
struct RespondCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "respond",
        abstract: "Keep what a city says about its own figure before members see it.",
        discussion: """
            It belongs to the figure in the newest release of the period, and is shown with
            it once that release is published, or with the next one where members see that
            already. Another figure does not carry its words; of several responses the last
            counts. The public reads the office, not the name of who speaks.

            Example:
              yardstick respond harbour-point 2026-Q3 finance/expenditure-per-resident --text "The storm of August" --by "Yann Morrow" --office "City manager"
            """)

    @Argument(help: "The id, name or alias of a city.")
    var city: String

    @Argument(help: "A period, such as 2026-Q3.")
    var period: String

    @Argument(help: "The id of a metric, such as finance/expenditure-per-resident.")
    var metric: String

    @Option(help: "The group or district.")
    var breakdown = "total"

    @Option(help: "The office in which it is said, such as \"City manager\".")
    var office: String?

    @OptionGroup var message: MessageOptions
    @OptionGroup var warehouse: WarehouseOptions

    func validate() throws {
        if let office, office.allSatisfy(\.isWhitespace) {
            throw ValidationError("--office is blank. Name it, or leave it out.")
        }
    }

    func run() throws {
        let period = try PeriodArgument.parse(period)
        let folder = try warehouse.folder()
        let city = try folder.city(city)
        try folder.checkFigure(metric: metric, breakdown: breakdown)
        let request = ResponseRequest(
            city: city.id, metric: metric, breakdown: breakdown, period: period,
            author: message.author, office: office, text: message.text)
        let receipt = try warehouse.ask(folder) {
            try $0.warehouse.respond(request, at: Clock.now())
        }
        if warehouse.isJSON {
            return try Console.json(ResponseDocument(request, receipt))
        }
        if receipt.isKnown { return Console.line("The same was said before: nothing changed.") }
        Console.line(
            "Kept, for the figure \(PlainNumber.text(receipt.value)). "
                + (receipt.isHeld
                    ? "It is shown once release \(receipt.release) is published."
                    : "Members see release \(receipt.release) already: it is shown with the next."))
    }
}

/// What became of a response as JSON.
private struct ResponseDocument: Encodable {
    let schema = "yardstick/respond/1"
    let city: String
    let period: String
    let metric: String
    let breakdown: String
    let release: Int
    let isHeld: Bool
    let value: Double
    let author: String
    let office: String?
    let text: String
    let isKnown: Bool

    init(_ request: ResponseRequest, _ receipt: ResponseReceipt) {
        city = request.city
        period = request.period.text
        metric = request.metric
        breakdown = request.breakdown
        release = receipt.release
        isHeld = receipt.isHeld
        value = receipt.value
        author = request.author
        office = request.office
        text = request.text
        isKnown = receipt.isKnown
    }
}
