import ArgumentParser
import Consortium
import MetricSpec
import Postgres
import Submission
import Tabular
import Warehouse

/// `yardstick load PATH...`: map, check and store.
struct LoadCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "load",
        abstract: "Map, check and store files; every version of every number is kept.",
        discussion: """
            Each file is one submission, stored wholly or not at all. The same file twice
            changes nothing. Good values are stored, bad ones are listed. A correction
            supersedes value by value and says what changed.
            A zip archive is one submission; so is a folder that a mapping with `member:`
            serves, kept as an archive of its files. Of any other folder each file is one.
            Exit code 0: all accepted, or nothing to do; 1: a value or file was rejected;
            2: could not go on.

            Example:
              yardstick load submissions/2026-Q3
            """)

    @Argument(help: "Files or folders.")
    var paths: [String]

    @Option(help: "The mapping, for files outside submissions/.")
    var mapping: String?

    @Option(help: "Who sent it (else the folder, the mapping, the consortium).")
    var sender: String?

    @Option(help: "When it was received, such as 2026-11-21T09:00:00Z (else now).")
    var received: Instant?

    @OptionGroup var place: ConsortiumOptions
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: FormatOptions

    func run() throws {
        let folder = try ConsortiumFolder.open(place)
        let files = try SubmissionFiles(folder: folder, mapping: mapping, sender: sender)
            .find(paths)
        var document = LoadDocument()
        // What is stored is said also where a later file ends the command.
        defer { if output.format == .json { try? Console.json(document) } }
        var worst = Outcome.done
        try Session.with(database, consortium: folder.consortium.id, root: place.root) { session in
            let loader = try Loader(session: session, folder: folder)
            document.broughtIn = loader.sync.changes
            if output.format == .text { Loader.show(loader.sync.changes) }
            try loader.load(files, received: received?.timestamp) { receipt in
                if output.format == .text { show(receipt) }
                document.submissions.append(ReceiptLine(receipt))
                worst = max(worst, receipt.hasRejections ? .rejections : .done)
            }
        }
        if files.isEmpty, output.format == .text { Console.line("No files: nothing to do.") }
        try worst.finish()
    }

    /// Groups of findings that are shown for a file; the others are counted.
    private static let shownGroups = 20

    private func show(_ receipt: LoadReceipt) {
        let groups = receipt.groups.groups
        for line in groups.prefix(Self.shownGroups).flatMap(\.lines) { Console.line("  " + line) }
        if groups.count > Self.shownGroups {
            let rest = groups.dropFirst(Self.shownGroups).reduce(0) { $0 + $1.count }
            Console.line(
                "  and \(TextTable.grouped(rest)) more findings: "
                    + "yardstick findings \(receipt.submission)")
        }
        let line = ReceiptLine(receipt)
        for change in line.changes { Console.line("  " + change.text) }
        if receipt.superseded > line.changes.count {
            Console.line(
                "  and \(TextTable.grouped(receipt.superseded - line.changes.count)) more changed")
        }
        Console.line(line.text)
    }
}

/// Loads files into an open warehouse.
struct Loader {
    let session: Session
    let folder: ConsortiumFolder
    let sync: RegistrySync

    /// Brings the folder in first, as every command that writes does.
    init(session: Session, folder: ConsortiumFolder) throws {
        self.session = session
        self.folder = folder
        sync = try session.warehouse.bringIn(folder.registry)
    }

    /// Says what bringing the folder in changed.
    static func show(_ changes: [String]) {
        for change in changes { Console.line("Brought in \(change)") }
    }

    /// Loads one file as one submission.
    func load(_ file: SubmissionFile, received: Timestamp) throws -> LoadReceipt {
        try Session.checkInterruption()
        var progress = Progress(file.shownPath)
        defer { progress.clear() }
        return try session.warehouse.load(
            request(file, received: received), registry: folder.registry, ids: sync.ids,
            context: folder.context
        ) { count in
            try Session.checkInterruption()
            progress.show(count, "values")
        }
    }

    /// Files that are open at once.
    private static let most = 1_000

    /// Loads files in their order, each as one submission; small ones share
    /// transactions.
    ///
    /// - Parameter received: nil: now.
    func load(
        _ files: [SubmissionFile], received: Timestamp?,
        receive: (LoadReceipt) throws -> Void
    ) throws {
        var rest = files[...]
        while let first = rest.first {
            let small = rest.prefix(Self.most).prefix { $0.isSmall }
            if small.count > 1 {
                try load(together: Array(small), received: received, receive: receive)
                rest = rest.dropFirst(small.count)
            } else {
                try receive(load(first, received: received ?? Clock.now()))
                rest = rest.dropFirst()
            }
        }
    }

    private func load(
        together files: [SubmissionFile], received: Timestamp?,
        receive: (LoadReceipt) throws -> Void
    ) throws {
        try Session.checkInterruption()
        let requests = try files.map { try request($0, received: received ?? Clock.now()) }
        var progress = Progress("\(files.count) files")
        defer { progress.clear() }
        var values = 0
        try session.warehouse.load(
            requests, registry: folder.registry, ids: sync.ids, context: folder.context,
            progress: { count in
                try Session.checkInterruption()
                values += count
                progress.show(values, "values")
            }, receive: receive)
    }

    private func request(_ file: SubmissionFile, received: Timestamp) throws -> LoadRequest {
        LoadRequest(
            file: try file.open(), path: file.shownPath, templatePath: file.templatePath,
            mapping: file.mapping, sender: file.sender, received: received)
    }
}

/// All files of one `load`, as JSON.
private struct LoadDocument: Encodable {
    let schema = "yardstick/load/1"
    var broughtIn: [String] = []
    var submissions: [ReceiptLine] = []
}

/// A receipt, as JSON and in words.
struct ReceiptLine: Encodable {
    let outcome: String
    let submission: Int
    let file: String
    let mapping: String
    let sender: String
    let rowsRead: Int
    let valuesRead: Int
    let accepted: Int
    let rejected: Int
    let unchanged: Int
    let superseded: Int
    let findingCounts: [String: Int]
    let groups: [FindingGroupLine]
    let changes: [ChangeLine]

    init(_ receipt: LoadReceipt) {
        outcome = receipt.outcome.rawValue
        submission = receipt.submission
        file = receipt.file
        mapping = receipt.mapping
        sender = receipt.sender
        rowsRead = receipt.rowsRead
        valuesRead = receipt.valuesRead
        accepted = receipt.accepted
        rejected = receipt.rejected
        unchanged = receipt.unchanged
        superseded = receipt.superseded
        findingCounts = Dictionary(
            uniqueKeysWithValues: receipt.findings.map { ($0.key.rawValue, $0.value) })
        groups = receipt.groups.groups.map { FindingGroupLine($0) }
        changes = receipt.changes.map { ChangeLine($0) }
    }

    /// One line for people.
    var text: String {
        switch outcome {
        case LoadReceipt.Outcome.alreadyLoaded.rawValue:
            return "\(file): submission \(submission) already holds this file: nothing changed."
        case LoadReceipt.Outcome.withdrawn.rawValue:
            return "\(file): submission \(submission) holds this file and is withdrawn: nothing "
                + "changed. `yardstick withdraw \(submission) --undo --reason TEXT` brings it back."
        case LoadReceipt.Outcome.rejected.rawValue:
            return "\(file): rejected, kept as submission \(submission) with its findings."
        default:
            var text =
                "\(file): submission \(submission), \(TextTable.grouped(rowsRead)) rows, "
                + "\(TextTable.grouped(accepted)) values accepted"
            if rejected > 0 { text += ", \(TextTable.grouped(rejected)) rejected" }
            if unchanged > 0 { text += ", \(TextTable.grouped(unchanged)) unchanged" }
            if superseded > 0 { text += ", \(TextTable.grouped(superseded)) superseded" }
            return text
        }
    }
}
