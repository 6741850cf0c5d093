public import MetricSpec

/// A city's points for reporting and good practice in one period.
public struct RecognitionScore: Sendable, Hashable {
    /// In the order of the standard's rules.
    public let rules: [RuleScore]
    /// All points of the city.
    public let points: Double
    /// The points it could have.
    public let available: Double
    /// points / available, 0 to 1; 0 where none are available.
    public let share: Double
    /// The id of the highest level that the share reaches; nil below the first.
    public let level: String?

    /// Scores one city.
    ///
    /// Coverage gives its points times the share of its measures that are in
    /// the state asked for; a rule of which no measure applies to the city is
    /// left out of what is available. A practice gives all of its points when
    /// it is met, else none.
    public init(
        of evidence: RecognitionEvidence, by standard: Standard,
        rules recognition: Recognition, in period: Period
    ) {
        let scorer = RecognitionScorer(
            evidence: evidence, standard: standard, recognition: recognition, period: period)
        rules = recognition.rules.map { scorer.score($0) }
        points = rules.reduce(0) { $0 + $1.points }
        available = rules.reduce(0) { $0 + $1.available }
        share = available > 0 ? points / available : 0
        level = recognition.level(ofShare: share)?.id
    }
}

/// The points of one rule.
public struct RuleScore: Sendable, Hashable {
    /// The id of the rule.
    public let rule: String
    public let points: Double
    /// What the rule could give the city: its points, or 0 where it does not
    /// apply.
    public let available: Double

    /// Whether all there is was given.
    public var isMet: Bool { available > 0 && points == available }
}

/// Applies rules to one city.
struct RecognitionScorer {
    let evidence: RecognitionEvidence
    let standard: Standard
    let recognition: Recognition
    let period: Period

    func score(_ rule: RecognitionRule) -> RuleScore {
        switch rule.kind {
        case .coverage(let coverage):
            guard let share = share(coverage) else {
                return RuleScore(rule: rule.id, points: 0, available: 0)
            }
            return RuleScore(rule: rule.id, points: rule.points * share, available: rule.points)
        case .practice:
            let isMet = isMet(rule, asked: [])
            return RuleScore(
                rule: rule.id, points: isMet ? rule.points : 0, available: rule.points)
        }
    }

    /// The share of a rule's measures that are there; nil where none applies.
    private func share(_ coverage: CoverageRule) -> Double? {
        let named = coverage.measures ?? standard.measures.filter(\.isRequired).map(\.id)
        let wanted = Set(named).subtracting(evidence.exempt)
        guard !wanted.isEmpty else { return nil }
        let found = wanted.intersection(evidence.measures(in: coverage.of))
        return Double(found.count) / Double(wanted.count)
    }

    /// Whether a rule and all that it requires are met; one that in the end
    /// requires itself is not.
    private func isMet(_ rule: RecognitionRule, asked: Set<String>) -> Bool {
        guard !asked.contains(rule.id) else { return false }
        switch rule.kind {
        case .coverage(let coverage): return (share(coverage) ?? 1) == 1
        case .practice(let practice):
            guard isFulfilled(rule.id, practice) else { return false }
            return practice.requires.allSatisfy { id in
                recognition.rules.first { $0.id == id }
                    .map { isMet($0, asked: asked.union([rule.id])) } ?? false
            }
        }
    }

    /// Whether the latest verdict before the period's end says so, and holds
    /// on the period's last day.
    private func isFulfilled(_ rule: String, _ practice: PracticeRule) -> Bool {
        let latest = evidence.assessments
            .filter { $0.rule == rule && $0.assessedOn < period.end }
            .max { $0.assessedOn < $1.assessedOn }
        guard let latest, latest.isMet, latest.fulfilled >= practice.needed else { return false }
        return latest.validUntil.map { $0.number + 1 >= period.end.number } ?? true
    }
}
