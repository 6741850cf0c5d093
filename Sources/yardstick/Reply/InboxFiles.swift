import Foundation
import Submission

/// A file that arrived, or a folder of files that belong together.
struct InboxFile: Hashable {
    /// Where it lies.
    let location: String
    let sender: String
    /// Its path below the sender's folder.
    let name: String
    /// As it is shown, and stored with `--load`.
    let shownPath: String
    /// Paths by which a mapping may be found, relative to `submissions/`.
    let templatePaths: [String]
}

/// Lists the files below an inbox and finds the mapping of each.
struct InboxFiles {
    private let inbox: String
    private let folder: ConsortiumFolder
    private let given: Mapping?
    private let period: String?

    init(inbox: String, folder: ConsortiumFolder, mapping: String?, period: String?) throws {
        guard Folder.isFolder(inbox) else {
            throw CommandError("\(inbox) is no folder. Name the one in which files arrive.")
        }
        self.inbox = Folder.absolute(inbox)
        self.folder = folder
        self.period = period
        given = try SubmissionFiles(folder: folder, mapping: mapping, sender: nil).given()
    }

    /// All files that may be answered, sorted; only what is a file of its own,
    /// since a link could lead anywhere.
    ///
    /// A folder that a mapping with `member:` serves is one of them; the files
    /// of any other are answered one by one.
    func all() -> [InboxFile] {
        Folder.files(below: inbox, where: isSubmission).compactMap { path in
            let location = inbox + "/" + path
            guard !Self.isPassedOver(path), Sighting(location) != nil else { return nil }
            return file(path, at: location)
        }
    }

    /// Whether a folder is one submission, as for `load`.
    private func isSubmission(_ path: String) -> Bool {
        let location = inbox + "/" + path
        guard !Sighting.isLink(location), let folder = file(path, at: location) else {
            return false
        }
        return mapping(of: folder).candidates.contains { $0.readsMembers }
    }

    /// Nil for a file in no sender's folder.
    private func file(_ path: String, at location: String) -> InboxFile? {
        let inside = Folder.relative(location, to: folder.submissions)
        // Below submissions/ itself periods come before senders.
        let below = path.split(separator: "/").dropFirst(inbox == folder.submissions ? 1 : 0)
        guard below.count >= 2, let sender = below.first else { return nil }
        let name = below.dropFirst().joined(separator: "/")
        return InboxFile(
            location: location, sender: String(sender), name: name,
            shownPath: Folder.relative(location, to: folder.path) ?? location,
            templatePaths: inside.map { [$0] }
                ?? templatePaths(path, sender: String(sender), name: name))
    }

    /// SENDER/PERIOD/FILE serves like PERIOD/SENDER/FILE.
    private func templatePaths(_ path: String, sender: String, name: String) -> [String] {
        if let period {
            return [period.replacing("/", with: "--") + "/" + sender + "/" + name]
        }
        guard let slash = name.firstIndex(of: "/") else { return [path] }
        return [path, name[..<slash] + "/" + sender + name[slash...]]
    }

    /// The one mapping that serves a file and the path that it matches; all
    /// that do where there is not one.
    func mapping(of file: InboxFile) -> (candidates: [Mapping], path: String) {
        if let given { return ([given], file.templatePaths[0]) }
        for path in file.templatePaths {
            let found = MappingMatcher.candidates(for: path, among: folder.mappings)
            if !found.isEmpty { return (found, path) }
        }
        return ([], file.templatePaths[0])
    }

    private static func isPassedOver(_ path: String) -> Bool {
        Sighting.isUnfinished(path) || path.lowercased().hasSuffix(".md")
    }
}

/// How large a file is and when it was changed, or all files in a folder; nil
/// for what is neither, and for a folder without a file.
struct Sighting: Equatable {
    private struct File: Equatable {
        let name: String
        let size: off_t
        let seconds: Int
        let nanoseconds: Int
        let inode: ino_t
    }

    private let files: [File]
    /// Whether a file in the folder is still on its way, by its name.
    let isUnfinished: Bool

    init?(_ path: String) {
        guard let status = Self.status(path) else { return nil }
        switch status.st_mode & S_IFMT {
        case S_IFREG:
            files = [Self.file("", status)]
            isUnfinished = false
        case S_IFDIR:
            let names = Folder.files(below: path)
            files = names.compactMap { name in
                Self.status(path + "/" + name).map { Self.file(name, $0) }
            }
            isUnfinished = names.contains(where: Self.isUnfinished)
            if files.isEmpty { return nil }
        default: return nil
        }
    }

    private static func status(_ path: String) -> stat? {
        var status = stat()
        return lstat(path, &status) == 0 ? status : nil
    }

    private static func file(_ name: String, _ status: stat) -> File {
        File(
            name: name, size: status.st_size, seconds: status.st_mtim.tv_sec,
            nanoseconds: status.st_mtim.tv_nsec, inode: status.st_ino)
    }

    /// Whether a name at a path is a link.
    static func isLink(_ path: String) -> Bool {
        status(path).map { $0.st_mode & S_IFMT == S_IFLNK } ?? false
    }

    private static let endings = [".part", ".tmp", "~", ".crdownload", ".filepart"]

    /// Whether a name says that its file is still being copied.
    static func isUnfinished(_ path: String) -> Bool {
        endings.contains { path.lowercased().hasSuffix($0) }
    }
}

/// Tells which files are no longer being written: those that have not changed
/// for some seconds while they were watched.
struct SettledFiles {
    private let seconds: Double
    private var seen: [String: (sighting: Sighting, since: Date)] = [:]
    private var handedOut: [String: Sighting] = [:]
    private(set) var stillChanging: [String] = []
    private var looks = 0

    init(seconds: Double) {
        self.seconds = seconds
    }

    /// Whether another look may show more.
    var waits: Bool { !stillChanging.isEmpty && looks < 2 }

    /// Those of the files that have settled, each once until it changes.
    mutating func settled(_ files: [InboxFile]) -> [InboxFile] {
        let now = Date()
        var settled: [InboxFile] = []
        var current: [String: (sighting: Sighting, since: Date)] = [:]
        stillChanging = []
        looks += 1
        for file in files {
            guard let sighting = Sighting(file.location),
                handedOut[file.location] != sighting
            else { continue }
            let before = seen[file.location]
            let since = before?.sighting == sighting ? before?.since ?? now : now
            current[file.location] = (sighting, since)
            if now.timeIntervalSince(since) >= seconds, !sighting.isUnfinished {
                handedOut[file.location] = sighting
                settled.append(file)
            } else {
                stillChanging.append(file.shownPath)
            }
        }
        seen = current
        return settled
    }
}
