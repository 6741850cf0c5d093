import ArgumentParser
import Consortium
import Foundation
import Warehouse

/// `yardstick erase SUBMISSION --bytes --reason TEXT`.
struct EraseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase",
        abstract: "Drop the original bytes of a submission, and every text of its cells.",
        discussion: """
            Digest, values, counts and findings stay, the latter in the words of their
            rules alone; an audit entry keeps who, when and why. There is no undoing.
            Backups and the server's log keep what they hold until they are dropped
            themselves: erasures.csv in the consortium folder gets a line, by which
            `db restore` and `db check` know an original that a backup brought back.

            Example:
              yardstick erase 9 --bytes --reason "Names of residents in the notes column"
            """)

    @Argument(help: "The number of the submission (see `yardstick submissions`).")
    var submission: Int

    @Flag(help: "Erase the bytes and the texts of cells; needed, since nothing else can be.")
    var bytes = false

    @Option(help: "Why; it is kept.")
    var reason: String

    @Option(help: "Who does it; it is kept (else the account that runs the program).")
    var by: String?

    @OptionGroup var place: ConsortiumOptions
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: FormatOptions

    func validate() throws {
        if reason.allSatisfy(\.isWhitespace) {
            throw ValidationError("--reason is blank. Say why, for those who ask later.")
        }
        if !bytes {
            throw ValidationError(
                "say --bytes: the original of submission \(submission) and the texts of its "
                    + "cells are then gone for good. `yardstick withdraw` can be undone.")
        }
    }

    func run() throws {
        let folder = try ConsortiumFolder.open(place)
        let receipt = try Session.with(
            database, consortium: folder.consortium.id, root: place.root
        ) { session in
            let now = Clock.now()
            return try session.warehouse.erase(
                submission: submission, reason: reason, actor: by ?? NSUserName(), at: now
            ) { try ErasureRegister(consortium: folder.path).add($0, at: Clock.text(now)) }
        }
        if output.format == .json {
            try Console.json(ErasureDocument(receipt))
            return
        }
        Console.line(
            "Submission \(receipt.submission) (\(receipt.file)): its "
                + "\(TextTable.grouped(receipt.byteCount)) bytes are erased, and the texts of "
                + "\(TextTable.grouped(receipt.values)) values and "
                + "\(TextTable.grouped(receipt.findings)) findings. "
                + "Audit entry \(receipt.auditEntry) says why.")
        if !receipt.sameBytes.isEmpty {
            Console.line(
                "The same bytes are kept as submission "
                    + receipt.sameBytes.map(String.init).joined(separator: ", ")
                    + "; erase these too if they must go.")
        }
    }
}

/// An erasure as JSON.
private struct ErasureDocument: Encodable {
    let schema = "yardstick/erase/1"
    let submission: Int
    let file: String
    let digest: String
    let byteCount: Int
    let findings: Int
    let values: Int
    let auditEntry: Int
    let sameBytes: [Int]

    init(_ receipt: ErasureReceipt) {
        submission = receipt.submission
        file = receipt.file
        digest = receipt.digest
        byteCount = receipt.byteCount
        findings = receipt.findings
        values = receipt.values
        auditEntry = receipt.auditEntry
        sameBytes = receipt.sameBytes
    }
}
