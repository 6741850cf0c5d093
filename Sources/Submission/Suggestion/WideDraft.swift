import MetricSpec

/// The draft of a file with one column a measure.
struct WideDraft {
    private let basis: DraftBasis
    private let match: ColumnMatch
    private var table: DraftTable { basis.table }

    init(_ basis: DraftBasis) {
        self.basis = basis
        match = ColumnMatch(basis.table, scorer: basis.scorer)
    }

    func suggestion() -> Suggestion {
        var text = DraftText()
        basis.head(of: &text, figures: mapped, ownPeriod: match.qualifiers?.place)
        writePeriods(to: &text)
        if mapped.isEmpty {
            text.question(
                "no column is surely a measure. Write at least one line under values:, such as "
                    + "- {column: HEADER, measure: ID}; spec list shows the ids.")
        }
        text.list("values", isEmpty: mapped.isEmpty)
        let lines = mapped.map(entry)
        let width = min((lines.map { $0.count + 4 }.max() ?? 0) + 2, 78)
        var written: Set<String> = []
        for profile in match.figures {
            switch match.outcomes[profile.position] {
            case .found(let candidate):
                // Headers that differ in their periods alone are one line.
                let line = entry(profile)
                guard written.insert(line).inserted else { continue }
                text.entry(line, reason: Self.reason(candidate), column: width)
            case .question(let candidates):
                text.question(
                    Self.question(profile.name, candidates, profile.numbers), indent: 2)
                if let first = candidates.first {
                    text.comment(line(profile, first), indent: 2)
                }
            default: break
            }
        }
        return basis.finished(
            text, roles: roles,
            measures: match.figures.reduce(into: [:]) { $0[$1.position] = column($1) })
    }

    private var mapped: [ColumnProfile] {
        match.figures.filter {
            if case .found = match.outcomes[$0.position] { true } else { false }
        }
    }

    /// Asks about measures without a period, where others have it in their
    /// headers.
    private func writePeriods(to text: inout DraftText) {
        guard let qualifiers = match.qualifiers else { return }
        qualifiers.writeVariantQuestion(to: &text)
        let others = mapped.filter {
            qualifiers.headers[$0.position]?.period.isEmpty ?? true
        }.map(\.name)
        if others.isEmpty || qualifiers.place == nil { return }
        text.question(
            "which period are \(PlaceGuess.list(others)) of? Their headers do not say it. Write "
                + "period: with it in their lines.")
    }

    // MARK: Lines

    private func entry(_ profile: ColumnProfile) -> String {
        guard case .found(let candidate) = match.outcomes[profile.position] else { return "" }
        return line(profile, candidate)
    }

    private func line(_ profile: ColumnProfile, _ candidate: MeasureCandidate) -> String {
        let standard = basis.scorer.names.standard
        var keys =
            match.qualifiers?.headers[profile.position]?.keys
            ?? [(key: "column", value: YAMLText.scalar(profile.name))]
        keys.append(("measure", candidate.measure))
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
        match.figures.reduce(into: [:]) { roles, profile in
            switch match.outcomes[profile.position] {
            case .found, .question: roles[profile.position] = .value
            default: break
            }
        }
    }

    /// Nil for a column that nothing is like.
    private func column(_ profile: ColumnProfile) -> Suggestion.Column? {
        switch match.outcomes[profile.position] {
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
        default: return nil
        }
    }
}
