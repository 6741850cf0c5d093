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
            to the day on which the city's report came, or to today. The state of each
            service of each city follows from what is stored: announced, received,
            queried, answered, certified, agreed or released uncertified.

            Example:
              yardstick status 2026-Q3 --html ../status.html
            """)

    @Argument(help: "A period, such as 2026-Q3.")
    var period: String?

    @OptionGroup var page: PageOptions
    @OptionGroup var known: AsOfOptions
    @OptionGroup var warehouse: WarehouseOptions

    func run() throws {
        let folder = try warehouse.folder()
        let given = try period.map(PeriodArgument.parse)
        let (period, cities, services) = try warehouse.ask(folder) { session in
            guard let period = try given ?? session.warehouse.periodsWithValues().last else {
                throw CommandError("nothing is stored yet. `yardstick load PATH` loads files.")
            }
            return (
                period,
                try session.warehouse.status(
                    of: period, registry: folder.registry, asOf: known.timestamp),
                // Questions and certifications are told as they stand.
                known.timestamp == nil
                    ? try session.warehouse.serviceStatus(of: period, registry: folder.registry)
                    : []
            )
        }
        let status = PeriodStatus(
            period: period, day: page.on?.day ?? known.timestamp.map(Clock.day) ?? Clock.today(),
            cities: cities, services: services, folder: folder)
        try page.write { Report.statusPage(status.page).bytes }
        if warehouse.isJSON {
            try Console.json(StatusDocument(status))
        } else {
            status.show()
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
