import MetricSpec

/// The names under which earlier mappings, of this city and of others, have
/// columns and codes of measures.
struct EarlierNames: Sendable {
    /// A name as one mapping has it.
    private struct Use: Sendable {
        let measure: Int
        let mapping: String
        let text: String
    }

    private var exact: [String: [Use]] = [:]
    private var byWords: [[String]: [Use]] = [:]

    init(_ mappings: [Mapping]) {
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
        let use = Use(measure: Int(measure), mapping: mapping, text: text)
        exact[CellText.folded(text), default: []].append(use)
        let words = HeaderWords(text).words
        if !words.isEmpty { byWords[words, default: []].append(use) }
    }

    /// The measures that mappings have under a name, with how much that says:
    /// less where only the words are the same, little where mappings differ.
    func measures(named text: String) -> [(measure: Int, match: NameMatch)] {
        if let uses = exact[CellText.folded(text)] { return matches(uses, 0.98, "same name") }
        // The digits of a code are no year, and words leave them out.
        if text.contains(where: \.isNumber) { return [] }
        let words = HeaderWords(text).words
        guard words.joined().count >= 3, let uses = byWords[words] else { return [] }
        return matches(uses, 0.9, "same words")
    }

    private func matches(
        _ uses: [Use], _ score: Double, _ how: String
    ) -> [(measure: Int, match: NameMatch)] {
        let byMeasure = Dictionary(grouping: uses, by: \.measure)
        return byMeasure.sorted { $0.key < $1.key }.map { measure, uses in
            let mappings = Set(uses.map(\.mapping)).sorted().prefix(2).joined(separator: ", ")
            let match = NameMatch(
                score: byMeasure.count == 1 ? score : 0.6,
                reason: "\(how) in mappings/\(mappings).yaml", isRemembered: true)
            return (measure, match)
        }
    }
}
