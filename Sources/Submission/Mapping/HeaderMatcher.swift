import MetricSpec
import Tabular

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
        /// What the column says of its figures.
        var qualifiers = ColumnQualifiers()
        /// Whether they are those of the fiscal year so far.
        var accumulates = false
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
    /// The columns whose headers or entries name periods.
    var stamps: [(column: Int, text: String)] = []
    var filters: [Filter] = []
    var aggregate: AggregatePlan?
    /// Row count, filter and digest of aggregated figures; empty without.
    var origin: [Int] = []
    var checks: [RowCheckPlan] = []
    /// Reads the figures of `checks`.
    var checkReader = NumberReader()
    var personal: [Int] = []
    /// Columns in which an empty cell repeats the one above.
    var filled: [Int] = []
    /// Columns that the mapping uses, in the file's order.
    var used: [Int] = []
    var width = 0
    /// Whether each cell says its column itself, as in a sheet: then cells
    /// beside the table are no fault of a row.
    var hasPlacedCells = false
    /// Whether cells say what they hold: those of a workbook or JSON.
    var isTyped = false

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
        /// A part of a header is no word of the mapping or the standard.
        case unknown(ColumnMeaning.Unknown, column: Int)
        /// No line above the table says the unit, or several say different
        /// ones.
        case unit(found: [String])
    }

    var plan = ColumnPlan()
    var problems: [Problem] = []
    /// How rows become figures, with an entry for each column of a pattern;
    /// nil where a cell is a figure.
    var aggregation: Aggregation?
    let mapping: Mapping
    let standard: Standard
    let header: [String]
    let headerRows: [[String]]
    /// Position in the mapping's units of the one that a line above the table
    /// says; -1 where there is none.
    var tableUnit = -1
    /// By column, position in the mapping's units of the one that the row of
    /// units below the header says; empty where there is no such row.
    var columnUnits: [Int] = []
    let unitCells: [String]
    let positions: [String: [Int]]
    /// The columns that the mapping names, which no pattern takes.
    private let named: Set<Int>

    /// The columns that nobody has decided about, from 0.
    var unmappedColumns: [Int] {
        problems.compactMap { if case .unmapped(let column) = $0 { column } else { nil } }
    }

    /// Matches a header; `problems` says what is missing, double or new.
    ///
    /// - Parameters:
    ///   - rows: the cells of each header row, where there are several.
    ///   - titles: the lines above the header.
    ///   - unitCells: the row of units below it, where there is one.
    init(
        _ mapping: Mapping, header: [String], rows: [[String]] = [], titles: [String] = [],
        unitCells: [String] = [], standard: Standard
    ) {
        self.mapping = mapping
        self.standard = standard
        self.header = header
        headerRows = rows
        self.unitCells = unitCells
        var positions: [String: [Int]] = [:]
        for (index, name) in header.enumerated() {
            positions[CellText.folded(name), default: []].append(index)
        }
        self.positions = positions
        named = Set(mapping.keyNames.flatMap { positions[CellText.folded($0)] ?? [] })
        plan.width = header.count
        findUnit(titles)
        resolve()
        plan.used = Array(Set(plan.used)).sorted()
        findUnmapped()
    }

    private mutating func resolve() {
        plan.city = find(mapping.city.column)
        plan.period = find(mapping.period.column)
        plan.breakdown = find(mapping.breakdown?.column)
        plan.variant = find(mapping.variant.column)
        plan.status = find(mapping.status?.column)
        plan.measure = find(mapping.measure?.column)
        plan.explanation = find(mapping.explanation)
        plan.filled = mapping.filled.map { find($0) }.filter { $0 >= 0 }
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
        resolveAggregation()
        if let periods = mapping.headerPeriods { resolve(periods) }
        resolveValues()
        plan.origin = (mapping.origin?.columns ?? []).map { find($0) }
        plan.checkReader = mapping.numbers.reader(.one)
        plan.checks = mapping.checks.map { check in
            RowCheckPlan(check: check, columns: check.columns.map { find($0) })
        }
    }

    /// The positions of all columns that a glob matches; none, with a problem,
    /// where there is none.
    mutating func findAll(_ text: String) -> [Int] {
        let glob = Glob(column: text)
        let found = header.indices.filter {
            !header[$0].isEmpty && glob.matches(CellText.folded(header[$0]))
        }
        if found.isEmpty { problems.append(.missing(names: [text])) }
        plan.used += found
        return found
    }

    /// The position of a column; -1, with a problem, where it is missing.
    mutating func find(_ reference: ColumnReference?) -> Int {
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

    /// Whether a column is there under one of the names as they are written.
    func hasName(_ reference: ColumnReference) -> Bool {
        reference.names.contains { positions[CellText.folded($0)] != nil }
    }

    /// Whether a pattern may take a column: no name and no other one has it.
    func isFree(_ column: Int) -> Bool { !named.contains(column) && !plan.used.contains(column) }

    private mutating func findUnmapped() {
        let ignored = mapping.ignored.map { Glob(column: $0) }
        let personal = PersonalColumns(mapping.personal, in: header)
        plan.personal = personal.positions
        for (index, name) in header.enumerated()
        where !name.isEmpty && !personal.positions.contains(index) && !plan.used.contains(index) {
            let folded = CellText.folded(name)
            if !ignored.contains(where: { $0.matches(folded) }) {
                problems.append(.unmapped(column: index))
            }
        }
        problems += personal.missing.map { .missing(names: [$0]) }
    }
}
