import Foundation
import Postgres
import TestSupport
import Testing

/// `yardstick db backup` and `db restore`.
@Suite struct BackupTests {
    /// A quarter that was compared, its backup, and an empty database.
    private struct Drill {
        let compared: ComparedConsortium
        let other: TemporaryDatabase

        var consortium: SmallConsortium { compared.consortium }
        var backup: String { consortium.scratch.path + "/backup" }

        init() throws {
            compared = try ComparedConsortium()
            other = try TemporaryDatabase()
            let run = try consortium.run("db", "backup", backup)
            #expect(run.code == 0, "\(run)")
        }

        /// Runs a command on the database that is restored into.
        func runThere(_ arguments: String...) throws -> Run {
            try Yardstick.run(
                arguments + ["--database", other.settings.url], in: consortium.path)
        }

        func restore() throws -> Run { try runThere("db", "restore", backup) }
    }

    /// Every row of every table of our schemas, as text.
    private func rows(_ connection: Connection) throws -> [String] {
        let tables = try connection.query(
            """
            select pg_class.oid::regclass::text
            from pg_class
            where relnamespace::regnamespace::text in ('intake', 'warehouse', 'member')
                and relkind in ('r', 'p', 'v')
            order by 1
            """
        ).map { try $0.text(0) }
        return try tables.map { table in
            let rows = try connection.query(
                "select string_agg(row::text, ' ' order by row::text) from \(table) as row")
            return table + ": " + (try rows.single.textOrNil(0) ?? "")
        }
    }

    @Test func `a restored database has every row, and its releases have the same bytes`() throws {
        let drill = try Drill()
        let run = try drill.restore()
        #expect(run.code == 0, "\(run)")
        #expect(run.output.contains("2 submissions, 1 releases"), "\(run)")
        let here = try drill.consortium.connect()
        defer { here.close() }
        let there = try drill.other.connect()
        defer { there.close() }
        let before = try rows(here)
        #expect(before.contains { $0.hasPrefix("warehouse.observation_2026: ") && $0.count > 40 })
        #expect(try rows(there) == before)
        let scratch = drill.consortium.scratch
        for (name, url) in [
            ("before", drill.consortium.url), ("after", drill.other.settings.url),
        ] {
            let report = try Yardstick.run(
                [
                    "report", "--all", "--period", "2026-Q3", "--out", "\(scratch.path)/\(name)",
                    "--database", url,
                ], in: drill.consortium.path)
            #expect(report.code == 0, "\(report)")
        }
        let pages = try scratch.files(below: "before")
        #expect(pages.count > 3)
        #expect(try scratch.files(below: "after") == pages)
        let check = try drill.runThere("db", "check")
        #expect(check.code == 0, "\(check)")
        let again = try drill.runThere("compare", "2026-Q3")
        #expect(again.output.contains("unchanged"), "\(again)")
    }

    @Test func `an erased original that a backup brings back is told until it is erased`() throws {
        let drill = try Drill()
        let erase = ["erase", "1", "--bytes", "--reason", "A name in it"]
        let erased = try drill.consortium.run(erase)
        #expect(erased.code == 0, "\(erased)")
        let register = try drill.consortium.scratch.text("consortium/erasures.csv")
        #expect(register.hasPrefix("submission,digest,erased_at\n1,"), "\(register)")
        let told = "yardstick erase 1 --bytes"
        let restored = try drill.restore()
        #expect(restored.code == 1, "\(restored)")
        #expect(restored.output.contains(told), "\(restored)")
        let check = try drill.runThere("db", "check")
        #expect(check.code == 1, "\(check)")
        #expect(check.output.contains(told), "\(check)")
        let again = try Yardstick.run(
            erase + ["--database", drill.other.settings.url], in: drill.consortium.path)
        #expect(again.code == 0, "\(again)")
        let sound = try drill.runThere("db", "check")
        #expect(sound.code == 0, "\(sound)")
        #expect(try drill.consortium.scratch.text("consortium/erasures.csv") == register)
    }

    @Test func `where the register of erasures cannot be written nothing is erased`() throws {
        let consortium = try ComparedConsortium().consortium
        try consortium.write("x", to: "erasures.csv/in-the-way")
        let run = try consortium.run("erase", "1", "--bytes", "--reason", "A name in it")
        #expect(run.code == 2, "\(run)")
        #expect(run.errors.contains("erasures.csv"), "\(run)")
        #expect(try consortium.count("intake.submission", where: "original = 'erased'") == 0)
        #expect(try consortium.count("intake.submission_chunk") == 2)
    }

    @Test func `nothing is written over, by a backup or by a restore`() throws {
        let drill = try Drill()
        let backup = try drill.consortium.run("db", "backup", drill.backup)
        #expect(backup.code == 2, "\(backup)")
        #expect(backup.errors.contains("is there already"), "\(backup)")
        let restore = try drill.consortium.run("db", "restore", drill.backup)
        #expect(restore.code == 2, "\(restore)")
        #expect(restore.errors.contains("the database is not empty"), "\(restore)")
        #expect(try drill.consortium.count("intake.submission") == 2)
    }

    @Test func `a backup of an empty database is refused and leaves no folder`() throws {
        let consortium = try SmallConsortium()
        let run = try consortium.run("db", "backup", consortium.scratch.path + "/backup")
        #expect(run.code == 2, "\(run)")
        #expect(run.errors.contains("nothing to back up"), "\(run)")
        #expect(!FileManager.default.fileExists(atPath: consortium.scratch.path + "/backup"))
    }

    @Test(arguments: [
        ("rm backup/backup.json", "no backup, or one that did not come to its end"),
        ("printf x >> backup/dump/toc.dat", "It is damaged"),
        ("rm backup/dump/*.dat.gz", "is missing"),
        ("touch backup/dump/more", "does not belong to the backup"),
        ("sed -i 's/\"small\"/\"other\"/' backup/backup.json", "the consortium \"other\""),
        (
            "sed -Ei 's/\"schema_version\" : [0-9]+/\"schema_version\" : 9999/' backup/backup.json",
            "the backup has schema version 9999"
        ),
    ])
    func `a backup that cannot be trusted is refused and restores nothing`(
        _ harm: String, _ words: String
    ) throws {
        let drill = try Drill()
        let harmed = try Yardstick.shell(harm, in: drill.consortium.scratch.path)
        #expect(harmed.code == 0, "\(harmed)")
        let run = try drill.restore()
        #expect(run.code == 2, "\(run)")
        #expect(run.errors.contains(words), "\(run)")
        let there = try drill.other.connect()
        defer { there.close() }
        #expect(try there.query("select from pg_class where relname = 'submission'").isEmpty)
    }

    @Test func `a password is in the environment of pg_dump and not on its command line`() throws {
        let consortium = try ComparedConsortium().consortium
        let recorder = """
            #!/bin/sh
            if [ "$1" = --version ]; then echo "pg_dump (PostgreSQL) 15"; exit; fi
            echo "$PGPASSWORD: $*" > "\(consortium.scratch.path)/call"
            exit 3

            """
        try consortium.scratch.write(recorder, to: "bin/pg_dump")
        let url = consortium.url.replacing("yardstick@", with: "yardstick:s3cret@")
        let made = try Yardstick.shell("chmod +x bin/pg_dump", in: consortium.scratch.path)
        #expect(made.code == 0, "\(made)")
        let run = try Yardstick.run(
            ["db", "backup", consortium.scratch.path + "/backup", "--database", url],
            in: consortium.path,
            environment: ["PATH": consortium.scratch.path + "/bin:/usr/bin:/bin"])
        #expect(run.code == 2, "\(run)")
        #expect(run.errors.contains("pg_dump ended with exit code 3"), "\(run)")
        let call = try consortium.scratch.text("call")
        #expect(call.hasPrefix("s3cret: --format=directory"), "\(call)")
        #expect(!call.dropFirst("s3cret".count).contains("s3cret"), "\(call)")
        #expect(!FileManager.default.fileExists(atPath: consortium.scratch.path + "/backup"))
    }
}
