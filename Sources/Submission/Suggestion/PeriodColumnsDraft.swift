import MetricSpec
import Tabular

/// The draft of a file with one column a period.
struct PeriodColumnsDraft {
    private let table: DraftTable
    private let layout: LayoutGuess
    private let scorer: MeasureScorer

    init(_ table: DraftTable, _ layout: LayoutGuess, _ scorer: MeasureScorer) {
        self.table = table
        self.layout = layout
        self.scorer = scorer
    }

    func suggestion() throws(TableError) -> Suggestion {
        var text = DraftText()
        let columns = layout.periodColumns.map { table.profiles[$0] }
        let glob = Self.glob(columns.map(\.name))
        DraftHead(table: table, layout: layout).write(
            to: &text, figures: columns,
            ownPeriod: (YAMLText.table([("header", YAMLText.scalar(glob))]), layout.reason))
        var roles: [Int: Suggestion.Role] = [:]
        for column in columns { roles[column.position] = .value }
        let codes = try measure(&text, &roles, columns)
        let left = LeftColumns(table, roles)
        left.write(to: &text)
        return Suggestion(
            file: table.sample.file, layout: layout.layout, layoutReason: layout.reason,
            rows: table.sample.rows, columns: table.profiles.map(left.column),
            codes: codes?.suggestions ?? [], text: text.text)
    }

    private func measure(
        _ text: inout DraftText, _ roles: inout [Int: Suggestion.Role],
        _ columns: [ColumnProfile]
    ) throws(TableError) -> CodeMatch? {
        guard let code = layout.code else {
            let subject = MatchSubject(
                text: table.sample.file, numbers: columns.first?.numbers ?? [])
            let likely = scorer.candidates(subject).prefix(3).map(\.measure)
            text.question(
                "no column names a measure. Which one do all figures belong to?"
                    + (likely.isEmpty
                        ? "" : " Like the file's name: \(likely.joined(separator: ", "))."))
            text.plain("measure: {constant: \(likely.first ?? "?")}")
            return nil
        }
        roles[code] = .code
        let sample = try CodeSample(
            table, code: code, value: columns.first?.position, beside: [])
        let match = CodeMatch(sample, scorer: scorer)
        text.plain("measure:")
        text.plain("  column: \(YAMLText.scalar(table.profiles[code].name))")
        match.write(to: &text)
        return match
    }

    /// The glob for headers: what they have in common in front, and a star.
    private static func glob(_ names: [String]) -> String {
        guard let first = names.first else { return "*" }
        let common = names.reduce(first[...]) { common, name in
            common.prefix(zip(common, name).prefix { $0 == $1 }.count)
        }
        return common + "*"
    }
}
