/// Peer statistics as columns: one row for a common group, one row an owner
/// for a group of own lists.
public struct PeerStatisticColumns: Sendable, Hashable {
    /// The owner of each row; nil for a common group.
    public let owners: [Int32]?
    public private(set) var contributors: [Int32] = []
    public private(set) var means = FigureColumn([])
    public private(set) var groupValues = FigureColumn([])
    public private(set) var medians = FigureColumn([])
    public private(set) var lowerQuartiles = FigureColumn([])
    public private(set) var upperQuartiles = FigureColumn([])
    public private(set) var minima = FigureColumn([])
    public private(set) var maxima = FigureColumn([])
    public private(set) var standardDeviations = FigureColumn([])
    public private(set) var notReported: [Int32] = []
    public private(set) var notProvided: [Int32] = []
    public private(set) var notTakingPart: [Int32] = []
    public private(set) var suppressed: [Int32] = []
    public private(set) var unreliable: [Int32] = []
    public private(set) var notComparable: [Int32] = []
    public private(set) var coverages = FigureColumn([])

    init(owners: [Int32]?) {
        self.owners = owners
        reserveCapacity(owners?.count ?? 1)
    }

    /// How many rows there are.
    public var count: Int { contributors.count }

    /// One row as a value of its own.
    public subscript(row: Int) -> PeerStatistics {
        var statistics = PeerStatistics()
        statistics.contributors = Int(contributors[row])
        statistics.mean = means[row]
        statistics.groupValue = groupValues[row]
        statistics.median = medians[row]
        statistics.lowerQuartile = lowerQuartiles[row]
        statistics.upperQuartile = upperQuartiles[row]
        statistics.minimum = minima[row]
        statistics.maximum = maxima[row]
        statistics.standardDeviation = standardDeviations[row]
        statistics.notReported = Int(notReported[row])
        statistics.notProvided = Int(notProvided[row])
        statistics.notTakingPart = Int(notTakingPart[row])
        statistics.suppressed = Int(suppressed[row])
        statistics.unreliable = Int(unreliable[row])
        statistics.notComparable = Int(notComparable[row])
        statistics.coverage = coverages[row]
        return statistics
    }

    mutating func append(_ counts: MemberCounts, _ figures: GroupFigures) {
        contributors.append(counts.contributors)
        notReported.append(counts.notReported)
        notProvided.append(counts.notProvided)
        notTakingPart.append(counts.notTakingPart)
        suppressed.append(counts.suppressed)
        unreliable.append(counts.unreliable)
        notComparable.append(counts.notComparable)
        means.append(raw: figures.mean)
        groupValues.append(raw: figures.groupValue)
        medians.append(raw: figures.median)
        lowerQuartiles.append(raw: figures.lowerQuartile)
        upperQuartiles.append(raw: figures.upperQuartile)
        minima.append(raw: figures.minimum)
        maxima.append(raw: figures.maximum)
        standardDeviations.append(raw: figures.standardDeviation)
        coverages.append(raw: figures.coverage)
    }

    private mutating func reserveCapacity(_ rows: Int) {
        contributors.reserveCapacity(rows)
        notReported.reserveCapacity(rows)
        notProvided.reserveCapacity(rows)
        notTakingPart.reserveCapacity(rows)
        suppressed.reserveCapacity(rows)
        unreliable.reserveCapacity(rows)
        notComparable.reserveCapacity(rows)
        means.reserveCapacity(rows)
        groupValues.reserveCapacity(rows)
        medians.reserveCapacity(rows)
        lowerQuartiles.reserveCapacity(rows)
        upperQuartiles.reserveCapacity(rows)
        minima.reserveCapacity(rows)
        maxima.reserveCapacity(rows)
        standardDeviations.reserveCapacity(rows)
        coverages.reserveCapacity(rows)
    }
}
