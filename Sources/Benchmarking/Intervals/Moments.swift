/// Count, mean and spread of some values that are not kept themselves.
public struct Moments: Sendable, Hashable {
    /// How many values, n.
    public private(set) var count: Double
    /// Their mean; 0 without values.
    public private(set) var mean: Double
    /// The sum of squared distances from the mean; nil where it cannot be told
    /// from rounding.
    public private(set) var squares: Double?

    /// No values.
    public init() {
        count = 0
        mean = 0
        squares = 0
    }

    /// The moments of values of which count, sum and sum of squares were
    /// reported.
    ///
    /// The sum of squared distances is the difference of two large numbers. It
    /// is taken without a rounding error of its own; where the reported sums
    /// have fewer digits than it needs, it is nil rather than noise.
    ///
    /// - Returns: nil unless the count is above 0 and both sums are finite, or
    ///   where no values have such sums.
    public init?(count: Double, sum: Double, sumOfSquares: Double) {
        guard count > 0, sum.isFinite, sumOfSquares.isFinite, sumOfSquares >= 0 else { return nil }
        // sum^2 / n as a number and its rounding error.
        let product = sum * sum
        guard product.isFinite else { return nil }
        let quotient = product / count
        let error =
            ((-product).addingProduct(sum, sum) - (-product).addingProduct(quotient, count))
            / count
        let spread = (sumOfSquares - quotient) - error
        // Half a unit in the last place of each reported sum.
        let noise = (sumOfSquares.ulp + 2 * abs(sum / count) * sum.ulp) / 2
        guard spread >= -4 * noise else { return nil }
        self.count = count
        mean = sum / count
        squares = spread == 0 ? 0 : (spread > 4 * noise ? spread : nil)
    }

    /// Adds a value (Welford 1962, Technometrics 4:419).
    public mutating func add(_ value: Double) {
        count += 1
        let distance = value - mean
        mean += distance / count
        squares = squares.map { $0 + distance * (value - mean) }
    }

    /// Adds values that were summed elsewhere (Chan, Golub and LeVeque 1983,
    /// The American Statistician 37:242).
    public mutating func add(_ other: Moments) {
        let total = count + other.count
        guard total > 0 else { return }
        let distance = other.mean - mean
        if let own = squares, let others = other.squares {
            squares = own + others + distance * distance * (count * other.count / total)
        } else {
            squares = nil
        }
        mean += distance * (other.count / total)
        count = total
    }

    /// The sample standard deviation (divisor n - 1); nil below two values or
    /// where the spread is not known.
    public var standardDeviation: Double? {
        guard count > 1 else { return nil }
        return squares.map { ($0 / (count - 1)).squareRoot() }
    }
}
