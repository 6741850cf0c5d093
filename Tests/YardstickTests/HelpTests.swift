import Foundation
import Testing

/// `--help` of every command, and the examples in it.
@Suite struct HelpTests {
    /// A command by its words, and what its help says.
    private struct Page {
        let words: [String]
        let help: String

        /// The line behind "Example:", if the help ends with one.
        var example: String? {
            let lines = help.split(separator: "\n").map(String.init)
            guard lines.count > 1, lines[lines.count - 2] == "Example:" else { return nil }
            return lines[lines.count - 1].trimmingCharacters(in: .whitespaces)
        }

        /// The commands below it.
        var subcommands: [String] {
            guard let start = help.range(of: "\nSUBCOMMANDS:\n") else { return [] }
            let list = help[start.upperBound...].components(separatedBy: "\n\n")[0]
            return list.split(separator: "\n").compactMap { line in
                line.hasPrefix("  ") && line.dropFirst(2).first != " "
                    ? line.split(separator: " ").first.map(String.init) : nil
            }
        }
    }

    /// All commands, each before those below it.
    private static func pages(below words: [String] = []) throws -> [Page] {
        let run = try Yardstick.run(words + ["--help"])
        #expect(run.code == 0, "\(run)")
        #expect(run.errors.isEmpty, "\(run)")
        let page = Page(words: words, help: run.output)
        return try [page] + page.subcommands.flatMap { try pages(below: words + [$0]) }
    }

    @Test func `the help of every command ends with an example of it`() throws {
        let pages = try Self.pages()
        let names = pages.map { $0.words.joined(separator: " ") }
        for name in [
            "init", "demo", "spec lint", "spec show", "spec list", "spec docs", "spec diff",
            "spec template", "map suggest", "map test", "check", "aggregate", "inbox", "load",
            "withdraw",
            "erase", "audit", "audit list", "audit verify", "status", "agenda", "certify",
            "query open", "query answer", "query close", "query list", "query show",
            "compare", "peers", "preview", "respond", "show", "report", "db start", "db stop",
            "db status",
            "db url", "db psql",
            "db init", "db migrate", "db check", "db backup",
            "db restore", "db distribute", "db grant", "db revoke", "submissions",
            "findings", "history",
            "explain", "releases", "release make", "release publish", "release diff",
            "release verify", "release log", "lineage",
        ] {
            #expect(names.contains(name))
        }
        for page in pages {
            let start = (["yardstick"] + page.words).joined(separator: " ")
            #expect(page.example?.hasPrefix(start) == true, "\(page.help)")
        }
    }

    @Test func `every example in the help runs in the demo's folder`() throws {
        let work = try Scratch()
        let server = try SmallConsortium()
        let environment = ["YARDSTICK_DATA_DIR": work.dataFolder]
        let pages = try Self.pages()
        let demo = try #require(pages.first { $0.words == ["demo"] }?.example)
        let made = try Yardstick.shell(demo, in: work.path, environment: environment)
        #expect(made.code == 0, "\(made)")
        for page in pages where !page.words.isEmpty && page.words != ["demo"] {
            let example = try #require(page.example).replacing(
                "postgresql://localhost/benchmarks", with: "'\(server.url)'")
            if page.words.first == "db" {
                // An address is only there while the server runs.
                let start = try Yardstick.run(["db", "start"], environment: environment)
                #expect(start.code == 0, "\(start)")
            }
            let run = try Yardstick.shell(
                example, in: work.path + "/yardstick-demo/consortium", environment: environment)
            #expect(run.code == 0, "\(run)")
        }
        let stop = try Yardstick.run(["db", "stop"], environment: environment)
        #expect(stop.code == 0, "\(stop)")
    }
}
