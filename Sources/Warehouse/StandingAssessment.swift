import Postgres

/// What the data can carry of a standing: the columns of `member.standing`
/// behind its place. Nil where nothing may be said.
public struct StandingAssessment: Sendable, Hashable {
    /// The ends of the figure's 95 % interval.
    public let lower: Double?
    public let upper: Double?
    public let isReliable: Bool?
    public let gapToMedian: Double?
    public let gapToBestQuartile: Double?
    public let gapToTarget: Double?
    public let zScore: Double?
    public let robustZ: Double?
    /// The city left out.
    public let othersMedian: Double?
    public let othersGroupValue: Double?
    /// The standard error of the figure less the others' median.
    public let differenceError: Double?
    public let probability: Double?
    /// `better`, `worse`, `about_level` or `not_distinguishable`.
    public let verdict: String?
    public let isHeadline: Bool?
    /// Such as `inside` or `above_95`.
    public let funnel: String?
    /// The ranks that the data allow the city.
    public let rankLower: Int?
    public let rankUpper: Int?
    /// The same for all cities of the group at once.
    public let rankLowerAll: Int?
    public let rankUpperAll: Int?

    /// The columns of the view, in the order of the properties.
    static let columns = [
        "lower", "upper", "is_reliable", "gap_to_median", "gap_to_best_quartile",
        "gap_to_target", "z_score", "robust_z", "others_median", "others_group_value",
        "difference_error", "probability", "verdict", "is_headline", "funnel", "rank_lower",
        "rank_upper", "rank_lower_all", "rank_upper_all",
    ]

    /// Reads ``columns``, which stand in a row from a position on.
    init(_ row: Row, from first: Int) throws {
        lower = try row.doubleOrNil(first)
        upper = try row.doubleOrNil(first + 1)
        isReliable = try row.boolOrNil(first + 2)
        gapToMedian = try row.doubleOrNil(first + 3)
        gapToBestQuartile = try row.doubleOrNil(first + 4)
        gapToTarget = try row.doubleOrNil(first + 5)
        zScore = try row.doubleOrNil(first + 6)
        robustZ = try row.doubleOrNil(first + 7)
        othersMedian = try row.doubleOrNil(first + 8)
        othersGroupValue = try row.doubleOrNil(first + 9)
        differenceError = try row.doubleOrNil(first + 10)
        probability = try row.doubleOrNil(first + 11)
        verdict = try row.textOrNil(first + 12)
        isHeadline = try row.boolOrNil(first + 13)
        funnel = try row.textOrNil(first + 14)
        rankLower = try row.int32OrNil(first + 15).map { Int($0) }
        rankUpper = try row.int32OrNil(first + 16).map { Int($0) }
        rankLowerAll = try row.int32OrNil(first + 17).map { Int($0) }
        rankUpperAll = try row.int32OrNil(first + 18).map { Int($0) }
    }
}
