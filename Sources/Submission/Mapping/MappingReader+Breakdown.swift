import MetricSpec

/// Which group a value is of, as a mapping gives it.
///
/// Positions are those of the standard's `breakdownValues`.
struct BreakdownSource: Sendable, Equatable {
    let column: ColumnReference?
    /// The group where no cell names one; by default the total.
    var constant: Int32 = 0
    /// The id of the breakdown that all groups are of; nil: any.
    var list: String?
    /// The file's own codes.
    var codes: [String: Int32] = [:]
    /// The codes of a crosswalk of the standard.
    var crosswalk: [String: Int32] = [:]
    /// The ids themselves, of the list and of the total.
    var values: [String: Int32] = [:]

    /// What may stand in a cell, in the order of what counts first.
    var known: [String] {
        codes.keys.sorted() + crosswalk.keys.sorted()
            + values.sorted { $0.value < $1.value }.map(\.key)
    }
}

/// The `breakdown:` key.
extension MappingParts {
    /// The groups of the rows, or those that columns of figures may name.
    func breakdownSource(_ table: YAMLTable) -> BreakdownSource? {
        if let value = table.optional("breakdown") { return breakdown(value) }
        guard Self.someColumnSays("breakdown", table) else { return nil }
        return BreakdownSource(column: nil, values: positions(of: nil))
    }

    private func breakdown(_ value: YAMLValue) -> BreakdownSource? {
        let keys = ["constant", "column", "block", "list", "crosswalk", "codes", "optional"]
        guard let table = value.table(allowed: keys) else { return nil }
        var source = BreakdownSource(column: column(table))
        let list = table.optional("list").flatMap(breakdownList)
        source.list = list?.id
        source.values = positions(of: list)
        source.crosswalk = crosswalk(table, list, source.values)
        for (code, id) in table.optional("codes")?.anyTable()?.entries ?? [] {
            source.codes[Self.cleaned(code)] = breakdownValue(id, list, source.values)
        }
        if let constant = table.optional("constant") {
            source.constant = breakdownValue(constant, list, source.values) ?? 0
        }
        return source
    }

    private func breakdownList(_ value: YAMLValue) -> Breakdown? {
        guard let id = value.string() else { return nil }
        if let list = standard.breakdown(id) { return list }
        let near = Spelling.nearest(to: id, among: standard.breakdowns.map(\.id))
        value.report(
            "the standard \(standard.id) \(standard.version) has no breakdown \"\(id)\"."
                + (near.map { " Did you mean \"\($0)\"?" } ?? ""))
        return nil
    }

    /// The positions of the ids of a list, or of all, with the total.
    private func positions(of list: Breakdown?) -> [String: Int32] {
        let allowed = list.map { Set($0.values.map(\.id) + ["total"]) }
        var positions: [String: Int32] = [:]
        for (position, id) in standard.breakdownValues.enumerated()
        where allowed?.contains(id) ?? true {
            positions[id] = Int32(position)
        }
        return positions
    }

    private func crosswalk(
        _ table: YAMLTable, _ list: Breakdown?, _ values: [String: Int32]
    ) -> [String: Int32] {
        guard let value = table.optional("crosswalk"), let name = value.string() else { return [:] }
        guard let list else {
            if table.optional("list") == nil {
                value.report("a crosswalk belongs to a list. Name the breakdown under list.")
            }
            return [:]
        }
        guard let codes = list.crosswalks[name] else {
            Self.reportWord(value, name, allowed: list.crosswalks.keys.sorted())
            return [:]
        }
        var positions: [String: Int32] = [:]
        for (code, id) in codes { positions[Self.cleaned(code)] = values[id] }
        return positions
    }

    private func breakdownValue(
        _ value: YAMLValue, _ list: Breakdown?, _ values: [String: Int32]
    ) -> Int32? {
        guard let id = value.string() else { return nil }
        if let position = values[id] { return position }
        let near = Spelling.nearest(to: id, among: values.keys.sorted())
        let place = list.map { "the breakdown \($0.id)" } ?? "any breakdown of the standard"
        value.report(
            "\"\(id)\" is no value of \(place)." + (near.map { " Did you mean \"\($0)\"?" } ?? ""))
        return nil
    }
}
