import Tabular

extension Rule {
    /// The header stands among the rows again, as on printed pages.
    static let repeatedHeader = Rule(
        id: "repeated-header", severity: .info, title: "The header stands among the rows again",
        remedy: "Nothing needs to be done")
}

extension FindingWriter {
    /// One finding for all rows that repeat the header.
    func repeatedHeader(_ remark: TableRemark) -> Finding {
        let words = remark.rows == 1 ? "1 row repeats" : "\(remark.rows) rows repeat"
        return finding(
            .repeatedHeader, row: remark.line,
            problem: "\(words) the header and \(remark.rows == 1 ? "was" : "were") left out")
    }
}
