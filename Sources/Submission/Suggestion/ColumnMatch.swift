import MetricSpec

/// Columns of figures matched with measures: by their headers and figures, by
/// what stands left of them, by earlier mappings.
struct ColumnMatch: Sendable {
    /// The columns that may carry measures.
    let figures: [ColumnProfile]
    /// Periods and variants in their headers; nil where these say none.
    let qualifiers: QualifiersInHeaders?
    /// By the position of the column.
    private(set) var outcomes: [Int: Assignment.Outcome] = [:]

    init(_ table: DraftTable, scorer: MeasureScorer) {
        figures = table.free.filter {
            ($0.isNumeric || $0.isWithoutFigures) && !PersonalGuess.isPersonal($0)
        }
        qualifiers = QualifiersInHeaders(figures.filter { !LayoutGuess.isIdentifier($0) }, table)
        let headers = qualifiers?.headers ?? [:]
        let unnamed = figures.filter { $0.isNumeric && $0.words.words.isEmpty }
        let candidates = figures.map { profile -> [MeasureCandidate] in
            if LayoutGuess.isIdentifier(profile) { return [] }
            let isOnly = figures.count == 1 && unnamed.count == 1
            let found = scorer.candidates(
                isOnly
                    ? MatchSubject(text: table.about, numbers: profile.numbers)
                    : MatchSubject(profile, named: headers[profile.position]?.rest))
            // A header alone must be clear.
            return profile.isNumeric
                ? found : found.filter { $0.confidence >= Assignment.accepted }
        }
        let groups = figures.map { headers[$0.position]?.group ?? "" }
        let assignment = Assignment(candidates, groups: groups)
        for (profile, outcome) in zip(figures, assignment.outcomes) {
            outcomes[profile.position] = outcome
        }
        addMargins(scorer.names.standard)
    }

    /// A margin of error is that of the estimate left of it.
    private mutating func addMargins(_ standard: Standard) {
        var left: (name: String, measure: String)?
        for profile in figures {
            switch outcomes[profile.position] {
            case .found(let candidate): left = (profile.name, candidate.measure)
            default:
                guard Self.isMargin(profile), let own = left,
                    let index = standard.measures.firstIndex(where: {
                        $0.margin?.measure == own.measure
                    })
                else { continue }
                outcomes[profile.position] = .found(
                    MeasureCandidate(
                        index: index, measure: standard.measures[index].id, confidence: 0.9,
                        reason: "stands behind \"\(own.name)\", whose margin of error it is"))
                left = nil
            }
        }
    }

    private static func isMargin(_ profile: ColumnProfile) -> Bool {
        profile.isNumeric
            && (["moe", "marginoferror"].contains(profile.words.letters)
                || profile.words.words == ["margin", "error"])
    }
}
