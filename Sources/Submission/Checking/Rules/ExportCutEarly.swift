import MetricSpec

extension Rule {
    /// An export seems to end before its period does, or at a row limit.
    static let exportCutEarly = Rule(
        id: "export-cut-early", severity: .warning,
        title: "The export seems to end before its period does",
        remedy: "Export the whole period again; where nothing happened after it, say so to the "
            + "operator")
}

extension FindingWriter {
    /// Records that end long before their period, measured by the longest
    /// time without one.
    func cutEarly(
        _ entry: RecordBooks.Entry, in period: Period, gap: Int, column: Int
    ) -> Finding {
        let last = CalendarDay(number: entry.lastDay)
        let missing = Int(period.end.number - entry.lastDay) - 1
        return finding(
            .exportCutEarly, row: entry.lastLine, column: column,
            problem: "the last record is of \(last.text), \(missing) days before the end of "
                + "\(period.text), while no two records before it lie more than "
                + "\(gap) \(gap == 1 ? "day" : "days") apart",
            found: last.text,
            expected: "records up to \(CalendarDay(number: period.end.number - 1).text)",
            remedy: Rule.exportCutEarly.remedy)
    }

    /// A file with exactly as many rows as a program hands out at most.
    func cutAtLimit(_ rows: Int, program: String) -> Finding {
        finding(
            .exportCutEarly,
            problem: "the file has exactly \(rows) rows, which is as many as \(program) hands out "
                + "at most",
            found: "\(rows)", expected: "a file that ends where its records do",
            remedy: Rule.exportCutEarly.remedy)
    }
}

extension RecordBooks {
    /// Days on which there must be records before a gap can be called unusual.
    private static let fewestDays = 10
    /// A gap at the end is unusual beyond so many times the longest before.
    private static let unusual = 3
    /// A gap at the end is never unusual up to so many days.
    private static let usualDays = 3

    /// The longest time between two days with records, where the one at the
    /// end of a period is unusually longer; nil where it is not.
    static func gap(beforeCutOf entry: Entry, in period: Period) -> Int? {
        guard entry.days.count >= fewestDays else { return nil }
        let days = entry.days.sorted
        let longest = zip(days, days.dropFirst()).map { Int($1 - $0) }.max() ?? 1
        let missing = Int(period.end.number - entry.lastDay) - 1
        return missing > max(usualDays, unusual * longest) ? longest : nil
    }

    /// The programs that hand out at most so many rows, by their number.
    static let limits = [
        1_000: "a web service without a limit of its own",
        5_000: "many exports to a screen", 10_000: "many exports to a screen",
        50_000: "an open data portal in one piece", 100_000: "many database clients",
        65_535: "an old Excel sheet below its header",
        1_048_575: "an Excel sheet below its header",
    ]
}
