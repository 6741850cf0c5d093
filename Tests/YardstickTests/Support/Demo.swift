import Foundation
import Testing

/// The demo, run twice for all tests: in two folders, on two data folders.
struct Demo: Sendable {
    let scratch: Scratch
    let run: Run

    /// The first run; nothing changes it.
    static let first = Result { try Demo() }
    /// The second run; its database may be changed.
    static let second = Result { try Demo() }

    private init() throws {
        scratch = try Scratch()
        run = try Yardstick.run(
            ["demo", "--out", "yardstick-demo"], in: scratch.path,
            environment: ["YARDSTICK_DATA_DIR": scratch.dataFolder])
        Self.removeAtExit()
    }

    /// Runs a command in the demo's consortium, on its database.
    func run(_ arguments: String...) throws -> Run {
        try Yardstick.run(arguments, in: consortium, environment: environment)
    }

    var consortium: String { scratch.path + "/yardstick-demo/consortium" }

    var environment: [String: String] { ["YARDSTICK_DATA_DIR": scratch.dataFolder] }

    /// Rows of a query, as psql gives them: unaligned, without a header.
    func rows(_ sql: String) throws -> [String] {
        let run = try run("db", "psql", "--", "-X", "-A", "-t", "-c", sql)
        #expect(run.code == 0, "\(run)")
        return run.output.split(separator: "\n").map(String.init)
    }

    /// What is static is not deleted by itself.
    private static func removeAtExit() {
        _ = removal
    }

    private static let removal: Void = {
        atexit {
            try? Demo.first.get().scratch.remove()
            try? Demo.second.get().scratch.remove()
        }
    }()
}
