public import Benchmarking
public import MetricSpec

/// Who may see a release; each schema of the same name holds what its
/// audience sees, in tables of its own.
public enum Audience: String, Sendable, CaseIterable {
    /// Operators alone.
    case preview
    case member
    /// Everybody.
    case open
}

/// What a release is.
public enum ReleaseKind: String, Sendable, CaseIterable {
    case provisional
    case final
    /// What follows a final release whose input changed.
    case corrected
}

/// A frozen, numbered set of comparisons of one period.
public struct Release: Sendable {
    public let number: Int
    public let period: Period
    public let kind: ReleaseKind
    /// Whom it is for.
    public let visibility: Audience
    /// Whether members do not see it yet.
    public let isHeld: Bool
    /// Nobody but operators sees it before: ISO 8601, UTC; nil for no embargo.
    public let embargoUntil: String?
    /// When it was computed and frozen; nil where that was not noted.
    public let releasedAt: String?
    /// When members came to see it; nil where they do not, or where that was
    /// not noted.
    public let publishedAt: String?
    /// Why it was made, where somebody said.
    public let reason: String?
    /// SHA-256 over what it holds; nil where that was not noted.
    public let contentDigest: String?
    /// The last submission that was stored when it was computed; nil where
    /// that was not noted.
    public let knownSubmission: Int?
    public let standard: String
    public let standardVersion: String
    public let lastSubmission: Int
    /// When the newest submission used was received: ISO 8601, UTC; nil when
    /// none was.
    public let dataReceivedAt: String?
    public internal(set) var isNewest: Bool

    /// The schema in which its rows lie.
    var schema: Audience { isHeld ? .preview : .member }
}

/// A row of the view `member.standing`.
public struct ReleasedStanding: Sendable {
    public let metric: String
    public let city: String
    /// `total`, or a group of a breakdown.
    public let breakdown: String
    public let peerGroup: String
    public let standing: Standing
    /// What the data can carry of it; nil in a private group, which no release
    /// holds.
    public var assessment: StandingAssessment?
}

/// A released figure of one city, or why there is none.
public struct ReleasedValue: Sendable {
    public let metric: String
    public let city: String
    public let period: Period
    public let status: StandingStatus
    public let value: Double?
    /// The first day of the definition that the figure follows; nil: no break
    /// before.
    public let comparableFrom: CalendarDay?
}

/// A released figure with all that is told beside it.
public struct ReleasedFigure: Sendable {
    public let metric: String
    /// `total`, or a group of a breakdown.
    public let breakdown: String
    public let status: StandingStatus
    /// Why it is not compared, where it is not.
    public let reason: IncomparableReason?
    public let value: Double?
    public let basis: ValueBasis
    public let comparableFrom: CalendarDay?
    /// In prices of the base period of the metric's series.
    public let realValue: Double?
    /// Over the city's regional price parity.
    public let parityValue: Double?
    /// Over the four quarters that end with the period.
    public let rollingYear: Double?
    /// For a group: the share (0 to 1) of those whose group is not known.
    public let unknownShare: Double?
}

/// A row of the view `member.lineage`: one observation behind a figure.
public struct ReleasedSource: Sendable {
    public let metric: String
    public let city: String
    public let measure: String
    public let file: String
    /// The line of the file; nil for what stands in the consortium folder.
    public let row: Int?
    public let column: Int?
    public let submission: Int?
}

/// What a city was given for reporting and good practice in a release.
public struct ReleasedRecognition: Sendable {
    /// The id of the level; nil below the first.
    public let level: String?
    public let levelTitle: String?
    public let points: Double
    public let possible: Double
    /// points / possible, 0 to 1.
    public let share: Double
    /// In the order of the standard's rules.
    public let rules: [Rule]

    /// The points of one rule.
    public struct Rule: Sendable {
        public let rule: String
        public let title: String
        public let points: Double
        public let possible: Double
    }
}
