import Foundation
import Glibc
import Postgres
import Testing

/// What is left of a load that does not come to its end.
@Suite struct DisturbanceTests {
    private static let file = "submissions/2026-Q3/ashford/long.csv"
    private static let text =
        BadFile.header + "\n" + BadFile.good + "\n"
        + "nowhere,2026-Q3,people/population,1000\n"

    /// Waits until a program's statement has to wait for the holder of a
    /// lock; the number of its backend.
    private func waitingBackend(_ consortium: SmallConsortium) throws -> Int32 {
        // Not the connection that holds the lock: inside a transaction the
        // view of activity stands still.
        let connection = try consortium.connect()
        defer { connection.close() }
        var backend: Int32 = 0
        let isWaiting = try poll {
            let rows = try connection.query(
                """
                select pid from pg_stat_activity
                where datname = current_database() and wait_event_type = 'Lock'
                """)
            backend = try rows.singleOrNil?.int32(0) ?? 0
            return backend != 0
        }
        try #require(isWaiting, "no load came to wait")
        return backend
    }

    /// A consortium whose schema is there, and a load that has stored bytes
    /// and values and cannot yet store its finding.
    private func withHeldLoad(
        _ body: (SmallConsortium, RunningProgram, Connection) throws -> Void
    ) throws {
        let consortium = try SmallConsortium()
        let made = try consortium.run("db", "init")
        #expect(made.code == 0, "\(made)")
        try consortium.write(Self.text, to: Self.file)
        let connection = try consortium.connect()
        defer { connection.close() }
        try connection.execute("begin; lock table intake.finding in access exclusive mode")
        let load = try consortium.start("load", "submissions")
        try body(consortium, load, connection)
    }

    @Test func `a database that is lost in the middle of a load leaves nothing of it`() throws {
        try withHeldLoad { consortium, load, connection in
            let backend = try waitingBackend(consortium)
            try connection.query("select pg_terminate_backend($1)", [.int32(backend)])
            let run = try load.finish()
            try connection.execute("rollback")
            #expect(run.code == 2, "\(run)")
            #expect(run.errors.contains("yardstick: "), "\(run)")
            #expect(try consortium.submissionRows() == 0)
            let again = try consortium.run("load", "submissions")
            #expect(again.code == 1, "\(again)")
            #expect(try consortium.count("warehouse.observation") == 1)
        }
    }

    @Test(arguments: [(SIGINT, 130), (SIGTERM, 143)] as [(Int32, Int32)])
    func `a signal in the middle of a load ends it and leaves nothing`(
        _ signal: Int32, _ code: Int32
    ) throws {
        try withHeldLoad { consortium, load, connection in
            _ = try waitingBackend(consortium)
            load.send(signal)
            let run = try load.finish()
            try connection.execute("rollback")
            #expect(run.code == code, "\(run)")
            #expect(run.errors.contains("what was not committed is not stored"), "\(run)")
            #expect(try consortium.submissionRows() == 0)
        }
    }

    @Test func `an interrupted load of a large file leaves nothing and loads afterwards`() throws {
        let consortium = try SmallConsortium()
        try LargeFile.write(to: consortium)
        let made = try consortium.run("db", "init")
        #expect(made.code == 0, "\(made)")
        let load = try consortium.start("load", "submissions")
        try LargeFile.waitForValues(load, in: consortium.settings)
        load.send(SIGINT)
        let run = try load.finish()
        #expect(run.code == 130, "\(run)")
        #expect(try consortium.submissionRows() == 0)
        let again = try consortium.run("load", "submissions")
        #expect(again.code == 0, "\(again)")
        #expect(try consortium.count("warehouse.observation") == LargeFile.values)
    }

    @Test func `two loads at once both end well and both are stored`() throws {
        let consortium = try SmallConsortium()
        for city in ["ashford", "barton"] {
            try consortium.write(
                BadFile.header + "\n\(city),2026-Q3,people/population,51000\n",
                to: "submissions/2026-Q3/\(city)/long.csv")
        }
        let loads = [
            try consortium.start("load", "submissions/2026-Q3/ashford"),
            try consortium.start("load", "submissions/2026-Q3/barton"),
        ]
        for load in loads {
            let run = try load.finish()
            #expect(run.code == 0, "\(run)")
        }
        #expect(
            try consortium.text(
                "select string_agg(sender, ' ' order by sender) from intake.submission")
                == "ashford barton")
        #expect(try consortium.count("warehouse.observation") == 2)
    }

    @Test func `the same file loaded twice at once is one submission`() throws {
        let consortium = try SmallConsortium()
        try consortium.write(BadFile.header + "\n" + BadFile.good + "\n", to: Self.file)
        let loads = [
            try consortium.start("load", "submissions"),
            try consortium.start("load", "submissions"),
        ]
        let runs = try loads.map { try $0.finish() }
        for run in runs { #expect(run.code == 0, "\(run)") }
        #expect(runs.filter { $0.output.contains("nothing changed") }.count == 1)
        #expect(try consortium.count("intake.submission") == 1)
        #expect(try consortium.count("warehouse.observation") == 1)
    }
}
