import MetricSpec
import Tabular

/// Finds the marks of a file's figures in its first rows.
struct MarksDetection {
    /// The marks, where the mapping does not give them all.
    let marks: NumberMarks
    /// Watches the rest of the file; nil where nothing is in doubt.
    let watch: MarksWatch?
    /// In how many texts with marks they were found.
    let texts: Int
    /// Looks for others in the rest of the file; nil where all are given.
    let late: LateMarks?

    /// Looks at the first rows of a table.
    ///
    /// - Parameter rows: the first rows; nil where they cannot be read.
    init(
        _ given: NumberMarks, in rows: CellTable?, _ plan: ColumnPlan, _ mapping: Mapping,
        _ aggregation: Aggregation?, _ counted: CountedMeasures, delimiter: UInt8?
    ) {
        guard !given.areGiven, let rows else {
            (marks, watch, texts, late) = (given, nil, 0, nil)
            return
        }
        let isCode = mapping.measure?.areAll(counted) ?? false
        let all = plan.figureColumns(aggregation)
        let columns = all.map { column in
            let measure = plan.values.first { $0.column == column }?.measure ?? -1
            return (column: column, isCounted: measure < 0 ? isCode : counted.contains(measure))
        }
        var evidence = MarksEvidence()
        for row in 0..<rows.rowCount {
            for (column, isCounted) in columns
            where column < rows.cellCount(row) && rows.kind(row, column) == .text {
                evidence.add(CellText.trimmed(rows.cell(row, column)), isCounted: isCounted)
            }
        }
        marks = evidence.marks(given: given, delimiter: delimiter)
        texts = evidence.texts
        let isOpen =
            !given.isDecimalGiven && !given.isThousandsGiven
            && !evidence.tells(decimal: marks.decimal)
        watch = isOpen ? MarksWatch(marks, columns: all) : nil
        late = LateMarks(
            evidence, given: given, marks: marks, columns: columns, delimiter: delimiter)
    }
}

/// The measures of things that are counted one by one.
struct CountedMeasures: Sendable {
    private let are: [Bool]

    init(_ standard: Standard) {
        let counted = Set(standard.dimensions.filter(\.isCounted).map(\.id))
        are = standard.measures.map { measure in
            let powers = standard.unit(measure.unit)?.dimension.powers ?? [:]
            return measure.isAdditive && powers.count == 1
                && powers.first.map { counted.contains($0.key) && $0.value == 1 } ?? false
        }
    }

    func contains(_ measure: Int32) -> Bool {
        are.indices.contains(Int(measure)) && are[Int(measure)]
    }
}

extension MeasureSource {
    /// Whether all measures that rows can name are counted.
    fileprivate func areAll(_ counted: CountedMeasures) -> Bool {
        let named = codes.values + [constant].compactMap { $0 }
        return prefix == nil && !named.isEmpty && named.allSatisfy { counted.contains($0) }
    }
}

extension ColumnPlan {
    /// The columns that hold figures.
    fileprivate func figureColumns(_ aggregation: Aggregation?) -> [Int] {
        var columns = values.map(\.column) + checks.flatMap(\.columns)
        if let aggregate, let aggregation {
            for (figure, place) in zip(aggregation.figures, aggregate.figures)
            where figure.aggregate != .distinct {
                columns += place.columns
            }
            columns += [aggregate.amount, aggregate.debit, aggregate.credit, aggregate.share]
        }
        return Set(columns.filter { $0 >= 0 }).sorted()
    }
}

/// A mapping met with a file: with the marks of its numbers, and the columns
/// that it means.
struct OpenedMapping {
    private(set) var mapping: Mapping
    private(set) var matcher: HeaderMatcher
    let marks: MarksDetection
    private let titles: [String]

    init(_ given: Mapping, _ reader: TableReader, titles: [String], _ context: IntakeContext) {
        let standard = context.standard
        var mapping = given
        func match() -> HeaderMatcher {
            HeaderMatcher(
                mapping, header: reader.header + mapping.blocks.map(\.text),
                rows: reader.headerRows, titles: titles, unitCells: reader.units,
                standard: standard)
        }
        var matcher = match()
        var delimiter: UInt8?
        if case .text(let dialect) = reader.origin { delimiter = dialect.delimiter }
        marks = MarksDetection(
            given.numbers, in: given.numbers.areGiven ? nil : reader.peek()?.table,
            matcher.plan, given, matcher.aggregation, context.counted, delimiter: delimiter)
        if marks.marks != given.numbers {
            mapping.numbers = marks.marks
            matcher = match()
        }
        matcher.plan.isTyped = delimiter == nil
        matcher.plan.hasPlacedCells = reader.workbook != nil
        (self.mapping, self.matcher, self.titles) = (mapping, matcher, titles)
    }

    /// Takes other marks, from the next row on.
    mutating func take(_ marks: NumberMarks) {
        mapping.numbers = marks
        let (isTyped, hasPlacedCells) = (matcher.plan.isTyped, matcher.plan.hasPlacedCells)
        matcher = HeaderMatcher(
            mapping, header: matcher.header, rows: matcher.headerRows, titles: titles,
            unitCells: matcher.unitCells, standard: matcher.standard)
        (matcher.plan.isTyped, matcher.plan.hasPlacedCells) = (isTyped, hasPlacedCells)
    }
}
