import Benchmarking
import MetricSpec
import Warehouse

/// The standings of one city, as JSON.
struct ShowDocument: Encodable {
    let schema = "yardstick/show/1"
    let standings: [StandingLine]
    let recognition: RecognitionLine?
    /// What happened to the city itself; nil where nothing did.
    let notes: [String]?
}

/// A row of `member.standing`, with its columns in their order, as JSON and
/// CSV.
struct StandingLine: Encodable {
    let metric: String
    let city: String
    let period: String
    let periodStart: String
    let periodEnd: String
    let breakdown: String
    let peerGroup: String
    let status: String
    let value: Double?
    let numerator: Double?
    let denominator: Double?
    let includesCity: Bool
    let contributors: Int
    let ranked: Int
    let rank: Int?
    let rankWorst: Int?
    let rankShare: Double?
    let percentRank: Double?
    let quartile: Int?
    let mean: Double?
    let groupValue: Double?
    let median: Double?
    let lowerQuartile: Double?
    let upperQuartile: Double?
    let minimum: Double?
    let maximum: Double?
    let notReported: Int
    let notProvided: Int
    let notTakingPart: Int
    let suppressed: Int
    let unreliable: Int
    let notComparable: Int
    let coverage: Double?
    let release: Int
    let standardDeviation: Double?
    let reason: String?
    let lower: Double?
    let upper: Double?
    let isReliable: Bool?
    let gapToMedian: Double?
    let gapToBestQuartile: Double?
    let gapToTarget: Double?
    let zScore: Double?
    let robustZ: Double?
    let othersMedian: Double?
    let othersGroupValue: Double?
    let differenceError: Double?
    let probability: Double?
    let verdict: String?
    let isHeadline: Bool?
    let funnel: String?
    let rankLower: Int?
    let rankUpper: Int?
    let rankLowerAll: Int?
    let rankUpperAll: Int?

    init(_ row: ReleasedStanding, period: Period, release: Int) {
        let (standing, statistics) = (row.standing, row.standing.statistics)
        metric = row.metric
        city = row.city
        self.period = period.text
        periodStart = period.start.text
        periodEnd = period.end.text
        breakdown = row.breakdown
        peerGroup = row.peerGroup
        status = standing.status.rawValue
        value = standing.value
        numerator = standing.numerator
        denominator = standing.denominator
        includesCity = standing.includesCity
        contributors = statistics.contributors
        ranked = standing.ranked
        rank = standing.rank
        rankWorst = standing.rankWorst
        rankShare = standing.rankShare
        percentRank = standing.percentRank
        quartile = standing.quartile
        mean = statistics.mean
        groupValue = statistics.groupValue
        median = statistics.median
        lowerQuartile = statistics.lowerQuartile
        upperQuartile = statistics.upperQuartile
        minimum = statistics.minimum
        maximum = statistics.maximum
        notReported = statistics.notReported
        notProvided = statistics.notProvided
        notTakingPart = statistics.notTakingPart
        suppressed = statistics.suppressed
        unreliable = statistics.unreliable
        notComparable = statistics.notComparable
        coverage = statistics.coverage
        self.release = release
        standardDeviation = statistics.standardDeviation
        reason = standing.reason?.rawValue
        let assessment = row.assessment
        lower = assessment?.lower
        upper = assessment?.upper
        isReliable = assessment?.isReliable
        gapToMedian = assessment?.gapToMedian
        gapToBestQuartile = assessment?.gapToBestQuartile
        gapToTarget = assessment?.gapToTarget
        zScore = assessment?.zScore
        robustZ = assessment?.robustZ
        othersMedian = assessment?.othersMedian
        othersGroupValue = assessment?.othersGroupValue
        differenceError = assessment?.differenceError
        probability = assessment?.probability
        verdict = assessment?.verdict
        isHeadline = assessment?.isHeadline
        funnel = assessment?.funnel
        rankLower = assessment?.rankLower
        rankUpper = assessment?.rankUpper
        rankLowerAll = assessment?.rankLowerAll
        rankUpperAll = assessment?.rankUpperAll
    }

    /// Writes rows as CSV (RFC 4180); a figure that is not there is empty.
    static func showCSV(_ lines: [StandingLine]) {
        Console.line(columns.joined(separator: ","))
        for line in lines { Console.line(line.cells.joined(separator: ",")) }
    }

    private static let columns = [
        "metric", "city", "period", "period_start", "period_end", "breakdown", "peer_group",
        "status", "value", "numerator", "denominator", "includes_city", "contributors",
        "ranked", "rank", "rank_worst", "rank_share", "percent_rank", "quartile", "mean",
        "group_value", "median", "lower_quartile", "upper_quartile", "minimum", "maximum",
        "not_reported", "not_provided", "not_taking_part", "suppressed", "unreliable",
        "not_comparable", "coverage", "release", "standard_deviation", "reason",
        "lower", "upper", "is_reliable", "gap_to_median", "gap_to_best_quartile", "gap_to_target",
        "z_score", "robust_z", "others_median", "others_group_value", "difference_error",
        "probability", "verdict", "is_headline", "funnel", "rank_lower", "rank_upper",
        "rank_lower_all", "rank_upper_all",
    ]

    /// Ids hold no comma or quote, so no cell needs quoting.
    private var cells: [String] {
        func text(_ value: (some CustomStringConvertible)?) -> String {
            value.map(\.description) ?? ""
        }
        return [
            metric, city, period, periodStart, periodEnd, breakdown, peerGroup, status,
            text(value), text(numerator), text(denominator), text(includesCity),
            text(contributors), text(ranked), text(rank), text(rankWorst), text(rankShare),
            text(percentRank), text(quartile), text(mean), text(groupValue), text(median),
            text(lowerQuartile), text(upperQuartile), text(minimum), text(maximum),
            text(notReported), text(notProvided), text(notTakingPart), text(suppressed),
            text(unreliable), text(notComparable), text(coverage), text(release),
            text(standardDeviation), text(reason),
            text(lower), text(upper), text(isReliable), text(gapToMedian),
            text(gapToBestQuartile), text(gapToTarget), text(zScore), text(robustZ),
            text(othersMedian), text(othersGroupValue), text(differenceError), text(probability),
            text(verdict), text(isHeadline), text(funnel), text(rankLower), text(rankUpper),
            text(rankLowerAll), text(rankUpperAll),
        ]
    }
}
