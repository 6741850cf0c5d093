import MetricSpec

/// Columns of figures: which they are, and what their headers say.
extension MappingParts {
    // MARK: Layout wide

    func wideValues(_ table: YAMLTable) -> [ValueColumn] {
        guard let values = table.optional("values") else { return [] }
        if !values.isList { values.report("expected a list of columns with their measures.") }
        let source = table.optional("measure")
        let named = source.flatMap { $0.isTable ? measures($0) : nil } ?? []
        return values.list().compactMap { value in
            let keys = [
                "column", "header", "measure", "period", "variant", "breakdown", "multiplier",
                "unit", "optional", "accumulates",
            ]
            guard let entry = value.table(allowed: keys),
                let column = figureColumn(entry)
            else { return nil }
            let meaning = meaning(entry, column)
            checkMeasure(entry, meaning, source)
            let measure = entry.optional("measure").flatMap(measureIndex)
            let hasOwnFactor = Self.hasOwnFactor(entry)
            if entry.optional("measure") != nil, measure == nil { return nil }
            let (common, byMeasure) =
                measure.map { (factor(entry, standard.measures[Int($0)]), [:]) }
                ?? factors(entry, named)
            return ValueColumn(
                column: column, measure: measure, factor: common, byMeasure: byMeasure,
                hasOwnFactor: hasOwnFactor, accumulates: accumulates(entry), meaning: meaning)
        }
    }

    /// One place must say what an entry's figures measure.
    private func checkMeasure(_ entry: YAMLTable, _ meaning: ColumnMeaning, _ source: YAMLValue?) {
        let sourceTable = source.flatMap { $0.isTable ? $0.anyTable() : nil }
        let isInRows = ["column", "block", "constant"].contains { sourceTable?.optional($0) != nil }
        let places = [entry.optional("measure") != nil, meaning.measure != nil, isInRows]
        switch places.count(where: \.self) {
        case 0: entry.value.report("the key \"measure\" is missing.")
        case 1: break
        default:
            entry.value.report(
                "more than one place says the measure: this entry, its header or measure: at the "
                    + "top. Expected one.")
        }
    }

    /// Whether an entry says its unit or multiplier itself.
    static func hasOwnFactor(_ entry: YAMLTable) -> Bool {
        ["unit", "multiplier"].contains { entry.optional($0) != nil }
    }

    // MARK: Names and patterns

    /// The column of an entry: by its names, by a pattern for its header, or
    /// by a pattern for each header row.
    func figureColumn(_ entry: YAMLTable) -> ColumnReference? {
        guard let rows = entry.optional("header") else {
            _ = entry.required("column")
            return column(entry).map { withPattern($0, entry.optional("column")) }
        }
        entry.optional("column")?.report("column and header both say which column. Take one out.")
        let texts = rows.strings()
        if texts.isEmpty { rows.report("expected a pattern for each header row.") }
        return ColumnReference(
            names: texts, isOptional: entry.optional("optional")?.boolean() ?? false,
            pattern: HeaderPattern(patterns: patterns(texts, rows), isStacked: true))
    }

    private func withPattern(_ column: ColumnReference, _ value: YAMLValue?) -> ColumnReference {
        guard let value, column.names.contains(where: TextPattern.isPattern) else {
            return column
        }
        var column = column
        column.pattern = HeaderPattern(patterns: patterns(column.names, value), isStacked: false)
        return column
    }

    private func patterns(_ texts: [String], _ value: YAMLValue) -> [TextPattern] {
        texts.compactMap { text in
            if let pattern = TextPattern(CellText.cleaned(text)) { return pattern }
            value.report(
                "\"\(text)\" is no pattern. Expected one like \"{quarter} * {year}\", each name "
                    + "once, in small letters.")
            return nil
        }
    }

    // MARK: What headers say

    /// What an entry and its header say of the figures.
    func meaning(_ entry: YAMLTable, _ column: ColumnReference) -> ColumnMeaning {
        let names = column.pattern?.names ?? []
        var meaning = ColumnMeaning()
        meaning.period = part("period", entry, names)
        meaning.variant = part("variant", entry, names)
        meaning.breakdown = part("breakdown", entry, names)
        if names.contains("measure") { meaning.measure = TextPattern("{measure}") }
        if names.contains("unit") { meaning.unit = TextPattern("{unit}") }
        let used = [
            meaning.period, meaning.variant, meaning.breakdown, meaning.measure, meaning.unit,
        ]
        .flatMap { $0?.names ?? [] }
        for name in names where !used.contains(name) {
            (entry.optional("header") ?? entry.optional("column"))?.report(
                "nothing uses {\(name)}. Write * in its place, or use it under period, variant or "
                    + "breakdown.")
        }
        return meaning
    }

    private func part(_ key: String, _ entry: YAMLTable, _ names: [String]) -> TextPattern? {
        guard let value = entry.optional(key), let text = value.string() else {
            return names.contains(key) ? TextPattern("{\(key)}") : nil
        }
        guard let pattern = TextPattern(text), !text.contains("*") else {
            value.report("\"\(text)\" is no text with names in it, such as \"{quarter} {year}\".")
            return nil
        }
        for name in pattern.names where !names.contains(name) {
            value.report("the column's pattern takes out no {\(name)}.")
        }
        return pattern
    }

    /// Words in entries that hold for every file: a variant, a group.
    func checkWords(_ table: YAMLTable, _ mapping: Mapping) {
        for entry in Self.entries(table) {
            if let value = entry.optional("variant"), let text = value.string(),
                !text.contains("{"), mapping.variant.word(text) == nil
            {
                Self.reportWord(value, text, allowed: Variant.allCases.map(\.rawValue))
            }
            if let value = entry.optional("breakdown"), let text = value.string(),
                !text.contains("{"), mapping.breakdown?.position(text) == nil
            {
                value.report("\"\(text)\" is no group of the standard.")
            }
        }
    }

    // MARK: All entries

    /// The entries of `values` and `figures`.
    private static func entries(_ table: YAMLTable) -> [YAMLTable] {
        ["values", "figures"].compactMap { table.optional($0) }.flatMap { $0.list() }
            .filter(\.isTable).compactMap { $0.anyTable() }
    }

    /// Whether an entry names a part, or its header does.
    private static func says(_ part: String, _ entry: YAMLTable) -> Bool {
        if entry.optional(part) != nil { return true }
        return ["column", "header"].compactMap { entry.optional($0) }
            .flatMap { $0.list() }
            .contains { !$0.isTable && !$0.isList && $0.string()?.contains("{\(part)}") == true }
    }

    /// Whether some column of figures says a part.
    static func someColumnSays(_ part: String, _ table: YAMLTable) -> Bool {
        entries(table).contains { says(part, $0) }
    }

    /// Whether each column of figures says a part, so that no row needs to.
    static func everyColumnSays(_ part: String, _ table: YAMLTable) -> Bool {
        let all = entries(table)
        return !all.isEmpty && all.allSatisfy { says(part, $0) }
    }
}
