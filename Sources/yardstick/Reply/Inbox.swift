import Consortium
import Foundation
import Reporting
import Submission
import Tabular
import Warehouse

/// Answers files: a copy, a page and a mail each, wholly or not at all.
///
/// An answer's name holds a digest of the file, its mapping and the standard,
/// so that the same file is answered once. The mail comes last: where it is,
/// the others are.
struct Inbox {
    let files: InboxFiles
    private let checker: FileChecker
    /// Stores what was answered; nil without `--load`.
    private let loader: Loader?
    private let outbox: String

    init(_ files: InboxFiles, checker: FileChecker, loader: Loader?, outbox: String) {
        self.files = files
        self.checker = checker
        self.loader = loader
        self.outbox = outbox
    }

    /// Answers a file; nil where it was answered before, or changed in the
    /// meantime and waits again.
    ///
    /// What goes wrong with one file is said, and does not end the others.
    func reply(to file: InboxFile) throws -> InboxLine? {
        do {
            return try answer(file)
        } catch let error as Interruption.Interrupted {
            throw error
        } catch {
            try Session.checkInterruption()
            Console.error("\(file.shownPath): \(error)")
            return InboxLine(
                file: file.shownPath, sender: file.sender, verdict: "failed", mapping: nil,
                valuesRead: 0, accepted: 0, rejected: 0, findingCount: 0, submission: nil,
                replies: [])
        }
    }

    private func answer(_ file: InboxFile) throws -> InboxLine? {
        let work = try Workplace(outbox: outbox, sender: file.sender)
        defer { work.remove() }
        // A copy of our own: whoever sends may write into the file again.
        let before = Sighting(file.location)
        let snapshot = work.path("snapshot")
        try copy(file, to: snapshot)
        guard let before, before == Sighting(file.location) else {
            Console.error("\(file.shownPath): changed while it was read, passed over.")
            return nil
        }
        let names = names(file, try SourceFile(path: snapshot, name: file.shownPath))
        if Folder.exists(names.mail) { return nil }
        let (candidates, path) = files.mapping(of: file)
        guard candidates.count == 1, let mapping = candidates.first else {
            return try answerUnserved(file, candidates: candidates, names: names, work: work)
        }
        let served = SubmissionFile(
            location: snapshot, shownPath: file.shownPath, templatePath: path, mapping: mapping,
            sender: file.sender)
        return try answer(file, served, names: names, work: work)
    }

    /// A folder is packed as `load` packs it, so that both are one submission.
    private func copy(_ file: InboxFile, to path: String) throws {
        guard Folder.isFolder(file.location) else {
            return try FileManager.default.copyItem(atPath: file.location, toPath: path)
        }
        let packed = try SourceFile(packing: file.location, name: file.shownPath)
        try withExtendedLifetime(packed) { try Folder.write(packed.bytes, to: path) }
    }

    private func answer(
        _ file: InboxFile, _ served: SubmissionFile, names: ReplyNames, work: Workplace
    ) throws -> InboxLine {
        let checked = try checker.check(served)
        var reply = ReplyInput(checked, consortium: checker.folder.consortium)
        let receipt = try loader?.load(served, received: Clock.now())
        if let receipt { reply.notes.append("It is stored as submission \(receipt.submission).") }
        reply.copy = Folder.name(names.copy)
        try AnnotatedCopy(checked, reply: reply).write(to: work.path("copy"))
        try work.publish("copy", as: names.copy)
        try publish(reply, names: names, work: work)
        return InboxLine(
            file: file.shownPath, sender: file.sender, verdict: reply.verdict.word,
            mapping: reply.mapping, valuesRead: reply.values, accepted: reply.accepted,
            rejected: reply.rejected, findingCount: checked.findings.groups.count,
            submission: receipt?.submission, replies: [names.copy, names.page, names.mail])
    }

    /// No mapping, or several, serve the file: that is the answer.
    private func answerUnserved(
        _ file: InboxFile, candidates: [Mapping], names: ReplyNames, work: Workplace
    ) throws -> InboxLine {
        let consortium = checker.folder.consortium
        var reply = ReplyInput(
            consortium: consortium.name, isInvented: consortium.isInvented,
            file: Folder.name(file.name), verdict: .notServed, mapping: nil)
        let known = candidates.map { "\"\($0.name)\"" }.joined(separator: ", ")
        reply.notes = [
            candidates.isEmpty
                ? "For the consortium: no mapping's `files:` matches \(file.templatePaths[0]). "
                    + "`yardstick map suggest \(file.shownPath)` drafts one."
                : "For the consortium: the mappings \(known) all match \(file.templatePaths[0]). "
                    + "Make their `files:` differ, or name one with --mapping."
        ]
        try publish(reply, names: names, work: work)
        return InboxLine(
            file: file.shownPath, sender: file.sender, verdict: reply.verdict.word, mapping: nil,
            valuesRead: 0, accepted: 0, rejected: 0, findingCount: 0, submission: nil,
            replies: [names.page, names.mail])
    }

    private func publish(_ reply: ReplyInput, names: ReplyNames, work: Workplace) throws {
        try Folder.write(Report.replyPage(reply).bytes, to: work.path("page"))
        try work.publish("page", as: names.page)
        try Folder.write(Report.replyMail(reply).utf8, to: work.path("mail"))
        try work.publish("mail", as: names.mail)
    }

    // MARK: Names

    /// The files of one answer.
    private struct ReplyNames {
        let copy: String
        let page: String
        let mail: String
    }

    private func names(_ file: InboxFile, _ source: SourceFile) -> ReplyNames {
        let mappings = files.mapping(of: file).candidates.map(\.text)
        let key = Warehouse.digest(
            of: [
                Warehouse.digest(of: source), checker.folder.registry.standardDigest,
                loader == nil ? "checked" : "loaded",
            ] + mappings)
        let stem =
            "\(outbox)/\(file.sender)/\(file.name.replacing("/", with: "--")).\(key.prefix(12))"
        return ReplyNames(copy: stem + ".xlsx", page: stem + ".html", mail: stem + ".txt")
    }

    /// Takes away what a run that was killed left behind.
    func removeLeftovers() throws {
        try Folder.make(outbox)
        Workplace.removeLeftovers(in: outbox)
    }
}

extension ReplyInput.Verdict {
    /// As JSON and the terminal have it.
    fileprivate var word: String {
        switch self {
        case .accepted: "accepted"
        case .partly: "partly_accepted"
        case .rejected: "rejected"
        case .notServed: "not_served"
        }
    }
}

/// A hidden folder in the outbox in which an answer grows.
private struct Workplace {
    private let folder: String
    private let target: String
    private static let start = ".work-"

    init(outbox: String, sender: String) throws {
        folder = "\(outbox)/\(Self.start)\(getpid())"
        target = "\(outbox)/\(sender)"
        try? FileManager.default.removeItem(atPath: folder)
        try Folder.make(folder)
        try Folder.make(target)
    }

    func path(_ name: String) -> String { folder + "/" + name }

    /// Gives a finished file its name in the outbox, at once.
    func publish(_ name: String, as path: String) throws {
        guard rename(self.path(name), path) == 0 else {
            throw CommandError("\(path) cannot be written: \(String(cString: strerror(errno))).")
        }
    }

    func remove() {
        try? FileManager.default.removeItem(atPath: folder)
    }

    /// Removes the folders of processes that are no more.
    static func removeLeftovers(in outbox: String) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: outbox)) ?? []
        for name in names where name.hasPrefix(start) {
            guard let process = Int32(name.dropFirst(start.count)) else { continue }
            if kill(process, 0) != 0, errno == ESRCH {
                try? FileManager.default.removeItem(atPath: outbox + "/" + name)
            }
        }
    }
}
