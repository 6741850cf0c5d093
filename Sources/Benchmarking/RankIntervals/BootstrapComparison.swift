/// How rank intervals are drawn: stored with them, so that they can be drawn
/// again.
public struct BootstrapSettings: Sendable, Hashable {
    public let seed: UInt64
    /// How many times all places' errors are drawn, above 0.
    public let draws: Int
    /// The share of cases in which any true difference may be misread.
    public let error: Double
    /// Whether differences that are settled are left out and the rest compared
    /// again, until none is added.
    public let isStepwise: Bool

    public init(
        seed: UInt64, draws: Int = 10_000, error: Double = 0.05, isStepwise: Bool = true
    ) {
        self.seed = seed
        self.draws = draws
        self.error = error
        self.isStepwise = isStepwise
    }

    /// The standard error that the number of draws leaves in `error`.
    public var monteCarloError: Double { (error * (1 - error) / Double(draws)).squareRoot() }
}

extension RankComparison {
    /// Compares normal estimates by a parametric bootstrap of the largest
    /// studentised difference: tighter than Holm, as differences of the same
    /// place go together.
    public init(
        _ estimates: RankedEstimates, _ family: RankFamily, _ settings: BootstrapSettings
    ) {
        self.init(count: estimates.count)
        guard estimates.count > 1, settings.draws > 0 else { return }
        let draws = ErrorDraws(estimates, settings)
        switch family {
        case .simultaneous:
            let pairs = (0..<count).flatMap { first in
                (first + 1..<count).map { ComparedPair(first, $0, estimates) }
            }
            settle(pairs, draws, settings) { comparison, pair, isFirst in
                let (better, worse) =
                    isFirst ? (pair.first, pair.second) : (pair.second, pair.first)
                comparison.setBetter(better, than: worse)
                comparison.setWorse(worse, than: better)
            }
        case .marginal:
            for place in 0..<count {
                let pairs = (0..<count).filter { $0 != place }.map {
                    ComparedPair(place, $0, estimates)
                }
                settle(pairs, draws, settings) { comparison, pair, isFirst in
                    if isFirst {
                        comparison.setWorse(pair.second, than: pair.first)
                    } else {
                        comparison.setBetter(pair.second, than: pair.first)
                    }
                }
            }
        }
    }

    /// Settles those pairs whose lead exceeds what the draws reach in all but a
    /// share of cases.
    private mutating func settle(
        _ all: [ComparedPair], _ draws: ErrorDraws, _ settings: BootstrapSettings,
        _ note: (inout RankComparison, ComparedPair, _ isFirstBetter: Bool) -> Void
    ) {
        var pairs = all
        while true {
            let bound = draws.bound(of: pairs, error: settings.error)
            var isAnySettled = false
            for index in pairs.indices where pairs[index].isSettled(above: bound) {
                note(&self, pairs[index], pairs[index].lead > 0)
                pairs[index].close()
                isAnySettled = true
            }
            guard isAnySettled, settings.isStepwise else { return }
        }
    }
}

/// Two places and what is still to be said of them.
struct ComparedPair: Sendable {
    /// Which of the two one-sided statements are not settled.
    enum Open: Sendable { case both, firstBetter, secondBetter }

    let first: Int
    let second: Int
    /// The first's lead, in standard errors of the difference.
    let lead: Double
    /// One over that standard error.
    let precision: Double
    private(set) var open = Open.both

    init(_ first: Int, _ second: Int, _ estimates: RankedEstimates) {
        self.first = first
        self.second = second
        lead = estimates.lead(of: first, over: second)
        precision = 1 / estimates.error(first, second)
    }

    func isSettled(above bound: Double) -> Bool {
        switch open {
        case .both: abs(lead) > bound
        case .firstBetter: lead > bound
        case .secondBetter: -lead > bound
        }
    }

    /// Leaves out the statement that was settled; the opposite one stays, as one
    /// that can never be.
    mutating func close() {
        open = lead > 0 ? .secondBetter : .firstBetter
    }
}
