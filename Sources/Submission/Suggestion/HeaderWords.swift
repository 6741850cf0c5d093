/// The words of a header, a title or a synonym, in a form in which they can be
/// compared.
///
/// Case and accents make no difference; `camelCase` and `snake_case` are
/// taken apart; short forms are written out, words of one meaning become one,
/// plurals lose their ending; years, and units in brackets, are left out.
struct HeaderWords: Sendable, Equatable {
    /// Each word once, in the order of the text.
    let words: [String]
    /// The same, with those in brackets.
    let wordsWithBrackets: [String]
    /// What stood in brackets.
    let brackets: [String]
    /// The letters of the text alone, in lower case: `gf opex` is `gfopex`.
    let letters: String

    init(_ text: String) {
        var (plain, brackets) = Self.takenOut(Self.plain(text))
        // A unit behind the last comma is one in brackets.
        if let comma = plain.lastIndex(of: ","),
            UnitHint(text: String(plain[plain.index(after: comma)...])) != nil
        {
            brackets.append(String(plain[plain.index(after: comma)...]))
            plain = String(plain[..<comma])
        }
        self.brackets = brackets
        let pieces = Self.pieces(plain)
        letters = pieces.joined()
        words = Self.words(pieces)
        wordsWithBrackets =
            brackets.isEmpty ? words : Self.words(pieces + brackets.flatMap(Self.pieces))
    }

    private static func words(_ pieces: [String]) -> [String] {
        var seen: Set<String> = []
        return joined(written(pieces)).map(canonical)
            .filter { !WordLists.empty.contains($0) && seen.insert($0).inserted }
    }

    /// Without accents.
    private static func plain(_ text: String) -> String {
        var plain = String(text.flatMap { WordLists.letters[$0] ?? String($0) })
            .replacing("<=", with: " within ").replacing("'s", with: "")
        if plain.contains("er ") {
            plain.replace(/\b[Pp]er (?:cent|[0-9][0-9,]*)\b/, with: " share ")
        }
        // "9-1-1 calls" are those of 911, not any calls.
        if plain.contains("-") {
            plain.replace(/\b([0-9])-([0-9])-([0-9])\b/) { "\($0.1)\($0.2)\($0.3)" }
        }
        return plain
    }

    /// The text without brackets, and what stood in them.
    private static func takenOut(_ text: String) -> (String, [String]) {
        var outside = ""
        var inside: [String] = []
        var depth = 0
        for character in text {
            if "([{".contains(character) {
                if depth == 0 { inside.append("") }
                depth += 1
            } else if ")]}".contains(character) {
                depth = max(depth - 1, 0)
            } else if depth == 0 {
                outside.append(character)
            } else {
                inside[inside.count - 1].append(character)
            }
        }
        return (outside, inside)
    }

    /// Runs of letters and digits, cut where a new word begins.
    private static func pieces(_ text: String) -> [String] {
        var pieces: [String] = []
        var piece = ""
        func flush() {
            if !piece.isEmpty { pieces.append(piece.lowercased()) }
            piece = ""
        }
        let characters = Array(text)
        for (index, character) in characters.enumerated() {
            guard character.isLetter || character.isNumber else {
                flush()
                continue
            }
            if let last = piece.last, isBorder(last, character, next: characters, after: index) {
                flush()
            }
            piece.append(character)
        }
        flush()
        return pieces.flatMap(withoutYear)
    }

    /// Whether a new word begins: `taxRate`, `GLYear`.
    private static func isBorder(
        _ last: Character, _ character: Character, next: [Character], after index: Int
    ) -> Bool {
        guard character.isUppercase, last.isLetter else { return false }
        if last.isLowercase { return true }
        return next.indices.contains(index + 1) && next[index + 1].isLowercase
    }

    /// `tanf16` is `tanf`; years and other long numbers go.
    private static func withoutYear(_ piece: String) -> [String] {
        let digits = piece.reversed().prefix(while: \.isNumber).count
        let rest = String(piece.dropLast(digits))
        if rest.isEmpty { return digits == 3 ? [piece] : [] }
        return digits == 2 || digits == 4 ? [rest] : [piece]
    }

    private static func written(_ pieces: [String]) -> [String] {
        pieces.flatMap { WordLists.short[$0] ?? [$0] }
    }

    private static func joined(_ words: [String]) -> [String] {
        var result: [String] = []
        for word in words {
            let single = singular(word)
            if let last = result.last, let one = WordLists.joined["\(last) \(single)"] {
                result[result.count - 1] = one
            } else {
                result.append(single)
            }
        }
        return result
    }

    private static func canonical(_ word: String) -> String { WordLists.same[word] ?? word }

    /// Without the ending of a plural.
    static func singular(_ word: String) -> String {
        guard word.count > 3, word.hasSuffix("s"), !word.hasSuffix("ss"), !word.hasSuffix("us"),
            !word.hasSuffix("is")
        else { return word }
        if word.hasSuffix("ies"), word.count > 4 { return word.dropLast(3) + "y" }
        for ending in ["ches", "shes", "xes", "sses"] where word.hasSuffix(ending) {
            return String(word.dropLast(2))
        }
        return String(word.dropLast())
    }
}
