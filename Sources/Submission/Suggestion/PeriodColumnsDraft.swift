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
        let qualifiers = QualifiersInHeaders(columns, table)
        let hasVariants = columns.contains { qualifiers?.headers[$0.position]?.variant != nil }
        basis.head(
            of: &text, figures: columns,
            ownPeriod: hasVariants ? qualifiers?.place : period(columns))
        var roles: [Int: Suggestion.Role] = [:]
        for column in columns { roles[column.position] = .value }
        let codes = try measure(&text, &roles, columns)
        if let qualifiers, hasVariants { write(columns, qualifiers, to: &text) }
        return basis.finished(text, roles: roles, codes: codes?.suggestions ?? [])
    }

    private func period(_ columns: [ColumnProfile]) -> PlaceGuess.Place {
        PlaceGuess.Place(
            value: YAMLText.table([
                ("header", YAMLText.scalar(Self.glob(columns.map(\.name))))
            ]),
            reason: layout.reason)
    }

    /// A line for each variant, and for each header that names none.
    private func write(
        _ columns: [ColumnProfile], _ qualifiers: QualifiersInHeaders, to text: inout DraftText
    ) {
        qualifiers.writeVariantQuestion(to: &text)
        text.plain("values:")
        let lines = columns.map { column in
            guard let header = qualifiers.headers[column.position] else {
                return YAMLText.table([("column", YAMLText.scalar(column.name))])
            }
            if header.variant != nil { return YAMLText.table(header.keys) }
            // A pattern of nothing but a period would take any header.
            return YAMLText.table([
                ("column", YAMLText.scalar(column.name)),
                ("period", YAMLText.quoted(header.period)),
            ])
        }
        for line in lines.uniqued() { text.entry("- " + line) }
    }

    private func measure(
        _ text: inout DraftText, _ roles: inout [Int: Suggestion.Role],
        _ columns: [ColumnProfile]
    ) throws(TableError) -> CodeMatch? {
        if let codes = try basis.blockCodes(columns.map(\.position), to: &text) { return codes }
        guard let code = layout.code else {
            askForMeasure(of: columns, &text)
            return nil
        }
        roles[code] = .code
        let beside = table.free.filter {
            $0.position != code && !$0.isNumeric && !$0.column.isCut
        }
        return try basis.codes(code, value: columns.first?.position, beside: beside, to: &text)
    }

    private func askForMeasure(of columns: [ColumnProfile], _ text: inout DraftText) {
        let subject = MatchSubject(text: table.sample.file, numbers: columns.first?.numbers ?? [])
        let likely = scorer.candidates(subject).prefix(3).map(\.measure)
        text.question(
            "no column names a measure. Which one do all figures belong to?"
                + (likely.isEmpty
                    ? "" : " Like the file's name: \(likely.joined(separator: ", "))."))
        text.plain("measure: {constant: \(likely.first ?? "?")}")
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
