/// The columns of one file that a mapping uses, by position from 0.
struct ColumnPlan {
    struct Value {
        let column: Int
        /// Position in the standard's measures; -1 where a column says it.
        let measure: Int32
        let reader: NumberReader
        /// The readers by measure where figures are in units of their own;
        /// empty where one reader serves all.
        var readers: [NumberReader] = []
        /// The header that names its period; empty where the row does.
        var stamp: [UInt8] = []
    }

    /// A column with a part of the values' basis.
    struct Basis {
        let column: Int
        /// Position in the mapping's `bases`.
        let source: Int
    }

    struct Filter {
        let column: Int
        let values: [[UInt8]]
    }

    /// -1 where the file has no such column.
    var city = -1
    var period = -1
    var breakdown = -1
    var variant = -1
    var status = -1
    var measure = -1
    var explanation = -1
    var bases: [Basis] = []
    var values: [Value] = []
    var filters: [Filter] = []
    var aggregate: AggregatePlan?
    var checks: [RowCheckPlan] = []
    /// Reads the figures of `checks`.
    var checkReader = NumberReader()
    var personal: [Int] = []
    /// Columns that the mapping uses, in the file's order.
    var used: [Int] = []
    var width = 0

    /// Whether a cell of the row says what the row is about, so that a row
    /// whose key is known cannot be blank.
    var hasKeyColumn: Bool { city >= 0 || period >= 0 || measure >= 0 }
}

/// Finds a mapping's columns in a file's header.
///
/// Names match without regard to case and white space around or between
/// words.
struct HeaderMatcher {
    /// What is wrong with a header.
    enum Problem: Equatable {
        case missing(names: [String])
        case twice(name: String, columns: [Int])
        case unmapped(column: Int)
    }

    private(set) var plan = ColumnPlan()
    private(set) var problems: [Problem] = []
    private let positions: [String: [Int]]
    private let header: [String]

    /// Matches a header; `problems` says what is missing, double or new.
    init(_ mapping: Mapping, header: [String]) {
        self.header = header
        var positions: [String: [Int]] = [:]
        for (index, name) in header.enumerated() {
            positions[CellText.folded(name), default: []].append(index)
        }
        self.positions = positions
        plan.width = header.count
        resolve(mapping)
        plan.used = Array(Set(plan.used)).sorted()
        findUnmapped(mapping)
    }

    private mutating func resolve(_ mapping: Mapping) {
        plan.city = find(mapping.city.column)
        plan.period = find(mapping.period.column)
        plan.breakdown = find(mapping.breakdown?.column)
        plan.variant = find(mapping.variant.column)
        plan.status = find(mapping.status?.column)
        plan.measure = find(mapping.measure?.column)
        plan.explanation = find(mapping.explanation)
        for (index, source) in mapping.bases.enumerated() {
            let column = find(source.column)
            if column >= 0 { plan.bases.append(ColumnPlan.Basis(column: column, source: index)) }
        }
        for condition in mapping.conditions {
            let column = find(condition.column)
            guard column >= 0 else { continue }
            plan.filters.append(
                ColumnPlan.Filter(column: column, values: condition.values.map { Array($0.utf8) }))
        }
        if let aggregation = mapping.aggregation {
            plan.aggregate = AggregatePlan(aggregation, numbers: mapping.numbers) { find($0) }
        }
        plan.checkReader = mapping.numbers.reader(.one)
        plan.checks = mapping.checks.map { check in
            RowCheckPlan(check: check, columns: check.columns.map { find($0) })
        }
        if let periods = mapping.headerPeriods { resolve(periods, mapping) }
        let constant = mapping.measure?.constant
        for value in [mapping.value].compactMap({ $0 }) + mapping.values {
            let column = find(value.column)
            guard column >= 0 else { continue }
            plan.values.append(
                ColumnPlan.Value(
                    column: column, measure: value.measure ?? constant ?? -1,
                    reader: mapping.numbers.reader(value.factor),
                    readers: readers(value, mapping.numbers)))
        }
    }

    /// The columns whose headers name periods.
    private mutating func resolve(_ periods: HeaderPeriods, _ mapping: Mapping) {
        let glob = Glob(column: periods.glob)
        let found = header.indices.filter {
            !plan.used.contains($0) && glob.matches(CellText.folded(header[$0]))
        }
        if found.isEmpty { problems.append(.missing(names: [periods.glob])) }
        for column in found {
            let value = ValueColumn(
                column: ColumnReference(names: []), measure: nil, factor: periods.factor,
                byMeasure: periods.byMeasure)
            plan.used.append(column)
            plan.values.append(
                ColumnPlan.Value(
                    column: column, measure: mapping.measure?.constant ?? -1,
                    reader: mapping.numbers.reader(periods.factor),
                    readers: readers(value, mapping.numbers), stamp: Array(header[column].utf8)))
        }
    }

    private func readers(_ value: ValueColumn, _ numbers: NumberMarks) -> [NumberReader] {
        guard let last = value.byMeasure.keys.max() else { return [] }
        return (0...last).map { numbers.reader(value.byMeasure[$0] ?? value.factor) }
    }

    /// The position of a column; -1, with a problem, where it is missing.
    private mutating func find(_ reference: ColumnReference?) -> Int {
        guard let reference else { return -1 }
        for name in reference.names {
            guard let found = positions[CellText.folded(name)], let first = found.first else {
                continue
            }
            if found.count > 1 { problems.append(.twice(name: name, columns: found)) }
            plan.used += found
            return first
        }
        if !reference.isOptional { problems.append(.missing(names: reference.names)) }
        return -1
    }

    private mutating func findUnmapped(_ mapping: Mapping) {
        let ignored = mapping.ignored.map { Glob(column: $0) }
        let personal = PersonalColumns(mapping.personal, in: header)
        plan.personal = personal.positions
        for (index, name) in header.enumerated()
        where !personal.positions.contains(index) && !plan.used.contains(index) {
            let folded = CellText.folded(name)
            if !ignored.contains(where: { $0.matches(folded) }) {
                problems.append(.unmapped(column: index))
            }
        }
        problems += personal.missing.map { .missing(names: [$0]) }
    }
}
