/// A unit of measures and metrics.
public struct Unit: Sendable, Hashable {
    public let id: String
    /// As it is written behind a number: `%`, `minutes`, `per 1,000 residents`.
    public let label: String
    /// What it measures: money, time, money by person ...
    public let dimension: Dimension
    /// Its size in the base unit of its dimension: 60 for an hour where the
    /// minute is 1.
    public let factor: Double
    /// Written before the number, such as `$`; empty for most.
    public internal(set) var prefix: String

    /// How many of `other` one of this is; nil for another dimension.
    public func factor(to other: Unit) -> Double? {
        dimension == other.dimension ? factor / other.factor : nil
    }
}

/// What a unit measures, as a product of powers of base dimensions.
///
/// Equal names above and below cancel, so calls by call is `share`, the
/// dimension without a name.
public struct Dimension: Sendable, Hashable, CustomStringConvertible {
    /// Base dimensions and their powers; never 0.
    public let powers: [String: Int]

    /// Without any base dimension: a share, a ratio of equals.
    public static let share = Dimension(powers: [:])

    init(powers: [String: Int]) {
        self.powers = powers.filter { $0.value != 0 }
    }

    /// Reads `money`, `money / persons` or `a * b / c * d`, where all after
    /// the slash is below; nil for other texts.
    public init?(parsing text: String) {
        let sides = text.split(separator: "/", omittingEmptySubsequences: false)
        guard sides.count <= 2 else { return nil }
        var powers: [String: Int] = [:]
        for (side, sign) in zip(sides, [1, -1]) {
            for factor in side.split(separator: "*", omittingEmptySubsequences: false) {
                let name = factor.split(whereSeparator: \.isWhitespace)
                guard name.count == 1 else { return nil }
                if name[0] != "share" { powers[String(name[0]), default: 0] += sign }
            }
        }
        self.init(powers: powers)
    }

    /// The dimension of a quotient.
    public static func / (above: Dimension, below: Dimension) -> Dimension {
        Dimension(
            powers: above.powers.merging(below.powers.mapValues { -$0 }) { $0 + $1 })
    }

    /// The dimension of a product.
    public static func * (left: Dimension, right: Dimension) -> Dimension {
        Dimension(powers: left.powers.merging(right.powers) { $0 + $1 })
    }

    /// As `Dimension(parsing:)` reads it.
    public var description: String {
        let names = powers.sorted { $0.key < $1.key }
        func side(_ sign: Int) -> String {
            names.filter { $0.value.signum() == sign }
                .flatMap { Array(repeating: $0.key, count: abs($0.value)) }
                .joined(separator: " * ")
        }
        let above = side(1).isEmpty ? "share" : side(1)
        return side(-1).isEmpty ? above : "\(above) / \(side(-1))"
    }
}

/// A dimension that others are made of.
public struct BaseDimension: Sendable, Hashable {
    public let id: String
    public let definition: String
    /// Whether it counts separate things, so that chance can be worked out
    /// from the count.
    public let isCounted: Bool
}
