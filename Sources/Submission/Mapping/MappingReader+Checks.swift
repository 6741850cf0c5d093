import MetricSpec

/// The `checks:` key: what must hold between the columns of each row.
extension MappingParts {
    func checks(_ value: YAMLValue?, _ layout: Mapping.Layout) -> [RowCheck] {
        guard let value else { return [] }
        if layout.isAggregated {
            value.report("a row makes no figure in this layout, so nothing is checked in it.")
            return []
        }
        if !value.isList { value.report("expected a list of checks.") }
        return value.list().compactMap(check)
    }

    private func check(_ value: YAMLValue) -> RowCheck? {
        let keys = [
            "quotient", "sum", "equals", "tolerance", "factor", "factors", "except", "optional",
        ]
        guard let table = value.table(allowed: keys) else { return nil }
        let isOptional = table.optional("optional")?.boolean() ?? false
        switch (table.optional("quotient"), table.optional("sum")) {
        case (let parts?, nil): return quotient(parts, table, isOptional)
        case (nil, let parts?): return sum(parts, table, isOptional)
        default:
            value.report("expected quotient or sum, and one of them only.")
            return nil
        }
    }

    private func quotient(
        _ value: YAMLValue, _ table: YAMLTable, _ isOptional: Bool
    ) -> RowCheck? {
        table.optional("equals")?.report("equals goes with sum.")
        guard let parts = value.table(allowed: ["value", "numerator", "denominator"]),
            let figure = reference(parts.required("value"), isOptional),
            let above = reference(parts.required("numerator"), isOptional),
            let below = reference(parts.required("denominator"), isOptional),
            let tolerance = tolerance(table)
        else { return nil }
        return .quotient(
            QuotientCheck(
                value: figure, numerator: above, denominator: below, tolerance: tolerance,
                factor: table.optional("factor")?.double() ?? 1,
                factors: codes(table.optional("factors")) { $0.double() },
                exceptions: codes(table.optional("except")) { $0.string() }))
    }

    private func sum(_ value: YAMLValue, _ table: YAMLTable, _ isOptional: Bool) -> RowCheck? {
        for key in ["factor", "factors", "except"] {
            table.optional(key)?.report("\(key) goes with quotient.")
        }
        let parts = value.strings().map {
            ColumnReference(names: [$0], isOptional: isOptional)
        }
        if parts.count < 2 { value.report("a sum has two columns or more.") }
        guard let total = reference(table.required("equals"), isOptional),
            let tolerance = tolerance(table)
        else { return nil }
        return .sum(SumCheck(parts: parts, total: total, tolerance: tolerance))
    }

    private func reference(_ value: YAMLValue?, _ isOptional: Bool) -> ColumnReference? {
        guard let names = value?.strings(), !names.isEmpty else { return nil }
        return ColumnReference(names: names, isOptional: isOptional)
    }

    private func tolerance(_ table: YAMLTable) -> Double? {
        guard let value = table.required("tolerance"), let number = value.double() else {
            return nil
        }
        if number < 0 { value.report("a tolerance is 0 or more.") }
        return number
    }

    private func codes<Word>(
        _ value: YAMLValue?, _ read: (YAMLValue) -> Word?
    ) -> [String: Word] {
        var words: [String: Word] = [:]
        for (code, entry) in value?.anyTable()?.entries ?? [] {
            words[Self.cleaned(code)] = read(entry)
        }
        return words
    }
}
