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
        place = Self.place(entry, group: group, style: style)
    }

    /// A reason not to compare may hold for all groups or for one of them.
    private static func place(
        _ entry: MetricEntry, group: GroupEntry?, style: NumberStyle
    ) -> Place {
        if entry.value == nil { return .missing(entry.status) }
        if entry.status != .reported { return .notCompared(entry.status, entry.reason) }
        if entry.metric.reference == .standard { return againstStandard(entry, style: style) }
        guard let group else { return .uncompared }
        let status = group.standing.status
        if status != .reported { return .notCompared(status, group.reason ?? entry.reason) }
        return Place(group.standing, metric: entry.metric, style: style)
    }

    /// Observed over expected is held against 1, in the metric's unit.
    private static func againstStandard(_ entry: MetricEntry, style: NumberStyle) -> Place {
        guard case .indirectlyStandardised = entry.metric.formula, let value = entry.value else {
            return .againstStandard(nil)
        }
        return .againstStandard(MedianSide(value, median: 1 / entry.unit.factor, style: style))
    }

    /// Whether the metric compares no cities with each other.
    var isAgainstStandard: Bool { entry.metric.reference == .standard }

    /// The groups in which the city may be shown among others.
    var comparableGroups: [GroupEntry] { isAgainstStandard ? [] : entry.groups }

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
    /// With a figure that is shown and not compared.
    var notCompared = 0
    /// Without a figure.
    var missing = 0

    init(_ assessments: [Assessment]) {
        for assessment in assessments {
            switch assessment.place {
            case .missing: missing += 1
            case .notCompared: notCompared += 1
            case .uncompared, .tooFew: tooFew += 1
            case .unjudged, .againstStandard: unjudged += 1
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
