import Foundation
import Testing

@testable import Postgres

@Suite struct ClusterRefusalTests {
    private func refusal(of fixture: ClusterFixture) throws -> PostgresError {
        let error = try #require(throws: PostgresError.self) { try fixture.cluster.acquire() }
        #expect(error.kind == .cluster)
        #expect(error.hint != nil)
        return error
    }

    @Test func `a folder with other files is left alone`() throws {
        let fixture = ClusterFixture()
        try fixture.write("x", to: "thesis.txt")
        let folder = fixture.cluster.folder
        #expect(
            try refusal(of: fixture).description == """
                the private PostgreSQL: \(folder) holds other files, such as "thesis.txt"; it is \
                left as it is
                  remedy: name an empty folder, or one that is to be made, with --data-dir or \
                YARDSTICK_DATA_DIR
                """)
        #expect(throws: PostgresError.self) { try fixture.cluster.startAndKeep() }
    }

    @Test func `the data directory of another PostgreSQL is left alone`() throws {
        let fixture = ClusterFixture()
        try fixture.write("15\n", to: "PG_VERSION")
        #expect(
            try refusal(of: fixture).message.contains("data directory of another PostgreSQL"))
        let inner = ClusterFixture()
        try inner.write("15\n", to: "cluster/PG_VERSION")
        #expect(try refusal(of: inner).message.contains("was not made by yardstick"))
        #expect(throws: PostgresError.self) { try inner.cluster.stop() }
        #expect(throws: PostgresError.self) { try inner.cluster.status() }
    }

    @Test(arguments: [("9", true), ("99", true), ("99", false)])
    func `a cluster of another version gives the way out`(version: String, isOld: Bool) throws {
        let fixture = try ClusterFixture.made()
        try fixture.write("\(version)\n", to: "cluster/PG_VERSION", mode: 0o600)
        let error = try refusal(of: fixture)
        #expect(error.message.contains("is of PostgreSQL \(version), and PostgreSQL "))
        #expect(error.message.contains("is installed"))
        #expect(error.hint?.contains("apt-get install postgresql-\(version)") == true)
        #expect(error.hint?.contains("pg_dumpall") == true)
    }

    @Test func `missing programs name the package that has them`() throws {
        let error = try refusal(of: ClusterFixture(programFolders: ["/nowhere"]))
        #expect(error.message.contains("initdb and postgres are not there"))
        #expect(error.hint?.contains("apt-get install postgresql") == true)
    }

    @Test func `programs that are too old are not used`() throws {
        let tools = ClusterFixture(below: "/bin")
        for name in ["initdb", "postgres"] {
            try tools.write(
                "#!/bin/sh\necho 'postgres (PostgreSQL) 14.9'\n", to: name, mode: 0o755)
        }
        let error = try refusal(of: ClusterFixture(programFolders: [tools.cluster.folder]))
        #expect(error.message.contains("PostgreSQL 14 in \(tools.cluster.folder) is too old"))
    }

    @Test func `the newest programs make a cluster, its own version runs it`() throws {
        let tools = ClusterFixture(below: "/bin")
        for name in ["initdb", "postgres"] {
            try tools.write(
                "#!/bin/sh\necho 'postgres (PostgreSQL) 99beta1'\n", to: name, mode: 0o755)
        }
        let folders = [tools.cluster.folder] + tools.usualPrograms
        #expect(try ServerPrograms.find(for: nil, in: folders, data: "/d/cluster").major == 99)
        let fixture = try ClusterFixture.made()
        let version = try #require(try fixture.cluster.status().majorVersion)
        let found = try ServerPrograms.find(for: version, in: folders, data: "/d/cluster")
        #expect(found.major == version)
    }

    @Test func `a folder that cannot be made says why`() throws {
        let cluster = PrivateCluster(folder: "/dev/null/data", isDurable: false)
        let error = try #require(throws: PostgresError.self) { try cluster.acquire() }
        #expect(error.message == "the folder /dev/null cannot be made: Not a directory")
        #expect(error.hint?.contains("--data-dir") == true)
    }

    @Test func `a folder that the server's account cannot reach is named`() throws {
        let fixture = ClusterFixture(below: "/closed/data")
        try fixture.write("", to: "x")
        let closed = fixture.root + "/closed"
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: closed)
        let other = Account(name: "postgres", user: 54_321, group: 54_321)
        let error = try #require(throws: PostgresError.self) {
            try other.checkReach(fixture.cluster.folder)
        }
        #expect(error.message.contains("may not enter \(closed) on the way to"))
        #expect(error.hint?.contains("chmod o+x \(closed)") == true)
        try FileManager.default.setAttributes([.posixPermissions: 0o711], ofItemAtPath: closed)
        try other.checkReach(fixture.cluster.folder)
    }

    @Test func `where no socket path is short enough, the message says so`() throws {
        let long = "/" + String(repeating: "x", count: 100)
        let error = try #require(throws: PostgresError.self) {
            try SocketFolder.choose(ClusterLayout(folder: long), temporary: long)
        }
        #expect(error.message.contains("more than 107 bytes"))
        // 107 bytes are allowed, 108 are not.
        let layout = ClusterLayout(folder: "/" + String(repeating: "x", count: 82))
        #expect((layout.socketFolder + "/.s.PGSQL.5432").utf8.count == 104)
        #expect(try SocketFolder.choose(layout) == layout.socketFolder)
    }

    @Test func `a socket folder that others may enter is refused`() throws {
        let fixture = ClusterFixture(below: "/open")
        try fixture.write("", to: "x")
        let own = Account(name: "me", user: geteuid(), group: getegid())
        let error = try #require(throws: PostgresError.self) {
            try SocketFolder.make(fixture.cluster.folder, account: own)
        }
        #expect(error.message.contains("is not me's alone"))
    }

    @Test func `a full disk is named with its remedy`() {
        // As PostgreSQL 15 writes it.
        let output = """
            2026-01-01 00:00:00.000 UTC [7] LOG:  starting PostgreSQL 15.18
            2026-01-01 00:00:00.001 UTC [7] FATAL:  could not write lock file \
            "postmaster.pid": No space left on device
            """
        let error = ServerFailure.error("the server did not start", output, log: "/l")
        #expect(
            error.message == "the server did not start: could not write lock file "
                + "\"postmaster.pid\": No space left on device")
        #expect(error.hint?.hasPrefix("free space on the disk") == true)
        let unknown = ServerFailure.error("the server did not start", "odd\n", log: "/l")
        #expect(unknown.message == "the server did not start: odd")
        #expect(unknown.hint == "read /l")
    }

    @Test func `a server that cannot start says what the server said`() throws {
        let fixture = try ClusterFixture.made()
        try fixture.write("nonsense = 1\n", to: "cluster/postgresql.auto.conf", mode: 0o600)
        if geteuid() == 0, let postgres = getpwnam("postgres") {
            chown(
                fixture.cluster.folder + "/cluster/postgresql.auto.conf",
                postgres.pointee.pw_uid, postgres.pointee.pw_gid)
        }
        let error = try refusal(of: fixture)
        #expect(error.message.hasPrefix("the server did not start: "))
        #expect(error.message.contains("nonsense") || error.message.contains("auto.conf"))
        #expect(error.hint?.contains("server.log") == true)
    }
}
