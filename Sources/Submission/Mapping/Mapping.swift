import MetricSpec
public import Tabular

/// How one shape of file becomes values of measures.
///
/// Written once as `mappings/NAME.yaml`, it serves one or many cities. Only
/// `MappingReader` makes one, so that a mapping always fits its standard.
public struct Mapping: Sendable {
    /// How the values lie in the table.
    public enum Layout: String, Sendable, CaseIterable {
        /// One row a value.
        case long
        /// One row a city and period, one column a measure; or one column a
        /// period.
        case wide
        /// One row an event, person or asset.
        case records
        /// One row an account.
        case ledger
        /// One row a post.
        case positions

        /// Whether many rows make one figure.
        var isAggregated: Bool { self != .long && self != .wide }
    }

    /// The file's name without `.yaml`.
    public let name: String
    /// The file's text, for digests.
    public let text: String
    /// What the file shape is called.
    public let title: String
    /// The globs, relative to `submissions/`, of the files that it serves.
    public let files: [String]
    /// Who sends such files; nil where the folder says it.
    public let sender: String?
    /// The edition of their source that the figures are of; nil: not said.
    public let vintage: String?
    /// What is declared about the text.
    public let table: TableFormat
    /// How the values lie in the table.
    public let layout: Layout

    /// The marks of numbers; those that are not given are found out by file.
    var numbers: NumberMarks
    let city: PlaceSource
    /// Globs for cities whose rows are left out on purpose.
    let ignoredCities: [String]
    let period: PlaceSource
    let periodStyle: PeriodReader.Style
    let calendar: CalendarSource
    let breakdown: BreakdownSource?
    let variant: VariantSource
    let status: StatusSource?
    /// Marks of missing values, as they are written in cells.
    let missing: [String: ObservationStatus]
    /// What values say of themselves: those of the four parts that are given.
    let bases: [BasisSource]
    /// The column in which an unlikely figure is explained.
    let explanation: ColumnReference?
    let measure: MeasureSource?
    let value: ValueColumn?
    let conditions: [Condition]
    let values: [ValueColumn]
    /// The columns whose headers name periods.
    let headerPeriods: HeaderPeriods?
    /// How many rows become one figure; nil where a cell is one.
    let aggregation: Aggregation?
    /// What must hold between the columns of each row.
    let checks: [RowCheck]
    /// The columns that say what a figure was made of; nil where none does.
    let origin: OriginSource?
    /// What units the file may be in, as a line above the table or a header
    /// says it.
    let units: [UnitWord]
    /// The columns whose cells are written once for several rows.
    let filled: [ColumnReference]
    /// Rows that say what the rows below them are about.
    let blocks: [TextPattern]
    /// Positions in `blocks`, outer ones first; empty where the order in which
    /// a file first has them says how they lie within each other.
    let nesting: [Int]
    /// Columns that are left out on purpose, with globs.
    let ignored: [String]
    /// Columns that must never be stored.
    let personal: [String]

    /// Whether some of its amounts are those of the fiscal year so far.
    public var accumulates: Bool {
        aggregation?.ledger?.accumulates == true || headerPeriods?.accumulates == true
            || (values + [value].compactMap { $0 }).contains(where: \.accumulates)
    }

    /// Whether it reads several files together, so that a folder of them is
    /// one submission.
    public var readsMembers: Bool { table.members != nil }

    /// The measures that codes of a column stand for, where a row says that its
    /// figures are of one of them; empty where the names of measures do.
    public var codedMeasures: Set<Int32> {
        guard !layout.isAggregated, let measure, measure.column != nil, measure.prefix == nil
        else { return [] }
        return Set(measure.codes.values)
    }

    /// Whether figures are made of many rows each.
    public var makesFigures: Bool { layout.isAggregated }

    /// All names of columns that it reads.
    var columnNames: [String] { keyNames + checks.flatMap(\.columns).flatMap(\.names) }

    /// The names of the columns that values are made of.
    var keyNames: [String] {
        let single: [ColumnReference?] = [
            city.column, period.column, breakdown?.column, variant.column, status?.column,
            measure?.column, value?.column, explanation,
        ]
        let all =
            (single + bases.map(\.column)).compactMap { $0 } + conditions.map(\.column)
            + values.map(\.column) + filled
        return all.flatMap(\.names) + (aggregation?.columnNames ?? [])
            + (origin?.columns.flatMap(\.names) ?? [])
    }
}

/// One column under one of several names.
struct ColumnReference: Sendable, Equatable {
    /// The names it may have; the first that is there counts.
    let names: [String]
    var isOptional = false
    /// A pattern for the headers of several columns, in place of the names.
    var pattern: HeaderPattern?
}

/// Which variant the values are.
struct VariantSource: Sendable, Equatable {
    var constant: Variant = .actual
    var column: ColumnReference?
    var codes: [String: Variant] = [:]
}

/// What says how good the values are: a column, the path, or the mapping.
struct StatusSource: Sendable, Equatable {
    /// The status of all values that no column says more of.
    let constant: ObservationStatus
    let column: ColumnReference?
    let path: PathTemplate?
    let codes: [String: ObservationStatus]

    /// The status of a text in a path: its code, else the one whose glob fits.
    func status(inPath text: String) -> ObservationStatus? {
        if let exact = Mapper.word(text, in: codes) { return exact }
        let folded = CellText.folded(text)
        let fitting = Set(codes.filter { Glob(column: $0.key).matches(folded) }.values)
        return fitting.count == 1 ? fitting.first : nil
    }
}

/// A column that says which measure a row is about.
struct MeasureSource: Sendable, Equatable {
    let column: ColumnReference?
    /// Position in the standard's measures, for a file of one measure.
    let constant: Int32?
    let codes: [String: Int32]
    let ignoredCodes: [String]
    let prefix: String?
}

/// A column of figures.
struct ValueColumn: Sendable, Equatable {
    let column: ColumnReference
    /// Position in the standard's measures; nil where a column says it.
    let measure: Int32?
    /// What figures are multiplied by, the change of unit included.
    let factor: ExactFactor
    /// The measures with another factor, since their unit is another.
    var byMeasure: [Int32: ExactFactor] = [:]
    /// Whether the entry says the unit or multiplier, so that no line above
    /// the table does.
    var hasOwnFactor = false
    /// Whether figures are those of the fiscal year so far.
    var accumulates = false
    /// What the column says of its figures.
    var meaning = ColumnMeaning()
}

/// Columns that hold figures of one period each.
struct HeaderPeriods: Sendable, Equatable {
    /// A glob for their headers.
    let glob: String
    let factor: ExactFactor
    /// The measures with another factor, since their unit is another.
    let byMeasure: [Int32: ExactFactor]
    /// Whether they are of the fiscal year so far.
    var accumulates = false
}

/// A cell that a row must have to be read.
struct Condition: Sendable, Equatable {
    let column: ColumnReference
    let values: [String]
}
