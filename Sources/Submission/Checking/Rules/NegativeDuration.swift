extension Rule {
    /// A record ends before it begins.
    static let negativeDuration = Rule(
        id: "negative-duration", severity: .error, title: "A record ends before it begins",
        remedy: "Correct the dates, or the names of the two columns under duration: in the mapping")
}

extension FindingWriter {
    /// A record that ends before it begins; its time does not count.
    func negativeDuration(from: String, to: String, row: Int, column: Int) -> Finding {
        finding(
            .negativeDuration, row: row, column: column,
            problem: "it ends on \(to), before it begins on \(from)", found: to,
            expected: "a time at or after \(from)", remedy: Rule.negativeDuration.remedy)
    }
}
