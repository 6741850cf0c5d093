extension Rule {
    /// A figure made of many rows does not say of which.
    static let originUnreadable = Rule(
        id: "origin-unreadable", severity: .error,
        title: "What a figure was made of cannot be read",
        remedy: "Send the file as `yardstick aggregate` wrote it")
}

extension FindingWriter {
    /// A row whose count of rows, filter or digest is not as
    /// `yardstick aggregate` writes it.
    func originUnreadable(_ text: String, row: Int, column: Int) -> Finding {
        finding(
            .originUnreadable, row: row, column: column,
            problem: "\(Self.quoted(text)) does not say what the figure was made of", found: text,
            expected: "a whole number of rows, and a digest of 16 hexadecimal digits",
            remedy: Rule.originUnreadable.remedy)
    }
}
