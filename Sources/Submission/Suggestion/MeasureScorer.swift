import MetricSpec

/// A measure that a column or code may carry, how sure that is, and why.
public struct MeasureCandidate: Sendable, Equatable {
    /// Position in the standard's measures.
    let index: Int
    /// The id of the measure.
    public let measure: String
    /// From 0 to 1.
    public let confidence: Double
    /// What speaks for it and against it, in a few words.
    public let reason: String
}

/// What is to be matched with a measure: a column, or a code of a list.
struct MatchSubject: Sendable {
    let text: String
    let words: HeaderWords
    let hint: UnitHint?
    /// Its figures, a sample; empty where none are known.
    let numbers: [Double]
    let wholeShare: Double

    init(_ profile: ColumnProfile) {
        text = profile.name
        words = profile.words
        hint = profile.hint
        numbers = profile.numbers
        wholeShare = profile.wholeShare
    }

    init(text: String, numbers: [Double] = []) {
        self.text = text
        words = HeaderWords(text)
        hint = UnitHint(header: text)
        self.numbers = numbers
        let whole = numbers.count { $0 == $0.rounded() }
        wholeShare = numbers.isEmpty ? 1 : Double(whole) / Double(numbers.count)
    }
}

/// Scores measures for columns from evidence of several kinds.
struct MeasureScorer: Sendable {
    let names: MeasureNames
    let earlier: EarlierNames

    /// The measures that may be meant, the likeliest first; at most eight.
    func candidates(_ subject: MatchSubject) -> [MeasureCandidate] {
        let words = subject.words.words
        var found = names.candidates(for: subject.words.wordsWithBrackets)
        if words.count == 1 { found.formUnion(names.measures(abbreviated: words[0])) }
        let coded = names.measures(coded: subject.text)
        if !coded.isEmpty { found = Set(coded) }
        let remembered = earlier.measures(named: subject.text)
        found.formUnion(remembered.map(\.measure))
        let scored = found.compactMap { index -> MeasureCandidate? in
            var match = nameMatch(subject.words, index)
            if let memory = remembered.first(where: { $0.measure == index }) {
                match = max(match, memory.match, by: { $0.score < $1.score })
            }
            if coded.contains(index), match?.score ?? 0 < 0.95 {
                match = NameMatch(score: 0.95, reason: "its id has the code")
            }
            guard let match, match.score > 0 else { return nil }
            return weighed(match, subject, index)
        }
        return Array(
            scored.sorted {
                $0.confidence == $1.confidence
                    ? $0.measure < $1.measure : $0.confidence > $1.confidence
            }.prefix(8))
    }

    // MARK: Words

    /// How well a header's words fit the best of a measure's names.
    private func nameMatch(_ header: HeaderWords, _ index: Int) -> NameMatch? {
        var best: NameMatch?
        for name in names.names[index] {
            var match = match(header.words, name, index)
            if header.letters == name.letters {
                match = NameMatch(score: 0.99, reason: "\(name.kind) \"\(name.text)\"")
            } else if header.wordsWithBrackets != header.words {
                match = max(
                    match, self.match(header.wordsWithBrackets, name, index),
                    by: { $0.score < $1.score })
            }
            if match.score > best?.score ?? 0 { best = match }
        }
        return best
    }

    private func match(_ words: [String], _ name: MeasureNames.Name, _ index: Int) -> NameMatch {
        if words.count == 1, name.initials.contains(words[0]) {
            return NameMatch(score: 0.74, reason: "initials of \"\(name.text)\"")
        }
        var (own, ownAll, explained, theirs, theirsAll) = (0.0, 0.0, 0.0, 0.0, 0.0)
        for word in words {
            let weight = names.weight(word)
            let likeness = name.words.map { Likeness.ofWords(word, $0) }.max() ?? 0
            let defined = names.isDefined(index, by: word) ? 0.5 : 0
            own += weight * max(likeness, likeness > 0 ? 0 : defined)
            ownAll += weight
            if likeness > 0 || defined > 0 { explained += weight }
        }
        for word in name.words {
            let weight = names.weight(word)
            theirs += weight * (words.map { Likeness.ofWords($0, word) }.max() ?? 0)
            theirsAll += weight
        }
        guard ownAll > 0, theirsAll > 0, theirs > 0 else { return NameMatch(score: 0, reason: "") }
        var score = 0.5 * own / ownAll + 0.5 * theirs / theirsAll
        let qualified = Set(words).symmetricDifference(name.words)
            .intersection(WordLists.qualifiers)
        let isWhole = own == ownAll && theirs == theirsAll
        let text = "\(isWhole ? "" : "like ")\(name.kind) \"\(name.text)\""
        if !qualified.isEmpty { score *= 0.75 }
        // A word that the standard does not explain may make it another thing.
        if explained < 0.9 * ownAll { score = min(score, Assignment.accepted - 0.01) }
        return NameMatch(score: min(score, 0.95), reason: text)
    }

    // MARK: Figures and units

    private func weighed(
        _ match: NameMatch, _ subject: MatchSubject, _ index: Int
    ) -> MeasureCandidate {
        let measure = names.standard.measures[index]
        var score = match.score
        var reasons = [match.reason]
        switch subject.hint?.agrees(with: measure, in: names.standard) {
        case true:
            score = min(max(score, 0.95), score + 0.06)
            reasons.append("unit \"\(subject.hint?.text ?? "")\"")
        case false:
            score *= 0.5
            reasons.append("but the unit \"\(subject.hint?.text ?? "")\" is another")
        default: break
        }
        weighFigures(subject, measure, &score, &reasons)
        return MeasureCandidate(
            index: index, measure: measure.id,
            confidence: min(score, 0.99),
            reason: reasons.joined(separator: ", "))
    }

    private func weighFigures(
        _ subject: MatchSubject, _ measure: Measure, _ score: inout Double,
        _ reasons: inout [String]
    ) {
        guard !subject.numbers.isEmpty else { return }
        if let range = Self.range(measure) {
            let factor = subject.hint?.multiplier ?? 1
            let inside = subject.numbers.count { range.contains($0 * factor) }
            let share = Double(inside) / Double(subject.numbers.count)
            if share < 0.5 {
                score *= 0.6
                reasons.append("but most figures are outside its plausible range")
            }
        }
        let isCount = names.standard.unit(measure.unit).map { isCounted($0) } ?? false
        if isCount, subject.wholeShare < 0.5 {
            score *= 0.6
            reasons.append("but its figures are not whole")
        }
        let isMoney = names.standard.unit(measure.unit)?.dimension.powers["money"] == 1
        if isMoney, measure.isAdditive, subject.numbers.count > 1,
            subject.numbers.allSatisfy({ abs($0) <= 1 }),
            subject.numbers.contains(where: { $0 != 0 })
        {
            score *= 0.4
            reasons.append("but its figures are shares")
        }
    }

    /// The range of a figure whose period is not known yet: that of a quarter
    /// below, that of a year above.
    private static func range(_ measure: Measure) -> PlausibleRange? {
        measure.plausible.map { plausible in
            PlausibleRange(
                minimum: plausible.quarter.minimum,
                maximum: plausible.range(months: 12, kind: measure.kind).maximum)
        }
    }

    /// Whether a unit counts separate things.
    private func isCounted(_ unit: Unit) -> Bool {
        guard unit.dimension.powers.count == 1, let only = unit.dimension.powers.first,
            only.value == 1
        else { return false }
        return names.standard.dimensions.contains { $0.id == only.key && $0.isCounted }
    }
}

/// How well a name fits, from 0 to 1, and why.
struct NameMatch: Sendable {
    let score: Double
    let reason: String
    var isRemembered = false
}

private func max(
    _ left: NameMatch?, _ right: NameMatch, by areOrdered: (NameMatch, NameMatch) -> Bool
) -> NameMatch {
    guard let left else { return right }
    return areOrdered(left, right) ? right : left
}
