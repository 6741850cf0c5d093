extension Rule {
    /// A status says that there is no figure, and there is one.
    static let statusContradictsValue = Rule(
        id: "status-contradicts-value", severity: .error,
        title: "A figure stands where the status says there is none",
        remedy: "Correct the status or take the figure out")
}

extension FindingWriter {
    /// A figure beside a status such as `withheld`.
    func statusContradictsValue(
        _ text: String, status: String, row: Int, column: Int
    ) -> Finding {
        finding(
            .statusContradictsValue, row: row, column: column,
            problem: "\(Self.quoted(text)) stands here, but the status is \(status)", found: text,
            remedy: Rule.statusContradictsValue.remedy)
    }
}
