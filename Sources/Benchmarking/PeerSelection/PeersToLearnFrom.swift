/// Figures of a group's cities in one period with their standard errors.
public struct GroupQuarter: Sendable, Hashable {
    /// Each city's figure, the higher the better; nil where it has none.
    public let values: [Double?]
    /// Each figure's standard error by chance alone, above 0; nil where none is
    /// known.
    public let errors: [Double?]

    public init(values: [Double?], errors: [Double?]) {
        self.values = values
        self.errors = errors
    }

    func estimate(of city: Int) -> (value: Double, error: Double)? {
        values[city].flatMap { value in errors[city].map { (value, $0) } }
    }
}

/// Peers that a city may learn from: those that are better beyond chance, not
/// those that chance put above it this once.
///
/// A rule that names whoever is ahead names somebody in 13 % of cases where no
/// city differs. Here four things must hold: better in three of the last four
/// quarters, on values drawn towards the group's mean by how uncertain they
/// are (Efron and Morris 1975, JASA 70:311); mean and spread of the group taken
/// from an earlier window; better over the four quarters together; and all that
/// among as many peers as there are to choose from.
public struct PeersToLearnFrom: Sendable {
    /// How many quarters decide.
    public static let quarters = 4
    /// In how many of them a peer must be better.
    public static let fewestBetter = 3
    /// The share of false names that is borne.
    public static let falseNames = 0.02

    private let mean: Double
    /// The variance between cities in the earlier window.
    private let variance: Double

    /// - Parameter baseline: quarters before those that decide; the cities in
    ///   one order, those of another mode or cost basis left out.
    /// - Returns: nil below ten figures with an error, where no variance
    ///   between cities can be estimated.
    public init?(baseline: [GroupQuarter]) {
        let cities = baseline.first?.values.indices ?? 0..<0
        let pooled = cities.compactMap { city in
            Self.pooled(baseline.compactMap { $0.estimate(of: city) })
        }
        let weights = pooled.map { 1 / ($0.error * $0.error) }
        let total = weights.reduce(0, +)
        guard pooled.count >= OverDispersion.fewestPlaces, total > 0 else { return nil }
        let mean = zip(pooled, weights).reduce(0) { $0 + $1.0.value * $1.1 } / total
        let dispersion = OverDispersion(
            scores: pooled.map { ($0.value - mean) / $0.error }, errors: pooled.map(\.error))
        guard let dispersion else { return nil }
        self.mean = mean
        variance = dispersion.variance
    }

    /// The peers of a city that it may learn from, in their order; none is "no
    /// peer stands out".
    ///
    /// - Parameter quarters: the last four; a peer without a figure in one of
    ///   them is not chosen.
    public func peers(of city: Int, in quarters: [GroupQuarter]) -> [Int] {
        guard quarters.count == Self.quarters, let own = estimates(of: city, quarters) else {
            return []
        }
        let others = (quarters[0].values.indices).filter { $0 != city }
        let chances = others.map { other -> Double in
            guard let estimates = estimates(of: other, quarters), isSteadilyBetter(estimates, own)
            else { return 1 }
            return chance(estimates, own)
        }
        return zip(others, discoveries(chances, rate: Self.falseNames)).compactMap { $1 ? $0 : nil }
    }

    private typealias Estimate = (value: Double, error: Double)

    private func estimates(of city: Int, _ quarters: [GroupQuarter]) -> [Estimate]? {
        let estimates = quarters.compactMap { $0.estimate(of: city) }
        return estimates.count == quarters.count ? estimates : nil
    }

    private func isSteadilyBetter(_ peer: [Estimate], _ own: [Estimate]) -> Bool {
        zip(peer, own).count { shrunken($0) > shrunken($1) } >= Self.fewestBetter
    }

    private func shrunken(_ estimate: Estimate) -> Double {
        let noise = estimate.error * estimate.error
        let trust = variance > 0 ? variance / (variance + noise) : 0
        return mean + trust * (estimate.value - mean)
    }

    /// The probability of a lead as large over all quarters by chance alone.
    private func chance(_ peer: [Estimate], _ own: [Estimate]) -> Double {
        let lead = zip(peer, own).reduce(0) { $0 + $1.0.value - $1.1.value }
        let error = standardErrorOfSum(peer.map(\.error) + own.map(\.error))
        return normalUpperTail(at: lead / error)
    }

    /// One figure of several, weighted by their certainty.
    private static func pooled(_ estimates: [Estimate]) -> Estimate? {
        let weights = estimates.map { 1 / ($0.error * $0.error) }
        let total = weights.reduce(0, +)
        guard total > 0, total.isFinite else { return nil }
        let value = zip(estimates, weights).reduce(0) { $0 + $1.0.value * $1.1 } / total
        return (value, 1 / total.squareRoot())
    }
}
