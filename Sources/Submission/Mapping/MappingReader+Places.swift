import MetricSpec

/// The `city:` and `period:` keys: where they come from.
extension MappingParts {
    private static let places = ["column", "block", "constant", "path", "sheet", "title"]

    /// The column, or what says it for the whole table.
    ///
    /// - Parameter isInColumns: whether the columns of figures say it.
    func place(
        _ value: YAMLValue?, _ name: String, more: [String], isInColumns: Bool = false
    ) -> PlaceSource {
        var source = PlaceSource()
        guard let value, let table = value.table(allowed: Self.places + more) else { return source }
        let elsewhere = ["date", "header"].filter { table.optional($0) != nil }
        let inRows = ["column", "block"].filter { table.optional($0) != nil } + elsewhere
        source.fixed = ["constant", "path", "sheet", "title"].compactMap { key in
            table.optional(key).flatMap { fixed($0, key, name) }
        }
        let hasFixed = Self.places.dropFirst(2).contains { table.optional($0) != nil }
        if inRows.count > 1 {
            value.report("expected one of \(inRows.joined(separator: " and ")), found both.")
        } else if !elsewhere.isEmpty, hasFixed {
            value.report("\(elsewhere[0]) says it already. Take the other place out.")
        } else if inRows.isEmpty, !hasFixed, !isInColumns {
            value.report(
                "expected a place that says it: column, block, constant, path, sheet or title.")
        }
        source.column = column(table)
        source.isElsewhere = !elsewhere.isEmpty || (isInColumns && inRows.isEmpty && !hasFixed)
        return source
    }

    private func fixed(_ value: YAMLValue, _ key: String, _ name: String) -> PlaceSource.Fixed? {
        guard let text = value.string() else { return nil }
        if key == "constant" { return .constant(text) }
        if key == "path" {
            return template(value, name, like: "{period}/{city}/*.csv").map { .path($0) }
        }
        guard let pattern = TextPattern(CellText.cleaned(text)), pattern.names.contains(name) else {
            value.report(
                "\"\(text)\" is no pattern with {\(name)} in it. Expected one like "
                    + "\"*({\(name)}) - Table *\".")
            return nil
        }
        return key == "sheet" ? .sheet(pattern) : .title(pattern)
    }

    // MARK: Rows above

    private static let blockKeys = ["city", "period", "measure", "breakdown", "variant"]

    private static func block(_ key: String, _ table: YAMLTable) -> YAMLValue? {
        guard let value = table.optional(key), value.isTable else { return nil }
        return value.anyTable()?.optional("block")
    }

    /// The rows that say what the rows below are about, each pattern once.
    func blocks(_ table: YAMLTable) -> [TextPattern] {
        Self.blockKeys.compactMap { key in
            guard let block = Self.block(key, table), let text = block.string() else {
                return nil
            }
            if let pattern = TextPattern(CellText.cleaned(text)), pattern.names == [key] {
                return pattern
            }
            block.report(
                "\"\(text)\" is no pattern with {\(key)} in it. Expected one like "
                    + "\"Report of {\(key)}\".")
            return nil
        }
    }

    /// How blocks lie within each other, outer ones first, as positions in
    /// `blocks`; empty where nothing says it.
    func nesting(_ table: YAMLTable) -> [Int] {
        guard let value = table.optional("nesting") else { return [] }
        let keys = Self.blockKeys.filter { Self.block($0, table) != nil }
        let named = value.strings()
        if named.sorted() != keys.sorted() {
            value.report(
                "expected each key with a block once, outer ones first: "
                    + (keys.isEmpty ? "there is none." : "\(keys.joined(separator: ", "))."))
        }
        return named.compactMap { keys.firstIndex(of: $0) }
    }

    /// The columns in which an empty cell repeats the one above.
    func filled(_ table: YAMLTable) -> [ColumnReference] {
        table.strings("fill").map { ColumnReference(names: [$0]) }
    }
}
