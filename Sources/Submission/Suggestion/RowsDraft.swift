import MetricSpec

/// The draft of a file with one row an event or a post.
struct RowsDraft {
    private let basis: DraftBasis
    private var table: DraftTable { basis.table }
    private var layout: LayoutGuess { basis.layout }

    init(_ basis: DraftBasis) { self.basis = basis }
    private var scorer: MeasureScorer { basis.scorer }

    func suggestion() -> Suggestion {
        var text = DraftText()
        var roles: [Int: Suggestion.Role] = [:]
        if layout.layout == .records {
            writeRecords(&text, &roles)
        } else {
            writePosts(&text, &roles)
        }
        return basis.finished(text, roles: roles)
    }

    // MARK: Records

    private func writeRecords(_ text: inout DraftText, _ roles: inout [Int: Suggestion.Role]) {
        let dates = table.profiles.filter { $0.dates != nil }
        let date = layout.code.map { table.profiles[$0] } ?? dates[0]
        roles[date.position] = .row
        var keys = [
            (key: "date", value: YAMLText.scalar(date.name)), ("length", "quarter"),
        ]
        if let order = date.dates, order != .yearMonthDay { keys.append(("order", order.rawValue)) }
        basis.head(
            of: &text, figures: [],
            ownPeriod: PlaceGuess.Place(
                value: YAMLText.table(keys), reason: "such as \(date.column.texts.first ?? "")"))
        if dates.count > 1 {
            text.question(
                "which date decides the period: \(dates.map(\.name).joined(separator: ", "))?")
        }
        text.list("figures", isEmpty: true)
        writeFigures(
            &text, aggregate: "count", of: MatchSubject(text: table.about), column: nil)
        for duration in durations where duration.position != date.position {
            roles[duration.position] = .value
            writeFigures(
                &text, aggregate: "sum", of: MatchSubject(duration), column: duration.name)
        }
    }

    /// Columns of figures that a sum or mean may be made of.
    private var durations: [ColumnProfile] {
        table.free.filter {
            $0.isNumeric && $0.dates == nil && !LayoutGuess.isIdentifier($0)
                && $0.position != layout.code
                && (scorer.candidates(MatchSubject($0)).first?.confidence ?? 0) >= Assignment.asked
        }
    }

    private func writeFigures(
        _ text: inout DraftText, aggregate: String, of subject: MatchSubject, column: String?
    ) {
        let candidates = Array(scorer.candidates(subject).prefix(3))
        let what = column.map { "the \(aggregate) of \($0)" } ?? "the number of rows"
        let list = candidates.map { "\($0.measure) (\(DraftText.percent($0.confidence)))" }
        text.question(
            "which measure is \(what)?"
                + (list.isEmpty ? "" : " Like the words: \(list.joined(separator: ", "))."),
            indent: 2)
        var keys = [(key: "measure", value: candidates.first?.measure ?? "?")]
        keys.append(("aggregate", aggregate))
        if let column { keys.append(("column", YAMLText.scalar(column))) }
        text.comment("- \(YAMLText.table(keys))", indent: 2)
    }

    // MARK: Positions

    private func writePosts(_ text: inout DraftText, _ roles: inout [Int: Suggestion.Role]) {
        basis.head(of: &text, figures: [])
        var keys: [(key: String, value: String)] = []
        if let share = table.profiles.first(where: LayoutGuess.isShareOfPost) {
            roles[share.position] = .row
            keys.append(("share", YAMLText.scalar(share.name)))
        }
        keys += postDates(&roles)
        if let vacant = vacant {
            roles[vacant.column] = .row
            keys.append(("vacant", vacant.value))
        }
        text.plain("posts: \(YAMLText.table(keys))")
        text.list("figures", isEmpty: true)
        for (aggregate, words) in [
            ("budgeted-equivalents", "budgeted positions fte"),
            ("vacant-equivalents", "vacant positions fte"),
        ] {
            writeFigures(
                &text, aggregate: aggregate, of: MatchSubject(text: words), column: nil)
        }
    }

    /// The keys for the days from and until which a post is filled.
    private func postDates(
        _ roles: inout [Int: Suggestion.Role]
    ) -> [(key: String, value: String)] {
        var keys: [(key: String, value: String)] = []
        let dates = table.profiles.filter { $0.dates != nil }
        for (key, words) in [
            ("from", ["start", "from", "hire", "begin"]),
            ("until", ["end", "until", "to", "left", "separation"]),
        ] {
            guard
                let date = dates.first(where: { Self.has($0, words) && roles[$0.position] == nil })
            else { continue }
            roles[date.position] = .row
            keys.append((key, YAMLText.scalar(date.name)))
            if key == "from", let order = date.dates, order != .yearMonthDay {
                keys.append(("order", order.rawValue))
            }
        }
        return keys
    }

    private static func has(_ profile: ColumnProfile, _ words: [String]) -> Bool {
        let name = CellText.folded(profile.name).replacing("_", with: " ").split(separator: " ")
        return name.contains { words.contains(String($0)) }
    }

    /// The cell that marks a post as vacant.
    private var vacant: (column: Int, value: String)? {
        for profile in table.free {
            guard
                let text = profile.column.texts.first(where: {
                    ["vacant", "unfilled", "unbesetzt", "open"].contains(CellText.folded($0))
                })
            else { continue }
            return (
                profile.position,
                YAMLText.table([(YAMLText.scalar(profile.name), YAMLText.scalar(text))])
            )
        }
        return nil
    }
}
