public import Benchmarking
public import MetricSpec

/// A frozen, numbered set of comparisons of one period, as members see it.
public struct Release: Sendable {
    public let number: Int
    public let period: Period
    /// `provisional`; later also final or corrected.
    public let kind: String
    public let standard: String
    public let standardVersion: String
    public let lastSubmission: Int
    /// When the newest submission used was received: ISO 8601, UTC; nil when
    /// none was.
    public let dataReceivedAt: String?
    public let isNewest: Bool
}

/// A row of the view `member.standing`.
public struct ReleasedStanding: Sendable {
    public let metric: String
    public let city: String
    public let peerGroup: String
    public let standing: Standing
}

/// A released figure of one city, or why there is none.
public struct ReleasedValue: Sendable {
    public let metric: String
    public let city: String
    public let period: Period
    public let status: StandingStatus
    public let value: Double?
}

/// A row of the view `member.lineage`: one observation behind a figure.
public struct ReleasedSource: Sendable {
    public let metric: String
    public let city: String
    public let measure: String
    public let file: String
    public let row: Int
    public let column: Int
    public let submission: Int
}
