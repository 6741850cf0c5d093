import MetricSpec

/// The `multiplier:` and `unit:` of figures: what they are multiplied by.
extension MappingParts {
    /// The factor of a column for one measure; with a fault where the unit is
    /// of another dimension than the measure's.
    func factor(_ table: YAMLTable, _ measure: Measure) -> ExactFactor {
        let multiplier = multiplier(table)
        guard let value = table.optional("unit"), let unit = unit(value),
            let target = standard.unit(measure.unit)
        else { return ExactFactor(multiplier) }
        if unit.dimension != target.dimension {
            reportDimension(value, unit, measure, target)
            return ExactFactor(multiplier)
        }
        return ExactFactor(multiplier, from: unit.factor, to: target.factor)
    }

    /// The factor of a column whose rows name their measures, and those of
    /// the measures for which it is another.
    func factors(
        _ table: YAMLTable, _ measures: [Measure]
    ) -> (common: ExactFactor, byMeasure: [Int32: ExactFactor]) {
        let plain = ExactFactor(multiplier(table))
        guard let value = table.optional("unit") else { return (plain, [:]) }
        guard unit(value) != nil else { return (plain, [:]) }
        var byMeasure: [Int32: ExactFactor] = [:]
        for measure in measures {
            let factor = factor(table, measure)
            guard factor != plain, let index = standard.measureIndex(measure.id) else { continue }
            byMeasure[Int32(index)] = factor
        }
        return (plain, byMeasure)
    }

    /// The dimension of the unit that is named; nil where there is none.
    func unitDimension(_ table: YAMLTable) -> Dimension? {
        table.optional("unit").flatMap { unit($0) }?.dimension
    }

    private func multiplier(_ table: YAMLTable) -> Double {
        guard let value = table.optional("multiplier"), let number = value.double() else {
            return 1
        }
        if number == 0 { value.report("0 is no multiplier. Expected one like 1000.") }
        return number
    }

    /// A unit that the standard has.
    private func unit(_ value: YAMLValue) -> Unit? {
        guard let id = value.string() else { return nil }
        if let unit = standard.unit(id) { return unit }
        let near = Spelling.nearest(to: id, among: standard.units.map(\.id))
        value.report(
            "the standard \(standard.id) \(standard.version) has no unit \"\(id)\"."
                + (near.map { " Did you mean \"\($0)\"?" } ?? ""))
        return nil
    }

    private func reportDimension(
        _ value: YAMLValue, _ unit: Unit, _ measure: Measure, _ target: Unit
    ) {
        let fitting = standard.units.filter { $0.dimension == target.dimension }.prefix(5)
        value.report(
            "\(unit.id) (\(unit.dimension)) cannot be converted to \(target.id) "
                + "(\(target.dimension)), the unit of \(measure.id). Expected "
                + fitting.map(\.id).joined(separator: ", ") + ".")
    }
}
