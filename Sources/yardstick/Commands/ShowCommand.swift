import ArgumentParser
import Benchmarking
import Consortium
import Foundation
import MetricSpec
import Warehouse

/// `yardstick show CITY PERIOD`.
struct ShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "One city's standings in the newest release of a period.",
        discussion: """
            Example:
              yardstick show harbour-point 2026-Q3
            """)

    @Argument(help: "The id, name or alias of a city.")
    var city: String

    @Argument(help: "A period, such as 2026-Q3.")
    var period: String

    @Flag(help: "The groups of breakdowns too, below each total.")
    var breakdowns = false

    @OptionGroup var known: AsOfOptions
    @OptionGroup var place: ConsortiumOptions
    @OptionGroup var database: DatabaseOptions
    @Option(help: "How the standings are written.")
    var format: TableFormat = .text

    func run() throws {
        let period = try PeriodArgument.parse(period)
        let folder = try ConsortiumFolder.open(place)
        let city = try folder.city(city)
        let (release, standings, given) = try Session.with(
            database, consortium: folder.consortium.id, root: place.root
        ) { session in
            let release = try session.warehouse.newestRelease(
                of: period, asOf: known.timestamp)
            return (
                release,
                try session.warehouse.standings(
                    of: city.id, in: release, withBreakdowns: breakdowns),
                try session.warehouse.recognition(of: city.id, in: release)
            )
        }
        let lines = standings.map { StandingLine($0, period: period, release: release.number) }
        let recognition = given.map { RecognitionLine($0) }
        let notes = folder.consortium.notes(on: city.id, months: period.months).map(\.text)
        switch format {
        case .json:
            try Console.json(
                ShowDocument(
                    standings: lines, recognition: recognition,
                    notes: notes.isEmpty ? nil : notes))
        case .csv: StandingLine.showCSV(lines)
        case .text:
            let name = folder.consortium.name(of: city.id, on: period.start)
            Console.line(
                "\(name), \(period.text), release \(release.number) (\(release.kind.rawValue))"
            )
            if let recognition { Console.line(recognition.text) }
            for note in notes { Console.line(note) }
            StandingTable(standard: folder.standard, hasBreakdowns: breakdowns).show(standings)
        }
    }
}

extension ConsortiumFolder {
    /// The city that a spelling means; throws where none is known.
    func city(_ spelling: String) throws -> City {
        if let index = consortium.directory.index(of: spelling) {
            return consortium.directory.cities[index]
        }
        var message = "\"\(spelling)\" is not in cities.csv."
        let near = consortium.directory.names(near: spelling)
        if !near.isEmpty { message += " Near it: \(near.joined(separator: ", "))." }
        throw CommandError(message)
    }
}
