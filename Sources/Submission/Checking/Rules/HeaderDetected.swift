import Tabular

extension Rule {
    /// The header is not the first row, or more than one, and was found by its
    /// looks.
    static let headerDetected = Rule(
        id: "header-detected", severity: .info, title: "The header was found by its looks",
        remedy: "Set header_rows: under format: in the mapping if this is wrong")
}

extension FindingWriter {
    /// Where the table was found; nil where the header is the first row, or
    /// given.
    func headerDetected(_ head: TableHeader) -> Finding? {
        guard head.origin == .detected else { return nil }
        let last = head.line + head.rows.count - 1
        let rows = head.rows.count == 1 ? "row \(head.line)" : "rows \(head.line) to \(last)"
        let units = head.units.isEmpty ? "" : ", with units in the row below"
        let above = head.preamble.count
        let texts = above == 0 ? "" : ", below \(above) \(above == 1 ? "row" : "rows") of text"
        return finding(
            .headerDetected, row: head.line + firstRow,
            problem: "the header is \(rows)\(units)\(texts) (detected, "
                + "\(Int((head.confidence * 100).rounded())) % sure)",
            remedy: Rule.headerDetected.remedy)
    }
}
