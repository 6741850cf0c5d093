import ArgumentParser
import Consortium
import MetricSpec
import Submission
import Warehouse

/// `yardstick history --city ID`.
struct HistoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "Write what a city's officer needs to check a file without the database.",
        discussion: """
            The city's own values, what was explained about them, and of its peers'
            released figures the quartiles, where five or more reported; of no other city
            a figure. So that what was counted before is found again, also the digests of
            its files, and of the keys of its records: of the newest 500,000 records and
            5,000 files. `check --history FILE` reads it. With --as-of all of it is as it
            was known then, but for what was erased since; the folder is as it is now.

            Example:
              yardstick history --city harbour-point --format json
            """)

    @Option(help: "The id of the city; may stand several times.")
    var city: [String]

    @Option(help: ArgumentHelp("Write JSON to this file.", valueName: "file"))
    var out: String?

    @OptionGroup var known: AsOfOptions
    @OptionGroup var place: ConsortiumOptions
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: FormatOptions

    func run() throws {
        let folder = try ConsortiumFolder.open(place)
        for id in city where folder.consortium.directory.index(of: id) == nil {
            throw CommandError(
                "there is no city \"\(id)\" in cities.csv. Name the id of a city, as in its "
                    + "first column.")
        }
        let history = try Session.with(
            database, consortium: folder.consortium.id, root: place.root
        ) {
            try $0.warehouse.history(
                ofCities: city, registry: folder.registry, asOf: known.timestamp)
        }
        let document = HistoryDocument(history, of: city, in: folder, asOf: known.timestamp)
        if let out { try document.write(to: out) }
        if output.format == .json { return try Console.json(document) }
        if out == nil { document.show() }
        Console.line(
            "\(city.joined(separator: ", ")): \(TextTable.grouped(history.values.count)) values "
                + "in \(TextTable.grouped(document.series.count)) series"
                + (out.map { ", written to \($0)" } ?? ""))
    }
}
