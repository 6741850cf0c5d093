import ArgumentParser
import Consortium
import Foundation
import MetricSpec
import Postgres
import Tabular
import Warehouse

/// `yardstick demo [--out DIR]`.
struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Run eight quarters of an invented consortium, from files to reports.",
        discussion: """
            All cities and figures are invented. Writes DIR/consortium (a folder to look
            around in), loads and compares it, and writes DIR/reports. A second run gives
            the same bytes.

            Example:
              yardstick demo --out yardstick-demo
            """)

    @Option(help: ArgumentHelp("The folder to write to.", valueName: "dir"))
    var out = "yardstick-demo"

    @Option(
        help: ArgumentHelp("The folder that holds sql/ and metrics-spec/.", valueName: "dir"))
    var root: String?

    @OptionGroup var database: DatabaseOptions

    func run() throws {
        let source = try ShareFolder.find(given: root).demo
        let path = Folder.absolute(out)
        try copyFolder(from: source + "/consortium", to: path + "/consortium")
        let folder = try ConsortiumFolder.open(consortiumOptions(path + "/consortium"))
        let story = try DemoStory(path: source + "/story.csv", folder: folder)
        let (period, pages) = try Session.with(
            database, consortium: folder.consortium.id, root: root
        ) { session in
            try story.tell(in: session)
            let period = try story.lastPeriod
            let reports = try ReportSource(
                warehouse: session.warehouse, folder: folder, period: period)
            let pages = try reports.write(
                folder.consortium.directory.cities, to: path + "/reports", withIndex: true)
            return (period, pages.count)
        }
        showNextSteps(period: period, pages: pages, city: folder.consortium.directory.cities[0].id)
    }

    private func consortiumOptions(_ path: String) -> ConsortiumOptions {
        var options = ConsortiumOptions()
        options.consortium = path
        options.root = root
        return options
    }

    /// Copies file by file; files that are there are replaced.
    private func copyFolder(from source: String, to target: String) throws {
        for name in Folder.files(below: source) {
            let path = target + "/" + name
            try Folder.make(URL(fileURLWithPath: path).deletingLastPathComponent().path)
            guard let bytes = FileManager.default.contents(atPath: source + "/" + name) else {
                throw CommandError("\(source)/\(name) cannot be read.")
            }
            try Folder.write(bytes, to: path)
        }
    }

    private func showNextSteps(period: Period, pages: Int, city: String) {
        Console.line(
            """

            \(pages) pages of \(period.text), all cities and figures invented. Open:
              \(out)/reports/index.html

            Look around:
              yardstick status \(period.text) --consortium \(out)/consortium
              yardstick show \(city) \(period.text) --consortium \(out)/consortium
              yardstick findings --consortium \(out)/consortium

            Ask in SQL (yardstick db psql --consortium \(out)/consortium):
              select metric, value, median, rank, ranked from member.standing
              where city = '\(city)' and period = '\(period.text)' and peer_group = 'all-members';
              select * from member.lineage where city = '\(city)' limit 5;
            """)
    }
}

/// What happens in the demo, step by step: `story.csv`.
struct DemoStory {
    private let folder: ConsortiumFolder
    private let steps: [Step]

    private struct Step {
        let action: String
        let target: String
        let received: Timestamp
        let reason: String
    }

    init(path: String, folder: ConsortiumFolder) throws {
        self.folder = folder
        let table = try SmallTable(SourceFile(path: path))
        steps = table.rows.map { row in
            Step(
                action: table.cell(row, "step"), target: table.cell(row, "target"),
                received: Clock.instant(table.cell(row, "received"))
                    ?? Timestamp(microseconds: 0),
                reason: table.cell(row, "reason"))
        }
    }

    /// The last period that is compared.
    var lastPeriod: Period {
        get throws {
            guard let step = steps.last(where: { $0.action == "compare" }),
                let period = Period(parsing: step.target)
            else { throw CommandError("story.csv compares no period.") }
            return period
        }
    }

    /// Runs all steps; those done in an earlier run change nothing.
    func tell(in session: Session) throws {
        let loader = try Loader(session: session, folder: folder)
        Loader.show(loader.sync.changes)
        var numbers: [String: Int] = [:]
        for step in steps {
            switch step.action {
            case "load": try load(step, loader: loader, numbers: &numbers)
            case "withdraw": try withdraw(step, session: session, numbers: numbers)
            default: try compare(step, session: session, loader: loader)
            }
        }
    }

    private func load(_ step: Step, loader: Loader, numbers: inout [String: Int]) throws {
        let named = Set(steps.filter { $0.action == "load" }.map(\.target))
        let files = try SubmissionFiles(folder: folder, mapping: nil, sender: nil)
            .find([folder.path + "/" + step.target])
            .filter { $0.shownPath == step.target || !named.contains($0.shownPath) }
        var (accepted, rejected, known) = (0, 0, 0)
        for file in files {
            let receipt = try loader.load(file, received: step.received)
            numbers[file.shownPath] = receipt.submission
            accepted += receipt.accepted
            rejected += receipt.rejected
            if receipt.outcome == .alreadyLoaded || receipt.outcome == .withdrawn { known += 1 }
        }
        var line =
            "\(step.target): \(files.count) files, "
            + "\(TextTable.grouped(accepted)) values accepted"
        if rejected > 0 { line += ", \(TextTable.grouped(rejected)) rejected" }
        if known > 0 { line += ", \(known) loaded before" }
        Console.line(line)
    }

    private func withdraw(_ step: Step, session: Session, numbers: [String: Int]) throws {
        guard let number = numbers[step.target] else { return }
        let isDone = try session.warehouse.submissions().contains {
            $0.number == number && $0.state == "withdrawn"
        }
        if isDone { return }
        _ = try session.warehouse.withdraw(
            submission: number, reason: step.reason, at: step.received)
        Console.line("\(step.target): withdrawn (\(step.reason))")
    }

    private func compare(_ step: Step, session: Session, loader: Loader) throws {
        guard let period = Period(parsing: step.target) else { return }
        let receipt = try session.warehouse.compare(
            period, registry: folder.registry, ids: loader.sync.ids, at: Clock.now())
        Console.line(ComparisonLine(receipt).text)
    }
}
