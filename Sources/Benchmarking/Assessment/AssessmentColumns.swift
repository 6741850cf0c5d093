/// What may be said of standings, as columns beside them: one row a standing,
/// in the order of ``StandingColumns``.
public struct AssessmentColumns: Sendable {
    /// Value less the group's median, as the standing shows it.
    public internal(set) var medianGaps: FigureColumn
    /// Value less the quartile on the good side; absent for a metric that aims
    /// at a range or has no good direction.
    public internal(set) var bestQuartileGaps: FigureColumn
    /// Value less the nearer end of the metric's range; 0 inside, absent
    /// without a range.
    public internal(set) var targetGaps: FigureColumn
    /// Value less the city's own figure of the earlier period.
    public internal(set) var pastGaps: FigureColumn
    /// (value - mean) / standard deviation.
    public internal(set) var scores: FigureColumn
    /// (value - median) / (1.4826 median absolute deviation); absent where that
    /// deviation is 0.
    public internal(set) var robustScores: FigureColumn
    /// The median of the group's other members: the city is left out.
    public internal(set) var benchmarks: FigureColumn
    /// The ratio of totals of the group's other members.
    public internal(set) var othersGroupValues: FigureColumn
    /// The standard error of value less benchmark, in the value's unit: half
    /// the width of its 95 % interval over 1.96.
    public internal(set) var differenceErrors: FigureColumn
    /// How likely chance alone gives such a difference, both sides; absent
    /// without a verdict.
    public internal(set) var probabilities: FigureColumn
    /// Nil where the metric's kind, the city's figure or fewer than six others
    /// allow none.
    public internal(set) var verdicts: [Verdict?]
    /// Nil for kinds that count nothing, and below ten members.
    public internal(set) var funnels: [FunnelPosition?]
    /// The best rank that the data allow, for the city by itself; of volumes
    /// the best in four periods. 0 where there is none.
    public internal(set) var rankLowers: [Int32]
    public internal(set) var rankUppers: [Int32]
    /// The same for all cities of a common group at once; 0 where there is
    /// none.
    public internal(set) var simultaneousLowers: [Int32]
    public internal(set) var simultaneousUppers: [Int32]
    /// Whom the city cannot be told from.
    public internal(set) var indistinct: BitRows
    /// One row for a common group; the standings' own rows for own lists.
    public internal(set) var groups: GroupAssessmentColumns

    init(rows: Int, groups: GroupAssessmentColumns) {
        let none = FigureColumn(absent: rows)
        medianGaps = none
        bestQuartileGaps = none
        targetGaps = none
        pastGaps = none
        scores = none
        robustScores = none
        benchmarks = none
        othersGroupValues = none
        differenceErrors = none
        probabilities = none
        verdicts = Array(repeating: nil, count: rows)
        funnels = Array(repeating: nil, count: rows)
        rankLowers = Array(repeating: 0, count: rows)
        rankUppers = rankLowers
        simultaneousLowers = []
        simultaneousUppers = []
        indistinct = BitRows()
        self.groups = groups
    }

    /// How many standings there are.
    public var count: Int { verdicts.count }
}

/// What is said of groups beside their statistics, as columns: rows as in
/// ``PeerStatisticColumns``.
public struct GroupAssessmentColumns: Sendable {
    /// Fewest members with a value that have deciles.
    public static let fewestForDeciles = 20

    /// The median distance from the median, not scaled.
    public internal(set) var deviations: FigureColumn
    /// The nine deciles of each row behind one another, the lowest first;
    /// absent below twenty values.
    public internal(set) var deciles: FigureColumn
    /// How many times chance the values differ; 1 is chance alone. Absent for
    /// kinds that count nothing, and below ten members.
    public internal(set) var phis: FigureColumn
    /// The variance between cities on the scale of METHODS 7: of the root of
    /// observed over expected, or of the arcsine of the root of a share.
    public internal(set) var tau2s: FigureColumn
    /// How many members have a comparable figure now and in the earlier period.
    public internal(set) var panelCounts: [Int32]
    /// The change of their median, in the value's unit.
    public internal(set) var medianChanges: FigureColumn
    /// The change of their ratio of totals, in the value's unit.
    public internal(set) var groupValueChanges: FigureColumn
    /// The Monte Carlo error of the simultaneous rank intervals' level; absent
    /// where nothing was drawn.
    public internal(set) var rankErrors: FigureColumn

    /// The nine deciles of a row; nil where there are none.
    public func deciles(ofRow row: Int) -> [Double]? {
        let found = (9 * row..<9 * row + 9).compactMap { deciles[$0] }
        return found.count == 9 ? found : nil
    }

    init(rows: Int) {
        let none = FigureColumn(absent: rows)
        deviations = none
        deciles = FigureColumn(absent: 9 * rows)
        phis = none
        tau2s = none
        panelCounts = Array(repeating: 0, count: rows)
        medianChanges = none
        groupValueChanges = none
        rankErrors = none
    }
}

/// For each row some members of its list, as bits: lists may differ in length.
public struct BitRows: Sendable, Hashable {
    private var starts: [Int] = []
    /// How many bits a row has; empty where all are 0.
    private var lengths: [Int32] = []
    private var bytes: [UInt8] = []

    /// No row at all.
    init() {}

    /// How many rows there are; 0 where nothing was asked.
    public var count: Int { lengths.count }

    /// Whether the member at a place of the row's list is one of them; the
    /// list is in ascending order of cities.
    public subscript(row: Int, place: Int) -> Bool {
        guard row < count, place >= 0, place < lengths[row] else { return false }
        return bytes[starts[row] + place / 8] & (1 << UInt8(place % 8)) != 0
    }

    /// How many bits a row has: one a member of its list; 0 where nothing was
    /// asked.
    public func bitCount(ofRow row: Int) -> Int { row < count ? Int(lengths[row]) : 0 }

    /// The bits of a row, the first in the lowest of each byte; empty where the
    /// row has none.
    public func bytes(ofRow row: Int) -> ArraySlice<UInt8> {
        guard row < count else { return [] }
        return bytes[starts[row]..<starts[row] + (Int(lengths[row]) + 7) / 8]
    }

    /// The places in a row's list that are set, ascending.
    public func places(ofRow row: Int) -> [Int] {
        row < count ? (0..<Int(lengths[row])).filter { self[row, $0] } : []
    }

    mutating func reserveCapacity(rows: Int, bits: Int) {
        starts.reserveCapacity(rows)
        lengths.reserveCapacity(rows)
        bytes.reserveCapacity(bits / 8 + rows)
    }

    /// Adds a row of so many bits, none of which is set.
    mutating func appendRow(bits: Int) {
        starts.append(bytes.count)
        lengths.append(Int32(bits))
        for _ in 0..<(bits + 7) / 8 { bytes.append(0) }
    }

    /// Sets a bit of the last row.
    mutating func set(_ place: Int) {
        bytes[(starts.last ?? 0) + place / 8] |= 1 << UInt8(place % 8)
    }
}
