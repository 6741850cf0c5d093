/// A confidence interval, ends included.
public struct Interval: Sendable, Hashable {
    public let lower: Double
    public let upper: Double

    public init(lower: Double, upper: Double) {
        self.lower = lower
        self.upper = upper
    }

    public var width: Double { upper - lower }

    public func contains(_ value: Double) -> Bool { lower <= value && value <= upper }

    /// Both ends times a factor of 0 or more.
    func scaled(by factor: Double) -> Interval {
        Interval(lower: lower * factor, upper: upper * factor)
    }
}

/// How sure an interval is to hold the true value.
public struct ConfidenceLevel: Sendable, Hashable {
    /// The probability outside the interval, on either side.
    public let tail: Double
    /// The point of the normal distribution with that tail above it, in full
    /// precision: never 1.96.
    public let z: Double

    /// A level of two sides, above 0 and below 1; nil for another.
    public init?(_ level: Double) {
        guard level > 0, level < 1 else { return nil }
        self.init(tail: (1 - level) / 2)
    }

    private init(tail: Double) {
        self.tail = tail
        z = normalQuantile(upperTail: tail)
    }

    /// 95 %, for a metric's own page.
    public static let percent95 = ConfidenceLevel(tail: 0.025)
    /// 99.8 %, for control limits and trends.
    public static let percent99_8 = ConfidenceLevel(tail: 0.001)
}
