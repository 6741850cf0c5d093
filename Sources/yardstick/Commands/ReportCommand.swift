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
            in a browser, mailed or printed. The same release gives the same bytes.

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
        let cities = try city.map { [try folder.city($0)] } ?? folder.consortium.directory.cities
        let files = try Session.with(
            database, consortium: folder.consortium.id, root: place.root
        ) { session in
            let reports = try ReportSource(
                warehouse: session.warehouse, folder: folder, period: period,
                asOf: known.timestamp)
            return try reports.write(cities, to: out, withIndex: all)
        }
        if output.format == .json {
            try Console.json(ReportDocument(files: files))
        } else {
            Console.line("Wrote \(files.count) pages to \(out)")
        }
    }
}

private struct ReportDocument: Encodable {
    let schema = "yardstick/report/1"
    let files: [String]
}
