import Foundation
import Logging

/// What the program says to people.
enum Console {
    /// Notices of the database and the cluster go to standard error, warnings
    /// and worse only.
    static let logger: Logger = {
        var logger = Logger(label: "yardstick") { _ in
            StreamLogHandler.standardError(label: "yardstick")
        }
        logger.logLevel = .warning
        return logger
    }()

    /// Writes a line to standard output.
    static func line(_ text: String = "") {
        print(text)
    }

    /// Writes a line to standard error.
    static func error(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }

    /// Writes a value as JSON: sorted keys, snake case, one object.
    static func json(_ value: some Encodable) throws {
        line(try jsonText(value))
    }

    /// A value as JSON, as above.
    static func jsonText(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        encoder.keyEncodingStrategy = .convertToSnakeCase
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }
}

/// Shows how far long work has come, on a terminal only.
struct Progress {
    private let label: String
    private let isShown = isatty(STDERR_FILENO) == 1
    private var lastShown = 0

    init(_ label: String) {
        self.label = label
    }

    /// Shows a count; at most every 100,000.
    mutating func show(_ count: Int, _ unit: String) {
        guard isShown, count - lastShown >= 100_000 || lastShown == 0 else { return }
        lastShown = max(count, 1)
        write("\r\(label): \(TextTable.grouped(count)) \(unit)\u{1B}[K")
    }

    /// Takes the line away.
    func clear() {
        if isShown { write("\r\u{1B}[K") }
    }

    private func write(_ text: String) {
        FileHandle.standardError.write(Data(text.utf8))
    }
}
