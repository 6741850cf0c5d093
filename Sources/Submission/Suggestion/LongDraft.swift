import MetricSpec
import Tabular

/// The draft of a file with one row a value, or one column a period.
struct LongDraft {
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
        let value = layout.value.map { table.profiles[$0] }
        DraftHead(table: table, layout: layout).write(
            to: &text, figures: value.map { [$0] } ?? [])
        var roles: [Int: Suggestion.Role] = [:]
        let codes = try self.codes(&text, &roles)
        if let value {
            roles[value.position] = .value
            writeValue(value, to: &text)
        }
        let left = LeftColumns(table, roles)
        left.write(to: &text)
        return Suggestion(
            file: table.sample.file, layout: layout.layout, layoutReason: layout.reason,
            rows: table.sample.rows, columns: table.profiles.map(left.column),
            codes: codes?.suggestions ?? [], text: text.text)
    }

    private func codes(
        _ text: inout DraftText, _ roles: inout [Int: Suggestion.Role]
    ) throws(TableError) -> CodeMatch? {
        guard let code = layout.code else { return nil }
        roles[code] = .code
        let beside = table.free.filter {
            $0.position != code && $0.position != layout.value && !$0.isNumeric && !$0.column.isCut
        }
        let sample = try CodeSample(
            table, code: code, value: layout.value, beside: beside.map(\.position))
        let match = CodeMatch(sample, scorer: scorer)
        text.plain("measure:")
        text.plain("  column: \(YAMLText.scalar(table.profiles[code].name))")
        match.write(to: &text)
        return match
    }

    private func writeValue(_ value: ColumnProfile, to text: inout DraftText) {
        var keys = [(key: "column", value: YAMLText.scalar(value.name))]
        if let hint = value.hint, hint.multiplier != 1 {
            keys.append(("multiplier", PlainNumber.text(hint.multiplier)))
        }
        let others = table.free.filter {
            $0.isNumeric && $0.position != value.position && !LayoutGuess.isIdentifier($0)
        }
        if !others.isEmpty {
            text.comment(
                "Other columns of figures: \(PlaceGuess.list(others.map(\.name))).")
        }
        text.key("value", YAMLText.table(keys), reason: "the only or first column of figures")
    }
}
