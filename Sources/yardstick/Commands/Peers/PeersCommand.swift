import ArgumentParser
import Consortium
import MetricSpec
import Reporting
import Warehouse

/// `yardstick peers CITY`.
struct PeersCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "peers",
        abstract: "Whom a city is compared with, and why these.",
        discussion: """
            All peer groups of the city that hold on a day, private ones too. Of a choice by
            likeness: each near city's distance, what each variable has to do with it, how
            steadily it is a peer, and who was near but too far. With --as-of it is told by
            the folder that the last release of that instant was computed from.

            Example:
              yardstick peers harbour-point --html ../peers.html
            """)

    @Argument(help: "The id, name or alias of a city.")
    var city: String

    @Option(help: "The id of one peer group (else all of the city's).")
    var group: String?

    @Option(help: "The groups of a period, such as 2026-Q3, that is of its first day.")
    var period: String?

    @Option(help: "Of the draws of values within their margins, for stability.")
    var seed: UInt64 = 1

    @OptionGroup var page: PageOptions
    @OptionGroup var known: AsOfOptions
    @OptionGroup var warehouse: WarehouseOptions

    func validate() throws {
        if period != nil, page.on != nil {
            throw ValidationError("name a --period, or a day with --on, not both.")
        }
    }

    func run() throws {
        let period = try period.map(PeriodArgument.parse)
        let folder = try warehouse.folder()
        let (registry, release) = try registry(folder, period)
        let city = try folder.city(city)
        let day = period?.start ?? page.on?.day ?? Clock.today()
        let peers = CityPeers(
            city: city.id, registry: registry, day: day, seed: seed,
            release: release?.number)
        let groups = try peers.groups(only: group) { rule in
            try warehouse.ask(folder) {
                try $0.warehouse.members(
                    of: rule, in: period ?? Self.quarter(of: day), registry: registry)
            } ?? []
        }
        try page.write { Report.peersPage(peers.input(groups)).bytes }
        if warehouse.isJSON { return try Console.json(PeersDocument(peers, groups)) }
        PeersText(peers: peers).show(groups)
    }

    /// The folder as it is, or as a release has kept it.
    private func registry(
        _ folder: ConsortiumFolder, _ period: Period?
    ) throws -> (Registry, Release?) {
        guard let instant = known.timestamp else { return (folder.registry, nil) }
        return try warehouse.ask(folder) { session in
            let release =
                try period.map {
                    try session.warehouse.newestRelease(of: $0, asOf: instant)
                } ?? session.warehouse.releases(asOf: instant).last
            guard let release else {
                throw CommandError(
                    "members saw no release at that instant. `yardstick releases` lists when "
                        + "each was published.")
            }
            return (try session.warehouse.registry(of: release), release)
        }
    }

    /// The quarter that holds a day: bands on measures take their values in
    /// it.
    private static func quarter(of day: CalendarDay) throws -> Period {
        let parts = day.parts
        guard let period = Period(year: parts.year, quarter: (parts.month - 1) / 3 + 1) else {
            throw CommandError("\(day.text) lies in no quarter.")
        }
        return period
    }
}
