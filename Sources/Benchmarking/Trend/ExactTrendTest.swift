/// The exact distribution of Mann's and Kendall's S without a trend, and of its
/// sum over seasons (METHODS.md 9).
///
/// For values without ties within a season: each order is equally likely, the
/// number of inversions of m values has the generating function
/// (1)(1 + q)(1 + q + q^2) ... / m!, and seasons are convolved.
public enum ExactTrendTest {
    /// The probability of an S as far from 0 as this one, both sides.
    ///
    /// - Parameters:
    ///   - statistic: the observed S, summed over seasons.
    ///   - counts: how many values each season has.
    public static func probability(ofStatistic statistic: Int, counts: [Int]) -> Double {
        let inversions = counts.reduce([1.0]) { convolved($0, withSeasonOf: $1) }
        // S = pairs - 2 x inversions: inversions from 0 to all pairs.
        let pairs = inversions.count - 1
        let farthest = (pairs - abs(statistic)) / 2
        guard abs(statistic) <= pairs else { return 0 }
        let tail = inversions[...farthest].reduce(0, +)
        return min(1, 2 * tail)
    }

    /// The distribution of the inversions of some seasons and one more.
    private static func convolved(_ first: [Double], withSeasonOf count: Int) -> [Double] {
        guard count > 1 else { return first }
        var result = first
        for size in 2...count {
            // Each new value is placed among the others at any of `size` places.
            var next = [Double](repeating: 0, count: result.count + size - 1)
            for (number, probability) in result.enumerated() {
                for place in 0..<size { next[number + place] += probability / Double(size) }
            }
            result = next
        }
        return result
    }
}
