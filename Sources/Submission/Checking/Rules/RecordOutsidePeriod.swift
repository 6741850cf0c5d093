import MetricSpec

extension Rule {
    /// Records are of days outside the period that the file's path claims.
    static let recordOutsidePeriod = Rule(
        id: "record-outside-period", severity: .warning,
        title: "Records are of days outside the file's period",
        remedy: "Export the period alone, or move the file to the folder of its period")
}

extension FindingWriter {
    /// All records outside the claimed period, as one finding; they are left
    /// out.
    func recordsOutside(
        _ outside: RecordBooks.Outside, of claimed: Period, rows: Int, column: Int
    ) -> Finding {
        let share = Self.percent(outside.rows, of: rows)
        let days =
            outside.first == outside.last
            ? "on \(outside.first.text)"
            : "from \(outside.first.text) to \(outside.last.text)"
        var finding = finding(
            .recordOutsidePeriod, row: outside.line, column: column,
            problem: "\(outside.rows) of \(rows) rows (\(share)) are \(days), outside "
                + "\(claimed.text), which the file's path says; they are left out",
            found: outside.first.text,
            expected: "days from \(claimed.start.text), before \(claimed.end.text)",
            remedy: Rule.recordOutsidePeriod.remedy)
        finding.period = claimed
        return finding
    }

    /// A share as people read it, with one decimal.
    static func percent(_ part: Int, of whole: Int) -> String {
        let share = whole > 0 ? Double(part) / Double(whole) * 1000 : 0
        return "\(PlainNumber.text(share.rounded() / 10)) %"
    }
}
