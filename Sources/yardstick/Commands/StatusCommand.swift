import ArgumentParser
import Consortium
import MetricSpec
import Reporting
import Warehouse

/// `yardstick status [PERIOD]`.
struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Who has reported for a period, how completely, and what is wrong in it.",
        discussion: """
            Without a period: the newest one for which any value is stored. Complete are
            the measures that the standard requires (all, where it requires none) of the
            services that a city provides. Days late run from the due day in calendar.csv
            to the day on which the city's report came, or to today.

            Example:
              yardstick status 2026-Q3 --html ../status.html
            """)

    @Argument(help: "A period, such as 2026-Q3.")
    var period: String?

    @Option(help: "The day to count lateness on, such as 2026-11-20 (else today).")
    var on: Day?

    @Option(help: ArgumentHelp("Also writes a page for a browser.", valueName: "file"))
    var html: String?

    @OptionGroup var place: ConsortiumOptions
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: FormatOptions

    func run() throws {
        let folder = try ConsortiumFolder.open(place)
        let given = try period.map(PeriodArgument.parse)
        let (period, cities) = try Session.with(
            database, consortium: folder.consortium.id, root: place.root
        ) { session in
            guard let period = try given ?? session.warehouse.periodsWithValues().last else {
                throw CommandError("nothing is stored yet. `yardstick load PATH` loads files.")
            }
            return (
                period, try session.warehouse.status(of: period, registry: folder.registry)
            )
        }
        let status = PeriodStatus(
            period: period, day: on?.day ?? Clock.today(), cities: cities,
            consortium: folder.consortium)
        if let html {
            try Folder.write(Report.statusPage(status.page).bytes, to: Folder.absolute(html))
        }
        if output.format == .json {
            try Console.json(StatusDocument(status))
        } else {
            status.show()
        }
    }
}

/// What is known of a period's reports on a day.
private struct PeriodStatus {
    let period: Period
    let day: CalendarDay
    let cities: [CityStatus]
    let consortium: Consortium

    var due: CalendarDay? { consortium.cycles.first { $0.period == period }?.due }

    /// How late a city is. Where a central file brings everything, no city
    /// sends its own; else only its own files are its report.
    func daysLate(_ city: CityStatus) -> Int? {
        city.daysLate(due: due, on: day, ownOnly: cities.contains { $0.ownValues > 0 })
    }

    /// How many cities are in a state.
    func count(_ state: CityStatus.State) -> Int { cities.count { $0.state == state } }

    /// What the page says.
    var page: StatusInput {
        StatusInput(
            consortium: consortium.name, period: period.text, day: day.text, due: due?.text,
            isInvented: consortium.isInvented,
            cities: cities.map { city in
                StatusInput.City(
                    name: city.name, state: StatusInput.State(city.state), owed: city.owed,
                    reported: city.reported, values: city.values, missing: city.missing,
                    errors: city.errors, warnings: city.warnings,
                    rejectedFiles: city.rejectedFiles, lastReceivedAt: city.lastReceivedAt,
                    daysLate: daysLate(city))
            })
    }

    /// Writes a headline and a table.
    func show() {
        Console.line(headline)
        var table = TextTable(
            "city", "name", "state", ">complete", ">values", ">own", ">missing", ">errors",
            ">warnings", ">days late", "last received")
        for city in cities {
            table.add(
                city.city, city.name, city.state.rawValue.replacing("_", with: " "),
                city.takesPart ? "\(city.reported) of \(city.owed)" : "",
                TextTable.grouped(city.values), TextTable.grouped(city.ownValues),
                TextTable.grouped(city.missing), TextTable.grouped(city.errors),
                TextTable.grouped(city.warnings),
                daysLate(city).map(TextTable.grouped) ?? "",
                city.lastReceivedAt ?? "nothing yet")
        }
        table.show()
    }

    private var headline: String {
        // Where a central file brings everything, no city sends its own.
        let senders = cities.count { $0.ownValues > 0 }
        let reported = senders > 0 ? senders : cities.count { $0.values > 0 }
        var text =
            "\(period.text): \(reported) of \(cities.count) cities have "
            + (senders > 0 ? "sent files of their own" : "values")
        text += ", \(count(.complete)) completely"
        if let due { text += " (due \(due.text))" }
        return text
    }
}

extension StatusInput.State {
    fileprivate init(_ state: CityStatus.State) {
        switch state {
        case .complete: self = .complete
        case .partial: self = .partial
        case .nothing: self = .nothing
        case .notTakingPart: self = .notTakingPart
        }
    }
}

/// Reads a period on the command line.
enum PeriodArgument {
    /// Throws a usage error for text that is no period.
    static func parse(_ text: String) throws -> Period {
        guard let period = Period(parsing: text) else {
            throw ValidationError(
                "\"\(text)\" is no period. Expected one like 2026-Q3, 2026-07, 2026 or "
                    + "2015-07/P1Y.")
        }
        return period
    }
}

private struct StatusDocument: Encodable {
    let schema = "yardstick/status/1"
    let period: String
    let on: String
    let due: String?
    let cities: [StatusLine]

    init(_ status: PeriodStatus) {
        period = status.period.text
        on = status.day.text
        due = status.due?.text
        cities = status.cities.map { StatusLine($0, daysLate: status.daysLate($0)) }
    }
}

private struct StatusLine: Encodable {
    let city: String
    let name: String
    let state: String
    let takesPart: Bool
    let owed: Int
    let reported: Int
    let completedOn: String?
    let firstReceivedOn: String?
    let daysLate: Int?
    let values: Int
    let ownValues: Int
    let missing: Int
    let errors: Int
    let warnings: Int
    let rejectedFiles: Int
    let lastReceivedAt: String?

    init(_ status: CityStatus, daysLate: Int?) {
        city = status.city
        name = status.name
        state = status.state.rawValue
        takesPart = status.takesPart
        owed = status.owed
        reported = status.reported
        completedOn = status.completedOn?.text
        firstReceivedOn = status.firstReceivedOn?.text
        self.daysLate = daysLate
        values = status.values
        ownValues = status.ownValues
        missing = status.missing
        errors = status.errors
        warnings = status.warnings
        rejectedFiles = status.rejectedFiles
        lastReceivedAt = status.lastReceivedAt
    }
}
