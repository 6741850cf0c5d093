extension Rule {
    /// A percentile has more values than are kept, so it would not be exact.
    static let percentileTooLarge = Rule(
        id: "percentile-too-large", severity: .error,
        title: "A percentile is of more values than are kept",
        remedy: "Raise keep: of the figure in the mapping, or send smaller files")
}

extension FindingWriter {
    /// A percentile that is refused, since it could only be estimated.
    func percentileTooLarge(_ figure: Figure, values: Int, column: Int) -> Finding {
        var limit = 0
        if case .percentile(_, let keeping) = figure.aggregate { limit = keeping }
        return finding(
            .percentileTooLarge, column: column,
            problem: "the \(figure.words) is of \(values) values and only \(limit) are kept; "
                + "it is not estimated from a part of them",
            found: "\(values)", expected: "at most \(limit) values",
            remedy: Rule.percentileTooLarge.remedy)
    }
}
