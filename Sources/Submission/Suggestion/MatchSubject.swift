/// What is to be matched with a measure: a column, or a code of a list.
struct MatchSubject: Sendable {
    let text: String
    let words: HeaderWords
    let hint: UnitHint?
    /// Its figures, a sample; empty where none are known.
    let numbers: [Double]
    let wholeShare: Double
    /// Words of the file's name, its titles, its units: they may speak for a
    /// measure, never against one.
    let context: Set<String>
    /// Whether it is a sentence or several texts, in which a word that the
    /// standard lacks says less than in a header.
    let isDescription: Bool

    /// - Parameter name: the header, where a part of it says something else.
    init(_ profile: ColumnProfile, named name: String? = nil) {
        text = name ?? profile.name
        words = name.map { HeaderWords($0) } ?? profile.words
        hint = profile.hint
        numbers = profile.numbers
        wholeShare = profile.wholeShare
        context = []
        isDescription = false
    }

    /// - Parameters:
    ///   - hint: the unit, where another cell says it.
    ///   - context: texts that stand around it.
    init(
        text: String, numbers: [Double] = [], hint: UnitHint? = nil, context: [String] = [],
        isDescription: Bool = false
    ) {
        self.text = text
        words = HeaderWords(text)
        self.hint = hint ?? UnitHint(header: text)
        self.numbers = numbers
        let whole = numbers.count { $0 == $0.rounded() }
        wholeShare = numbers.isEmpty ? 1 : Double(whole) / Double(numbers.count)
        self.context = Set(context.flatMap { HeaderWords($0).wordsWithBrackets })
        self.isDescription = isDescription && words.words.count > 3
    }
}
