import ArgumentParser
import Benchmarking
import Consortium
import MetricSpec
import Warehouse

/// `yardstick release diff A B`.
struct ReleaseDiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "What moved between two releases of a period, and through what.",
        discussion: """
            Values that were added, changed or removed, each with the submission that did it;
            ranks that moved, split into the city's own value, the values of others, and
            peers that came or went (in this order, adding up to the move); and who joined
            or left a peer group.

            Example:
              yardstick release diff 8
            """)

    @Argument(help: "The number of the earlier release (see `yardstick releases`).")
    var before: Int

    @Argument(help: "The number of the later one (else the newest of that period).")
    var after: Int?

    @OptionGroup var place: ConsortiumOptions
    @OptionGroup var database: DatabaseOptions
    @Option(help: "How the differences are written.")
    var format: TableFormat = .text

    func run() throws {
        let folder = try ConsortiumFolder.open(place)
        let difference = try Session.with(
            database, consortium: folder.consortium.id, root: place.root
        ) { session in
            let warehouse = session.warehouse
            let later =
                try after
                ?? warehouse.newestRelease(
                    of: warehouse.release(numbered: before).period
                ).number
            return try warehouse.difference(from: before, to: later, standard: folder.standard)
        }
        switch format {
        case .json: try Console.json(ReleaseDiffDocument(difference))
        case .csv: DifferenceText(difference).showCSV()
        case .text: DifferenceText(difference).show()
        }
    }
}

/// The differences of two releases, as JSON.
struct ReleaseDiffDocument: Encodable {
    let schema = "yardstick/release-diff/1"
    let before: Int
    let after: Int
    let period: String
    let values: [ValueChangeLine]
    let ranks: [RankMoveLine]
    let members: [MemberChangeLine]

    init(_ difference: ReleaseDifference) {
        before = difference.before.number
        after = difference.after.number
        period = difference.after.period.text
        values = difference.values.map { ValueChangeLine($0) }
        ranks = difference.ranks.map { RankMoveLine($0) }
        members = difference.members.map { MemberChangeLine($0) }
    }
}

/// A figure that differs, as JSON.
struct ValueChangeLine: Encodable {
    let change: String
    let metric: String
    let city: String
    let breakdown: String
    let before: Double?
    let after: Double?
    let statusBefore: String?
    let statusAfter: String?
    let causes: [CauseLine]

    init(_ change: ReleasedChange) {
        self.change = change.kind.rawValue
        metric = change.metric
        city = change.city
        breakdown = change.breakdown
        before = change.before
        after = change.after
        statusBefore = change.statusBefore
        statusAfter = change.statusAfter
        causes = change.causes.map { CauseLine($0) }
    }
}

/// Through what a figure moved, as JSON.
struct CauseLine: Encodable {
    let kind: String
    let submission: Int?
    let file: String?
    let receivedAt: String?

    init(_ cause: ReleasedChange.Cause) {
        kind = cause.kind.rawValue
        submission = cause.submission
        file = cause.file
        receivedAt = cause.receivedAt
    }
}

/// A rank that differs, as JSON.
struct RankMoveLine: Encodable {
    let metric: String
    let city: String
    let breakdown: String
    let peerGroup: String
    let before: Int?
    let after: Int?
    let rankedBefore: Int?
    let rankedAfter: Int?
    let own: Int?
    let others: Int?
    let membership: Int?

    init(_ move: ReleasedMove) {
        metric = move.metric
        city = move.city
        breakdown = move.breakdown
        peerGroup = move.peerGroup
        before = move.before
        after = move.after
        rankedBefore = move.rankedBefore
        rankedAfter = move.rankedAfter
        own = move.shift?.own
        others = move.shift?.others
        membership = move.shift?.membership
    }
}

/// A city that joined or left a peer group, as JSON.
struct MemberChangeLine: Encodable {
    let peerGroup: String
    let owner: String?
    let city: String
    let hasJoined: Bool

    init(_ member: ReleasedMember) {
        peerGroup = member.peerGroup
        owner = member.owner
        city = member.city
        hasJoined = member.hasJoined
    }
}
