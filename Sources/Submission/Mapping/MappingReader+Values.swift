import MetricSpec

/// What the values are: measures, statuses, variants, breakdowns.
extension MappingParts {
    // MARK: Measures

    /// The position of a measure that the standard has.
    func measureIndex(_ value: YAMLValue) -> Int32? {
        guard let id = value.string() else { return nil }
        if let index = standard.measureIndex(id) { return Int32(index) }
        let near = Spelling.nearest(to: id, among: standard.measures.map(\.id))
        value.report(
            "the standard \(standard.id) \(standard.version) has no measure \"\(id)\"."
                + (near.map { " Did you mean \"\($0)\"?" } ?? ""))
        return nil
    }

    /// - Parameter isInHeaders: whether headers of columns may hold the codes.
    func measure(_ value: YAMLValue, isInHeaders: Bool) -> MeasureSource? {
        let keys = ["column", "block", "codes", "prefix", "ignore_codes", "constant"]
        guard let table = value.table(allowed: keys) else { return nil }
        let isBlock = table.optional("block") != nil
        let ways = [table.optional("codes"), table.optional("prefix"), table.optional("constant")]
        if ways.allSatisfy({ $0 == nil }) {
            value.report("expected codes, prefix or constant, found none of them.")
        }
        if table.optional("constant") == nil, !isInHeaders, !isBlock {
            _ = table.required("column")
        }
        var codes: [String: Int32] = [:]
        for (code, id) in table.optional("codes")?.anyTable()?.entries ?? [] {
            codes[code] = measureIndex(id)
        }
        return MeasureSource(
            column: column(table), constant: table.optional("constant").flatMap(measureIndex),
            codes: codes, ignoredCodes: table.optional("ignore_codes")?.strings() ?? [],
            prefix: table.optionalString("prefix"))
    }

    func longValue(_ table: YAMLTable) -> ValueColumn? {
        guard let value = table.optional("value"),
            let keys = value.table(allowed: ["column", "multiplier", "unit", "accumulates"])
        else { return nil }
        let named = table.optional("measure").flatMap { $0.isTable ? measures($0) : nil } ?? []
        let (common, byMeasure) = factors(keys, named)
        _ = keys.required("column")
        return ValueColumn(
            column: column(keys) ?? ColumnReference(names: []), measure: nil, factor: common,
            byMeasure: byMeasure, hasOwnFactor: Self.hasOwnFactor(keys),
            accumulates: accumulates(keys))
    }

    /// The measures that the codes of a long file name or its prefix reaches,
    /// and the standard has.
    func measures(_ value: YAMLValue) -> [Measure] {
        guard let table = value.anyTable() else { return [] }
        let values =
            (table.optional("codes")?.anyTable()?.entries ?? []).map(\.value)
            + [table.optional("constant")].compactMap { $0 }
        let named = values.compactMap { $0.isTable || $0.isList ? nil : $0.string() }
            .compactMap { standard.measure($0) }
        guard let prefix = table.optionalString("prefix") else { return named }
        return named + standard.measures.filter { $0.id.hasPrefix(prefix) && !named.contains($0) }
    }

    // MARK: Words

    /// A table of codes with words of a vocabulary.
    func words<Word: Vocabulary>(_ value: YAMLValue?, _ type: Word.Type) -> [String: Word] {
        var words: [String: Word] = [:]
        for (code, word) in value?.anyTable()?.entries ?? [] {
            words[Self.cleaned(code)] = word.word(type)
        }
        return words
    }

    func status(_ value: YAMLValue) -> StatusSource? {
        let keys = ["constant", "column", "path", "codes", "optional"]
        guard let table = value.table(allowed: keys) else { return nil }
        let constant = table.optional("constant")
        let path = table.optional("path")
        let column = column(table)
        if constant == nil, path == nil, column == nil {
            value.report("expected column, path or constant, found none of them.")
        }
        if constant != nil, path != nil {
            value.report("both constant and path say the status of the file. Keep one.")
        }
        return StatusSource(
            constant: constant?.word(ObservationStatus.self) ?? .normal, column: column,
            path: path.flatMap { template($0, "status", like: "* {status}.csv") },
            codes: words(table.optional("codes"), ObservationStatus.self))
    }

    func missing(_ value: YAMLValue?) -> [String: ObservationStatus] {
        let marks = words(value, ObservationStatus.self)
        for (mark, status) in marks where status.hasValue {
            value?.report(
                "\"\(mark)\" is a mark for a missing value, but \(status.rawValue) is a status "
                    + "of values that are there. Expected a reason such as not_collected.")
        }
        return marks
    }

    /// - Parameter isInHeaders: whether headers of columns may hold the codes.
    func variant(_ value: YAMLValue?, isInHeaders: Bool) -> VariantSource {
        var source = VariantSource()
        guard let value,
            let table = value.table(
                allowed: ["constant", "column", "block", "codes", "optional"])
        else { return source }
        if let word = table.optional("constant")?.word(Variant.self) { source.constant = word }
        source.column = column(table)
        source.codes = words(table.optional("codes"), Variant.self)
        if source.column == nil && table.optional("constant") == nil && !isInHeaders {
            value.report("expected constant or column, found neither.")
        }
        return source
    }

    func explanation(_ value: YAMLValue) -> ColumnReference? {
        guard let table = value.table(allowed: ["column", "optional"]) else { return nil }
        _ = table.required("column")
        return column(table)
    }

    // MARK: Rows

    func conditions(_ value: YAMLValue?) -> [Condition] {
        (value?.anyTable()?.entries ?? []).map { name, cells in
            Condition(
                column: ColumnReference(names: [name]), values: cells.strings().map(Self.cleaned))
        }
    }

    /// A code without white space around it, as cells are compared.
    static func cleaned(_ code: String) -> String {
        code.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
