import Glibc
import MetricSpec

/// The names under which a standard knows its measures, taken apart, and how
/// much each word tells.
struct MeasureNames: Sendable {
    /// One name of a measure.
    struct Name: Sendable {
        let words: [String]
        /// The text, for reasons.
        let text: String
        /// What kind of name it is: `title`, `id`, `synonym`.
        let kind: String
        /// Its letters alone, in lower case.
        let letters: String
        /// The first letters of its words.
        let initials: [String]
    }

    let standard: Standard
    /// The names of each measure, in the order of the standard's measures.
    let names: [[Name]]
    /// The words of each measure's definition, title, inclusions.
    private let definitions: [Set<String>]
    private let weights: [String: Double]
    /// The weight of a word that no name has.
    let unknownWeight: Double
    /// The measures by the initials of their names.
    private let abbreviated: [String: [Int]]
    /// The measures by the codes that stand in their ids: `chn01`.
    private let coded: [String: [Int]]
    /// The measures that have a word in a name.
    private let holders: [String: [Int]]
    /// The words that names have, by their first letters.
    private let vocabulary: [Character: [String]]
    /// The words that definitions have.
    private let defined: Set<String>

    init(_ standard: Standard) {
        self.standard = standard
        names = standard.measures.map(Self.names)
        definitions = standard.measures.map { measure in
            Set(HeaderWords(measure.definition).words + HeaderWords(measure.title).words)
        }
        var holders: [String: [Int]] = [:]
        for (index, names) in names.enumerated() {
            for word in Set(names.flatMap(\.words)) { holders[word, default: []].append(index) }
        }
        self.holders = holders
        vocabulary = Dictionary(grouping: holders.keys) { $0.first ?? " " }
        defined = definitions.reduce(into: []) { $0.formUnion($1) }
        var abbreviated: [String: [Int]] = [:]
        for (index, names) in names.enumerated() {
            for word in Set(names.flatMap(\.initials)) {
                abbreviated[word, default: []].append(index)
            }
        }
        self.abbreviated = abbreviated
        coded = Self.coded(standard)
        let count = Double(standard.measures.count)
        weights = holders.mapValues { Self.weight(count, Double($0.count)) }
        unknownWeight = Self.weight(count, 1)
    }

    /// How much a word tells that so many of all measures have: the inverse
    /// document frequency (Spärck Jones 1972), smoothed.
    private static func weight(_ all: Double, _ having: Double) -> Double {
        1 + log(1 + all / having)
    }

    func weight(_ word: String) -> Double { weights[word] ?? unknownWeight }

    /// Whether any name or definition of the standard has a word.
    func isKnown(_ word: String) -> Bool { holders[word] != nil || defined.contains(word) }

    /// Whether the definition of a measure has a word.
    func isDefined(_ measure: Int, by word: String) -> Bool { definitions[measure].contains(word) }

    /// The measures that share a word, or the letters of one, with a header.
    func candidates(for words: [String]) -> Set<Int> {
        var found: Set<Int> = []
        for word in words {
            found.formUnion(holders[word] ?? [])
            guard word.count >= 4 else { continue }
            for other in word.first.flatMap({ vocabulary[$0] }) ?? []
            where Likeness.ofWords(word, other) > 0 {
                found.formUnion(holders[other] ?? [])
            }
        }
        return found
    }

    /// The measures with a name whose initials are a word.
    func measures(abbreviated word: String) -> [Int] { abbreviated[word] ?? [] }

    /// The measures whose ids hold a code of letters and digits.
    func measures(coded text: String) -> [Int] { coded[Self.code(text)] ?? [] }

    /// Letters and digits alone.
    private static func code(_ text: some StringProtocol) -> String {
        text.lowercased().filter { $0.isLetter || $0.isNumber }
    }

    private static func coded(_ standard: Standard) -> [String: [Int]] {
        var coded: [String: [Int]] = [:]
        for (index, measure) in standard.measures.enumerated() {
            let parts = measure.id.drop { $0 != "/" }.dropFirst().split(separator: "-")
            var codes: Set<String> = []
            for first in parts.indices {
                for last in first..<parts.count { codes.insert(code(parts[first...last].joined())) }
            }
            for code in codes where code.count >= 3 && code.contains(where: \.isNumber) {
                coded[code, default: []].append(index)
            }
        }
        return coded
    }

    private static func names(_ measure: Measure) -> [Name] {
        let id = String(measure.id.drop { $0 != "/" }.dropFirst())
        let texts =
            [(measure.title, "title"), (id, "id"), ("\(measure.domain) \(id)", "id")]
            + measure.synonyms.map { ($0, "synonym") }
        return texts.compactMap { text, kind in
            let header = HeaderWords(text)
            if header.words.isEmpty { return nil }
            return Name(
                words: header.words, text: kind == "id" ? measure.id : text, kind: kind,
                letters: header.letters, initials: Likeness.initials(text))
        }
    }
}
