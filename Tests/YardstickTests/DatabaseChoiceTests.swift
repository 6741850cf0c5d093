import Foundation
import Testing

/// Which database a command uses.
@Suite struct DatabaseChoiceTests {
    private static let nowhere = "postgresql://clerk:s3cret@/none?host=%2Ftmp%2Fno-server-here"

    @Test func `a given address comes before the environment, and that before the private one`()
        throws
    {
        let consortium = try SmallConsortium()
        let url = consortium.url
        let cases: [(arguments: [String], environment: [String: String], kind: String)] = [
            (["--database", url], ["DATABASE_URL": Self.nowhere], "server"),
            ([], ["DATABASE_URL": url, "PGHOST": "/tmp/no-server-here"], "server"),
            ([], ["YARDSTICK_DATA_DIR": consortium.scratch.dataFolder], "private"),
            ([], ["XDG_DATA_HOME": consortium.scratch.path], "private"),
            (["--data-dir", consortium.scratch.dataFolder], ["XDG_DATA_HOME": "/tmp"], "private"),
        ]
        for (arguments, environment, kind) in cases {
            let run = try Yardstick.run(
                ["db", "status", "--format", "json"] + arguments, environment: environment)
            #expect(run.code == 0, "\(run)")
            #expect(try run.json()["kind"] as? String == kind, "\(run)")
        }
        let home = try Yardstick.run(
            ["db", "status", "--format", "json"],
            environment: ["XDG_DATA_HOME": consortium.scratch.path])
        #expect(try home.json()["place"] as? String == consortium.scratch.path + "/yardstick")
    }

    @Test func `a server that cannot be reached is named without its password`() throws {
        let consortium = try SmallConsortium()
        try consortium.write(
            BadFile.header + "\n" + BadFile.good + "\n",
            to: "submissions/2026-Q3/ashford/long.csv")
        for arguments in [["load", "submissions"], ["status"], ["db", "status"], ["db", "init"]] {
            let run = try Yardstick.run(
                arguments + ["--database", Self.nowhere], in: consortium.path)
            #expect(run.code == 2, "\(run)")
            #expect(run.errors.contains("/tmp/no-server-here"), "\(run)")
            #expect(!run.text.contains("s3cret"), "\(run)")
        }
    }

    @Test func `the status of a server names its address without the password`() throws {
        let consortium = try SmallConsortium()
        let url = consortium.url.replacing("yardstick@", with: "yardstick:s3cret@")
        #expect(url.contains("s3cret"))
        for format in ["text", "json"] {
            let run = try Yardstick.run(["db", "status", "--database", url, "--format", format])
            #expect(run.code == 0, "\(run)")
            #expect(!run.text.contains("s3cret"), "\(run)")
        }
    }
}
