import ArgumentParser
import Consortium
import MetricSpec
import Warehouse

/// `yardstick preview CITY PERIOD`.
struct PreviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview",
        abstract: "A city's own standings in the release that members do not see yet.",
        discussion: """
            `yardstick release PERIOD --visibility preview` makes such a release, and one
            under an embargo is another. What the city says about a figure with `yardstick
            respond` is shown with it once the release is published.

            Example:
              yardstick preview harbour-point 2026-Q3
            """)

    @Argument(help: "The id, name or alias of a city.")
    var city: String

    @Argument(help: "A period, such as 2026-Q3.")
    var period: String

    @Flag(help: "The groups of breakdowns too, below each total.")
    var breakdowns = false

    @OptionGroup var warehouse: WarehouseOptions

    func run() throws {
        let period = try PeriodArgument.parse(period)
        let folder = try warehouse.folder()
        let city = try folder.city(city)
        let (release, standings, responses) = try warehouse.ask(folder) { session in
            let release = try session.warehouse.lastRelease(of: period)
            return (
                release,
                release.isHeld
                    ? try session.warehouse.standings(
                        of: city.id, in: release, withBreakdowns: breakdowns) : [],
                try session.warehouse.responses(of: city.id, in: period)
            )
        }
        if warehouse.isJSON {
            return try Console.json(
                PreviewDocument(city, release, standings: standings, responses: responses))
        }
        guard release.isHeld else {
            return Console.line(
                "Nothing of \(period.text) is held back: members see release "
                    + "\(release.number). `yardstick show \(city.id) \(period.text)` shows it.")
        }
        let name = folder.consortium.name(of: city.id, on: period.start)
        Console.line(
            "\(name), \(period.text), release \(release.number) "
                + "(\(release.kind.rawValue)), which members do not see yet")
        StandingTable(standard: folder.standard, hasBreakdowns: breakdowns).show(standings)
        for response in responses { Console.line(ResponseLine(response).words) }
    }
}

/// A preview as JSON.
private struct PreviewDocument: Encodable {
    let schema = "yardstick/preview/1"
    let release: Int
    let kind: String
    /// Whether members do not see it yet; standings are shown only then.
    let isHeld: Bool
    let embargoUntil: String?
    let city: String
    let period: String
    let standings: [StandingLine]
    let responses: [ResponseLine]

    init(
        _ city: City, _ release: Release, standings: [ReleasedStanding],
        responses: [FigureResponse]
    ) {
        self.release = release.number
        kind = release.kind.rawValue
        isHeld = release.isHeld
        embargoUntil = release.isHeld ? release.embargoUntil : nil
        self.city = city.id
        period = release.period.text
        self.standings = standings.map {
            StandingLine($0, period: release.period, release: release.number)
        }
        self.responses = responses.map { ResponseLine($0) }
    }
}

/// A response in a preview, as JSON and in words.
struct ResponseLine: Encodable {
    let metric: String
    let breakdown: String
    let author: String
    let office: String?
    let respondedOn: String
    let text: String

    init(_ response: FigureResponse) {
        metric = response.metric
        breakdown = response.breakdown
        author = response.author
        office = response.office
        respondedOn = response.respondedOn
        text = response.text
    }

    /// Such as `police/offence-rate: "Better counted." (Ann Ash, Mayor, 2026-11-21)`.
    var words: String {
        let figure = breakdown == "total" ? metric : "\(metric) of \(breakdown)"
        let speaker = [author, office, respondedOn].compactMap(\.self).joined(separator: ", ")
        return "\(figure): \"\(text)\" (\(speaker))"
    }
}
