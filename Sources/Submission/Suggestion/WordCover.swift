/// How much of a header a name of a measure has, and how much of the name the
/// header.
struct WordCover: Sendable {
    /// The mean of both shares; nil where they have no word in common.
    let score: Double?
    /// The share of the header that the measure's name or definition has.
    let explained: Double
    /// Whether each has all words of the other.
    let isWhole: Bool

    init(
        _ words: [String], _ subject: MatchSubject, of name: MeasureNames.Name, measure: Int,
        names: MeasureNames
    ) {
        var (own, ownAll, explained, theirs, theirsAll) = (0.0, 0.0, 0.0, 0.0, 0.0)
        var isShared = false
        let short = Self.shortened(words, name.words, names)
        for word in words {
            var weight = names.weight(word)
            if subject.isDescription, !names.isKnown(word) { weight *= 0.4 }
            let alike = name.words.map { Likeness.ofWords(word, $0) }.max() ?? 0
            let likeness = max(alike, short[word] == nil ? 0 : Self.ofInitials)
            let defined = names.isDefined(measure, by: word) ? 0.5 : 0
            own += weight * max(likeness, likeness > 0 ? 0 : defined)
            ownAll += weight
            if likeness > 0 || defined > 0 { explained += weight }
        }
        for (place, word) in name.words.enumerated() {
            let weight = names.weight(word)
            let likeness = words.map { Likeness.ofWords($0, word) }.max() ?? 0
            if likeness > 0 { isShared = true }
            let isShort = short.values.contains { $0.contains(place) }
            theirs +=
                weight
                * max(
                    likeness, isShort ? Self.ofInitials : 0,
                    subject.context.contains(word) ? Self.ofContext : 0)
            theirsAll += weight
        }
        isWhole = own == ownAll && theirs == theirsAll
        self.explained = ownAll > 0 ? explained / ownAll : 0
        score = isShared && ownAll > 0 ? 0.5 * own / ownAll + 0.5 * theirs / theirsAll : nil
    }

    /// How much a word counts that only the initials of, or only the context,
    /// has.
    private static let ofInitials = 0.8
    private static let ofContext = 0.8

    /// The words that are the initials of several words of a name, one after
    /// another: `gl` for grand list.
    private static func shortened(
        _ words: [String], _ name: [String], _ names: MeasureNames
    ) -> [String: Range<Int>] {
        var found: [String: Range<Int>] = [:]
        for word in words where 2...4 ~= word.count && !names.isKnown(word) {
            for start in name.indices where start + word.count <= name.count {
                let run = start..<(start + word.count)
                if String(name[run].compactMap(\.first)) == word { found[word] = run }
            }
        }
        return found
    }
}
