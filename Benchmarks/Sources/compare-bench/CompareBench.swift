import Benchmarking
import Foundation
import MetricSpec

/// Times the engine on the input of `make_compare.py`: values of one period,
/// and for each city its own list of peers.
///
/// usage: compare-bench VALUES.csv PEERS.csv [--threads N]
///
/// Prints the time from figures and lists in memory to standings in memory,
/// with the lists' layout in it and the reading of the files not, and the same
/// check line as `compare_duckdb.py`.
@main
struct CompareBench {
    static func main() async throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard arguments.count == 2 || (arguments.count == 4 && arguments[2] == "--threads") else {
            FileHandle.standardError.write(
                Data("usage: compare-bench VALUES.csv PEERS.csv [--threads N]\n".utf8))
            exit(64)
        }
        let cores = ProcessInfo.processInfo.activeProcessorCount
        let threads = arguments.count == 4 ? Int(arguments[3]) ?? cores : cores
        let input = try BenchInput(values: arguments[0], peers: arguments[1])
        let metric = try BenchInput.metric()

        let clock = ContinuousClock()
        let start = clock.now
        let engine = Engine(
            groups: [PeerGroup(id: "own", members: .own(input.peers))],
            cityCount: input.cityCount)
        let results = await compare(input.figures, metric, engine, threads: max(1, threads))
        let time = clock.now - start

        let milliseconds = Int((time / .milliseconds(1)).rounded())
        print("Time: \(milliseconds) ms")
        print("check", check(results))
    }

    /// Compares metric by metric; each task takes every n-th one.
    static func compare(
        _ figures: [MetricColumns], _ metric: Metric, _ engine: Engine, threads: Int
    ) async -> [StandingColumns] {
        await withTaskGroup(of: [StandingColumns].self) { group in
            for thread in 0..<threads {
                group.addTask {
                    stride(from: thread, to: figures.count, by: threads).flatMap {
                        engine.compare(figures[$0], metric: metric)
                    }
                }
            }
            return await group.reduce(into: []) { $0 += $1 }
        }
    }

    /// How many standings have a value and a peer with one, the sum of the
    /// medians and the sum of the ranks, as the query prints them.
    static func check(_ results: [StandingColumns]) -> String {
        var count = 0
        var medians = 0.0
        var ranks = 0
        for standings in results {
            for row in 0..<standings.count
            where standings.figures.statuses[Int(standings.cities[row])] == .reported {
                guard let median = standings.statistics.medians[row] else { continue }
                count += 1
                medians += median
                ranks += standings.rank(at: row) ?? 0
            }
        }
        return "(\(count), \((medians * 1000).rounded() / 1000), \(ranks))"
    }
}
