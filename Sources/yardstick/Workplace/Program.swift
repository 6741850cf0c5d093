import Foundation

/// Runs another program in the foreground, on our own input and output.
enum Program {
    /// Returns its exit code; throws where it cannot be started.
    ///
    /// - Parameter environment: added to our own, for what no command line
    ///   should show.
    static func run(
        _ name: String, _ arguments: [String], environment: [String: String] = [:]
    ) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [name] + arguments
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        // psql has its own way with Ctrl-C: it cancels the query.
        Interruption.restoreSignals()
        do {
            try process.run()
        } catch {
            throw CommandError("\(name) cannot be started: \(error.localizedDescription)")
        }
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// The first line that a program writes about its version, such as
    /// `pg_dump (PostgreSQL) 15.18`.
    static func version(_ name: String) throws -> String {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [name, "--version"]
        process.standardOutput = output
        try process.run()
        let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw CommandError(
                "\(name) is not there. Install PostgreSQL's client programs (Debian: "
                    + "postgresql-client).")
        }
        let text = String(decoding: bytes, as: UTF8.self)
        return String(text.prefix { !$0.isNewline })
    }
}
