import MetricSpec

/// Finds a word for a variant in a text, such as a header.
enum VariantSpan {
    /// How cells and headers write variants.
    static let words: [String: Variant] = [
        "actual": .actual, "actuals": .actual, "act": .actual, "outturn": .actual,
        "audited outcome": .actual, "ist": .actual, "budget": .budget, "bud": .budget,
        "original budget": .budget, "plan": .budget, "soll": .budget,
        "adjusted budget": .adjustedBudget, "revised budget": .adjustedBudget,
        "amended budget": .adjustedBudget, "target": .target, "goal": .target, "ziel": .target,
        "provisional": .provisionalActual, "provisional actual": .provisionalActual,
        "preliminary": .provisionalActual, "provisional_actual": .provisionalActual,
        "adjusted_budget": .adjustedBudget,
    ]

    /// The first word or pair of words for a variant, pairs before words.
    static func first(in text: String) -> (range: Range<String.Index>, variant: Variant)? {
        let parts = text.split { !$0.isLetter && $0 != "_" }
        let pairs = zip(parts, parts.dropFirst()).map { $0.startIndex..<$1.endIndex }
        let ranges = pairs + parts.map { $0.startIndex..<$0.endIndex }
        for range in ranges {
            if let variant = words[CellText.folded(String(text[range]))] {
                return (range, variant)
            }
        }
        return nil
    }
}

extension VariantSpan {
    /// The whole of a text where it is a word for a variant, with a colon
    /// behind it or without.
    static func whole(_ text: String) -> Range<String.Index>? {
        guard let found = first(in: text), found.range.lowerBound == text.startIndex,
            text[found.range.upperBound...].allSatisfy({ $0 == ":" })
        else { return nil }
        return found.range
    }
}
