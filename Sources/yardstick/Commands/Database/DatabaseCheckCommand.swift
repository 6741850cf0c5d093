import ArgumentParser
import Consortium
import Warehouse

/// `yardstick db check`.
struct DatabaseCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Prove what the database promises (sql/checks).",
        discussion: """
            Says of each promise that is broken which rows break it; none should, ever,
            whatever was killed or cut off. Exit code 1 where one is. What erasures.csv
            in the consortium folder names must be erased in the database as well.

            Example:
              yardstick db check
            """)

    @OptionGroup var place: ConsortiumOptions
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: FormatOptions

    func run() throws {
        let folder = try ConsortiumFolder.open(place)
        let register = ErasureRegister(consortium: folder.path)
        let document = try Session.with(
            database, consortium: folder.consortium.id, root: place.root
        ) { try DatabaseCheckDocument($0.warehouse, register) }
        if output.format == .json {
            try Console.json(document)
        } else {
            document.show()
        }
        try (document.broken.isEmpty ? Outcome.done : .rejections).finish()
    }
}

/// What `db check` found, as JSON and in words.
struct DatabaseCheckDocument: Encodable {
    let schema = "yardstick/db-check/1"
    let promises: Int
    let broken: [BrokenPromiseLine]

    /// Runs all checks, and holds the register of erasures against the store.
    init(_ warehouse: Warehouse, _ register: ErasureRegister) throws {
        let unerased = try register.unerased(in: warehouse)
        let found = try warehouse.brokenPromises().map { BrokenPromiseLine($0) }
        promises = warehouse.promises + 1
        broken = found + (unerased.isEmpty ? [] : [BrokenPromiseLine(unerased, register)])
    }

    /// Writes it for people.
    func show() {
        for line in broken {
            Console.line("\(line.check): broken by \(TextTable.grouped(line.rows)) rows")
            Console.line("  promised: \(line.promise)")
            for example in line.examples { Console.line("  \(example)") }
            if line.rows > line.examples.count {
                Console.line("  and \(TextTable.grouped(line.rows - line.examples.count)) more")
            }
        }
        Console.line(
            broken.isEmpty
                ? "Every promise holds." : "\(broken.count) of \(promises) promises are broken.")
    }
}

/// One promise that does not hold.
struct BrokenPromiseLine: Encodable {
    let check: String
    let promise: String
    let rows: Int
    let examples: [String]

    init(_ broken: BrokenPromise) {
        check = broken.check
        promise = broken.promise
        rows = broken.rows
        examples = broken.examples
    }

    /// Originals that should be gone.
    init(_ unerased: [Int], _ register: ErasureRegister) {
        check = "erasures.csv"
        promise = "what was erased is erased here too"
        rows = unerased.count
        examples = unerased.map { register.sentence($0) }
    }
}
