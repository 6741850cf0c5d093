/// Quoting for the places where SQL takes no binds: names, and values in
/// utility statements such as `set` or partition bounds.
public enum SQLText {
    /// A name in double quotes, taken as it is written.
    public static func identifier(_ name: String) -> String {
        quoted(name, by: "\"")
    }

    /// A text in single quotes.
    ///
    /// Backslashes are characters like others, as with PostgreSQL's default
    /// `standard_conforming_strings`.
    public static func literal(_ text: String) -> String {
        quoted(text, by: "'")
    }

    private static func quoted(_ text: String, by mark: Character) -> String {
        let doubled = text.split(separator: mark, omittingEmptySubsequences: false)
            .joined(separator: "\(mark)\(mark)")
        return "\(mark)\(doubled)\(mark)"
    }
}
