import ArgumentParser
import Consortium
import Foundation
import Warehouse

/// `yardstick audit`: who did what, and the proof that nobody changed it.
struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Who did what to what was received and released, and when.",
        discussion: """
            Entries are only ever added. Each one's digest covers the entry before it,
            so that a change to any of them shows.

            Example:
              yardstick audit
            """,
        subcommands: [AuditListCommand.self, AuditVerifyCommand.self],
        defaultSubcommand: AuditListCommand.self)
}

/// `yardstick audit list`.
struct AuditListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the entries, the first made first.",
        discussion: """
            Example:
              yardstick audit list --submission 1
            """)

    @Option(help: "The number of a submission: its entries alone.")
    var submission: Int?

    @OptionGroup var warehouse: WarehouseOptions

    func run() throws {
        let entries = try warehouse.ask {
            try $0.warehouse.auditEntries(ofSubmission: submission)
        }
        if warehouse.isJSON {
            return try Console.json(AuditDocument(entries: entries.map { AuditLine($0) }))
        }
        var table = TextTable(">no", "when", "who", "action", "what", "reason")
        for entry in entries {
            let line = AuditLine(entry)
            table.add(
                String(line.entry), line.happenedAt, line.actor, line.action, line.what,
                line.reason ?? "")
        }
        table.show()
    }
}

/// `yardstick audit verify`.
struct AuditVerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Prove that no entry was changed; name the first that was.",
        discussion: """
            Computes the digest of every entry anew. What is left of a chain does not show
            that its end was cut off: keep the digest that this prints elsewhere, and name
            it with --holds the next time. Exit code 1 where the chain is broken.

            Example:
              yardstick audit verify
            """)

    @Option(
        help: "A digest that an earlier run printed: it must still be in the chain.",
        transform: { $0.lowercased() })
    var holds: String?

    @OptionGroup var warehouse: WarehouseOptions

    func validate() throws {
        if let holds, holds.utf8.count != 64 || !holds.allSatisfy(\.isHexDigit) {
            throw ValidationError(
                "--holds \"\(holds)\" is no digest. Expected the 64 hexadecimal digits that "
                    + "`yardstick audit verify` printed.")
        }
    }

    func run() throws {
        let verdict = try warehouse.ask { try $0.warehouse.verifyAudit(holding: holds) }
        let document = AuditVerifyDocument(verdict, asked: holds)
        if warehouse.isJSON {
            try Console.json(document)
        } else {
            for line in document.lines { Console.line(line) }
        }
        try (document.isValid ? Outcome.done : .rejections).finish()
    }
}

/// The audit chain as JSON.
private struct AuditDocument: Encodable {
    let schema = "yardstick/audit/1"
    let entries: [AuditLine]
}

/// One entry.
private struct AuditLine: Encodable {
    let entry: Int
    let happenedAt: String
    let actor: String
    let action: String
    let submission: Int?
    let release: Int?
    let subject: String?
    let digest: String?
    let reason: String?
    let chainDigest: String

    init(_ entry: AuditEntry) {
        self.entry = entry.number
        happenedAt = Clock.text(entry.instant)
        actor = entry.actor
        action = entry.action
        submission = entry.submission
        release = entry.release
        subject = entry.subject.isEmpty ? nil : entry.subject
        digest = entry.digest
        reason = entry.reason.isEmpty ? nil : entry.reason
        chainDigest = entry.chainDigest
    }

    /// What it was done to, for people.
    var what: String {
        [submission.map { "submission \($0)" }, release.map { "release \($0)" }, subject]
            .compactMap { $0 }.joined(separator: ", ")
    }
}

/// What verifying proved, as JSON.
private struct AuditVerifyDocument: Encodable {
    let schema = "yardstick/audit-verify/1"
    let isValid: Bool
    let soundEntries: Int
    let chainDigest: String?
    let holds: Bool?
    let firstBroken: Int?
    let problem: String?

    init(_ verdict: AuditVerdict, asked: String?) {
        isValid = verdict.firstBroken == nil && verdict.holdsDigest
        soundEntries = verdict.sound
        chainDigest = verdict.digest.isEmpty ? nil : verdict.digest
        holds = asked == nil ? nil : verdict.holdsDigest
        firstBroken = verdict.firstBroken?.entry
        problem = verdict.firstBroken?.problem.rawValue
    }

    /// The same for people.
    var lines: [String] {
        let written = "entries 1 to \(soundEntries) are as they were written."
        var lines: [String] = []
        if let firstBroken, let problem {
            lines.append(
                problem == AuditBreak.Problem.missing.rawValue
                    ? "Entry \(firstBroken) is missing: it was deleted. Compare with a backup."
                    : "Entry \(firstBroken) is not what its digest covers: it was changed. "
                        + "Compare with a backup.")
            if soundEntries > 0 { lines.append("Before it, \(written)") }
        } else {
            lines.append(
                soundEntries == 0 ? "There is no entry yet." : "The chain is whole: \(written)")
        }
        if let chainDigest { lines.append("Digest of entry \(soundEntries): \(chainDigest)") }
        if let holds {
            lines.append(
                holds
                    ? "It holds the digest that was noted."
                    : "It does not hold the digest that was noted: entries were cut off or "
                        + "written anew.")
        }
        return lines
    }
}
