public import MetricSpec

/// The standings of one metric, period, breakdown and peer group, as columns.
///
/// Rows are the members of a common group, ascending, or the owners of own
/// lists in the order given.
public struct StandingColumns: Sendable {
    /// The id of the peer group.
    public let group: String
    /// The figures that were compared; its rows are cities.
    public let figures: MetricColumns
    /// Cities, as positions in the caller's list.
    public let cities: [Int32]
    /// Whether the city is counted in its group's statistics.
    public let includesCity: [Bool]
    /// One row for a common group; the standings' own rows for own lists.
    public let statistics: PeerStatisticColumns
    /// Contributors, plus one where the city is no member and has a value.
    public private(set) var ranked: [Int32] = []
    /// Competition ranks, best = 1; 0 where there is none.
    public private(set) var ranks: [Int32] = []
    /// Quartile classes, best = 1; 0 where there is none.
    public private(set) var quartiles: [Int32] = []

    /// Whether the city provides the service in another way than the group
    /// compares; empty where none does.
    private let setApart: [Bool]

    init(
        group: String, figures: MetricColumns, cities: [Int32], includesCity: [Bool],
        setApart: [Bool], statistics: PeerStatisticColumns, places: [Place]
    ) {
        self.group = group
        self.figures = figures
        self.cities = cities
        self.includesCity = includesCity
        self.setApart = setApart
        self.statistics = statistics
        ranked = places.map(\.ranked)
        ranks = places.map(\.rank)
        quartiles = places.map(\.quartile)
    }

    /// How many standings there are.
    public var count: Int { cities.count }

    /// The status of each row: the city's, or `not_comparable` where the group
    /// compares another mode than it has.
    public var statuses: [StandingStatus] { (0..<count).map(status(at:)) }

    /// Why each row is not compared; nil where it is, or has no figure.
    public var reasons: [IncomparableReason?] { (0..<count).map(reason(at:)) }

    /// The status of a row.
    public func status(at row: Int) -> StandingStatus {
        isSetApart(row) ? .notComparable : figures.statuses[Int(cities[row])]
    }

    /// Why a row is not compared.
    public func reason(at row: Int) -> IncomparableReason? {
        isSetApart(row) ? .mode : figures.reasons[Int(cities[row])]
    }

    private func isSetApart(_ row: Int) -> Bool { !setApart.isEmpty && setApart[row] }

    /// The row of `statistics` that a standing's group has.
    public func statisticsRow(at row: Int) -> Int { statistics.owners == nil ? 0 : row }

    /// The competition rank of a row.
    public func rank(at row: Int) -> Int? { ranks[row] > 0 ? Int(ranks[row]) : nil }

    /// The rank if all that did not report were better (Manski 1990, American
    /// Economic Review 80:319): the true rank lies between the two.
    public func rankWorst(at row: Int) -> Int? {
        rank(at: row).map { $0 + Int(statistics.notReported[statisticsRow(at: row)]) }
    }

    /// rank / ranked.
    public func rankShare(at row: Int) -> Double? {
        rank(at: row).map { Double($0) / Double(ranked[row]) }
    }

    /// (rank - 1) / (ranked - 1).
    public func percentRank(at row: Int) -> Double? {
        rank(at: row).flatMap { Benchmarking.percentRank(ofRank: $0, among: Int(ranked[row])) }
    }

    /// The quartile class, best = 1.
    public func quartile(at row: Int) -> Int? { quartiles[row] > 0 ? Int(quartiles[row]) : nil }

    /// One row as a value of its own.
    public subscript(row: Int) -> Standing {
        let city = Int(cities[row])
        var standing = Standing(
            status: status(at: row), includesCity: includesCity[row],
            statistics: statistics[statisticsRow(at: row)])
        standing.reason = reason(at: row)
        standing.value = figures.values[city]
        standing.numerator = figures.numerators[city]
        standing.denominator = figures.denominators[city]
        standing.ranked = Int(ranked[row])
        standing.rank = rank(at: row)
        standing.rankWorst = rankWorst(at: row)
        standing.rankShare = rankShare(at: row)
        standing.percentRank = percentRank(at: row)
        standing.quartile = quartile(at: row)
        return standing
    }
}

/// Where a city stands in a list; 0 where it has no rank or no class.
struct Place {
    var ranked: Int32 = 0
    var rank: Int32 = 0
    var quartile: Int32 = 0
}
