import Foundation

/// Runs another program in the foreground, on our own input and output.
enum Program {
    /// Returns its exit code; throws where it is not found on PATH.
    static func run(_ name: String, _ arguments: [String]) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [name] + arguments
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
}
