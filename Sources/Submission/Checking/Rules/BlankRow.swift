extension Rule {
    /// Rows in which all mapped cells are empty.
    static let blankRow = Rule(
        id: "blank-row", severity: .info, title: "Rows without any mapped cell",
        remedy: "Nothing needs to be done")
}

extension FindingWriter {
    /// One finding for all blank rows of a file.
    func blankRows(_ count: Int, firstLine: Int) -> Finding {
        let (has, was) = count == 1 ? ("1 row has", "was") : ("\(count) rows have", "were")
        return finding(
            .blankRow, row: firstLine,
            problem: "\(has) nothing in the mapped columns and \(was) passed over")
    }
}
