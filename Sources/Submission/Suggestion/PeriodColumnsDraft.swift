import MetricSpec
import Tabular

/// The draft of a file with one column a period.
struct PeriodColumnsDraft {
    private let basis: DraftBasis
    private var table: DraftTable { basis.table }
    private var layout: LayoutGuess { basis.layout }

    init(_ basis: DraftBasis) { self.basis = basis }
    private var scorer: MeasureScorer { basis.scorer }

    func suggestion() throws(TableError) -> Suggestion {
        var text = DraftText()
        let columns = layout.periodColumns.map { table.profiles[$0] }
        let glob = Self.glob(columns.map(\.name))
        basis.head(
            of: &text, figures: columns,
            ownPeriod: PlaceGuess.Place(
                value: YAMLText.table([("header", YAMLText.scalar(glob))]),
                reason: layout.reason))
        var roles: [Int: Suggestion.Role] = [:]
        for column in columns { roles[column.position] = .value }
        let codes = try measure(&text, &roles, columns)
        return basis.finished(text, roles: roles, codes: codes?.suggestions ?? [])
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
        let beside = table.free.filter {
            $0.position != code && !$0.isNumeric && !$0.column.isCut
        }
        return try basis.codes(code, value: columns.first?.position, beside: beside, to: &text)
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
