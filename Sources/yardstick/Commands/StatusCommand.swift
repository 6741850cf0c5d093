import ArgumentParser
import Consortium
import MetricSpec
import Warehouse

/// `yardstick status [PERIOD]`.
struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Who has reported for a period, and what is wrong in it.",
        discussion: """
            Without a period: the newest one for which any value is stored.

            Example:
              yardstick status 2026-Q3
            """)

    @Argument(help: "A period, such as 2026-Q3.")
    var period: String?

    @OptionGroup var place: ConsortiumOptions
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: FormatOptions

    func run() throws {
        let folder = try ConsortiumFolder.open(place)
        let given = try period.map(PeriodArgument.parse)
        let (period, cities) = try Session.with(
            database, consortium: folder.consortium.id, root: place.root
        ) { session in
            guard let period = try given ?? newestPeriod(session.warehouse) else {
                throw CommandError("nothing is stored yet. `yardstick load PATH` loads files.")
            }
            return (period, try session.warehouse.status(of: period))
        }
        if output.format == .json {
            try Console.json(
                StatusDocument(period: period.text, cities: cities.map { StatusLine($0) }))
            return
        }
        show(cities, period: period, folder: folder)
    }

    private func newestPeriod(_ warehouse: Warehouse) throws -> Period? {
        try warehouse.periodsWithValues().last
    }

    private func show(_ cities: [CityStatus], period: Period, folder: ConsortiumFolder) {
        // Where a central file brings everything, no city sends its own.
        let senders = cities.filter { $0.ownValues > 0 }.count
        let reported = senders > 0 ? senders : cities.filter { $0.values > 0 }.count
        var headline =
            "\(period.text): \(reported) of \(cities.count) cities have "
            + (senders > 0 ? "sent files of their own" : "values")
        if let due = folder.consortium.cycles.first(where: { $0.period == period })?.due {
            headline += " (due \(due.text))"
        }
        Console.line(headline)
        var table = TextTable(
            "city", "name", ">values", ">own", ">missing", ">errors", ">warnings", "last received")
        for city in cities {
            table.add(
                city.city, city.name, TextTable.grouped(city.values),
                TextTable.grouped(city.ownValues),
                TextTable.grouped(city.missing), TextTable.grouped(city.errors),
                TextTable.grouped(city.warnings), city.lastReceivedAt ?? "nothing yet")
        }
        table.show()
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
    let cities: [StatusLine]
}

private struct StatusLine: Encodable {
    let city: String
    let name: String
    let values: Int
    let ownValues: Int
    let missing: Int
    let errors: Int
    let warnings: Int
    let lastReceivedAt: String?

    init(_ status: CityStatus) {
        city = status.city
        name = status.name
        values = status.values
        ownValues = status.ownValues
        missing = status.missing
        errors = status.errors
        warnings = status.warnings
        lastReceivedAt = status.lastReceivedAt
    }
}
