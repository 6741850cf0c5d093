/// The text of a mapping while it is put together: keys, each with its reason
/// behind it or its question above it.
struct DraftText {
    private(set) var lines: [String] = []
    /// From this column on reasons stand behind lines of a list, where these
    /// are shorter.
    private static let reasonColumn = 64
    private static let width = 100

    /// A comment in a line or several of its own.
    mutating func comment(_ text: String, indent: Int = 0) {
        let lead = String(repeating: " ", count: indent) + "# "
        var line = lead
        for word in text.split(separator: " ") {
            if line.count + word.count > Self.width, line != lead {
                lines.append(Self.trimmed(line))
                line = lead
            }
            line += word + " "
        }
        lines.append(Self.trimmed(line))
    }

    mutating func question(_ text: String, indent: Int = 0) {
        comment("question: " + text, indent: indent)
    }

    /// A key with its value, and why.
    mutating func key(_ key: String, _ value: String, reason: String = "") {
        line("\(key): \(value)", reason: reason, column: 40)
    }

    /// A line of a list or table, and why.
    mutating func entry(_ text: String, reason: String = "", column: Int? = nil) {
        line("  " + text, reason: reason, column: column ?? Self.reasonColumn)
    }

    /// A key with lines below it; where all of them are still questions, an
    /// empty value that they take the place of.
    mutating func list(_ key: String, isEmpty: Bool, _ empty: String = "[]") {
        guard isEmpty else { return plain("\(key):") }
        line("\(key): \(empty)", reason: "lines below take the place of \(empty)", column: 40)
    }

    mutating func plain(_ text: String) { lines.append(text) }

    private mutating func line(_ text: String, reason: String, column: Int) {
        guard !reason.isEmpty else { return lines.append(text) }
        let padding = String(repeating: " ", count: max(2, column - text.count))
        lines.append(text + padding + "# " + reason)
    }

    var text: String { lines.joined(separator: "\n") + "\n" }

    private static func trimmed(_ line: String) -> String {
        var line = line[...]
        while line.last == " " { line.removeLast() }
        return String(line)
    }

    /// A confidence in per cent.
    static func percent(_ confidence: Double) -> String {
        "\(Int((confidence * 100).rounded())) %"
    }
}
