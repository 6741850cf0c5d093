/// How good reporting and good practice are recognised: rules that give
/// points, and levels as bands of the share of points.
public struct Recognition: Sendable, Hashable {
    /// The lowest first.
    public let levels: [RecognitionLevel]
    public let rules: [RecognitionRule]

    /// All points there are.
    public var points: Double { rules.reduce(0) { $0 + $1.points } }

    /// The highest level whose threshold a share of points (0 to 1) reaches;
    /// nil below the first.
    public func level(ofShare share: Double) -> RecognitionLevel? {
        levels.last { $0.isReached(byShare: share) }
    }
}

/// A band of the share of points.
public struct RecognitionLevel: Sendable, Hashable {
    public let id: String
    public let title: String
    /// Where it begins, in per cent of all points.
    public let from: Double

    /// Whether a share of points (0 to 1) reaches it; a share that misses by
    /// the rounding of its own division does: 57 of 100 points are 57 %.
    public func isReached(byShare share: Double) -> Bool {
        (share + 1e-12) * 100 >= from
    }
}

/// What points are given for.
public struct RecognitionRule: Sendable, Hashable {
    public let id: String
    public let title: String
    public let points: Double
    public let kind: Kind

    /// The two kinds of rules.
    public enum Kind: Sendable, Hashable {
        case coverage(CoverageRule)
        case practice(PracticeRule)
    }
}

/// Points in proportion to the share of measures that are there.
public struct CoverageRule: Sendable, Hashable {
    public let of: CoverageState
    /// Ids of measures; nil: those the standard calls required.
    public let measures: [String]?
}

/// In which state a measure counts.
public enum CoverageState: String, Vocabulary {
    /// A value is there.
    case reported
    /// Somebody beside its author stands for it.
    case verified
    /// It came by the day it was due.
    case onTime = "on_time"
}

/// Points for a practice that an assessor has seen.
public struct PracticeRule: Sendable, Hashable {
    public let criterion: String
    /// The part of the assessment it belongs to.
    public let group: String
    public let checklist: [String]
    /// How many items of the checklist are enough.
    public let needed: Int
    /// The kinds of evidence that count.
    public let evidence: [String]
    /// Ids of rules that must be met first.
    public let requires: [String]
}
