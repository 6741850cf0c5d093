import MetricSpec
import Tabular

/// The columns of figures: by name, by a pattern for their headers, or by the
/// periods that these name.
extension HeaderMatcher {
    /// A column that an entry of the mapping means.
    private struct Found {
        let column: Int
        var qualifiers = ColumnQualifiers()
    }

    // MARK: Layouts long and wide

    mutating func resolveValues() {
        for value in [mapping.value].compactMap({ $0 }) + mapping.values {
            for place in places(value.column, value.meaning) { add(value, place) }
        }
    }

    /// The unit that the lines above the table say.
    mutating func findUnit(_ titles: [String]) {
        let isInHeaders = (mapping.values.map(\.meaning) + figureMeanings).contains {
            $0.unit != nil
        }
        if mapping.units.isEmpty || isInHeaders { return }
        if unitCells.contains(where: { !mapping.units(in: $0).isEmpty }) {
            columnUnits = unitCells.map { mapping.units(in: $0).first ?? -1 }
            return
        }
        let found = Set(titles.flatMap { mapping.units(in: $0) })
        if let unit = found.first, found.count == 1 {
            tableUnit = unit
        } else {
            problems.append(
                .unit(
                    found: found.isEmpty
                        ? titles + unitCells.filter { !$0.isEmpty }
                        : found.sorted().map {
                            mapping.units[$0].pattern.text
                        }))
        }
    }

    private var figureMeanings: [ColumnMeaning] {
        mapping.aggregation?.figures.map(\.meaning) ?? []
    }

    /// The factors by measure of a column whose entry gives none.
    private mutating func unitFactors(
        _ column: Int, _ qualifiers: ColumnQualifiers
    ) -> [Int32: ExactFactor]? {
        if columnUnits.indices.contains(column) { return unitFactors(below: column) }
        let unit = qualifiers.unit >= 0 ? qualifiers.unit : tableUnit
        return unit < 0 ? nil : mapping.units[unit].factors
    }

    /// What the row of units says of a column; nothing, with a problem, where
    /// that is no unit of the mapping.
    private mutating func unitFactors(below column: Int) -> [Int32: ExactFactor]? {
        let unit = columnUnits[column]
        if unit >= 0 { return mapping.units[unit].factors }
        let problem = Problem.unknown(
            ColumnMeaning.Unknown(part: .unit, text: unitCells[column]), column: column)
        if !problems.contains(problem) { problems.append(problem) }
        return nil
    }

    private mutating func add(_ value: ValueColumn, _ place: Found) {
        let inHeader = place.qualifiers.measure
        let own = value.hasOwnFactor ? nil : unitFactors(place.column, place.qualifiers)
        let measure = value.measure ?? (inHeader >= 0 ? inHeader : mapping.measure?.constant)
        plan.values.append(
            ColumnPlan.Value(
                column: place.column, measure: measure ?? -1,
                reader: mapping.numbers.reader(value.factor),
                readers: mapping.numbers.readers(value.factor, own ?? value.byMeasure),
                qualifiers: place.qualifiers, accumulates: value.accumulates))
    }

    /// The columns whose headers name periods.
    mutating func resolve(_ periods: HeaderPeriods) {
        let glob = Glob(column: periods.glob)
        let found = header.indices.filter {
            !plan.used.contains($0) && glob.matches(CellText.folded(header[$0]))
        }
        if found.isEmpty { problems.append(.missing(names: [periods.glob])) }
        let value = ValueColumn(
            column: ColumnReference(names: []), measure: nil, factor: periods.factor,
            byMeasure: periods.byMeasure, accumulates: periods.accumulates)
        for column in found {
            plan.used.append(column)
            plan.stamps.append((column, header[column]))
            let qualifiers = ColumnQualifiers(stamp: Array(header[column].utf8))
            add(value, Found(column: column, qualifiers: qualifiers))
        }
    }

    // MARK: Figures of many rows

    mutating func resolveAggregation() {
        guard var aggregation = mapping.aggregation else { return }
        aggregation.figures = aggregation.figures.flatMap { columns(of: $0) }
        let lists = aggregation.figures.map { $0.columns.flatMap { findAll($0) } }
        plan.aggregate = AggregatePlan(
            aggregation, numbers: mapping.numbers, lists: lists
        ) { find($0) }
        self.aggregation = aggregation
    }

    /// A figure, once for each column of its pattern.
    private mutating func columns(of figure: Figure) -> [Figure] {
        guard let column = figure.column, isPattern(column) else {
            return found(-1, [:], figure.meaning).map {
                inUnit(figure.of($0.qualifiers), unitColumn(of: figure))
            }
        }
        let found = places(column, figure.meaning)
        for place in found {
            let same = found.filter { $0.qualifiers == place.qualifiers }.map(\.column)
            if same.count > 1, same.first == place.column {
                problems.append(.twice(name: column.names.joined(separator: " "), columns: same))
            }
        }
        return found.map { place in
            var own = inUnit(figure.of(place.qualifiers), place.column)
            own.column = ColumnReference(names: [header[place.column]])
            own.words += " (\(CellText.cleaned(header[place.column])))"
            return own
        }
    }

    /// The column whose unit is that of a figure; -1 where it has none.
    private func unitColumn(of figure: Figure) -> Int {
        let ledger = mapping.aggregation?.ledger
        let names = [figure.column, ledger?.amount, ledger?.debit].compactMap { $0 }
            .flatMap(\.names)
        if let named = names.compactMap({ positions[CellText.folded($0)]?.first }).first {
            return named
        }
        let globs = figure.columns.map { Glob(column: $0) }
        return header.firstIndex { name in
            globs.contains { $0.matches(CellText.folded(name)) }
        } ?? -1
    }

    /// A figure in the unit that the table or its header says.
    private mutating func inUnit(_ figure: Figure, _ column: Int) -> Figure {
        guard !figure.hasOwnFactor, figure.aggregate.keepsUnit,
            let factors = unitFactors(column, figure.qualifiers)
        else { return figure }
        var figure = figure
        figure.byMeasure = factors
        return figure
    }

    // MARK: One entry

    /// Whether an entry means a pattern, and no column has it for its name.
    private func isPattern(_ column: ColumnReference) -> Bool {
        guard let pattern = column.pattern else { return false }
        return !pattern.names.isEmpty || !hasName(column)
    }

    /// The columns that an entry means, with what each says.
    private mutating func places(
        _ column: ColumnReference, _ meaning: ColumnMeaning
    ) -> [Found] {
        guard let pattern = column.pattern, isPattern(column) else {
            let position = find(column)
            return position < 0 ? [] : found(position, [:], meaning)
        }
        var all: [Found] = []
        var isThere = false
        for position in header.indices where isFree(position) {
            guard let texts = pattern.match(header[position], rows: cells(position)) else {
                continue
            }
            isThere = true
            plan.used.append(position)
            all += found(position, texts, meaning)
        }
        if !isThere, !column.isOptional { problems.append(.missing(names: column.names)) }
        return all
    }

    /// The cells of a column in each header row.
    private func cells(_ column: Int) -> [String] {
        if headerRows.isEmpty { return [header[column]] }
        return headerRows.map { $0.indices.contains(column) ? $0[column] : "" }
    }

    /// What a column says; nothing, with a problem, where that is not known.
    private mutating func found(
        _ column: Int, _ texts: [String: String], _ meaning: ColumnMeaning
    ) -> [Found] {
        do {
            guard let qualifiers = try meaning.read(texts, mapping, standard) else { return [] }
            if !qualifiers.stamp.isEmpty {
                plan.stamps.append((column, String(decoding: qualifiers.stamp, as: UTF8.self)))
            }
            return [Found(column: column, qualifiers: qualifiers)]
        } catch {
            problems.append(.unknown(error, column: column))
            return []
        }
    }
}
