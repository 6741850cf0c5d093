/// Which of several hypotheses are refused at a level for all of them together
/// (Holm 1979, Scandinavian Journal of Statistics 6:65).
///
/// - Parameters:
///   - probabilities: of each hypothesis, what chance alone would give.
///   - error: the share of families in which any true one may be refused.
/// - Returns: for each hypothesis, whether it is refused.
public func refusedByHolm(_ probabilities: [Double], error: Double) -> [Bool] {
    var isRefused = Array(repeating: false, count: probabilities.count)
    let ordered = probabilities.indices.sorted { probabilities[$0] < probabilities[$1] }
    for (place, index) in ordered.enumerated() {
        guard probabilities[index] <= error / Double(ordered.count - place) else { break }
        isRefused[index] = true
    }
    return isRefused
}

extension RankComparison {
    /// Compares places pair by pair and adjusts for their number by Holm.
    ///
    /// Marginal: for each place, the others in tests of two sides.
    /// Simultaneous: all ordered pairs in tests of one side.
    ///
    /// - Parameter chance: the probability that the first place looks at least
    ///   so much better than the second where it is not better.
    init(
        count: Int, _ family: RankFamily, error: Double,
        chanceThatBetter chance: (_ first: Int, _ second: Int) -> Double
    ) {
        self.init(count: count)
        switch family {
        case .marginal:
            for place in 0..<count { compare(place, error, chance) }
        case .simultaneous:
            let pairs = (0..<count).flatMap { first in
                (0..<count).filter { $0 != first }.map { (first, $0) }
            }
            let isRefused = refusedByHolm(pairs.map(chance), error: error)
            for (pair, isBetter) in zip(pairs, isRefused) where isBetter {
                setBetter(pair.0, than: pair.1)
                setWorse(pair.1, than: pair.0)
            }
        }
    }

    private mutating func compare(
        _ place: Int, _ error: Double, _ chance: (_ first: Int, _ second: Int) -> Double
    ) {
        let others = (0..<count).filter { $0 != place }
        let better = others.map { chance($0, place) }
        let worse = others.map { chance(place, $0) }
        let both = zip(better, worse).map { min(1, 2 * min($0, $1)) }
        for (index, isRefused) in refusedByHolm(both, error: error).enumerated() where isRefused {
            if better[index] < worse[index] {
                setBetter(others[index], than: place)
            } else {
                setWorse(others[index], than: place)
            }
        }
    }

    /// Compares normal estimates, adjusted by Holm: no random numbers, a little
    /// wider than the bootstrap.
    public init(_ estimates: RankedEstimates, _ family: RankFamily, error: Double = 0.05) {
        self.init(count: estimates.count, family, error: error) { first, second in
            normalUpperTail(at: estimates.lead(of: first, over: second))
        }
    }
}
