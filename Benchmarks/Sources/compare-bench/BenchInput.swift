import Benchmarking
import Foundation
import MetricSpec

/// The files of `make_compare.py` as the engine takes them.
struct BenchInput {
    let figures: [MetricColumns]
    let peers: [OwnPeers]
    let cityCount: Int

    /// Reads `metric,city,value` with a blank for no value, and `city,peer`,
    /// both without a header and in order of their first column.
    init(values: String, peers: String) throws {
        var rows: [[Double?]] = []
        for line in try Self.lines(of: values) {
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            guard cells.count == 3, let metric = Int(cells[0]) else { continue }
            if metric == rows.count { rows.append([]) }
            rows[metric].append(Double(cells[2]))
        }
        guard let period = Period(year: 2026, quarter: 3) else { throw CocoaError(.formatting) }
        figures = rows.map { row in
            MetricColumns(
                period: period, statuses: row.map { $0 == nil ? .notReported : .reported },
                values: row)
        }
        cityCount = rows.first?.count ?? 0
        self.peers = try Self.lists(peers)
    }

    /// The figures as rates of whole counts, whose sizes vary from 100 to 999,
    /// each with its interval still to be computed.
    var rates: [MetricColumns] {
        figures.map { values in
            let sizes = (0..<values.cityCount).map { Double(100 + $0 * 37 % 900) }
            let counts = sizes.indices.map { city in
                values.values[city].map { ($0 * sizes[city]).rounded() }
            }
            return MetricColumns(
                period: values.period, statuses: values.statuses,
                values: zip(counts, sizes).map { count, size in count.map { $0 / size } },
                numerators: counts, denominators: sizes)
        }
    }

    /// A metric whose values are taken as they are, more being better.
    static func metric() throws -> Metric {
        try metric(
            "formula: {reported: bench/figure}, uncertainty: none, unit: number")
    }

    /// A rate of counted things, more being better.
    static func rate() throws -> Metric {
        try metric(
            "formula: {ratio: {numerator: bench/figure, denominator: bench/size, "
                + "multiplier: 1}}, uncertainty: events, unit: by-one, "
                + "meaningful_difference: {percent: 5}")
    }

    private static func metric(_ keys: String) throws -> Metric {
        let standard = try StandardReader.read([
            ("standard.yaml", "{id: bench, version: 1.0.0, title: Benchmark}"),
            (
                "units.yaml",
                "{dimensions: {number: {definition: Numbers., counted: true}, "
                    + "size: {definition: Sizes.}}, "
                    + "units: {number: {label: '', dimension: number}, "
                    + "size: {label: '', dimension: size}, "
                    + "by-one: {label: '', dimension: number / size}}}"
            ),
            (
                "bench/measures.yaml",
                "measures: [{name: figure, title: Figure, definition: A figure., "
                    + "unit: number, kind: flow}, {name: size, title: Size, "
                    + "definition: A size., unit: size, kind: flow}]"
            ),
            (
                "bench/value.yaml",
                "{title: Value, question: How much?, definition: The figure as it is., "
                    + "polarity: high_good, kind: output, decimals: as_reported, \(keys)}"
            ),
        ])
        return standard.metrics[0]
    }

    private static func lists(_ path: String) throws -> [OwnPeers] {
        var lists: [(owner: Int32, members: [Int32])] = []
        for line in try lines(of: path) {
            let cells = line.split(separator: ",")
            guard cells.count == 2, let owner = Int32(cells[0]), let peer = Int32(cells[1])
            else { continue }
            if lists.last?.owner != owner { lists.append((owner, [])) }
            lists[lists.count - 1].members.append(peer)
        }
        return lists.map { OwnPeers(owner: $0.owner, members: $0.members) }
    }

    private static func lines(of path: String) throws -> [Substring] {
        try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
    }
}
