import ArgumentParser
import Consortium
import MetricSpec
import Postgres
import Warehouse

/// `yardstick compare PERIOD...`.
struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Compare each city with its peers, as a numbered release.",
        discussion: """
            Computes every metric that at least one city reports in the period, its
            standings in every peer group, and freezes them: as provisional, or as corrected
            where a final release was made (see `yardstick release`). On unchanged input
            nothing is written and the existing release is named.

            With --as-of nothing is stored: it tells what would have been compared then, with
            the folder as it is now.

            With --explain CITY METRIC nothing is stored either: it prints every step of the
            city's standings in the newest release of the period: inputs, formula, peers,
            order, rule of ties, interval, verdict, such as compare 2026-Q3 --explain
            harbour-point public-safety/priority-response-time.

            Example:
              yardstick compare 2026-Q2 2026-Q3
            """)

    @Argument(help: "Periods, such as 2026-Q3 or 2015-07/P1Y.")
    var periods: [String] = []

    @Flag(help: "Every period for which values are stored.")
    var all = false

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "A city and a metric whose standings are explained.", valueName: "city metric"))
    var explain: [String] = []

    @OptionGroup var known: AsOfOptions
    @OptionGroup var place: ConsortiumOptions
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: FormatOptions

    func validate() throws {
        if !explain.isEmpty {
            guard explain.count > 1, explained.count == 1, !all else {
                throw ValidationError(
                    "--explain takes a city, a metric and one period, such as "
                        + "compare 2026-Q3 --explain harbour-point public-safety/priority-response-time."
                )
            }
            return
        }
        if periods.isEmpty != all {
            throw ValidationError("name periods, or use --all, not both.")
        }
    }

    /// The periods of an explanation, before or behind city and metric.
    private var explained: [String] { periods + explain.dropFirst(2) }

    func run() throws {
        if !explain.isEmpty { return try explainStandings() }
        if let instant = known.timestamp { return try compare(asOf: instant) }
        let given = try periods.map(PeriodArgument.parse)
        let folder = try ConsortiumFolder.open(place)
        let (changes, receipts) = try Session.with(
            database, consortium: folder.consortium.id, root: place.root
        ) { session in
            let sync = try session.warehouse.bringIn(folder.registry)
            if output.format == .text { Loader.show(sync.changes) }
            let wanted = all ? try session.warehouse.periodsWithValues() : given
            let receipts = try wanted.map { period in
                try Session.checkInterruption()
                let receipt = try session.warehouse.compare(
                    period, registry: folder.registry, ids: sync.ids, at: Clock.now())
                if output.format == .text { Console.line(ComparisonLine(receipt).text) }
                return receipt
            }
            return (sync.changes, receipts)
        }
        if output.format == .json {
            try Console.json(
                CompareDocument(
                    broughtIn: changes, asOf: nil,
                    comparisons: receipts.map { ComparisonLine($0) }))
        }
    }

    /// Every step of one city's standings, from what was released.
    private func explainStandings() throws {
        let period = try PeriodArgument.parse(explained[0])
        let folder = try ConsortiumFolder.open(place)
        let (city, metric) = (try folder.city(explain[0]), explain[1])
        let explanation = try Session.with(
            database, consortium: folder.consortium.id, root: place.root
        ) { session in
            try session.warehouse.explanation(
                of: city.id, metric: metric,
                in: try session.warehouse.newestRelease(of: period, asOf: known.timestamp))
        }
        if output.format == .json {
            try Console.json(
                StandingExplanationDocument(explanation, city: city.id, metric: metric))
            return
        }
        let unit = folder.standard.unit(explanation.terms.unit)?.label
        let text = StandingExplanationText(
            explanation: explanation, city: city.id,
            cityName: folder.consortium.name(of: city.id, on: period.start),
            unit: unit ?? explanation.terms.unit)
        for line in text.lines { Console.line(line) }
    }

    /// What would have been compared then; stores nothing.
    private func compare(asOf instant: Timestamp) throws {
        let given = try periods.map(PeriodArgument.parse)
        let folder = try ConsortiumFolder.open(place)
        let receipts = try Session.with(
            database, consortium: folder.consortium.id, root: place.root
        ) { session in
            let wanted = all ? try session.warehouse.periodsWithValues() : given
            return try wanted.map { period in
                try Session.checkInterruption()
                return try session.warehouse.comparison(
                    of: period, registry: folder.registry, asOf: instant)
            }
        }
        let lines = receipts.map { ComparisonLine($0) }
        if output.format == .json {
            try Console.json(
                CompareDocument(broughtIn: [], asOf: Clock.text(instant), comparisons: lines))
            return
        }
        for line in lines { Console.line(line.text(asOf: Clock.text(instant))) }
    }
}

private struct CompareDocument: Encodable {
    let schema = "yardstick/compare/1"
    let broughtIn: [String]
    /// Absent unless it was asked for: then nothing was stored.
    let asOf: String?
    let comparisons: [ComparisonLine]
}

/// One comparison, as JSON and in words.
struct ComparisonLine: Encodable {
    let period: String
    let release: Int?
    let isUnchanged: Bool
    /// Absent without a release, as the next three.
    let kind: String?
    let visibility: String?
    let isHeld: Bool?
    let embargoUntil: String?
    let metrics: Int
    let standings: Int
    /// Figures that stand in it without being compared, by reason.
    let notComparable: [String: Int]
    /// Services that nobody had certified, of a final or corrected release.
    let uncertified: [UncertifiedLine]

    init(_ receipt: ComparisonReceipt) {
        period = receipt.period.text
        release = receipt.release
        isUnchanged = receipt.isUnchanged
        let isThere = receipt.release != nil
        kind = isThere ? receipt.kind.rawValue : nil
        visibility = isThere ? receipt.visibility.rawValue : nil
        isHeld = isThere ? receipt.isHeld : nil
        embargoUntil = isThere ? receipt.embargo.map(Clock.text) : nil
        metrics = receipt.metrics
        standings = receipt.standings
        notComparable = Dictionary(
            uniqueKeysWithValues: receipt.notComparable.map { ($0.key.rawValue, $0.value) })
        uncertified = receipt.uncertified.map {
            UncertifiedLine(city: $0.city, service: $0.service)
        }
    }

    /// One line for people.
    var text: String {
        guard let release else {
            return "\(period): no city reports a metric: nothing to compare."
        }
        let size =
            "\(TextTable.grouped(metrics)) metrics, \(TextTable.grouped(standings)) standings"
        let kind = kind ?? ""
        let head =
            isUnchanged
            ? "\(period): unchanged since release \(release)"
                + (kind == "provisional" ? "" : ", \(kind)") + " (\(size))"
            : "\(period): release \(release), \(kind), \(size)"
        return
            ([head + audience] + (notComparable.isEmpty ? [] : [uncompared])
            + UncertifiedLine.words(uncertified, period: period)).joined(separator: "\n  ")
    }

    /// One line on what would have been compared at an instant.
    func text(asOf instant: String) -> String {
        let input = release.map { "the input of release \($0)" } ?? "the input of no release"
        return "\(period), as known at \(instant): \(TextTable.grouped(metrics)) metrics, "
            + "\(TextTable.grouped(standings)) standings, \(input)"
    }

    /// Who sees it, where it is not members alone.
    private var audience: String {
        if isHeld == true {
            return embargoUntil.map { ", held back until \($0)" } ?? ", in preview"
        }
        return visibility == "open" ? ", open to the public" : ""
    }

    /// Such as `3 figures are not comparable: 2 cost basis, 1 mode`.
    private var uncompared: String {
        let total = notComparable.values.reduce(0, +)
        let reasons = notComparable.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
            .map { "\(TextTable.grouped($0.value)) \($0.key.replacing("_", with: " "))" }
        return "\(TextTable.grouped(total)) \(total == 1 ? "figure is" : "figures are") not "
            + "comparable: \(reasons.joined(separator: ", "))"
    }
}
