extension Rule {
    /// A text is no period in the mapping's style.
    static let unknownPeriod = Rule(
        id: "unknown-period", severity: .error, title: "The period cannot be read",
        remedy: "Correct it, or set style: and calendar: under period: in the mapping")
}

extension FindingWriter {
    /// A cell, constant or path names no period.
    func unknownPeriod(
        _ text: String, reason: String, row: Int? = nil, column: Int? = nil
    ) -> Finding {
        let problem =
            text.isEmpty
            ? "the period is missing"
            : "\(Self.quoted(text)) cannot be read as a period (\(reason))"
        return finding(
            .unknownPeriod, row: row, column: column, problem: problem, found: text,
            expected: periodExample, remedy: Rule.unknownPeriod.remedy)
    }

    private var periodExample: String {
        switch mapping.periodStyle {
        case .auto: "one like 2026-Q3, 2026-07 or 2026"
        case .fiscalYear: "a year like 2025-26"
        case .year: "a year like 2026 or 26"
        case .month: "a month like 2026-07"
        case .quarterEndDate: "the last day of a quarter like 2026-09-30"
        case .monthEndDate: "the last day of a month like 2026-07-31"
        }
    }
}
