import ArgumentParser
import Consortium
import MetricSpec
import Reporting
import Warehouse

/// `yardstick report (--city ID | --all) --period P --out DIR`.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Write a page a city, from the newest release of a period.",
        discussion: """
            Each page is one HTML file without scripts or outside requests, to be opened
            in a browser, mailed or printed. The same release gives the same bytes. The
            cities are those of the period's first day, under the names that they had.
            With --city the page has the peer groups that the city picked for itself
            alone; pages of --all have none of them.

            Example:
              yardstick report --all --period 2026-Q3 --out reports
            """)

    @Option(help: "The id, name or alias of one city.")
    var city: String?

    @Flag(help: "All cities, and an index page.")
    var all = false

    @Option(help: "A period, such as 2026-Q3.")
    var period: String

    @Option(help: ArgumentHelp("The folder to write to; it is made.", valueName: "dir"))
    var out: String

    @OptionGroup var known: AsOfOptions
    @OptionGroup var place: ConsortiumOptions
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: FormatOptions

    func validate() throws {
        if (city == nil) != all { throw ValidationError("name a --city, or use --all, not both.") }
    }

    func run() throws {
        let period = try PeriodArgument.parse(period)
        let folder = try ConsortiumFolder.open(place)
        let cities = try cities(of: period, in: folder)
        let files = try Session.with(
            database, consortium: folder.consortium.id, root: place.root
        ) { session in
            let reports = try ReportSource(
                warehouse: session.warehouse, folder: folder, period: period,
                asOf: known.timestamp, hasPrivate: !all)
            return try reports.write(cities, to: out, withIndex: all)
        }
        if output.format == .json {
            try Console.json(ReportDocument(files: files))
        } else {
            Console.line("Wrote \(files.count) pages to \(out)")
        }
    }

    /// Throws for a city that is none in the period.
    private func cities(of period: Period, in folder: ConsortiumFolder) throws -> [City] {
        let absent = folder.consortium.absentCities(on: period.start)
        guard let city else {
            return folder.consortium.directory.cities.filter { !absent.contains($0.id) }
        }
        let one = try folder.city(city)
        guard !absent.contains(one.id) else {
            let notes = folder.consortium.notes(on: one.id, months: period.months).map(\.text)
            throw CommandError(
                "\(one.name) is no city in \(period.text). " + notes.joined(separator: " "))
        }
        return [one]
    }
}

private struct ReportDocument: Encodable {
    let schema = "yardstick/report/1"
    let files: [String]
}
