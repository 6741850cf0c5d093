public import MetricSpec
import Tabular

/// Reads a mapping from its YAML text, strictly.
public enum MappingReader {
    /// Reads `mappings/NAME.yaml`; throws every fault found, with file, line,
    /// column and key.
    ///
    /// - Parameters:
    ///   - name: the file's name without `.yaml`.
    ///   - file: what messages call the file.
    public static func read(
        name: String, text: String, file: String, standard: Standard
    ) throws(SpecError) -> Mapping {
        let log = IssueLog()
        let value = YAMLValue.parse(text, file: file, log: log)
        let draft = value.map {
            MappingParts(name: name, text: text, standard: standard).mapping($0)
        }
        try log.throwIfAny()
        guard let mapping = draft ?? nil else {
            throw SpecError([
                SpecIssue(file: file, line: 1, column: 1, key: "", message: "no mapping.")
            ])
        }
        return mapping
    }
}

/// The parts of a mapping's YAML; issues go to the log behind the values.
struct MappingParts {
    let name: String
    let text: String
    let standard: Standard

    private static let keys = [
        "title", "files", "sender", "vintage", "format", "layout", "city", "period", "breakdown",
        "variant",
        "status", "missing", "measure", "value", "where", "values", "ignore", "personal",
        "cost_basis", "accounting_basis", "overhead_method", "audit_status", "explanation",
        "figures", "filter", "ledger", "posts", "checks", "key", "closed", "aggregate",
        "units", "fill", "nesting",
    ]

    func mapping(_ value: YAMLValue) -> Mapping? {
        guard let table = value.table(allowed: Self.keys) else { return nil }
        let layout = self.layout(table)
        let (format, numbers) = self.format(table.optional("format"))
        let period = table.required("period")
        let periodKeys = ["calendar", "style", "date", "length", "order", "within", "header"]
        let hasHeaderPeriods = hasHeaderPeriods(period, layout)
        checkLayout(table, layout, hasHeaderPeriods: hasHeaderPeriods)
        let mapping = Mapping(
            name: name, text: text, title: table.string("title"),
            files: table.optional("files")?.strings() ?? [],
            sender: table.optionalString("sender"), vintage: table.optionalString("vintage"),
            table: format, layout: layout, numbers: numbers,
            city: place(table.required("city"), "city", more: ["ignore_codes"]),
            ignoredCities: ignoredCities(table.optional("city")),
            period: place(
                period, "period", more: periodKeys,
                isInColumns: Self.everyColumnSays("period", table)),
            periodStyle: style(period), calendar: calendar(period),
            breakdown: breakdownSource(table),
            variant: variant(
                table.optional("variant"), isInHeaders: Self.someColumnSays("variant", table)),
            status: table.optional("status").flatMap(status),
            missing: missing(table.optional("missing")),
            bases: bases(table),
            explanation: table.optional("explanation").flatMap(explanation),
            measure: table.optional("measure").flatMap {
                measure($0, isInHeaders: Self.someColumnSays("measure", table))
            },
            value: layout == .long ? longValue(table) : nil,
            conditions: conditions(table.optional("where")),
            values: layout == .wide && !hasHeaderPeriods ? wideValues(table) : [],
            headerPeriods: hasHeaderPeriods ? headerPeriods(table) : nil,
            aggregation: aggregation(table, layout),
            checks: checks(table.optional("checks"), layout),
            origin: table.optional("aggregate").flatMap(origin),
            units: units(table), filled: filled(table), blocks: blocks(table),
            nesting: nesting(table),
            ignored: table.optional("ignore")?.strings() ?? [],
            personal: table.optional("personal")?.strings() ?? [])
        checkPersonal(mapping, table.optional("personal"))
        checkWords(table, mapping)
        checkAccumulating(table, mapping.values + [mapping.value].compactMap { $0 })
        return mapping
    }

    /// A personal column is never read, so it can bring nothing.
    private func checkPersonal(_ mapping: Mapping, _ value: YAMLValue?) {
        let globs = mapping.personal.map { ($0, Glob(column: $0)) }
        for name in mapping.columnNames {
            for (text, glob) in globs where glob.matches(CellText.folded(name)) {
                value?.report(
                    "\"\(text)\" is personal and mapped (\"\(name)\"). Take it out of one.")
            }
        }
    }

    private func layout(_ table: YAMLTable) -> Mapping.Layout {
        guard let value = table.required("layout"), let text = value.string() else { return .long }
        if let layout = Mapping.Layout(rawValue: text) { return layout }
        Self.reportWord(value, text, allowed: Mapping.Layout.allCases.map(\.rawValue))
        return .long
    }

    // MARK: Words and columns

    static func reportWord(_ value: YAMLValue, _ text: String, allowed: [String]) {
        let near = Spelling.nearest(to: text, among: allowed)
        let hint =
            near.map { "Did you mean \"\($0)\"?" } ?? "Allowed: \(allowed.joined(separator: ", "))."
        value.report("\"\(text)\" is not one of the words allowed here. \(hint)")
    }

    /// The column of a key, or the rows of a block in its place.
    func column(_ table: YAMLTable) -> ColumnReference? {
        if let block = table.optional("block"), let text = block.string() {
            return ColumnReference(names: [text])
        }
        guard let value = table.optional("column") else { return nil }
        let names = value.strings()
        if names.isEmpty { value.report("expected the name of a column, found an empty list.") }
        return ColumnReference(
            names: names, isOptional: table.optional("optional")?.boolean() ?? false)
    }

    /// A pattern for paths that takes a name out.
    func template(_ path: YAMLValue, _ name: String, like example: String) -> PathTemplate? {
        guard let text = path.string() else { return nil }
        if let template = PathTemplate(text), template.takes(name) { return template }
        path.report(
            "\"\(text)\" is no path with {\(name)} in it. Expected one like \"\(example)\".")
        return nil
    }

    private func ignoredCities(_ city: YAMLValue?) -> [String] {
        guard let city, city.isTable, let codes = city.anyTable()?.optional("ignore_codes")
        else { return [] }
        if city.anyTable()?.optional("column") == nil {
            codes.report("codes can be left out only where a column holds them.")
        }
        return codes.strings()
    }

    // MARK: Periods

    private func style(_ value: YAMLValue?) -> PeriodReader.Style {
        guard let value, value.isTable, let style = value.anyTable()?.optional("style"),
            let text = style.string()
        else { return .auto }
        if let known = PeriodReader.Style(rawValue: text) { return known }
        Self.reportWord(style, text, allowed: PeriodReader.Style.allCases.map(\.rawValue))
        return .auto
    }

    private func calendar(_ value: YAMLValue?) -> CalendarSource {
        guard let value, value.isTable, let calendar = value.anyTable()?.optional("calendar")
        else { return .consortium }
        if !calendar.isTable, !calendar.isList, let word = calendar.string() {
            if word != "city" { Self.reportWord(calendar, word, allowed: ["city"]) }
            return .city
        }
        guard let table = calendar.table(allowed: ["year_starts", "year_named"]),
            let starts = table.required("year_starts")?.integer()
        else { return .consortium }
        guard
            let made = FiscalCalendar(yearStarts: starts, yearNamed: yearNamed(table) ?? .end)
        else {
            calendar.report("\(starts) is no month. Expected 1 to 12.")
            return .consortium
        }
        return .fixed(made)
    }

    private func yearNamed(_ table: YAMLTable) -> FiscalCalendar.YearName? {
        guard let word = table.optional("year_named"), let text = word.string() else { return nil }
        if let known = FiscalCalendar.YearName(rawValue: text) { return known }
        Self.reportWord(word, text, allowed: FiscalCalendar.YearName.allCases.map(\.rawValue))
        return nil
    }
}
