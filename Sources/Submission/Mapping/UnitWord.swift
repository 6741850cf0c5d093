import MetricSpec

/// A text that says the unit of figures, such as `R thousands`.
struct UnitWord: Sendable, Equatable {
    /// A pattern for the whole line or header cell.
    let pattern: TextPattern
    /// What figures are multiplied by, by position of their measure; those of
    /// another dimension are not in it.
    let factors: [Int32: ExactFactor]

    func matches(_ text: String) -> Bool {
        pattern.match(CellText.cleaned(text), ignoringCase: true) != nil
    }
}

extension Mapping {
    /// The units that a text says; one where all is well.
    func units(in text: String) -> [Int] { units.indices.filter { units[$0].matches(text) } }
}

/// The `units:` key.
extension MappingParts {
    func units(_ table: YAMLTable) -> [UnitWord] {
        (table.optional("units")?.anyTable()?.entries ?? []).compactMap { text, value in
            guard let keys = value.table(allowed: ["unit", "multiplier"]) else { return nil }
            guard let pattern = TextPattern(CellText.cleaned(text)), pattern.names.isEmpty else {
                value.report("\"\(text)\" is no text. Only * may stand in it, for any text.")
                return nil
            }
            if keys.optional("unit") == nil { _ = keys.required("multiplier") }
            return UnitWord(pattern: pattern, factors: factors(keys))
        }
    }

    /// The factors of all measures of the unit's dimension; of all, where
    /// only a multiplier is given.
    private func factors(_ keys: YAMLTable) -> [Int32: ExactFactor] {
        let dimension = unitDimension(keys)
        var factors: [Int32: ExactFactor] = [:]
        for (index, measure) in standard.measures.enumerated() {
            let own = standard.unit(measure.unit)?.dimension
            if keys.optional("unit") != nil, own != dimension { continue }
            factors[Int32(index)] = factor(keys, measure)
        }
        return factors
    }
}
