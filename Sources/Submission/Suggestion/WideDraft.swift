import MetricSpec

/// The draft of a file with one column a measure.
struct WideDraft {
    private let table: DraftTable
    private let layout: LayoutGuess
    private let scorer: MeasureScorer
    private let figures: [ColumnProfile]
    private let outcomes: [Int: Assignment.Outcome]

    init(_ table: DraftTable, _ layout: LayoutGuess, _ scorer: MeasureScorer) {
        self.table = table
        self.layout = layout
        self.scorer = scorer
        figures = table.free.filter {
            ($0.isNumeric || $0.isWithoutFigures) && !PersonalGuess.isPersonal($0)
        }
        let candidates = figures.map { profile -> [MeasureCandidate] in
            if LayoutGuess.isIdentifier(profile) { return [] }
            let found = scorer.candidates(MatchSubject(profile))
            // A header alone must be clear.
            return profile.isNumeric
                ? found : found.filter { $0.confidence >= Assignment.accepted }
        }
        let assignment = Assignment(candidates)
        outcomes = Dictionary(
            uniqueKeysWithValues: zip(figures.map(\.position), assignment.outcomes))
    }

    func suggestion() -> Suggestion {
        var text = DraftText()
        DraftHead(table: table, layout: layout).write(to: &text, figures: mapped)
        text.plain("values:")
        let width = min((mapped.map { entry($0).count + 4 }.max() ?? 0) + 2, 78)
        for profile in figures {
            switch outcomes[profile.position] {
            case .found(let candidate):
                text.entry(
                    entry(profile), reason: Self.reason(candidate), column: width)
            case .question(let candidates):
                text.question(
                    Self.question(profile.name, candidates, profile.numbers), indent: 2)
                if let first = candidates.first {
                    text.comment(line(profile, first), indent: 2)
                }
            default: break
            }
        }
        LeftColumns(table, roles).write(to: &text)
        return Suggestion(
            file: table.sample.file, layout: layout.layout, layoutReason: layout.reason,
            rows: table.sample.rows, columns: table.profiles.map(column), codes: [],
            text: text.text)
    }

    private var mapped: [ColumnProfile] {
        figures.filter {
            if case .found = outcomes[$0.position] { true } else { false }
        }
    }

    // MARK: Lines

    private func entry(_ profile: ColumnProfile) -> String {
        guard case .found(let candidate) = outcomes[profile.position] else { return "" }
        return line(profile, candidate)
    }

    private func line(_ profile: ColumnProfile, _ candidate: MeasureCandidate) -> String {
        let standard = scorer.names.standard
        var keys = [
            (key: "column", value: YAMLText.scalar(profile.name)), ("measure", candidate.measure),
        ]
        if let hint = profile.hint {
            let measure = standard.measures[candidate.index]
            if let unit = hint.unitKey(for: measure, in: standard) {
                keys.append(("unit", unit))
            } else if hint.multiplier != 1 {
                keys.append(("multiplier", PlainNumber.text(hint.multiplier)))
            }
        }
        return "- " + YAMLText.table(keys)
    }

    static func reason(_ candidate: MeasureCandidate) -> String {
        "\(DraftText.percent(candidate.confidence)), \(candidate.reason)"
    }

    /// What to ask about a column or code that may be several measures.
    static func question(
        _ name: String, _ candidates: [MeasureCandidate], _ numbers: [Double]
    ) -> String {
        let shown = candidates.map { "\($0.measure) (\(DraftText.percent($0.confidence)))" }
        let figures = numbers.isEmpty ? "" : ", with \(self.figures(numbers)),"
        if candidates.count == 1 {
            return "is \"\(name)\"\(figures) \(shown[0])? \(candidates[0].reason)."
        }
        let list = shown.dropLast().joined(separator: ", ") + " or " + (shown.last ?? "")
        return "is \"\(name)\"\(figures) \(list)?"
    }

    private static func figures(_ numbers: [Double]) -> String {
        let low = numbers.min() ?? 0
        let high = numbers.max() ?? 0
        let ends = [low, high].map { PlainNumber.text(($0 * 100).rounded() / 100) }
        return low == high ? "the figure \(ends[0])" : "figures from \(ends[0]) to \(ends[1])"
    }

    // MARK: Columns

    private var roles: [Int: Suggestion.Role] {
        var roles: [Int: Suggestion.Role] = [:]
        for profile in figures {
            switch outcomes[profile.position] {
            case .found, .question: roles[profile.position] = .value
            default: break
            }
        }
        return roles
    }

    private func column(_ profile: ColumnProfile) -> Suggestion.Column {
        switch outcomes[profile.position] {
        case .found(let candidate):
            return Suggestion.Column(
                name: profile.name, position: profile.position + 1, role: .value,
                measure: candidate.measure, confidence: candidate.confidence,
                reason: candidate.reason, question: nil, candidates: [candidate])
        case .question(let candidates):
            return Suggestion.Column(
                name: profile.name, position: profile.position + 1, role: .value,
                measure: candidates.first?.measure, confidence: candidates.first?.confidence ?? 0,
                reason: candidates.first?.reason ?? "",
                question: Self.question(profile.name, candidates, profile.numbers),
                candidates: candidates)
        default: return LeftColumns(table, roles).column(profile)
        }
    }
}
