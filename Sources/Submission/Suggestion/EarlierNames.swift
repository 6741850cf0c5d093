import MetricSpec
import Tabular

/// The names under which earlier mappings, of this city and of others, have
/// columns and codes of measures.
struct EarlierNames: Sendable {
    /// A name as one mapping has it.
    private struct Use: Sendable {
        let measure: Int
        let mapping: String
    }

    /// What mappings say of a name.
    struct Memory: Sendable {
        let measure: Int
        let match: NameMatch
        /// Whether it counts even where the words do not say the same.
        let isEnough: Bool

        /// How much it says beside what the words say.
        func beside(_ words: Double) -> NameMatch {
            if isEnough || words >= Assignment.asked { return match }
            return NameMatch(
                score: min(match.score, Assignment.accepted - 0.06),
                reason: match.reason + ", which serves other files")
        }
    }

    private var exact: [String: [Use]] = [:]
    private var byWords: [[String]: [Use]] = [:]
    /// The mappings that serve files like this one.
    private var fitting: Set<String> = []
    private let mappings: [Mapping]
    /// So many names of a mapping in one file make it a file like its own.
    private static let manyNames = 5

    init(_ mappings: [Mapping]) {
        self.mappings = mappings
        for mapping in mappings {
            for value in mapping.values {
                guard let measure = value.measure else { continue }
                for name in value.column.names { add(name, measure, mapping.name) }
            }
            // Where other cells decide, too, a code alone says little.
            guard mapping.conditions.isEmpty else { continue }
            for (code, measure) in mapping.measure?.codes ?? [:] {
                add(code, measure, mapping.name)
            }
        }
    }

    private mutating func add(_ text: String, _ measure: Int32, _ mapping: String) {
        let use = Use(measure: Int(measure), mapping: mapping)
        exact[CellText.folded(text), default: []].append(use)
        let words = HeaderWords(text).words
        if !words.isEmpty { byWords[words, default: []].append(use) }
    }

    /// The same names, with what is known of the file that they are for.
    ///
    /// One header serves tables of several kinds, and means another measure
    /// in each. So a name counts for itself where the mapping serves files of
    /// such a path, says of none which it serves, or has many names in common
    /// with the file.
    func judged(for sample: TableSample, path: String) -> EarlierNames {
        var counts: [String: Int] = [:]
        let texts = Set(
            (sample.header + sample.columns.flatMap { $0.texts.prefix(400) })
                .map { CellText.folded($0) })
        for text in texts {
            for mapping in Set((exact[text] ?? []).map(\.mapping)) {
                counts[mapping, default: 0] += 1
            }
        }
        var judged = self
        for mapping in mappings {
            let isOwn = mapping.fits(path) ?? true
            if isOwn || counts[mapping.name] ?? 0 >= Self.manyNames {
                judged.fitting.insert(mapping.name)
            }
        }
        return judged
    }

    /// The measures that mappings have under a name, with how much that says:
    /// less where only the words are the same, little where mappings differ.
    func measures(named text: String) -> [Memory] {
        if let uses = exact[CellText.folded(text)] { return matches(uses, 0.98, "same name") }
        // The digits of a code are no year, and words leave them out.
        if text.contains(where: \.isNumber) { return [] }
        let words = HeaderWords(text).words
        guard words.joined().count >= 3, let uses = byWords[words] else { return [] }
        return matches(uses, 0.9, "same words")
    }

    private func matches(_ uses: [Use], _ score: Double, _ how: String) -> [Memory] {
        let byMeasure = Dictionary(grouping: uses, by: \.measure)
        return byMeasure.sorted { $0.key < $1.key }.map { measure, uses in
            let mappings = Set(uses.map(\.mapping))
            let shown = mappings.sorted().prefix(2).joined(separator: ", ")
            return Memory(
                measure: measure,
                match: NameMatch(
                    score: byMeasure.count == 1 ? score : 0.6,
                    reason: "\(how) in mappings/\(shown).yaml"),
                isEnough: mappings.count > 1 || !mappings.isDisjoint(with: fitting))
        }
    }
}

extension Mapping {
    /// Whether it serves files of a path; nil where it names none.
    fileprivate func fits(_ path: String) -> Bool? {
        let templates = (city.fixed + period.fixed).compactMap { place -> PathTemplate? in
            if case .path(let template) = place { template } else { nil }
        }
        if files.isEmpty && templates.isEmpty { return nil }
        return files.contains { Glob($0).matches(path) }
            || templates.contains { $0.match(path) != nil }
    }
}
