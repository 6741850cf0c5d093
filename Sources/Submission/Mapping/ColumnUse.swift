public import MetricSpec

/// What a mapping does with one column of a file.
public struct ColumnUse: Sendable, Equatable {
    /// Counted from 1.
    public let column: Int
    public let name: String
    /// One word: `city`, `period`, `value`, `code`, `ignored`, `unmapped`
    /// and so on.
    public let use: String
    /// The id of the measure that a column of figures brings; nil where rows
    /// say it, and for other columns.
    public let measure: String?
    /// Why a column is left out; nil for those that are used.
    public let reason: String?
}

extension Mapping {
    /// What it does with each column of a header, in the header's order.
    ///
    /// - Parameter rows: the cells of each header row, where there are several.
    public func uses(
        ofColumns header: [String], rows: [[String]] = [], in standard: Standard
    ) -> [ColumnUse] {
        let matcher = HeaderMatcher(
            self, header: header + blocks.map(\.text), rows: rows, standard: standard)
        let plan = matcher.plan
        let unmapped = Set(matcher.unmappedColumns)
        return header.enumerated().map { column, name in
            let value = plan.values.first { $0.column == column }
            let reason =
                plan.personal.contains(column)
                ? "personal: its cells are not read"
                : unmapped.contains(column)
                    ? "neither mapped nor ignored" : "the mapping ignores it"
            let use = plan.use(ofColumn: column)
            return ColumnUse(
                column: column + 1, name: name,
                use: use
                    ?? (plan.personal.contains(column)
                        ? "personal" : unmapped.contains(column) ? "unmapped" : "ignored"),
                measure: value.flatMap {
                    $0.measure >= 0 ? standard.measures[Int($0.measure)].id : nil
                },
                reason: use == nil ? reason : nil)
        }
    }
}

extension ColumnPlan {
    /// What a column is used for; nil where it is not.
    fileprivate func use(ofColumn column: Int) -> String? {
        let single = [
            (city, "city"), (period, "period"), (breakdown, "breakdown"), (variant, "variant"),
            (status, "status"), (measure, "code"), (explanation, "explanation"),
        ]
        if let found = single.first(where: { $0.0 == column }) { return found.1 }
        if values.contains(where: { $0.column == column }) { return "value" }
        if bases.contains(where: { $0.column == column }) { return "basis" }
        if filters.contains(where: { $0.column == column }) { return "filter" }
        return used.contains(column) ? "row" : nil
    }
}

/// What a mapping does with one code of a file's measures.
public struct CodeUse: Sendable, Equatable {
    public let code: String
    /// The rows that have it, among those that were looked at.
    public let rows: Int
    /// The id of the measure; nil where it is left out or unknown.
    public let measure: String?
    /// Whether the mapping leaves it out on purpose.
    public let isIgnored: Bool
}

extension Mapping {
    /// Whether a column names the measure of each row.
    public var namesMeasuresInRows: Bool { measure?.column != nil }

    /// What it does with the codes in a file, in the order in which they first
    /// stand there; empty where no column names measures.
    public func uses(ofCodesIn sample: TableSample, standard: Standard) -> [CodeUse] {
        guard let measure, let names = measure.column?.names.map({ CellText.folded($0) }),
            let column = sample.columns.first(where: { names.contains(CellText.folded($0.name)) })
        else { return [] }
        return zip(column.texts, column.counts).map { text, rows in
            let code = CellText.cleaned(text)
            let position = measure.position(code, in: standard)
            return CodeUse(
                code: code, rows: rows,
                measure: position >= 0 ? standard.measures[Int(position)].id : nil,
                isIgnored: position == Mapper.ignored)
        }
    }
}
