import Benchmarking
import Foundation
import MetricSpec

/// Times the engine on the input of `make_compare.py`: values of one period,
/// and for each city its own list of peers.
///
/// usage: compare-bench VALUES.csv PEERS.csv [--threads N] [--work WORK]
///        compare-bench --work growth
///
/// WORK is `statistics` (the default: what the query computes), `full` (the
/// intervals of all figures, statistics, and all that is assessed but rank
/// intervals, with the change from another period), `ranks` (the same with
/// marginal rank intervals) or `growth` (a table of 1,000 to 100,000 cities in
/// one group). Prints the time from figures and lists in memory to columns in
/// memory, with the lists' layout in it and the reading of the files not. The
/// check line of `statistics` is that of `compare_duckdb.py`.
@main
struct CompareBench {
    static func main() async throws {
        var files: [String] = []
        var options = ["--threads": "", "--work": "statistics"]
        var arguments = CommandLine.arguments.dropFirst()
        while let argument = arguments.popFirst() {
            if options[argument] != nil, let value = arguments.popFirst() {
                options[argument] = value
            } else {
                files.append(argument)
            }
        }
        let cores = ProcessInfo.processInfo.activeProcessorCount
        let threads = max(1, Int(options["--threads"] ?? "") ?? cores)
        let work = options["--work"] ?? ""
        switch (work, files.count) {
        case ("growth", 0): try await Growth.run(threads: threads)
        case ("statistics", 2), ("full", 2), ("ranks", 2):
            try await run(work, try BenchInput(values: files[0], peers: files[1]), threads)
        default:
            FileHandle.standardError.write(
                Data("usage: compare-bench VALUES.csv PEERS.csv [--threads N] [--work WORK]\n".utf8)
            )
            exit(64)
        }
    }

    static func run(_ work: String, _ input: BenchInput, _ threads: Int) async throws {
        let isPlain = work == "statistics"
        let metric = try isPlain ? BenchInput.metric() : BenchInput.rate()
        let figures = isPlain ? input.figures : input.rates
        let clock = ContinuousClock()
        let start = clock.now
        let engine = Engine(
            groups: [PeerGroup(id: "own", members: .own(input.peers))],
            cityCount: input.cityCount)
        let options = isPlain ? nil : AssessmentOptions(hasRankIntervals: work == "ranks")
        let results = await compare(figures, metric, engine, options, threads: threads)
        let time = clock.now - start
        print("Time: \(Int((time / .milliseconds(1)).rounded())) ms")
        print("check", isPlain ? check(results.map(\.standings)) : assessed(results))
    }

    struct Result: Sendable {
        let standings: StandingColumns
        let assessment: AssessmentColumns?
    }

    /// Compares metric by metric; each task takes every n-th one.
    static func compare(
        _ figures: [MetricColumns], _ metric: Metric, _ engine: Engine,
        _ options: AssessmentOptions?, threads: Int
    ) async -> [Result] {
        await withTaskGroup(of: [Result].self) { group in
            for thread in 0..<threads {
                group.addTask {
                    stride(from: thread, to: figures.count, by: threads).flatMap { number in
                        guard let options else {
                            return engine.compare(figures[number], metric: metric).map {
                                Result(standings: $0, assessment: nil)
                            }
                        }
                        return assess(
                            figures[number], since: figures[(number + 1) % figures.count], metric,
                            engine, options)
                    }
                }
            }
            return await group.reduce(into: []) { $0 += $1 }
        }
    }

    private static func assess(
        _ figures: MetricColumns, since earlier: MetricColumns, _ metric: Metric,
        _ engine: Engine, _ options: AssessmentOptions
    ) -> [Result] {
        var figures = figures
        figures.estimate(metric)
        let standings = engine.compare(figures, metric: metric)
        let assessments = engine.assess(
            figures, metric: metric, standings: standings, inGroups: standings.indices,
            earlier: earlier, options: options)
        return zip(standings, assessments).map { Result(standings: $0, assessment: $1) }
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

    /// How many standings have a verdict, how many are better or worse, and the
    /// sum of the widths of their rank intervals.
    private static func assessed(_ results: [Result]) -> String {
        var (verdicts, told, width) = (0, 0, 0)
        for columns in results.compactMap(\.assessment) {
            for row in 0..<columns.count {
                guard let verdict = columns.verdicts[row] else { continue }
                verdicts += 1
                told += verdict == .better || verdict == .worse ? 1 : 0
                width += Int(columns.rankUppers[row] - columns.rankLowers[row])
            }
        }
        return "(\(verdicts), \(told), \(width))"
    }
}
