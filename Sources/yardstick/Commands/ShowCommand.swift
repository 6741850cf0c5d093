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

    @OptionGroup var place: ConsortiumOptions
    @OptionGroup var database: DatabaseOptions
    @Option(help: "How the standings are written.")
    var format: TableFormat = .text

    func run() throws {
        let period = try PeriodArgument.parse(period)
        let folder = try ConsortiumFolder.open(place)
        let city = try folder.city(city)
        let (release, standings) = try Session.with(
            database, consortium: folder.consortium.id, root: place.root
        ) { session in
            let release = try session.warehouse.newestRelease(of: period)
            return (release, try session.warehouse.standings(of: city.id, in: release))
        }
        let lines = standings.map { StandingLine($0, period: period, release: release.number) }
        switch format {
        case .json: try Console.json(ShowDocument(standings: lines))
        case .csv: StandingLine.showCSV(lines)
        case .text:
            Console.line(
                "\(city.name), \(period.text), release \(release.number) (\(release.kind))")
            show(standings, standard: folder.standard)
        }
    }

    private func show(_ standings: [ReleasedStanding], standard: Standard) {
        var table = TextTable(
            "metric", "peer group", "status", ">value", ">median", ">rank", ">of", "quartile")
        for row in standings {
            let metric = standard.metric(row.metric)
            table.add(
                row.metric, row.peerGroup, row.standing.status.rawValue,
                Self.number(row.standing.value, metric?.decimals),
                Self.number(row.standing.statistics.median, metric?.decimals),
                row.standing.rank.map(String.init) ?? "", String(row.standing.ranked),
                row.standing.quartile.map(String.init) ?? "")
        }
        table.show()
    }

    /// A figure with the metric's decimals; blank where there is none.
    private static func number(_ value: Double?, _ decimals: Int?) -> String {
        guard let value else { return "" }
        guard let decimals else { return "\(value)" }
        return roundedHalfEven(value, decimals: decimals)
            .formatted(.number.precision(.fractionLength(decimals)).grouping(.never))
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

private struct ShowDocument: Encodable {
    let schema = "yardstick/show/1"
    let standings: [StandingLine]
}

/// A row of `member.standing`, as JSON and CSV.
private struct StandingLine: Encodable {
    let metric: String
    let city: String
    let period: String
    let peerGroup: String
    let status: String
    let value: Double?
    let contributors: Int
    let ranked: Int
    let rank: Int?
    let rankWorst: Int?
    let rankShare: Double?
    let percentRank: Double?
    let quartile: Int?
    let mean: Double?
    let groupValue: Double?
    let median: Double?
    let lowerQuartile: Double?
    let upperQuartile: Double?
    let minimum: Double?
    let maximum: Double?
    let notReported: Int
    let notProvided: Int
    let notTakingPart: Int
    let coverage: Double?
    let release: Int

    init(_ row: ReleasedStanding, period: Period, release: Int) {
        let (standing, statistics) = (row.standing, row.standing.statistics)
        metric = row.metric
        city = row.city
        self.period = period.text
        peerGroup = row.peerGroup
        status = standing.status.rawValue
        value = standing.value
        contributors = statistics.contributors
        ranked = standing.ranked
        rank = standing.rank
        rankWorst = standing.rankWorst
        rankShare = standing.rankShare
        percentRank = standing.percentRank
        quartile = standing.quartile
        mean = statistics.mean
        groupValue = statistics.groupValue
        median = statistics.median
        lowerQuartile = statistics.lowerQuartile
        upperQuartile = statistics.upperQuartile
        minimum = statistics.minimum
        maximum = statistics.maximum
        notReported = statistics.notReported
        notProvided = statistics.notProvided
        notTakingPart = statistics.notTakingPart
        coverage = statistics.coverage
        self.release = release
    }

    /// Writes rows as CSV (RFC 4180); a figure that is not there is empty.
    static func showCSV(_ lines: [StandingLine]) {
        Console.line(
            "metric,city,period,peer_group,status,value,contributors,ranked,rank,rank_worst,"
                + "rank_share,percent_rank,quartile,mean,group_value,median,lower_quartile,"
                + "upper_quartile,minimum,maximum,not_reported,not_provided,not_taking_part,"
                + "coverage,release")
        for line in lines { Console.line(line.cells.joined(separator: ",")) }
    }

    private var cells: [String] {
        func text(_ value: (some CustomStringConvertible)?) -> String {
            value.map(\.description) ?? ""
        }
        return [
            metric, city, period, peerGroup, status, text(value), text(contributors),
            text(ranked), text(rank), text(rankWorst), text(rankShare), text(percentRank),
            text(quartile), text(mean), text(groupValue), text(median), text(lowerQuartile),
            text(upperQuartile), text(minimum), text(maximum), text(notReported),
            text(notProvided), text(notTakingPart), text(coverage), text(release),
        ]
    }
}
