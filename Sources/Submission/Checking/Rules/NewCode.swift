import MetricSpec

extension Rule {
    /// Accounts or categories that the period before did not have.
    static let newCode = Rule(
        id: "new-code", severity: .info,
        title: "Accounts or categories are new, and the mapping takes or passes over them",
        remedy: "See that they are where they belong, and change the mapping where they are not")
}

extension FindingWriter {
    /// All codes of a column that are new, as one finding; those that another
    /// rule tells of since nobody has decided about them are left out.
    func newCodes(_ drift: CodeDrift) -> Finding? {
        let new = drift.new.filter { code in
            code.use.map { !$0.isEmpty } ?? (drift.kind == .filter)
        }.sorted(by: Self.isLarger)
        if new.isEmpty { return nil }
        return finding(
            .newCode, row: firstLine(new), column: drift.column,
            problem: "\(count(new.count, drift)) \(new.count == 1 ? "is" : "are") new since "
                + "\(drift.before.text), with \(weight(new, drift.kind)): "
                + list(new, drift.kind),
            found: new.first?.text, remedy: Rule.newCode.remedy)
    }
}
