import Tabular

extension Rule {
    /// Texts below the table.
    static let belowTable = Rule(
        id: "below-table", severity: .info, title: "Texts below the table",
        remedy: "Nothing needs to be done if they are notes")
}

extension FindingWriter {
    /// One finding for all texts below the table.
    func belowTable(_ remark: TableRemark) -> Finding {
        let words = remark.rows == 1 ? "1 row" : "\(remark.rows) rows"
        return finding(
            .belowTable, row: remark.line,
            problem: "\(words) of text below the table, beginning with "
                + "\(Self.quoted(remark.text)), \(remark.rows == 1 ? "was" : "were") left out",
            found: remark.text, remedy: Rule.belowTable.remedy)
    }
}
