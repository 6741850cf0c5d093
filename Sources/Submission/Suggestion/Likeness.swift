/// How alike two words are that are not the same.
enum Likeness {
    /// From 0 to 1: one for the same, less for a common stem, a short form
    /// without its vowels, or a slip of a letter.
    static func ofWords(_ left: String, _ right: String) -> Double {
        if left == right { return 1 }
        let (short, long) = left.count <= right.count ? (left, right) : (right, left)
        guard short.count >= 4, short.first == long.first else { return 0 }
        let common = zip(short, long).prefix { $0 == $1 }.count
        if common >= 5, common * 10 >= long.count * 6 { return short.count == common ? 0.75 : 0.6 }
        if short.count >= 6, long.count - short.count <= 1, isOneSlip(short, long) { return 0.8 }
        let skeleton = single(short)
        let isShortForm = isSubsequence(skeleton, of: single(long))
        if isShortForm, skeleton.count >= 4, skeleton.count * 2 >= long.count + 1,
            skeleton.last == long.last
        {
            return 0.85
        }
        return 0
    }

    /// How alike two texts are by their words, from 0 to 1: twice what they
    /// share, by what they have (Dice 1945).
    static func ofTexts(_ left: String, _ right: String) -> Double {
        let (left, right) = (HeaderWords(left).words, HeaderWords(right).words)
        if left.isEmpty || right.isEmpty { return 0 }
        func shared(_ own: [String], _ other: [String]) -> Double {
            own.reduce(0) { sum, word in
                sum + (other.map { ofWords(word, $0) }.max() ?? 0)
            }
        }
        return (shared(left, right) + shared(right, left)) / Double(left.count + right.count)
    }

    /// The first letters of all words of a text, and of those that tell
    /// something; only where there are three or more.
    static func initials(_ text: String) -> [String] {
        let all = text.lowercased().split { !$0.isLetter }.map(String.init)
        let telling = all.filter { !WordLists.empty.contains($0) }
        return [all, telling].filter { $0.count >= 3 }
            .map { String($0.compactMap(\.first)) }
    }

    /// A word with double letters made single.
    private static func single(_ word: String) -> [Character] {
        word.reduce(into: []) { letters, letter in
            if letters.last != letter { letters.append(letter) }
        }
    }

    private static func isSubsequence(_ part: [Character], of whole: [Character]) -> Bool {
        var rest = part[...]
        for letter in whole where rest.first == letter { rest.removeFirst() }
        return rest.isEmpty
    }

    private static func isOneSlip(_ left: String, _ right: String) -> Bool {
        let (a, b) = (Array(left), Array(right))
        let front = zip(a, b).prefix { $0 == $1 }.count
        let back = zip(a.reversed(), b.reversed()).prefix { $0 == $1 }.count
        return front + back >= min(a.count, b.count) - 1
            && front + back >= max(a.count, b.count) - 1
    }
}
