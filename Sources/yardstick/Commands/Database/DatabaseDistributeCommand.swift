import ArgumentParser
import Consortium
import Warehouse

/// `yardstick db distribute`.
struct DatabaseDistributeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "distribute",
        abstract: "Spread a database over the workers of Citus; for very many cities.",
        discussion: """
            Values, figures and standings are cut by measure and metric, small tables are
            copied to every worker, what was received stays on the coordinator. Once is
            enough; after `db migrate` a second run takes new tables along. Where the
            database has no Citus nothing changes and the message says what to do.
            docs/scale.md says from when on it pays.

            Example:
              yardstick db distribute --help
            """)

    @Option(help: "How many parts each large table has, for good: more than workers, ever.")
    var shards = 32

    @OptionGroup var place: ConsortiumOptions
    @OptionGroup var database: DatabaseOptions

    func validate() throws {
        if !(1...1024).contains(shards) {
            throw ValidationError("--shards is \(shards). Expected a number from 1 to 1024.")
        }
    }

    func run() throws {
        let folder = try ConsortiumFolder.open(place)
        let tables = try Session.with(
            database, consortium: folder.consortium.id, root: place.root
        ) { try $0.warehouse.distribute(shards: shards) }
        for table in tables {
            Console.line(
                table.column.map { "\(table.table): by \($0)" } ?? "\(table.table): everywhere")
        }
    }
}
