import Benchmarking
import Foundation
import MetricSpec
import Warehouse

/// The standings of one city as a table for people.
struct StandingTable {
    let standard: Standard
    /// Whether those of groups are told apart.
    let hasBreakdowns: Bool

    func show(_ standings: [ReleasedStanding]) {
        var table = TextTable(
            titles: [
                "metric", "peer group", "status", ">value", ">median", ">rank", ">of",
                "quartile", "reason",
            ] + (hasBreakdowns ? ["breakdown"] : []))
        for row in standings {
            let decimals = standard.metric(row.metric)?.decimals
            table.add(
                cells: [
                    row.metric, row.peerGroup, row.standing.status.rawValue,
                    Self.number(row.standing.value, decimals),
                    Self.number(row.standing.statistics.median, decimals),
                    row.standing.rank.map(String.init) ?? "", String(row.standing.ranked),
                    row.standing.quartile.map(String.init) ?? "",
                    row.standing.reason?.rawValue ?? "",
                ] + (hasBreakdowns ? [row.breakdown] : []))
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
