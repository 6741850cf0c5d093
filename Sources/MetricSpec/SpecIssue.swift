/// One fault in a file that people write: where, what, expected, remedy.
public struct SpecIssue: Hashable, Sendable, CustomStringConvertible {
    /// The file as it was named to the reader.
    public let file: String
    /// The line, from 1; 0 when the fault belongs to no line.
    public let line: Int
    /// The column, from 1; 0 when the fault belongs to no column.
    public let column: Int
    /// The path of keys to the value, such as `formula.ratio.numerator`.
    public let key: String
    /// What was found, what was expected and what to do.
    public let message: String

    /// Makes an issue; `line` and `column` are 0 where there is none.
    public init(file: String, line: Int, column: Int, key: String, message: String) {
        self.file = file
        self.line = line
        self.column = column
        self.key = key
        self.message = message
    }

    /// `file:line:column: key: message`, as editors expect it.
    public var description: String {
        var place = file
        if line > 0 { place += ":\(line)" }
        if line > 0 && column > 0 { place += ":\(column)" }
        return key.isEmpty ? "\(place): \(message)" : "\(place): \(key): \(message)"
    }
}

/// What stops the reading of a standard, a mapping or a consortium folder.
///
/// All faults found are listed, not only the first.
public struct SpecError: Error, CustomStringConvertible, Sendable {
    /// The faults, in the order of files and lines; at least one.
    public let issues: [SpecIssue]

    /// Makes an error of faults.
    public init(_ issues: [SpecIssue]) {
        self.issues = issues
    }

    /// One line a fault.
    public var description: String {
        issues.map(\.description).joined(separator: "\n")
    }
}

/// Collects faults while several files are read.
public final class IssueLog {
    /// What was found so far, in the order found.
    public private(set) var issues: [SpecIssue] = []

    /// What may be better and stops nobody, in the order found.
    public private(set) var advice: [SpecIssue] = []

    /// Makes an empty log.
    public init() {}

    /// Adds a fault.
    public func add(_ issue: SpecIssue) {
        issues.append(issue)
    }

    /// Adds advice.
    public func advise(_ issue: SpecIssue) {
        advice.append(issue)
    }

    /// Throws a `SpecError`, in the order of files and lines, when anything
    /// was found.
    public func throwIfAny() throws(SpecError) {
        if issues.isEmpty { return }
        throw SpecError(
            issues.sorted { ($0.file, $0.line, $0.column) < ($1.file, $1.line, $1.column) })
    }
}
