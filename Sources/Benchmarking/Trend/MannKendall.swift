/// Mann's and Kendall's statistic of a trend: how many pairs rise, less how
/// many fall (Mann 1945, Econometrica 13:245; Kendall 1975).
public struct MannKendall: Sendable, Hashable {
    /// Rising pairs less falling ones, S.
    public let statistic: Int
    /// Its variance where there is no trend, ties counted.
    public let variance: Double
    /// S over all pairs without a tie in value (times are distinct): Kendall's
    /// tau-b; nil where all values are equal.
    public let tau: Double?

    /// The statistic of a series in the order of time; a single season.
    public init(_ values: [Double]) {
        self.init(seasons: [values])
    }

    /// The sum of the statistics of the seasons, each compared with itself
    /// alone (Hirsch, Slack and Smith 1982, Water Resources Research 18:107).
    ///
    /// - Parameter seasons: each season's values in the order of years.
    public init(seasons: [[Double]]) {
        var statistic = 0
        var variance = 0.0
        var pairs = 0.0
        var untied = 0.0
        for values in seasons {
            statistic += Self.statistic(of: values)
            let ties = Self.tieSizes(of: values)
            variance += Self.variance(count: values.count, ties: ties)
            let all = Self.pairs(values.count)
            pairs += all
            untied += all - ties.reduce(0) { $0 + Self.pairs($1) }
        }
        self.statistic = statistic
        self.variance = variance
        tau = untied > 0 ? Double(statistic) / (untied * pairs).squareRoot() : nil
    }

    /// S over its standard error, drawn one towards 0 for the steps of S;
    /// 0 where there is no variance.
    public var z: Double {
        guard variance > 0, statistic != 0 else { return 0 }
        return Double(statistic - statistic.signum()) / variance.squareRoot()
    }

    /// The probability of an S as far from 0 where there is no trend, both
    /// sides, by the normal law.
    public var normalProbability: Double { min(1, 2 * normalUpperTail(at: abs(z))) }

    private static func pairs(_ count: Int) -> Double { Double(count) * Double(count - 1) / 2 }

    private static func statistic(of values: [Double]) -> Int {
        var sum = 0
        for (place, later) in values.enumerated() {
            for earlier in values[..<place] {
                sum += later > earlier ? 1 : (later < earlier ? -1 : 0)
            }
        }
        return sum
    }

    /// How many values share each value that more than one has.
    static func tieSizes(of values: [Double]) -> [Int] {
        var counts: [Double: Int] = [:]
        for value in values { counts[value, default: 0] += 1 }
        return counts.values.filter { $0 > 1 }
    }

    private static func variance(count: Int, ties: [Int]) -> Double {
        func term(_ number: Int) -> Double {
            let size = Double(number)
            return size * (size - 1) * (2 * size + 5)
        }
        return (term(count) - ties.reduce(0) { $0 + term($1) }) / 18
    }
}
