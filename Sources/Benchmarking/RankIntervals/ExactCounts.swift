/// Counts of separate events or units, with what they happened among.
public struct RankedCounts: Sendable, Hashable {
    public enum Law: Sendable, Hashable, CaseIterable {
        /// Events over an exposure: given both counts, the first is binomial
        /// (Przyborowski and Wilenski 1940, Biometrika 31:313).
        case events
        /// Units with a property, of all units: the first is hypergeometric,
        /// and half the probability of the observed table counts (mid-p).
        case proportions

        /// The probability of so many hits beside the others' where the rates
        /// are equal.
        func chance(
            ofHits hits: Int, among exposure: Double, besideHits otherHits: Int,
            among otherExposure: Double
        ) -> Double {
            switch self {
            case .events:
                binomialTails(
                    at: hits - 1, trials: hits + otherHits,
                    share: exposure / (exposure + otherExposure)
                ).upper
            case .proportions:
                hypergeometricMidTail(
                    hits: hits, units: exposure, otherHits: otherHits, otherUnits: otherExposure)
            }
        }
    }

    let law: Law
    /// The counts; the more, the better, or the fewer, as `isHigherBetter` says.
    let counts: [Int]
    /// Exposures or units, above 0: equal ones for shares of one total.
    let exposures: [Double]
    let isHigherBetter: Bool

    /// - Returns: nil unless each count has an exposure above 0 and, as a
    ///   proportion, is no more than its units.
    public init?(
        _ law: Law, counts: [Int], exposures: [Double], isHigherBetter: Bool
    ) {
        guard counts.count == exposures.count, counts.allSatisfy({ $0 >= 0 }),
            exposures.allSatisfy({ $0 > 0 && $0.isFinite }),
            law == .events || zip(counts, exposures).allSatisfy({ Double($0) <= $1 })
        else { return nil }
        self.law = law
        self.counts = counts
        self.exposures = exposures
        self.isHigherBetter = isHigherBetter
    }

    /// The probability that the first count is as high beside the second where
    /// their rates are equal.
    func chanceThatBetter(_ first: Int, _ second: Int) -> Double {
        let (high, low) = isHigherBetter ? (first, second) : (second, first)
        return law.chance(
            ofHits: counts[high], among: exposures[high], besideHits: counts[low],
            among: exposures[low])
    }
}

extension RankComparison {
    /// Compares counts exactly, adjusted by Holm: for small counts, where no
    /// normal law holds.
    public init(_ counts: RankedCounts, _ family: RankFamily, error: Double = 0.05) {
        self.init(
            count: counts.counts.count, family, error: error,
            chanceThatBetter: counts.chanceThatBetter)
    }
}

/// The probability of more hits than these among some units, given the hits of
/// both groups together, and half the probability of just as many.
func hypergeometricMidTail(
    hits: Int, units: Double, otherHits: Int, otherUnits: Double
) -> Double {
    let all = units + otherUnits
    let drawn = Double(hits + otherHits)
    let share = drawn / all
    let rest = (all - drawn) / all
    // Loader's quotient of three binomial densities.
    func density(_ count: Double) -> Double {
        binomialDensity(at: count, trials: units, share: share, rest: rest)
            * binomialDensity(at: drawn - count, trials: otherUnits, share: share, rest: rest)
            / binomialDensity(at: drawn, trials: all, share: share, rest: rest)
    }
    var count = Double(hits)
    var term = density(count)
    var tail = term / 2
    let most = min(units, drawn)
    while count < most {
        term *=
            (units - count) * (drawn - count)
            / ((count + 1) * (otherUnits - drawn + count + 1))
        count += 1
        let next = tail + term
        guard next > tail else { break }
        tail = next
    }
    return min(1, tail)
}
