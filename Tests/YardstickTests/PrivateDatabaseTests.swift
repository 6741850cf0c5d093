import Foundation
import Glibc
import Postgres
import Testing

/// Commands on the private PostgreSQL.
@Suite struct PrivateDatabaseTests {
    /// A consortium whose commands use a private PostgreSQL of its own.
    private struct Place {
        let consortium: SmallConsortium
        var data: String { consortium.scratch.dataFolder }

        init() throws {
            consortium = try SmallConsortium()
            try consortium.write(
                BadFile.header + "\n" + BadFile.good + "\n",
                to: "submissions/2026-Q3/ashford/long.csv")
        }

        func run(_ arguments: String...) throws -> Run {
            try Yardstick.run(arguments + ["--data-dir", data], in: consortium.path)
        }

        func start(_ arguments: String...) throws -> RunningProgram {
            try Yardstick.start(arguments + ["--data-dir", data], in: consortium.path)
        }

        /// How to connect while the server runs.
        func settings() throws -> ConnectionSettings? {
            let isUp = try poll { try isServerRunning() }
            #expect(isUp)
            return consortium.scratch.cluster.settings(database: "yardstick_small")
        }

        func isServerRunning() throws -> Bool {
            try consortium.scratch.cluster.status().isRunning
        }
    }

    @Test func `a command starts the server, and stops it when it was the last`() throws {
        let place = try Place()
        let status = try place.run("db", "status")
        #expect(status.output.contains("(not made yet), not running"), "\(status)")
        let load = try place.run("load", "submissions")
        #expect(load.code == 0, "\(load)")
        #expect(try !place.isServerRunning())
        let list = try place.run("submissions", "--format", "json")
        #expect(try list.list("submissions").count == 1)
        #expect(try !place.isServerRunning())
    }

    @Test func `a server that was started stays until it is stopped`() throws {
        let place = try Place()
        let refused = try place.run("db", "url")
        #expect(refused.code == 2, "\(refused)")
        #expect(refused.errors.contains("yardstick db start"), "\(refused)")
        #expect(try place.run("db", "start").code == 0)
        #expect(try place.run("db", "init").code == 0)
        #expect(try place.isServerRunning())
        let url = try place.run("db", "url")
        #expect(url.code == 0, "\(url)")
        let address = url.output.trimmingCharacters(in: .newlines)
        let connection = try Connection.open(try ConnectionSettings(address))
        let database = try connection.query("select current_database()").single.text(0)
        connection.close()
        #expect(database == "yardstick_small")
        let status = try place.run("db", "status", "--format", "json")
        #expect(try status.json()["is_running"] as? Bool == true)
        #expect(try place.run("db", "stop").output == "Stopped.\n")
        #expect(try !place.isServerRunning())
        #expect(try place.run("db", "stop").output == "It was not running.\n")
    }

    @Test func `where roles may not be made, the SQL for an administrator is printed`() throws {
        let place = try Place()
        #expect(try place.run("db", "start").code == 0)
        let settings = try #require(place.consortium.scratch.cluster.settings(database: "postgres"))
        let connection = try Connection.open(settings)
        try connection.execute("create role limited")
        try connection.execute("create database limited owner limited")
        connection.close()
        let url = try #require(place.consortium.scratch.cluster.settings(database: "limited")).url
        let run = try Yardstick.run(
            ["db", "init", "--database", url + "&options=-crole%3Dlimited"],
            in: place.consortium.path)
        #expect(run.code == 0, "\(run)")
        #expect(run.output.contains("A database administrator runs"), "\(run)")
        #expect(run.output.contains("create role yardstick_member nologin"), "\(run)")
        #expect(try place.run("db", "stop").code == 0)
    }

    @Test func `psql runs in the consortium's database and gives its exit code`() throws {
        let place = try Place()
        let made = try place.run("db", "init")
        #expect(made.code == 0, "\(made)")
        #expect(made.output.contains("yardstick_member"), "\(made)")
        let arguments = ["db", "psql", "--data-dir", place.data, "--", "-X", "-A", "-t", "-c"]
        let good = try Yardstick.run(
            arguments + ["select count(*) from member.standing"], in: place.consortium.path)
        #expect(good.code == 0 && good.output == "0\n", "\(good)")
        let bad = try Yardstick.run(
            arguments + ["select * from member.nothing"], in: place.consortium.path)
        #expect(bad.code != 0, "\(bad)")
        #expect(try !place.isServerRunning())
    }

    @Test func `commands share the server and the last one out stops it`() throws {
        let place = try Place()
        let input = Pipe()
        // Lasts until its input ends.
        let long = try Yardstick.start(
            ["db", "psql", "--data-dir", place.data], in: place.consortium.path, input: input)
        let isUp = try poll { try place.isServerRunning() }
        #expect(isUp)
        let load = try place.run("load", "submissions")
        #expect(load.code == 0, "\(load)")
        #expect(try place.isServerRunning())
        #expect(try place.run("db", "stop").output.contains("when the last command ends"))
        #expect(try long.isRunning && place.isServerRunning())
        try input.fileHandleForWriting.close()
        let run = try long.finish()
        #expect(run.code == 0, "\(run)")
        #expect(try !place.isServerRunning())
    }

    @Test func `two loads at once share the server from nothing to its stop`() throws {
        let place = try Place()
        try place.consortium.write(
            BadFile.header + "\nbarton,2026-Q3,people/population,62000\n",
            to: "submissions/2026-Q3/barton/long.csv")
        let loads = try ["ashford", "barton"].map {
            try place.start("load", "submissions/2026-Q3/" + $0)
        }
        for load in loads {
            let run = try load.finish()
            #expect(run.code == 0, "\(run)")
        }
        #expect(try !place.isServerRunning())
        let list = try place.run("submissions", "--format", "json")
        #expect(try list.list("submissions").count == 2)
    }

    @Test func `an interrupted command stops the server as well`() throws {
        let place = try Place()
        #expect(try place.run("db", "init").code == 0)
        try LargeFile.write(to: place.consortium)
        let load = try place.start("load", "submissions/2026-Q3/bureau")
        try LargeFile.waitForValues(load, in: place.settings())
        load.send(SIGINT)
        let run = try load.finish()
        #expect(run.code == 130, "\(run)")
        #expect(try !place.isServerRunning())
    }

    @Test func `a server that is stopped in the middle of a load leaves nothing of it`() throws {
        let place = try Place()
        #expect(try place.run("db", "init").code == 0)
        try LargeFile.write(to: place.consortium)
        let load = try place.start("load", "submissions/2026-Q3/bureau")
        try LargeFile.waitForValues(load, in: place.settings())
        let stop = try place.run("db", "stop", "--force")
        #expect(stop.output == "Stopped.\n", "\(stop)")
        let run = try load.finish()
        #expect(run.code == 2, "\(run)")
        let list = try place.run("submissions", "--format", "json")
        #expect(try list.list("submissions").isEmpty)
    }
}
