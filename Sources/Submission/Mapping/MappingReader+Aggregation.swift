import MetricSpec

/// The keys of the layouts in which many rows make one figure.
extension MappingParts {
    func aggregation(_ table: YAMLTable, _ layout: Mapping.Layout) -> Aggregation? {
        guard layout.isAggregated else { return nil }
        var aggregation = Aggregation(
            tests: tests(table.optional("filter")),
            dates: table.optional("period").flatMap { $0.isTable ? dates($0) : nil },
            key: table.optional("key").flatMap(recordKey),
            closed: table.optional("closed").flatMap(closedRecords))
        switch layout {
        case .ledger:
            let (ledger, lines) = ledger(table.optional("ledger"))
            aggregation.ledger = ledger
            aggregation.figures = lines
        case .positions:
            aggregation.posts = table.optional("posts").flatMap(posts)
            aggregation.figures = figures(table, isPositions: true)
        default: aggregation.figures = figures(table, isPositions: false)
        }
        return aggregation
    }

    // MARK: Which rows

    private func tests(_ value: YAMLValue?) -> [RowTest] {
        (value?.list() ?? []).compactMap { value in
            let ways = ["equals", "not", "blank", "greater", "less"]
            guard let table = value.table(allowed: ["column"] + ways) else { return nil }
            _ = table.required("column")
            let given = ways.filter { table.optional($0) != nil }
            guard given.count == 1, let way = given.first, let word = table.optional(way) else {
                value.report(
                    "expected exactly one of \(ways.joined(separator: ", ")), "
                        + "found \(given.count).")
                return nil
            }
            guard let column = column(table), let (kind, words) = kind(way, word) else {
                return nil
            }
            return RowTest(
                column: column, kind: kind, words: "\(column.names.first ?? "") \(words)")
        }
    }

    private func kind(_ way: String, _ value: YAMLValue) -> (RowTest.Kind, String)? {
        switch way {
        case "equals", "not":
            let texts = value.strings().map(Self.cleaned)
            let shown = texts.joined(separator: " or ")
            return way == "not" ? (.not(texts), "is not \(shown)") : (.equals(texts), "is \(shown)")
        case "blank":
            return value.boolean().map { (.blank($0), $0 ? "is blank" : "is not blank") }
        case "greater":
            return value.double().map { (.greater($0), "is above \(PlainNumber.text($0))") }
        default: return value.double().map { (.less($0), "is below \(PlainNumber.text($0))") }
        }
    }

    /// The `date:` key of a period, with what goes with it.
    private func dates(_ value: YAMLValue) -> DateSource? {
        guard let table = value.anyTable(), let date = table.optional("date") else { return nil }
        let lengths: [String: Int32] = ["month": 1, "quarter": 3, "year": 12]
        var source = DateSource(column: ColumnReference(names: date.strings()))
        if let length = table.optional("length"), let word = length.string() {
            source.months = lengths[word] ?? 3
            if lengths[word] == nil {
                Self.reportWord(length, word, allowed: ["month", "quarter", "year"])
            }
        }
        source.order = order(table)
        if let within = table.optional("within"), let text = within.string() {
            source.within = PathTemplate(text)
            if source.within?.takes("period") != true {
                within.report(
                    "\"\(text)\" is no path with {period} in it. Expected one like "
                        + "\"{period}/*/*.csv\".")
            }
        }
        return source
    }

    func order(_ table: YAMLTable) -> DateText.Order {
        guard let value = table.optional("order"), let word = value.string() else {
            return .yearMonthDay
        }
        if let order = DateText.Order(rawValue: word) { return order }
        Self.reportWord(value, word, allowed: DateText.Order.allCases.map(\.rawValue))
        return .yearMonthDay
    }

    // MARK: Records and positions

    private static let aggregates = [
        "count", "distinct", "sum", "mean", "sum-of-squares", "at-or-below", "percentile",
    ]
    private static let postAggregates: [String: Aggregate] = [
        "count": .count, "full-time-equivalents": .fullTimeEquivalents, "vacancies": .vacancies,
        "budgeted-equivalents": .budgetedEquivalents, "vacant-equivalents": .vacantEquivalents,
    ]

    private func figures(_ table: YAMLTable, isPositions: Bool) -> [Figure] {
        guard let values = table.required("figures") else { return [] }
        let source = table.optional("measure")
        let measures = source.flatMap { $0.isTable ? self.measures($0) : nil } ?? []
        let figures = values.list().compactMap {
            figure($0, isPositions: isPositions, measures: measures)
        }
        let named = figures.compactMap(\.measure)
        let plain = figures.filter { $0.meaning == ColumnMeaning() }.compactMap(\.measure)
        if Set(plain).count < plain.count {
            values.report("a measure stands twice. Expected one entry for each measure.")
        }
        let inRows = source != nil && figures.allSatisfy { $0.meaning.measure == nil }
        if inRows, !named.isEmpty || figures.count(where: { $0.meaning == ColumnMeaning() }) > 1 {
            values.report(
                "measure: names the measures. Expected one entry without a measure, or entries "
                    + "that differ in period, variant or breakdown.")
        }
        if source == nil, named.count < figures.count {
            values.report("an entry has no measure. Name it, or its column under measure:.")
        }
        return figures
    }

    private func figure(
        _ value: YAMLValue, isPositions: Bool, measures: [Measure]
    ) -> Figure? {
        let keys = [
            "measure", "aggregate", "column", "columns", "duration", "header", "where",
            "multiplier", "unit", "threshold", "percent", "keep", "optional", "period", "variant",
            "breakdown",
        ]
        guard let table = value.table(allowed: keys),
            let aggregate = aggregate(table, isPositions: isPositions)
        else { return nil }
        let measure = table.optional("measure").flatMap(measureIndex)
        let hasColumn = ["column", "header"].contains { table.optional($0) != nil }
        var figure = Figure(
            measure: measure, aggregate: aggregate,
            column: hasColumn ? figureColumn(table) : nil,
            columns: table.optional("columns")?.strings().map(Self.cleaned) ?? [],
            duration: table.optional("duration").flatMap(duration),
            conditions: conditions(table.optional("where")), factor: .one)
        figure.hasOwnFactor = Self.hasOwnFactor(table)
        figure.meaning = meaning(table, figure.column ?? ColumnReference(names: []))
        checkColumn(value, table, aggregate)
        if let measure, aggregate.keepsUnit {
            figure.factor = factor(table, standard.measures[Int(measure)])
        } else if aggregate.keepsUnit, !measures.isEmpty {
            (figure.factor, figure.byMeasure) = factors(table, measures)
        } else if let key = table.optional("unit") ?? table.optional("multiplier") {
            key.report("it belongs to sum, mean and percentile of a measure that is named.")
        }
        figure.words = words(table, figure)
        return figure
    }

    private func words(_ table: YAMLTable, _ figure: Figure) -> String {
        let name = table.optionalString("aggregate") ?? ""
        let column =
            if let duration = figure.duration {
                " of \(duration.unit.rawValue) from \(duration.from.names.first ?? "") to "
                    + (duration.to.names.first ?? "")
            } else if figure.columns.isEmpty {
                figure.column?.names.first.map { " of \($0)" } ?? ""
            } else {
                " of \(figure.columns.joined(separator: " and "))"
            }
        let detail = ["threshold", "percent"].compactMap { table.optionalString($0) }.first
        let rows = figure.conditions.map(\.words)
        return ([name + (detail.map { " \($0)" } ?? "") + column] + rows).joined(separator: "; ")
    }

    /// The keys that say what the values of a figure are.
    private static let sources = ["column", "columns", "duration", "header"]

    private func checkColumn(_ value: YAMLValue, _ table: YAMLTable, _ aggregate: Aggregate) {
        if Self.postAggregates.values.contains(aggregate) {
            for key in Self.sources {
                table.optional(key)?.report("every row counts here. Use where: or filter:.")
            }
        } else if !Self.sources.contains(where: { table.optional($0) != nil }) {
            _ = table.required("column")
        } else if Self.sources.count(where: { table.optional($0) != nil }) > 1 {
            value.report(
                "expected one of \(Self.sources.joined(separator: ", ")), found several.")
        }
        if aggregate == .distinct {
            table.optional("duration")?.report("distinct counts texts. Name a column.")
        }
        for (key, word) in [
            ("threshold", "at-or-below"), ("percent", "percentile"), ("keep", "percentile"),
        ] where table.optionalString("aggregate") != word {
            table.optional(key)?.report("\(key) belongs to the aggregate \(word).")
        }
    }

    private func aggregate(_ table: YAMLTable, isPositions: Bool) -> Aggregate? {
        guard let value = table.required("aggregate"), let word = value.string() else {
            return nil
        }
        if isPositions {
            if let found = Self.postAggregates[word] { return found }
            Self.reportWord(value, word, allowed: Self.postAggregates.keys.sorted())
            return nil
        }
        switch word {
        case "count": return .count
        case "distinct": return .distinct
        case "sum": return .sum
        case "mean": return .mean
        case "sum-of-squares": return .sumOfSquares
        case "at-or-below": return table.required("threshold")?.double().map { .atOrBelow($0) }
        case "percentile": return percentile(table)
        default: break
        }
        Self.reportWord(value, word, allowed: Self.aggregates)
        return nil
    }

    private func percentile(_ table: YAMLTable) -> Aggregate? {
        guard let value = table.required("percent"), let percent = value.double() else {
            return nil
        }
        if !(0...100).contains(percent) { value.report("expected a number from 0 to 100.") }
        let keep = table.optional("keep")?.integer() ?? 1_000_000
        if keep < 1 { table.optional("keep")?.report("expected at least 1.") }
        return .percentile(percent / 100, keeping: keep)
    }

    private func posts(_ value: YAMLValue) -> Posts? {
        let keys = ["share", "full_time", "from", "until", "through", "order", "vacant"]
        guard let table = value.table(allowed: keys) else { return nil }
        func named(_ key: String) -> ColumnReference? {
            table.optional(key).map { ColumnReference(names: $0.strings()) }
        }
        if table.optional("until") != nil, table.optional("through") != nil {
            value.report("until and through both say when a post ends. Expected one of them.")
        }
        let vacant = conditions(table.optional("vacant"))
        if vacant.count > 1 { table.optional("vacant")?.report("expected one column.") }
        let fullTime = table.optional("full_time")?.double() ?? 1
        if fullTime <= 0 {
            table.optional("full_time")?.report("expected more than 0, such as 100.")
        }
        return Posts(
            share: named("share"), fullTime: fullTime, from: named("from"),
            end: named("until") ?? named("through"),
            isEndFilled: table.optional("through") != nil, order: order(table),
            vacant: vacant.first)
    }
}

extension Aggregate {
    /// Whether the figure is in the unit of its values.
    var keepsUnit: Bool {
        switch self {
        case .sum, .mean, .percentile: true
        default: false
        }
    }
}

extension Condition {
    /// The condition in words.
    var words: String { "\(column.names.first ?? "") is \(values.joined(separator: " or "))" }
}
