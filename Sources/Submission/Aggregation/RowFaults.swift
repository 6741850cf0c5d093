/// What is wrong with rows, equal faults merged into one finding.
///
/// Memory grows with the different texts that are wrong, up to a limit; the
/// rest is counted by rule.
struct RowFaults {
    private struct Key: Hashable {
        let rule: String
        let column: Int
        let text: String
    }

    private struct Entry {
        var finding: Finding
        var rows = 1
    }

    private static let limit = 500
    private var entries: [Key: Entry] = [:]
    private var others: [String: Entry] = [:]

    /// Counts a faulty row; the finding is made where it is the first of its
    /// kind.
    mutating func note(
        _ rule: Rule, column: Int, text: String, _ finding: () -> Finding
    ) {
        let key = Key(rule: rule.id, column: column, text: text)
        if entries[key] != nil {
            entries[key]?.rows += 1
        } else if entries.count < Self.limit {
            entries[key] = Entry(finding: finding())
        } else if others[rule.id] != nil {
            others[rule.id]?.rows += 1
        } else {
            others[rule.id] = Entry(finding: finding())
        }
    }

    /// The findings, by line.
    func findings() -> [Finding] {
        let merged = entries.values.map { entry in
            var finding = entry.finding
            if entry.rows > 1 { finding.problem += ", and so in \(entry.rows) rows" }
            return finding
        }
        let more = others.values.map { entry in
            var finding = entry.finding
            finding.problem += ", and \(entry.rows - 1) rows more have other such texts"
            return finding
        }
        return (merged + more).sorted {
            ($0.row ?? 0, $0.column ?? 0, $0.rule) < ($1.row ?? 0, $1.column ?? 0, $1.rule)
        }
    }
}
