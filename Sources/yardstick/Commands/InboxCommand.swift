import ArgumentParser
import Consortium
import Foundation
import Submission

/// `yardstick inbox FOLDER`: answers the files that arrive in a folder.
struct InboxCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inbox",
        abstract: "Answer what arrives in FOLDER/SENDER/... with copies, pages and mails.",
        discussion: """
            For each file three appear in OUTBOX/SENDER/: the file as a workbook with a
            mark and a note at each finding, a page, and the text of a mail. A file that
            was answered before is passed over, one that changed is answered anew; one
            that is still being written, or whose name begins with a dot or ends in .part,
            .tmp or ~, waits. A folder that a mapping with member: serves is answered as one
            submission, as soon as none of its files waits. The mapping is found as for submissions/: by the path in the
            folder, with --period as PERIOD/SENDER/..., or the one named with --mapping.
            Exit code with --once: 0 all accepted; 1 a value or file was not, or no mapping
            serves it; 2 could not go on, or a file could not be answered.

            Example:
              yardstick inbox submissions/2026-Q3 --once --settle 0 --out ../outbox
            """)

    @Argument(help: "The folder in which each sender has one.")
    var inbox: String

    @Flag(help: "Answer what is there and end.")
    var once = false

    @Flag(help: "Go on until SIGINT or SIGTERM.")
    var watch = false

    @Option(
        help: ArgumentHelp(
            "Where answers go (else outbox/ in the consortium folder).", valueName: "outbox"))
    var out: String?

    @Option(help: "The mapping of all files.")
    var mapping: String?

    @Option(help: "The period that files are for, such as 2026-Q3.")
    var period: String?

    @Option(help: "Seconds that a file must not have changed.")
    var settle: Double = 2

    @Flag(help: "Also store each file, as load does.")
    var load = false

    @OptionGroup var place: ConsortiumOptions
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: FormatOptions

    func validate() throws {
        if once == watch { throw ValidationError("say --once or --watch.") }
        guard settle >= 0, settle <= 3_600 else {
            throw ValidationError("--settle is a number of seconds, from 0 to 3600.")
        }
        if let period { _ = try PeriodArgument.parse(period) }
    }

    func run() throws {
        let folder = try ConsortiumFolder.open(place)
        let outbox = Folder.absolute(out ?? folder.path + "/outbox")
        if outbox == folder.submissions || Folder.relative(outbox, to: folder.submissions) != nil {
            throw CommandError(
                "\(outbox) lies in submissions/, where nothing is ever written. Name another "
                    + "folder with --out.")
        }
        var lines: [InboxLine] = []
        var worst = Outcome.done
        try withInbox(folder, outbox: outbox) { inbox in
            (lines, worst) = try serve(inbox)
        }
        if output.format == .json {
            try Console.json(InboxDocument(outbox: outbox, replies: lines))
        } else if lines.isEmpty {
            Console.line("Nothing new in \(inbox).")
        }
        if once { try worst.finish() }
    }

    private func withInbox(
        _ folder: ConsortiumFolder, outbox: String, _ body: (Inbox) throws -> Void
    ) throws {
        let files = try InboxFiles(
            inbox: inbox, folder: folder, mapping: mapping, period: period)
        guard load else {
            return try FileChecker.with(folder, database: database, root: place.root) { checker in
                try body(Inbox(files, checker: checker, loader: nil, outbox: outbox))
            }
        }
        try Session.with(database, consortium: folder.consortium.id, root: place.root) { session in
            let checker = FileChecker(folder: folder, warehouse: session.warehouse)
            let loader = try Loader(session: session, folder: folder)
            try body(Inbox(files, checker: checker, loader: loader, outbox: outbox))
        }
    }

    /// Answers files until there are no more, or until a signal.
    private func serve(_ inbox: Inbox) throws -> ([InboxLine], Outcome) {
        var watcher = SettledFiles(seconds: settle)
        var lines: [InboxLine] = []
        var worst = Outcome.done
        do {
            try inbox.removeLeftovers()
            repeat {
                for file in watcher.settled(inbox.files.all()) {
                    try Session.checkInterruption()
                    guard let line = try inbox.reply(to: file) else { continue }
                    worst = max(worst, line.outcome)
                    lines.append(line)
                    if output.format == .text { line.show() }
                }
            } while try watch ? pause(1) : watcher.waits && pause(settle)
        } catch is Interruption.Interrupted where watch {
            // The asked-for end: every answer is there wholly or not at all.
        }
        if once {
            for path in watcher.stillChanging {
                Console.error("\(path): still being written, passed over.")
            }
        }
        return (lines, worst)
    }

    /// Waits, and notices a signal at once.
    private func pause(_ seconds: Double) throws -> Bool {
        let end = Date(timeIntervalSinceNow: seconds)
        while Date() < end {
            try Session.checkInterruption()
            usleep(50_000)
        }
        return true
    }
}

/// All answers of one `inbox`, as JSON.
private struct InboxDocument: Encodable {
    let schema = "yardstick/inbox/1"
    let outbox: String
    let replies: [InboxLine]
}

/// One answer, as JSON and in words.
struct InboxLine: Encodable {
    let file: String
    let sender: String
    let verdict: String
    let mapping: String?
    let valuesRead: Int
    let accepted: Int
    let rejected: Int
    let findingCount: Int
    let submission: Int?
    let replies: [String]

    /// What it means for the exit code.
    var outcome: Outcome {
        switch verdict {
        case "accepted": .done
        case "failed": .cannotGoOn
        default: .rejections
        }
    }

    /// Writes one line.
    func show() {
        let first = replies.first.map { " -> \($0)" } ?? ""
        let stored = submission.map { ", submission \($0)" } ?? ""
        Console.line("\(file): \(verdict.replacing("_", with: " "))\(stored)\(first)")
    }
}
