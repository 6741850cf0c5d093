import MetricSpec

extension Rule {
    /// A line of a ledger's mapping meets no account of the file.
    static let mappedAccountMissing = Rule(
        id: "mapped-account-missing", severity: .warning,
        title: "A line of the mapping has no account in the file",
        remedy: "Correct the line, or say why nothing is reported")
}

extension FindingWriter {
    /// A line without a row; its measure gets no figure.
    func mappedAccountMissing(_ figure: Figure) -> Finding {
        let measure = figure.measure.map { context.standard.measures[Int($0)].id }
        var finding = finding(
            .mappedAccountMissing,
            problem: "no row of the file is in the line of \(measure ?? "") (\(figure.words)), "
                + "which gets no figure",
            remedy: Rule.mappedAccountMissing.remedy)
        finding.measure = measure
        return finding
    }
}
