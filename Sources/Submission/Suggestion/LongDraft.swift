import MetricSpec
import Tabular

/// The draft of a file with one row a value.
struct LongDraft {
    private let basis: DraftBasis
    private var table: DraftTable { basis.table }
    private var layout: LayoutGuess { basis.layout }

    init(_ basis: DraftBasis) { self.basis = basis }

    func suggestion() throws(TableError) -> Suggestion {
        var text = DraftText()
        let value = layout.value.map { table.profiles[$0] }
        basis.head(of: &text, figures: value.map { [$0] } ?? [])
        var roles: [Int: Suggestion.Role] = [:]
        let codes = try self.codes(&text, &roles)
        if let value {
            roles[value.position] = .value
            writeValue(value, to: &text)
        }
        return basis.finished(text, roles: roles, codes: codes?.suggestions ?? [])
    }

    private func codes(
        _ text: inout DraftText, _ roles: inout [Int: Suggestion.Role]
    ) throws(TableError) -> CodeMatch? {
        guard let code = layout.code else { return nil }
        roles[code] = .code
        let beside = table.free.filter {
            $0.position != code && $0.position != layout.value && !$0.isNumeric && !$0.column.isCut
        }
        let match = try basis.codes(code, value: layout.value, beside: beside, to: &text)
        writeConditions(match, beside, &roles, to: &text)
        return match
    }

    /// The rows that the codes hold for: those of one indicator where the
    /// codes are units, of one unit where a code has several.
    private func writeConditions(
        _ match: CodeMatch, _ beside: [ColumnProfile], _ roles: inout [Int: Suggestion.Role],
        to text: inout DraftText
    ) {
        var conditions: [(key: String, value: String)] = []
        func hold(_ profile: ColumnProfile, to cell: String) {
            roles[profile.position] = .row
            conditions.append(
                (YAMLText.scalar(profile.name), "[\(YAMLText.scalar(cell))]"))
        }
        for profile in beside {
            if match.areUnits, LayoutGuess.isNamedAsCode(profile),
                let only = profile.column.texts.first, profile.column.texts.count == 1
            {
                hold(profile, to: only)
            } else if match.differing.contains(profile.position), Self.namesUnits(profile),
                let first = profile.column.texts.first
            {
                text.question(
                    "a code has several figures, told apart by \(profile.name): "
                        + "\(PlaceGuess.list(profile.column.texts)). Which is meant? Write it "
                        + "under where:")
                hold(profile, to: first)
            }
        }
        if !conditions.isEmpty { text.plain("where: \(YAMLText.table(conditions))") }
    }

    /// Whether most cells are units or words for kinds of figures.
    private static func namesUnits(_ profile: ColumnProfile) -> Bool {
        let texts = profile.column.texts
        return texts.count <= 12 && texts.count { UnitHint(cell: $0) != nil } * 2 >= texts.count
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
