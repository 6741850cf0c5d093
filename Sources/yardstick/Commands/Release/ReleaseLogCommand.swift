import ArgumentParser
import Consortium
import MetricSpec
import Warehouse

/// `yardstick release log [PERIOD]`.
struct ReleaseLogCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "log",
        abstract: "The correction log: what each release changed, why, when, by what.",
        discussion: """
            One entry a release that took the place of another: its reason as it was given
            with `release --reason`, each figure before and after, and the submissions that
            moved it. `--visibility open` is the log for the public, of what the public saw.

            Example:
              yardstick release log
            """)

    @Argument(help: "A period, such as 2026-Q3; all when left out.")
    var period: String?

    @Option(help: "Whose releases: member or open.")
    var visibility: AudienceOption = .member

    @OptionGroup var warehouse: WarehouseOptions

    func validate() throws {
        if visibility == .preview {
            throw ValidationError("a preview corrects nothing. Say member or open.")
        }
    }

    func run() throws {
        let period = try period.map(PeriodArgument.parse)
        let folder = try warehouse.folder()
        let entries = try warehouse.ask(folder) { session in
            try session.warehouse.releaseLog(
                for: visibility.audience, of: period, standard: folder.standard)
        }
        if warehouse.isJSON {
            try Console.json(ReleaseLogDocument(entries: entries.map { ReleaseLogLine($0) }))
            return
        }
        if entries.isEmpty { Console.line("No release took the place of another.") }
        for entry in entries { Self.show(entry) }
    }

    private static func show(_ entry: ReleaseLogEntry) {
        let (release, difference) = (entry.release, entry.difference)
        let day = (release.publishedAt ?? release.releasedAt).map { "\($0.prefix(10))  " } ?? ""
        Console.line(
            "\(day)\(release.period.text), release \(release.number) (\(release.kind.rawValue)) "
                + "for release \(difference.before.number): \(DifferenceText.counts(difference))")
        if let reason = release.reason { Console.line("  Reason: \(reason)") }
        for change in difference.values {
            let group = change.breakdown == "total" ? "" : " for \(change.breakdown)"
            Console.line(
                "  \(change.metric) of \(change.city)\(group): "
                    + "\(DifferenceText.figure(change.before, change.statusBefore)) to "
                    + "\(DifferenceText.figure(change.after, change.statusAfter)), through "
                    + change.causes.map(DifferenceText.words).joined(separator: "; "))
        }
    }
}

private struct ReleaseLogDocument: Encodable {
    let schema = "yardstick/release-log/1"
    let entries: [ReleaseLogLine]
}

/// One entry of the correction log, as JSON.
private struct ReleaseLogLine: Encodable {
    let release: Int
    let before: Int
    let period: String
    let kind: String
    let publishedAt: String?
    let reason: String?
    let values: [ValueChangeLine]
    let ranksMoved: Int

    init(_ entry: ReleaseLogEntry) {
        release = entry.release.number
        before = entry.difference.before.number
        period = entry.release.period.text
        kind = entry.release.kind.rawValue
        publishedAt = entry.release.publishedAt ?? entry.release.releasedAt
        reason = entry.release.reason
        values = entry.difference.values.map { ValueChangeLine($0) }
        ranksMoved = entry.difference.ranks.count
    }
}
