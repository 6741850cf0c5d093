import Foundation
import Synchronization
import Testing

@testable import Postgres

@Suite struct PrivateClusterTests {
    @Test func `the first use makes the server, the last one out stops it`() throws {
        let fixture = ClusterFixture()
        #expect(try !fixture.cluster.status().exists)
        let first = try fixture.cluster.acquire()
        let second = try fixture.cluster.acquire()
        let process = try #require(try fixture.cluster.status().process)
        #expect(try fixture.cluster.status().isInUse)
        try first.release()
        try first.release()
        #expect(try fixture.cluster.status().process == process)
        try second.release()
        let status = try fixture.cluster.status()
        #expect(status.exists && !status.isRunning && !status.isInUse && !status.isKept)
        #expect(fixture.cluster.settings(database: "postgres") == nil)
    }

    @Test func `what was stored is there after the server's next start`() throws {
        let fixture = ClusterFixture()
        for round in 1...2 {
            let lease = try fixture.cluster.acquire()
            #expect(try lease.ensureDatabase(named: "city \"x\"") == (round == 1))
            let connection = try Connection.open(lease.settings(database: "city \"x\""))
            if round == 1 {
                try connection.execute("create table t as select 7 as a")
            }
            #expect(try connection.query("select a from t").single.int32(0) == 7)
            connection.close()
            try lease.release()
        }
    }

    @Test func `the server is durable, private and in UTF-8`() throws {
        let fixture = ClusterFixture(isDurable: true)
        let lease = try fixture.cluster.acquire()
        let connection = try Connection.open(lease.settings(database: "postgres"))
        let expected = [
            "fsync": "on", "synchronous_commit": "on", "full_page_writes": "on",
            "listen_addresses": "", "server_encoding": "UTF8", "lc_collate": "C.UTF-8",
            "TimeZone": "UTC", "unix_socket_permissions": "0700",
        ]
        for (name, value) in expected {
            let found = try connection.query("select current_setting($1)", [.text(name)])
            #expect(try found.single.text(0) == value, "\(name)")
        }
        #expect(try connection.query("select current_user::text").single.text(0) == "yardstick")
        connection.close()
        try lease.release()
        let attributes = try FileManager.default.attributesOfItem(
            atPath: fixture.cluster.folder + "/socket")
        #expect(attributes[.posixPermissions] as? Int == 0o700)
    }

    @Test func `a kept server stays after the last command, until it is stopped`() throws {
        let fixture = try ClusterFixture.made()
        try fixture.cluster.startAndKeep()
        try fixture.cluster.acquire().release()
        let status = try fixture.cluster.status()
        #expect(status.isRunning && status.isKept && !status.isInUse)
        #expect(fixture.cluster.settings(database: "postgres") != nil)
        #expect(try fixture.cluster.stop() == .stopped)
        #expect(try fixture.cluster.stop() == .wasNotRunning)
        #expect(try !fixture.cluster.status().isKept)
    }

    @Test func `a stop while a command runs takes effect when it ends`() throws {
        let fixture = try ClusterFixture.made()
        try fixture.cluster.startAndKeep()
        let lease = try fixture.cluster.acquire()
        #expect(try fixture.cluster.stop() == .stopsAfterLastCommand)
        #expect(try fixture.isRunning())
        try lease.release()
        #expect(try !fixture.isRunning())
    }

    @Test func `a forced stop ends also what is in use`() throws {
        let fixture = try ClusterFixture.made()
        let lease = try fixture.cluster.acquire()
        let connection = try Connection.open(lease.settings(database: "postgres"))
        #expect(try fixture.cluster.stop(force: true) == .stopped)
        let error = try #require(throws: PostgresError.self) {
            try connection.query("select 1")
        }
        #expect(error.kind == .lostConnection)
        try lease.release()
    }

    @Test func `another process keeps the server, and frees it by its death`() throws {
        let fixture = try ClusterFixture.made()
        let lease = try fixture.cluster.acquire()
        let other = Process()
        other.executableURL = URL(filePath: "/usr/bin/flock")
        other.arguments = [
            "--shared", fixture.cluster.folder + "/use.lock", "sh", "-c", "echo held; exec cat",
        ]
        let output = Pipe()
        let input = Pipe()
        other.standardOutput = output
        other.standardInput = input
        try other.run()
        #expect(output.fileHandleForReading.availableData == Data("held\n".utf8))
        try lease.release()
        #expect(try fixture.isRunning())
        try input.fileHandleForWriting.close()
        other.waitUntilExit()
        #expect(try fixture.isRunning())
        try fixture.cluster.acquire().release()
        #expect(try !fixture.isRunning())
    }

    @Test func `many may come and go at once`() throws {
        let fixture = ClusterFixture()
        let failures = Mutex<[String]>([])
        DispatchQueue.concurrentPerform(iterations: 12) { _ in
            do {
                let lease = try fixture.cluster.acquire()
                try lease.ensureDatabase(named: "shared")
                let connection = try Connection.open(lease.settings(database: "shared"))
                try connection.query("select 1")
                connection.close()
                try lease.release()
            } catch {
                failures.withLock { $0.append("\(error)") }
            }
        }
        #expect(failures.withLock { $0 } == [])
        #expect(try !fixture.isRunning())
    }

    @Test func `a server that was killed is started again and has lost nothing`() throws {
        let fixture = ClusterFixture(isDurable: true)
        let lease = try fixture.cluster.acquire()
        let connection = try Connection.open(lease.settings(database: "postgres"))
        try connection.execute("create table t as select 7 as a")
        let copy = try connection.copyIn("copy t from stdin (format binary)")
        let process = try #require(try fixture.cluster.status().process)
        kill(process, SIGKILL)
        kill(connection.serverProcess, SIGKILL)
        let error = try #require(throws: PostgresError.self) {
            for row in 0..<1_000_000 as Range<Int32> {
                try copy.beginRow(fields: 1)
                copy.rows.append(int32: row)
            }
            _ = try copy.finish()
        }
        #expect(error.kind == .lostConnection)
        // A signal is sent at once; its process may end a little later.
        while try fixture.isRunning() { usleep(10_000) }
        let next = try fixture.cluster.acquire()
        let again = try Connection.open(next.settings(database: "postgres"))
        #expect(try again.query("select a from t").single.int32(0) == 7)
        again.close()
        try lease.release()
        #expect(try fixture.isRunning())
        try next.release()
        #expect(try !fixture.isRunning())
    }

    @Test func `a postmaster.pid whose number another process has is stale`() throws {
        let fixture = try ClusterFixture.made()
        let data = fixture.cluster.folder + "/cluster"
        try "\(getpid())\n\(data)\n1\n5432\n/tmp\n\n 1 1\nready   \n".write(
            toFile: data + "/postmaster.pid", atomically: false, encoding: .utf8)
        #expect(try !fixture.isRunning())
        try fixture.cluster.acquire().release()
        #expect(try !fixture.isRunning())
    }

    @Test(arguments: [
        "/" + String(repeating: "deep/", count: 30) + "data",
        "/a b, 'c' $d", "/ordner-für-städte",
    ])
    func `a path that no socket can have is no hindrance`(below: String) throws {
        let fixture = ClusterFixture(below: below)
        let lease = try fixture.cluster.acquire()
        let folder = try #require(try fixture.cluster.status().socketFolder)
        #expect(folder.hasPrefix("/tmp/yardstick-"))
        let connection = try Connection.open(lease.settings(database: "postgres"))
        #expect(try connection.query("select 1").count == 1)
        connection.close()
        try lease.release()
        #expect(!FileManager.default.fileExists(atPath: folder))
    }
}
