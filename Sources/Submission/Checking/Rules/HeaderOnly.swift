extension Rule {
    /// There is a header and nothing below it.
    static let headerOnly = Rule(
        id: "header-only", severity: .warning, title: "The file has a header and no rows",
        remedy: "Send the file again if rows should be there")
}

extension FindingWriter {
    /// A header without rows.
    func headerOnly(line: Int?) -> Finding {
        finding(
            .headerOnly, row: line, problem: "there is a header and no row below it",
            remedy: Rule.headerOnly.remedy)
    }
}
