import MetricSpec

/// What is known of the cities of a file beside the file: read from the
/// warehouse, or from the file that `yardstick history` writes.
public struct History: Sendable {
    /// The cities' own earlier values.
    public let values: EarlierValues
    /// Whether these are of some measures only, so that nothing is said of
    /// others.
    public var isPartial = false
    /// How the figures of their peers lie.
    public let peers: PeerRanges
    /// What was said about unlikely figures.
    public let explanations: Explanations
    /// The accounts and categories of the cities' earlier files.
    public var codes = EarlierCodes()
    /// Records of the file in question that were counted for other periods.
    public var countedBefore: [CountedBefore] = []
    /// The file that the one in question is, counted for others before.
    public var sameContent: SameContent?
    /// Unlikely figures of the file that are stored as those of other cities.
    public var storedCopies: [StoredCopy] = []

    /// What was counted of the cities before, where no warehouse is asked.
    public var records = StoredRecords()

    /// Whether nothing is known of the cities' figures.
    public var saysNothing: Bool {
        values.count == 0 && peers.rows.isEmpty && explanations.rows.isEmpty
    }

    /// Puts a history together.
    public init(
        values: EarlierValues, peers: PeerRanges = PeerRanges([]),
        explanations: Explanations = Explanations()
    ) {
        self.values = values
        self.peers = peers
        self.explanations = explanations
    }
}

extension IntakeContext {
    /// The context with a history that figures are judged by.
    ///
    /// Ledgers of the fiscal year so far take earlier quarters from it too,
    /// unless they have a source of their own.
    public func with(_ history: History?) -> IntakeContext {
        guard let history else { return self }
        var context = self
        context.earlier = history.values
        context.knowsEarlierCodes = !history.isPartial
        context.peers = history.peers
        context.explanations = history.explanations
        context.earlierCodes = history.codes
        context.countedBefore = history.countedBefore
        context.sameContent = history.sameContent
        context.storedCopies = history.storedCopies
        if context.accumulated == nil { context.accumulated = history.values }
        return context
    }

    /// The measures of which something is known beside the file.
    var judgedMeasures: Set<Int32> {
        var measures = earlier?.coveredMeasures ?? []
        guard let peers, !peers.rows.isEmpty else { return measures }
        let metrics = PeerMetrics(standard)
        let compared = Set(peers.rows.map(\.metric))
        for measure in standard.measures.indices.map(Int32.init)
        where metrics.rates(of: measure).contains(where: { compared.contains($0.metric) }) {
            measures.insert(measure)
        }
        return measures
    }
}
