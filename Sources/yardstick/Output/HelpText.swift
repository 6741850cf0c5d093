import Foundation

/// The text of `--help`.
enum HelpText {
    private static let heading = "Example:\n"
    private static let usage = "\nUSAGE:"

    /// Moves the example from the description, where the parser has it, to the
    /// end, where a reader of a long help finds it.
    ///
    /// A long example, which the parser has wrapped, is one line again, as it
    /// is typed. A text without an example comes back as it is.
    static func withExampleLast(_ text: String) -> String {
        guard let start = text.range(of: heading)?.lowerBound,
            let end = text.range(of: usage, range: start..<text.endIndex)?.lowerBound
        else { return text }
        var rest = text
        rest.removeSubrange(start...end)
        while rest.last?.isNewline == true { rest.removeLast() }
        let lines = text[start..<end].dropFirst(heading.count).split(separator: "\n")
        let example = lines.map { $0.trimmingCharacters(in: .whitespaces) }
        return rest + "\n\n" + heading + "  " + example.joined(separator: " ")
    }
}
