import ArgumentParser
import Consortium
import Warehouse

/// `yardstick withdraw SUBMISSION --reason TEXT`.
struct WithdrawCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: "End the currency of what a submission brought; history stays.",
        discussion: """
            What was current before is current again. Releases already made stay as they
            are; the next `compare` counts without the submission.

            Example:
              yardstick withdraw 12 --reason "Figures of another year, sent by mistake"
            """)

    @Argument(help: "The number of the submission (see `yardstick submissions`).")
    var submission: Int

    @Option(help: "Why; it is kept.")
    var reason: String

    @Flag(help: "Make it count again.")
    var undo = false

    @OptionGroup var place: ConsortiumOptions
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: FormatOptions

    func validate() throws {
        if reason.allSatisfy(\.isWhitespace) {
            throw ValidationError("--reason is blank. Say why, for those who ask later.")
        }
    }

    func run() throws {
        let folder = try ConsortiumFolder.open(place)
        let (changes, receipt) = try Session.with(
            database, consortium: folder.consortium.id, root: place.root
        ) { session in
            let sync = try session.warehouse.bringIn(folder.registry)
            if output.format == .text { Loader.show(sync.changes) }
            let receipt =
                try undo
                ? session.warehouse.undoWithdrawal(
                    of: submission, reason: reason, at: Clock.now())
                : session.warehouse.withdraw(
                    submission: submission, reason: reason, at: Clock.now())
            return (sync.changes, receipt)
        }
        if output.format == .json {
            try Console.json(
                WithdrawalDocument(
                    broughtIn: changes, submission: receipt.submission, file: receipt.file,
                    values: receipt.values,
                    keptCurrent: receipt.confirmed, isWithdrawn: !undo))
            return
        }
        Console.line(
            "Submission \(receipt.submission) (\(receipt.file)) "
                + (undo ? "counts again" : "is withdrawn")
                + ": \(TextTable.grouped(receipt.values)) values.")
        if receipt.confirmed > 0 {
            Console.line(
                "\(TextTable.grouped(receipt.confirmed)) of them stay current: later "
                    + "submissions had repeated them.")
        }
    }
}

/// A withdrawal as JSON.
private struct WithdrawalDocument: Encodable {
    let schema = "yardstick/withdraw/1"
    let broughtIn: [String]
    let submission: Int
    let file: String
    let values: Int
    let keptCurrent: Int
    let isWithdrawn: Bool
}
