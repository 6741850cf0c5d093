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

/// Scores measures for columns from evidence of several kinds.
struct MeasureScorer: Sendable {
    let names: MeasureNames
    let earlier: EarlierNames

    /// The same, with what is known of the file that it is for.
    func judged(for sample: TableSample, path: String) -> MeasureScorer {
        MeasureScorer(names: names, earlier: earlier.judged(for: sample, path: path))
    }

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
            var match = nameMatch(subject, index)
            if let memory = remembered.first(where: { $0.measure == index }) {
                match = max(
                    match, memory.beside(match?.score ?? 0), by: { $0.score < $1.score })
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
    private func nameMatch(_ subject: MatchSubject, _ index: Int) -> NameMatch? {
        let header = subject.words
        var best: NameMatch?
        for name in names.names[index] {
            var match = match(header.words, subject, name, index)
            if header.letters == name.letters {
                match = NameMatch(score: 0.99, reason: "\(name.kind) \"\(name.text)\"")
            } else if header.wordsWithBrackets != header.words {
                match = max(
                    match, self.match(header.wordsWithBrackets, subject, name, index),
                    by: { $0.score < $1.score })
            }
            if match.score > best?.score ?? 0 { best = match }
        }
        return best
    }

    private func match(
        _ words: [String], _ subject: MatchSubject, _ name: MeasureNames.Name, _ index: Int
    ) -> NameMatch {
        if words.count == 1, name.initials.contains(words[0]) {
            return NameMatch(score: 0.74, reason: "initials of \"\(name.text)\"")
        }
        let cover = WordCover(words, subject, of: name, measure: index, names: names)
        guard var score = cover.score else { return NameMatch(score: 0, reason: "") }
        let qualified = Set(words).symmetricDifference(name.words)
            .subtracting(subject.context).intersection(WordLists.qualifiers)
        let text = "\(cover.isWhole ? "" : "like ")\(name.kind) \"\(name.text)\""
        if !qualified.isEmpty { score *= 0.75 }
        // "Not recycled" is another thing than "recycled".
        if WordLists.isNegated(words + Array(subject.context)) != WordLists.isNegated(name.words) {
            score = min(score, Assignment.asked + 0.1)
        }
        // A word that the standard does not explain may make it another thing.
        if cover.explained < (subject.isDescription ? 0.7 : 0.9) {
            score = min(score, Assignment.accepted - 0.01 - (1 - score) * 0.05)
        }
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
        let isCount =
            names.standard.unit(measure.unit).map { names.standard.counts($0.dimension) } ?? false
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
}

/// How well a name fits, from 0 to 1, and why.
struct NameMatch: Sendable {
    let score: Double
    let reason: String
}

private func max(
    _ left: NameMatch?, _ right: NameMatch, by areOrdered: (NameMatch, NameMatch) -> Bool
) -> NameMatch {
    guard let left else { return right }
    return areOrdered(left, right) ? right : left
}
