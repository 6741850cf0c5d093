internal import Foundation

/// How far a figure moved from one period to another.
public struct Move: Sendable, Hashable {
    public let before: Double
    public let now: Double

    /// Nil where there is no ratio to speak of: one of the two is zero, or
    /// the sign changed.
    public init?(before: Double, now: Double) {
        guard before != 0, now != 0, (before < 0) == (now < 0) else { return nil }
        self.before = before
        self.now = now
    }

    /// The change as a part of the earlier figure: 0.5 for half as much again.
    public var share: Double { (now - before) / abs(before) }

    /// |ln(now / before)|: a doubling is as far as a halving.
    public var distance: Double { abs(log(now / before)) }
}
