import Benchmarking
import MetricSpec

/// What to look at first: the strongest and the weakest places.
struct LookList: Sendable {
    let strong: [LookItem]
    let weak: [LookItem]
    let note: String?

    /// How many of each are named.
    private static let most = 3

    init(_ assessments: [Assessment]) {
        let strongest = assessments.filter(\.isStrong).sorted(by: Self.isStronger)
        let weakest = assessments.filter(\.isWeak).sorted(by: Self.isWeaker)
        strong = strongest.prefix(Self.most).map { LookItem($0, isWeak: false) }
        weak = weakest.prefix(Self.most).map { LookItem($0, isWeak: true) }
        let rest = strongest.count + weakest.count - strong.count - weak.count
        if strong.isEmpty && weak.isEmpty {
            note =
                "Nothing stands out: no place is certain, and far enough from the median, "
                + "to be named here."
        } else if rest > 0 {
            note = "\(rest) more \(rest == 1 ? "is" : "are") marked below."
        } else {
            note = nil
        }
    }

    /// By the worst end of the span; compared as fractions in whole numbers.
    private static func isStronger(_ left: Assessment, _ right: Assessment) -> Bool {
        guard case .ranked(let a, _) = left.place, case .ranked(let b, _) = right.place else {
            return false
        }
        return a.last * b.total < b.last * a.total
    }

    /// By the best end, counted from the last place.
    private static func isWeaker(_ left: Assessment, _ right: Assessment) -> Bool {
        guard case .ranked(let a, _) = left.place, case .ranked(let b, _) = right.place else {
            return false
        }
        return (a.total + 1 - a.first) * b.total < (b.total + 1 - b.first) * a.total
    }
}

/// One line of what to look at.
struct LookItem: Sendable, Hashable {
    let title: String
    let anchor: String
    let place: String
    let figures: String
    /// Whom one could ask; only where the place is weak.
    let bestPeers: String?

    init(_ assessment: Assessment, isWeak: Bool) {
        let (entry, style) = (assessment.entry, assessment.style)
        title = entry.metric.title
        anchor = MetricModel.anchor(entry.metric.id)
        place = Wording.finding(assessment)
        let value = entry.value.map(style.long) ?? ""
        figures =
            assessment.median.map { "\(value); the median is \(style.short($0))" } ?? value
        bestPeers = isWeak ? Self.bestPeers(assessment) : nil
    }

    /// The two peers at the good end, with their figures, and how many more
    /// share the first place.
    private static func bestPeers(_ assessment: Assessment) -> String? {
        guard let rule = RankRule(assessment.entry.metric), !assessment.otherPeers.isEmpty else {
            return nil
        }
        let sorted = assessment.otherPeers.sorted { left, right in
            let (a, b) = (rule.key(of: left.value), rule.key(of: right.value))
            return a == b
                ? (left.cityName, left.cityID) < (right.cityName, right.cityID) : a > b
        }
        var named = sorted.prefix(2).map { "\($0.cityName) (\(assessment.style.short($0.value)))" }
        let ties = sorted.dropFirst(2).prefix { assessment.isTie($0.value, sorted[0].value) }.count
        if ties > 0 { named.append("\(ties) more") }
        return "First among its peers: \(Wording.list(named))."
    }
}
