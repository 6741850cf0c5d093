import Benchmarking
import Consortium
import Logging
import MetricSpec
import Postgres
import Submission
import Tabular
import TestSupport
import Testing

@testable import Warehouse

/// A fresh database with a schema and, after `init(_:)`, a folder in it.
final class Store {
    let database: TemporaryDatabase
    let connection: Connection
    let warehouse: Warehouse
    private(set) var registry: Registry
    private(set) var ids: RegistryIDs
    /// What the first bringing in said.
    let changes: [String]

    /// Makes the database and brings the folder in.
    convenience init(_ registry: Registry? = nil) throws {
        try self.init(database: TemporaryDatabase(), registry: registry ?? Sample.registry())
    }

    /// Opens a database that may have a schema and a folder already.
    ///
    /// - Parameter folder: the statements; nil for those of this program.
    init(database: TemporaryDatabase, registry: Registry, folder: SQLFolder? = nil) throws {
        self.database = database
        self.registry = registry
        connection = try database.connect()
        warehouse = Warehouse(
            connection: connection, folder: try folder ?? SQLFolder(path: Root.sql),
            logger: Logger(label: "tests") { _ in SwiftLogNoOpLogHandler() },
            auditActor: AuditActor(name: "tester") { Timestamp(secondsSince1970: 30) })
        try warehouse.prepare()
        let sync = try warehouse.bringIn(registry)
        ids = sync.ids
        changes = sync.changes
    }

    /// Brings another state of the folder in; returns what changed.
    func bringIn(_ registry: Registry) throws -> [String] {
        let sync = try warehouse.bringIn(registry)
        self.registry = registry
        ids = sync.ids
        return sync.changes
    }

    /// Loads a text as one file.
    @discardableResult
    func load(
        _ text: String, _ mapping: String = Sample.wide, sender: String = "ashford",
        file: String = "file.csv", received: Double = 0,
        progress: (Int) throws -> Void = { _ in }
    ) throws -> LoadReceipt {
        try load(
            bytes: Array(text.utf8), mapping, sender: sender, file: file, received: received,
            progress: progress)
    }

    @discardableResult
    func load(
        bytes: [UInt8], _ mapping: String = Sample.wide, sender: String = "ashford",
        file: String = "file.csv", received: Double = 0,
        progress: (Int) throws -> Void = { _ in }
    ) throws -> LoadReceipt {
        let request = LoadRequest(
            file: SourceFile(name: file, bytes: bytes), path: "submissions/" + file,
            templatePath: file, mapping: try Sample.mapping(mapping, for: registry),
            sender: sender, received: Timestamp(secondsSince1970: received))
        let context = IntakeContext(
            standard: registry.standard, consortium: registry.consortium)
        return try warehouse.load(
            request, registry: registry, ids: ids, context: context, progress: progress)
    }

    /// Compares a period.
    @discardableResult
    func compare(
        _ period: String = "2026-Q1", at seconds: Double = 0
    ) throws -> ComparisonReceipt {
        let period = try #require(Period(parsing: period))
        return try warehouse.compare(
            period, registry: registry, ids: ids, at: Timestamp(secondsSince1970: seconds))
    }

    /// What counts for a period, as comparisons read it: one line a value,
    /// `city measure value #submission`.
    func current(
        _ period: String = "2026-Q1", known: KnownState = .current
    ) throws -> [String] {
        let period = try #require(Period(parsing: period))
        let read = try connection.transaction {
            try CurrentObservations(
                ObservationNeed(
                    registry.standard.metrics, in: period, standard: registry.standard),
                ids: ids, connection: connection, known: known)
        }
        return (0..<read.columns.count).map { row in
            let city = registry.consortium.directory.cities[Int(read.columns.cities[row])].id
            let measure = registry.standard.measures[Int(read.columns.measures[row])].id
            let status = read.columns.statuses[row]
            let value = status.hasValue ? "\(read.columns.values[row])" : status.rawValue
            return "\(city) \(measure) \(value) #\(read.origins[row].submission)"
        }.sorted()
    }

    /// The rows of a query, the columns of each as text joined by blanks.
    func rows(_ sql: String) throws -> [String] {
        let rows = try connection.query(
            "select concat_ws(' ', \(try columns(sql))) from (\(sql)) as given")
        return try rows.map { try $0.text(0) }
    }

    private func columns(_ sql: String) throws -> String {
        let names = try connection.query("select * from (\(sql)) as given limit 0").columns
        return names.map { "coalesce(given.\"\($0)\"::text, 'null')" }.joined(separator: ", ")
    }

    /// How many rows each table of what was received and stored has.
    func counts() throws -> [String] {
        try rows(
            """
            select
                (select count(*) from intake.mapping) as mappings,
                (select count(*) from intake.submission) as submissions,
                (select count(*) from intake.submission_chunk) as chunks,
                (select count(*) from intake.finding) as findings,
                (select count(*) from intake.confirmation) as confirmations,
                (select count(*) from warehouse.observation) as observations
            """)
    }

    /// The partitions of observations.
    func years() throws -> [String] {
        try rows(
            """
            select relname from pg_class
            where relname like 'observation\\_%' and relkind = 'r' order by relname
            """)
    }
}
