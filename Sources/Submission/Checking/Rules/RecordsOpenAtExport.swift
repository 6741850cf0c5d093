import MetricSpec

extension Rule {
    /// Many records of a period have no end.
    static let recordsOpenAtExport = Rule(
        id: "records-open-at-export", severity: .warning,
        title: "Many records were still open at the export",
        remedy: "Export again when they are closed: what counts closed records is too low, and "
            + "times are those of the quick ones")
}

extension FindingWriter {
    /// A city's records of a period, more of which are open than is declared
    /// usual.
    func recordsOpen(_ open: Int, of rows: Int, limit: Double, column: Int) -> Finding {
        finding(
            .recordsOpenAtExport, column: column,
            problem: "\(open) of \(rows) records (\(Self.percent(open, of: rows))) have no end",
            found: Self.percent(open, of: rows), expected: "at most \(PlainNumber.text(limit)) %",
            remedy: Rule.recordsOpenAtExport.remedy)
    }
}
