import Benchmarking
import MetricSpec

/// What may be said about a city's place in one metric and peer group.
///
/// Rank words need five contributors, words on quarters (and colour) eight
/// (METHODS 5). A city that has not reported could stand anywhere, so a place
/// is a span of ranks among all that take part (Manski 1990), and a quarter is
/// only named when the whole span lies in it.
enum Place: Sendable, Hashable {
    /// The city has no figure.
    case missing(StandingStatus)
    /// There is a figure that is shown and not compared, and why.
    case notCompared(StandingStatus, IncomparableReason?)
    /// There is a figure and no group, or a group without statistics.
    case uncompared
    /// Fewer contributors than rank words need.
    case tooFew(contributors: Int)
    /// No direction is good: only above, below or at the median.
    case unjudged(MedianSide, contributors: Int)
    /// Held against a standard alone, never against other cities; the side is
    /// nil where the standard is no number.
    case againstStandard(MedianSide?)
    /// All contributors and the city have the same figure.
    case allAlike(contributors: Int)
    /// Rank words are allowed; quarter words where `quarter` is not nil.
    case ranked(RankSpan, quarter: Quarter?)

    /// The contributors that rank words need.
    static let rankWordMinimum = 5
    /// The contributors that words on quarters, and colour, need.
    static let quarterWordMinimum = 8

    init(_ standing: Standing, metric: Metric, style: NumberStyle) {
        let statistics = standing.statistics
        guard let value = standing.value, standing.status == .reported else {
            self =
                standing.value == nil
                ? .missing(standing.status) : .notCompared(standing.status, nil)
            return
        }
        guard metric.polarity.isJudged else {
            self = Self.unjudged(value, statistics, style)
            return
        }
        guard let rank = standing.rank, statistics.contributors > 0 else {
            self =
                statistics.contributors == 0
                ? .uncompared : .tooFew(contributors: statistics.contributors)
            return
        }
        if statistics.contributors < Self.rankWordMinimum {
            self = .tooFew(contributors: statistics.contributors)
        } else if Self.isAllAlike(value, statistics, style) {
            self = .allAlike(contributors: statistics.contributors)
        } else {
            let span = RankSpan(
                first: rank, last: max(rank, standing.rankWorst ?? rank),
                ranked: standing.ranked, unreported: statistics.notReported)
            let hasQuarter =
                statistics.contributors >= Self.quarterWordMinimum && standing.quartile != nil
            self = .ranked(span, quarter: hasQuarter ? Quarter(span) : nil)
        }
    }

    /// Whether there is a figure that may not be held against the others.
    var isNotCompared: Bool {
        if case .notCompared = self { true } else { false }
    }

    /// The quarter, where one may be named.
    var quarter: Quarter? {
        if case .ranked(_, let quarter) = self { quarter } else { nil }
    }

    private static func unjudged(
        _ value: Double, _ statistics: PeerStatistics, _ style: NumberStyle
    ) -> Place {
        let count = statistics.contributors
        guard count >= rankWordMinimum, let median = statistics.median else {
            return count == 0 ? .uncompared : .tooFew(contributors: count)
        }
        return .unjudged(MedianSide(value, median: median, style: style), contributors: count)
    }

    private static func isAllAlike(
        _ value: Double, _ statistics: PeerStatistics, _ style: NumberStyle
    ) -> Bool {
        guard let low = statistics.minimum, let high = statistics.maximum else { return false }
        return style.isSame(low, high) && style.isSame(low, value)
    }
}

/// The ranks between which a city's true rank lies, best = 1.
struct RankSpan: Sendable, Hashable {
    /// The rank if all that have not reported were worse.
    let first: Int
    /// The rank if all of them were better.
    let last: Int
    /// How many cities have a figure.
    let ranked: Int
    /// How many take part and have none yet.
    let unreported: Int

    /// How many cities take part.
    var total: Int { ranked + unreported }
}

/// The part of the ranking that a whole span lies in.
enum Quarter: Sendable, Hashable {
    case best
    case middle
    case worst
    /// The span crosses a border: it depends on who has not reported.
    case open

    /// By the quartile class of each end among all that take part.
    init(_ span: RankSpan) {
        let classes = [span.first, span.last].map { rank in
            quantileClass(ofRank: rank, among: span.total, classes: 4)
        }
        if classes.allSatisfy({ $0 == 1 }) {
            self = .best
        } else if classes.allSatisfy({ $0 == 4 }) {
            self = .worst
        } else if classes.allSatisfy({ $0 == 2 || $0 == 3 }) {
            self = .middle
        } else {
            self = .open
        }
    }
}

/// On which side of the peers' median a figure lies, as printed.
enum MedianSide: Sendable, Hashable {
    case above
    case below
    case level

    init(_ value: Double, median: Double, style: NumberStyle) {
        if style.isSame(value, median) {
            self = .level
        } else {
            self = value > median ? .above : .below
        }
    }
}

extension Polarity {
    /// Whether a direction, or a target, is good, so that cities are ranked.
    var isJudged: Bool {
        switch self {
        case .highGood, .lowGood, .target: true
        case .noJudgement, .notApplicable: false
        }
    }
}
