import MetricSpec

/// The `ledger:` key.
extension MappingParts {
    func ledger(_ value: YAMLValue?) -> (Ledger?, [Figure]) {
        let keys = [
            "account", "name", "segments", "amount", "debit", "credit", "accumulates", "tolerance",
            "ignore", "lines",
        ]
        guard let value, let table = value.table(allowed: keys) else { return (nil, []) }
        func named(_ key: String) -> ColumnReference? {
            table.optional(key).map { ColumnReference(names: $0.strings()) }
        }
        _ = table.required("account")
        let hasAmount = table.optional("amount") != nil
        let sides = ["debit", "credit"].filter { table.optional($0) != nil }.count
        if hasAmount ? sides > 0 : sides != 2 {
            value.report("expected either amount, or debit and credit.")
        }
        let segments = segments(table.optional("segments"))
        let tolerance = table.optional("tolerance")?.double()
        if let tolerance, tolerance < 0 {
            table.optional("tolerance")?.report("expected an amount of at least 0.")
        }
        let ledger = Ledger(
            account: named("account") ?? ColumnReference(names: []), name: named("name"),
            segments: segments,
            amount: named("amount"), debit: named("debit"), credit: named("credit"),
            accumulates: accumulates(table), tolerance: tolerance,
            ignored: table.optional("ignore").map(ranges) ?? [])
        let lines = (table.required("lines")?.list() ?? []).compactMap { line($0, segments) }
        let measures = lines.compactMap(\.measure)
        if Set(measures).count < measures.count {
            table.optional("lines")?.report("a measure stands twice. Expected one line for each.")
        }
        return (ledger, lines)
    }

    func accumulates(_ table: YAMLTable) -> Bool {
        guard let value = table.optional("accumulates"), let word = value.string() else {
            return false
        }
        if word != "fiscal-year" { Self.reportWord(value, word, allowed: ["fiscal-year"]) }
        return true
    }

    /// Columns of one measure and variant are all of the year so far, or all of
    /// the period alone; a level is of neither.
    func checkAccumulating(_ table: YAMLTable, _ values: [ValueColumn]) {
        guard let value = table.optional("values") ?? table.optional("value") else { return }
        for (place, one) in values.enumerated() where one.accumulates {
            if let measure = one.measure.map({ standard.measures[Int($0)] }),
                measure.kind == .stock
            {
                value.report(
                    "\(measure.id) is a level, of which nothing is there so far. Take accumulates: "
                        + "out.")
            }
            for (other, two) in values.enumerated()
            where other != place && !two.accumulates && one.measure == two.measure
                && one.meaning.variant == two.meaning.variant
            {
                value.report(
                    "a measure has columns of the year so far and columns of the period alone. "
                        + "Expected one kind; ignore: the others.")
                return
            }
        }
    }

    private func segments(_ value: YAMLValue?) -> [Ledger.Segment] {
        (value?.anyTable()?.entries ?? []).compactMap { name, value in
            guard let table = value.table(allowed: ["column", "part", "separator"]) else {
                return nil
            }
            _ = table.required("column")
            guard let column = column(table) else { return nil }
            let part = table.optional("part")?.integer()
            if let part, part < 1 { table.optional("part")?.report("expected 1 or more.") }
            let separator = table.optionalString("separator") ?? "-"
            if separator.isEmpty { table.optional("separator")?.report("expected a mark.") }
            return Ledger.Segment(name: name, column: column, part: part, separator: separator)
        }
    }

    private func line(_ value: YAMLValue, _ segments: [Ledger.Segment]) -> Figure? {
        let keys = ["measure", "accounts", "segments", "sign", "multiplier", "unit"]
        guard let table = value.table(allowed: keys),
            let measure = table.required("measure").flatMap(measureIndex)
        else { return nil }
        var rules: [SegmentRule] = []
        if let accounts = table.optional("accounts") {
            rules.append(SegmentRule(segment: -1, ranges: ranges(accounts)))
        }
        for (name, codes) in table.optional("segments")?.anyTable()?.entries ?? [] {
            guard let index = segments.firstIndex(where: { $0.name == name }) else {
                Self.reportWord(codes, name, allowed: segments.map(\.name))
                continue
            }
            rules.append(SegmentRule(segment: index, ranges: ranges(codes)))
        }
        if rules.isEmpty { value.report("expected accounts or segments, found neither.") }
        var figure = Figure(
            measure: measure, factor: factor(table, standard.measures[Int(measure)]))
        figure.segments = rules
        figure.isReversed = isReversed(table)
        figure.words = rules.map { rule in
            let name = rule.segment < 0 ? "account" : segments[rule.segment].name
            return "\(name) is \(rule.ranges.map(\.text).joined(separator: " or "))"
        }.joined(separator: "; ")
        return figure
    }

    private func isReversed(_ table: YAMLTable) -> Bool {
        guard let value = table.optional("sign"), let word = value.string() else { return false }
        if !["natural", "reversed"].contains(word) {
            Self.reportWord(value, word, allowed: ["natural", "reversed"])
        }
        return word == "reversed"
    }

    private func ranges(_ value: YAMLValue) -> [AccountRange] {
        value.list().compactMap { value in
            guard let text = value.string() else { return nil }
            if let range = AccountRange(text) { return range }
            value.report(
                "\"\(text)\" is no range of accounts. Expected one like 5000..5999, 5100 or 51*.")
            return nil
        }
    }
}
