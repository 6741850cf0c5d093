import MetricSpec
import Tabular

/// The keys of `format:` that say where in a file the table stands.
extension MappingParts {
    /// Reads header rows, the choice of a table, its end and its totals.
    func place(_ format: inout TableFormat, _ table: YAMLTable) {
        let row = table.optional("header_row")
        format.headerRows = row.flatMap(headerRow).map { $0...$0 }
        if let rows = table.optional("header_rows") {
            row?.report("header_row and header_rows say the same. Take one of them out.")
            format.headerRows = headerRows(rows)
        }
        format.table = table.optional("table").flatMap(tableChoice)
        if format.table != nil, format.headerRows != nil {
            table.optional("table")?.report("a header's line says which table. Take one out.")
        }
        format.ends = table.optional("ends")?.strings().map { Glob(column: $0) } ?? []
        format.totals = table.optional("total_rows").flatMap(totals)
    }

    private func headerRow(_ value: YAMLValue) -> Int? {
        guard let row = value.integer() else { return nil }
        if row >= 1 { return row }
        value.report("\(row) is no line. Expected the line of the header, counted from 1.")
        return nil
    }

    /// Lines such as `3..5`.
    private func headerRows(_ value: YAMLValue) -> ClosedRange<Int>? {
        guard let text = value.string() else { return nil }
        let ends = text.split(separator: "..").map { Int($0) }
        if let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first >= 1,
            first <= last, last - first < Self.headerRowLimit
        {
            return first...last
        }
        value.report(
            "\"\(text)\" is no header. Expected its first and last line such as 3..5, at most "
                + "\(Self.headerRowLimit) of them.")
        return nil
    }

    private static let headerRowLimit = 10

    /// A place, or what stands above the table: `2`, `{after: "Table 2*"}`.
    private func tableChoice(_ value: YAMLValue) -> TableFormat.TableChoice? {
        if value.isTable {
            let after = value.table(allowed: ["after"])?.optionalString("after")
            if after == nil { value.report("expected after: with a text above the table.") }
            return after.map { .after(Glob(column: $0)) }
        }
        guard let place = value.integer() else { return nil }
        if place >= 1 { return .position(place) }
        value.report("\(place) is no place. Expected one counted from 1.")
        return nil
    }

    /// Patterns for the first text of a row, or for a column of it.
    private func totals(_ value: YAMLValue) -> TableFormat.Totals? {
        guard value.isTable else {
            return TableFormat.Totals(globs: value.strings().map { Glob(column: $0) })
        }
        guard let table = value.table(allowed: ["column", "like"]) else { return nil }
        let like = table.required("like")?.strings() ?? []
        return TableFormat.Totals(
            column: table.string("column"), globs: like.map { Glob(column: $0) })
    }
}
