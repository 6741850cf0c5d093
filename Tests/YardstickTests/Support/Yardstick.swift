import Foundation
import Glibc
import Testing

/// The program under test, run as a process of its own.
enum Yardstick {
    /// Where it was built: beside the tests.
    static let path = folder + "/yardstick"

    /// The folder that the tests and the program were built into.
    static let folder: String = {
        let link = "/proc/self/exe"
        let target = try? FileManager.default.destinationOfSymbolicLink(atPath: link)
        return URL(fileURLWithPath: target ?? link).deletingLastPathComponent().path
    }()

    /// Runs it to its end.
    static func run(
        _ arguments: [String], in folder: String = "/tmp", environment: [String: String] = [:]
    ) throws -> Run {
        try start(arguments, in: folder, environment: environment).finish()
    }

    /// Starts it and returns at once.
    static func start(
        _ arguments: [String], in folder: String = "/tmp", environment: [String: String] = [:],
        input: Pipe? = nil
    ) throws -> RunningProgram {
        try RunningProgram(
            path, arguments, in: folder, environment: environment, input: input)
    }

    /// Runs a line of shell, in which `yardstick` is this program.
    static func shell(
        _ line: String, in folder: String, environment: [String: String] = [:]
    ) throws -> Run {
        try RunningProgram("/bin/sh", ["-c", line], in: folder, environment: environment)
            .finish()
    }
}

/// How a program ended and what it wrote.
struct Run: Sendable, CustomStringConvertible {
    let command: String
    let code: Int32
    let output: String
    let errors: String

    /// Output and errors.
    var text: String { output + errors }

    var description: String { "$ \(command)\n\(output)\(errors)exit code \(code)" }

    /// The output as a JSON object.
    func json() throws -> [String: any Sendable] {
        let value = try JSONSerialization.jsonObject(with: Data(output.utf8))
        return try #require(value as? [String: any Sendable], "\(self)")
    }

    /// The objects of a list in the output.
    func list(_ name: String) throws -> [[String: any Sendable]] {
        try #require(try json()[name] as? [[String: any Sendable]], "\(self)")
    }
}

/// A program that has been started.
final class RunningProgram {
    private let process = Process()
    private let command: String
    private let files: Scratch

    /// Longer than anything takes on a slow machine.
    private static let patience = 240.0

    init(
        _ program: String, _ arguments: [String], in folder: String,
        environment: [String: String], input: Pipe? = nil
    ) throws {
        command = ([program] + arguments).joined(separator: " ")
        files = try Scratch()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder)
        process.environment = Self.environment.merging(environment) { $1 }
        process.standardInput = input ?? FileHandle.nullDevice
        process.standardOutput = try Self.open(files.path + "/output")
        process.standardError = try Self.open(files.path + "/errors")
        try process.run()
    }

    /// What a program sees of the environment of the tests: no database, no
    /// consortium and no data folder of whoever runs them.
    private static let environment: [String: String] = {
        let own = ProcessInfo.processInfo.environment
        let kept = ["HOME", "LANG", "LD_LIBRARY_PATH", "TMPDIR", "USER"]
        var environment = own.filter { kept.contains($0.key) }
        environment["PATH"] = Yardstick.folder + ":" + (own["PATH"] ?? "/usr/bin:/bin")
        return environment
    }()

    private static func open(_ path: String) throws -> FileHandle {
        try Data().write(to: URL(fileURLWithPath: path))
        return try FileHandle(forWritingTo: URL(fileURLWithPath: path))
    }

    /// Whether it has not ended.
    var isRunning: Bool { process.isRunning }

    /// Sends it a signal.
    func send(_ signal: Int32) {
        kill(process.processIdentifier, signal)
    }

    /// Waits for its end; one that does not come is a failure.
    func finish() throws -> Run {
        let isDone = poll(seconds: Self.patience) { !process.isRunning }
        if !isDone {
            send(SIGKILL)
            Issue.record("\(command) did not end in \(Self.patience) s")
        }
        process.waitUntilExit()
        return Run(
            command: command, code: process.terminationStatus,
            output: try files.text("output"), errors: try files.text("errors"))
    }
}

/// Asks again and again until something holds; false where the time is up.
func poll(seconds: Double = 120, until holds: () throws -> Bool) rethrows -> Bool {
    let end = Date(timeIntervalSinceNow: seconds)
    while Date() < end {
        if try holds() { return true }
        usleep(5_000)
    }
    return try holds()
}
