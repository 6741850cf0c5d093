import ArgumentParser
import Consortium
import MetricSpec
import Warehouse

/// `yardstick releases`.
struct ReleasesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "releases",
        abstract: "List the numbered sets of comparisons.",
        discussion: """
            Example:
              yardstick releases
            """)

    @OptionGroup var known: AsOfOptions
    @OptionGroup var warehouse: WarehouseOptions

    func run() throws {
        let releases = try warehouse.ask { try $0.warehouse.releases(asOf: known.timestamp) }
        if warehouse.isJSON {
            try Console.json(ReleasesDocument(releases: releases.map { ReleaseLine($0) }))
            return
        }
        var table = TextTable(
            ">no", "period", "kind", "newest", "seen by", "standard", ">last submission",
            "data received")
        for release in releases {
            table.add(
                String(release.number), release.period.text, release.kind.rawValue,
                release.isNewest ? "yes" : "no", Self.audience(of: release),
                "\(release.standard) \(release.standardVersion)",
                String(release.lastSubmission), release.dataReceivedAt ?? "")
        }
        table.show()
    }

    private static func audience(of release: Release) -> String {
        if release.isHeld {
            return release.embargoUntil.map { "nobody until \($0)" } ?? "nobody (preview)"
        }
        return release.visibility == .open ? "everybody" : "members"
    }
}

private struct ReleasesDocument: Encodable {
    let schema = "yardstick/releases/1"
    let releases: [ReleaseLine]
}

private struct ReleaseLine: Encodable {
    let release: Int
    let period: String
    let kind: String
    let isNewest: Bool
    let visibility: String
    /// Whether members do not see it yet.
    let isHeld: Bool
    let embargoUntil: String?
    let releasedAt: String?
    let publishedAt: String?
    let reason: String?
    let digest: String?
    let standard: String
    let standardVersion: String
    let lastSubmission: Int
    let dataReceivedAt: String?

    init(_ release: Release) {
        self.release = release.number
        period = release.period.text
        kind = release.kind.rawValue
        isNewest = release.isNewest
        visibility = release.visibility.rawValue
        isHeld = release.isHeld
        embargoUntil = release.embargoUntil
        releasedAt = release.releasedAt
        publishedAt = release.publishedAt
        reason = release.reason
        digest = release.contentDigest
        standard = release.standard
        standardVersion = release.standardVersion
        lastSubmission = release.lastSubmission
        dataReceivedAt = release.dataReceivedAt
    }
}
