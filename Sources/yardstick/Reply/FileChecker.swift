import Consortium
import MetricSpec
import Submission
import Tabular
import Warehouse

/// What `check` found in one file.
struct CheckedFile {
    let file: SubmissionFile
    /// Its bytes, as they were checked.
    let source: SourceFile
    let summary: IntakeSummary
    let findings: CollectedFindings

    var hasRejections: Bool { summary.hasRejections }
}

/// What is kept of a file's findings: groups, and the first ones.
struct CollectedFindings {
    /// How many findings are kept one by one; the others are counted.
    static let kept = 10_000

    private(set) var groups = FindingGroups()
    private(set) var first: [Finding] = []

    mutating func add(_ findings: [Finding]) {
        groups.add(findings)
        first += findings.prefix(Self.kept - first.count)
    }
}

/// Maps and checks files, with a database where one is at hand.
struct FileChecker {
    let folder: ConsortiumFolder
    /// What is known of the cities beside the files; nil: the warehouse is
    /// asked.
    var history: History?
    /// Has what the cities reported before.
    let warehouse: Warehouse?

    /// Runs the body with the warehouse where one is needed and at hand.
    ///
    /// A database that was named must answer; any other may be missing.
    static func with(
        _ folder: ConsortiumFolder, _ history: History? = nil, database: DatabaseOptions,
        root: String?,
        _ body: (FileChecker) throws -> Void
    ) throws {
        let id = folder.consortium.id
        guard history == nil, try DatabasePlace.find(database).mayAnswer else {
            return try body(FileChecker(folder: folder, history: history, warehouse: nil))
        }
        var isOpen = false
        do {
            try Session.unprepared(database, consortium: id, root: root) { session in
                let isReady = try session.warehouse.isReady(forConsortium: id)
                isOpen = true
                try body(
                    FileChecker(folder: folder, warehouse: isReady ? session.warehouse : nil))
            }
        } catch  where !isOpen && database.database == nil {
            try Session.checkInterruption()
            try body(FileChecker(folder: folder, warehouse: nil))
        }
    }

    /// Checks one file.
    ///
    /// - Parameter each: is handed all findings as they come.
    func check(
        _ file: SubmissionFile, each: ([Finding]) -> Void = { _ in }
    ) throws -> CheckedFile {
        var findings = CollectedFindings()
        var progress = Progress(file.shownPath)
        var count = 0
        let source = try file.open()
        let summary = try intake(file, source).run { batch in
            try Session.checkInterruption()
            count += batch.count
            progress.show(count, "values")
            guard !batch.findings.isEmpty else { return }
            findings.add(batch.findings)
            progress.clear()
            each(batch.findings)
        }
        progress.clear()
        return CheckedFile(file: file, source: source, summary: summary, findings: findings)
    }

    private func intake(_ file: SubmissionFile, _ source: SourceFile) throws -> Intake {
        func intake(_ context: IntakeContext) -> Intake {
            Intake(
                source, path: file.templatePath, mapping: file.mapping, context: context,
                duplicates: .found)
        }
        var context = folder.context
        let accumulated = try warehouse?.accumulated(
            for: intake(context), registry: folder.registry)
        context.accumulated = accumulated?.values
        let history =
            try self.history?.matched(to: intake(context)) { Warehouse.digest(of: source) }
            ?? warehouse?.history(for: intake(context), registry: folder.registry)
        return intake(context.with(history))
    }
}
