import Tabular

extension Rule {
    /// A workbook has several sheets with figures, and the mapping names none.
    static let sheetsNotRead = Rule(
        id: "sheets-not-read", severity: .info, title: "Other sheets with figures were not read",
        remedy: "Name the sheet under format: in the mapping, or send the other sheets by "
            + "mappings of their own")
}

extension FindingWriter {
    /// One finding for the visible sheets beside the one that was read; nil
    /// where the mapping says which one it is, or there is no other.
    func sheetsNotRead(_ workbook: SourceWorkbook) throws(TableError) -> Finding? {
        guard case .sheet(let read, .detected) = origin else { return nil }
        let others = try workbook.sheetsWithFigures {
            $0.visibility == .visible && $0.position != read.position
        }
        guard let first = others.first else { return nil }
        let names = others.prefix(10).map(Self.quoted).joined(separator: ", ")
        let rest = others.count > 10 ? " and \(others.count - 10) more" : ""
        return finding(
            .sheetsNotRead,
            problem: "it is the first sheet and was read (detected); figures of "
                + (others.count == 1 ? "another sheet" : "other sheets")
                + " were not (\(names)\(rest))",
            found: first, remedy: Rule.sheetsNotRead.remedy)
    }
}
