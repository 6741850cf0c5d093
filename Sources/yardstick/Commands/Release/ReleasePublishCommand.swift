import ArgumentParser
import Consortium
import Warehouse

/// `yardstick release publish [RELEASE]`.
struct ReleasePublishCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Let members, or the public too, see a release that is held back.",
        discussion: """
            Without a number: all whose embargo is over, for a timer to call. Nothing is
            published by the clock alone, since no view keeps anybody from what lies in a
            table that he may read.

            Example:
              yardstick release publish
            """)

    @Argument(help: "The number of a release; all that are due when left out.")
    var release: Int?

    @Option(help: "Who may see it: member or open (else whom it was made for).")
    var visibility: AudienceOption?

    @OptionGroup var warehouse: WarehouseOptions

    func validate() throws {
        if release == nil, visibility != nil {
            throw ValidationError("--visibility needs the number of a release.")
        }
    }

    func run() throws {
        let receipts = try warehouse.ask { session in
            guard let release else { return try session.warehouse.publishDue(at: Clock.now()) }
            return [
                try session.warehouse.publish(
                    release: release, to: visibility?.audience, at: Clock.now())
            ]
        }
        let lines = receipts.map { PublicationLine($0) }
        if warehouse.isJSON {
            try Console.json(PublicationDocument(releases: lines))
            return
        }
        if lines.isEmpty { Console.line("No release is due.") }
        for line in lines { Console.line(line.text) }
    }
}

private struct PublicationDocument: Encodable {
    let schema = "yardstick/release-publish/1"
    let releases: [PublicationLine]
}

/// One publication, as JSON and in words.
private struct PublicationLine: Encodable {
    let release: Int
    let period: String
    let kind: String
    let visibility: String
    let isUnchanged: Bool

    init(_ receipt: PublicationReceipt) {
        release = receipt.release
        period = receipt.period
        kind = receipt.kind.rawValue
        visibility = receipt.visibility.rawValue
        isUnchanged = receipt.isUnchanged
    }

    /// One line for people.
    var text: String {
        let audience = visibility == "open" ? "everybody" : "members"
        return isUnchanged
            ? "\(period): release \(release) was published for \(audience) before"
            : "\(period): release \(release), \(kind), is published for \(audience)"
    }
}
