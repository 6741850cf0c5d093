import Benchmarking
import MetricSpec

/// One metric of a city with what may be said about it in one peer group.
struct Assessment: Sendable {
    let entry: MetricEntry
    /// nil where no group compares the city in this metric.
    let group: GroupEntry?
    let style: NumberStyle
    let place: Place
    /// The group's contributors without the city itself.
    let otherPeers: [PeerValue]

    /// Assesses a metric in its first group.
    init(_ entry: MetricEntry, cityID: String) {
        self.init(entry, group: entry.groups.first, cityID: cityID)
    }

    init(_ entry: MetricEntry, group: GroupEntry?, cityID: String) {
        self.entry = entry
        self.group = group
        style = NumberStyle(entry.metric, unit: entry.unit)
        otherPeers = group?.peers.filter { $0.cityID != cityID } ?? []
        if entry.value == nil || entry.status != .reported {
            place = .missing(entry.status)
        } else if let group {
            place = Place(group.standing, metric: entry.metric, style: style)
        } else {
            place = .uncompared
        }
    }

    /// The median of the peers; nil where it is not defined.
    var median: Double? { group?.standing.statistics.median }

    /// Whether two figures share a rank.
    func isTie(_ left: Double, _ right: Double) -> Bool {
        guard let rule = RankRule(entry.metric) else { return style.isSame(left, right) }
        return rule.key(of: left) == rule.key(of: right)
    }

    /// Whether the gap to the median is smaller than the smallest gap that
    /// the standard calls worth a word (METHODS 0).
    var isGapTooSmall: Bool {
        guard let value = entry.value, let difference = entry.metric.meaningfulDifference,
            let median
        else { return false }
        return switch difference {
        case .absolute(let smallest): abs(value - median) < smallest
        case .percent(let smallest): abs(value - median) < smallest / 100 * abs(median)
        }
    }

    /// Whether the place is strong enough for the list of what to look at:
    /// the best quarter or, in a group too small for quarters, the first place.
    var isStrong: Bool {
        guard case .ranked(let span, let quarter) = place, isAwayFromMedian else { return false }
        return quarter == .best || (isSmallGroup && span.last == 1)
    }

    /// Whether the place is weak enough for that list: the worst quarter or,
    /// in a group too small for quarters, the last place.
    var isWeak: Bool {
        guard case .ranked(let span, let quarter) = place, isAwayFromMedian else { return false }
        return quarter == .worst || (isSmallGroup && span.first == span.total)
    }

    /// Where most cities share the first place, the median shares it too.
    private var isAwayFromMedian: Bool {
        guard let value = entry.value, let median else { return false }
        return !isGapTooSmall && !style.isSame(value, median)
    }

    private var isSmallGroup: Bool {
        guard let group else { return false }
        return group.standing.statistics.contributors < Place.quarterWordMinimum
    }
}

/// How many metrics of a city are where; every metric is counted once.
struct Tally: Sendable, Hashable {
    /// In the best quarter, whatever the others report.
    var best = 0
    var middle = 0
    var worst = 0
    /// In a quarter that depends on cities that have not reported.
    var open = 0
    /// Ranked among too few cities for quarters, or all alike.
    var ranked = 0
    /// Compared with too few cities for a rank in words, or with none.
    var tooFew = 0
    /// Without a good direction.
    var unjudged = 0
    /// Without a figure that can be compared.
    var missing = 0

    init(_ assessments: [Assessment]) {
        for assessment in assessments {
            switch assessment.place {
            case .missing: missing += 1
            case .uncompared, .tooFew: tooFew += 1
            case .unjudged: unjudged += 1
            case .allAlike: ranked += 1
            case .ranked(_, let quarter): count(quarter)
            }
        }
    }

    /// The metrics in which words on quarters are allowed.
    var withQuarters: Int { best + middle + worst + open }

    /// The metrics in which the city has a figure to compare.
    var figures: Int { withQuarters + ranked + tooFew + unjudged }

    private mutating func count(_ quarter: Quarter?) {
        switch quarter {
        case .best: best += 1
        case .middle: middle += 1
        case .worst: worst += 1
        case .open: open += 1
        case nil: ranked += 1
        }
    }
}
