public import MetricSpec

/// The metrics by which a measure is compared with peers: itself, or itself
/// over one other measure.
public struct PeerMetrics: Sendable {
    /// How a figure of a measure becomes one of a metric.
    struct Rate: Sendable, Hashable {
        /// Position in the standard's metrics.
        let metric: Int32
        /// Position in the standard's measures; nil without a denominator.
        let denominator: Int32?
        /// From the measure's value, or the quotient, to the metric's unit.
        let factor: Double
    }

    private let rates: [Int32: [Rate]]

    /// Looks for such metrics in a standard; figures that are put on a year,
    /// and changes over time, are left out.
    public init(_ standard: Standard) {
        var rates: [Int32: [Rate]] = [:]
        for (position, metric) in standard.metrics.enumerated() where !metric.isAnnualised {
            guard let (measure, rate) = Self.rate(metric, Int32(position)) else { continue }
            rates[measure, default: []].append(rate)
        }
        self.rates = rates
    }

    private static func rate(_ metric: Metric, _ position: Int32) -> (Int32, Rate)? {
        switch metric.formula {
        case .reported, .ratio, .share: break
        default: return nil
        }
        let plan = metric.plan
        guard plan.above.count == 1, plan.below.count <= 1, let above = plan.above.first,
            case .measure(let measure) = above.operand
        else { return nil }
        let factor = plan.multiplier * above.coefficient
        guard let below = plan.below.first else {
            return (Int32(measure), Rate(metric: position, denominator: nil, factor: factor))
        }
        guard case .measure(let denominator) = below.operand, below.coefficient != 0 else {
            return nil
        }
        return (
            Int32(measure),
            Rate(
                metric: position, denominator: Int32(denominator),
                factor: factor / below.coefficient)
        )
    }

    /// The rates that a measure is the numerator of.
    func rates(of measure: Int32) -> [Rate] { rates[measure] ?? [] }

    /// The metrics that any of some measures is compared by.
    public func metrics(of measures: Set<Int32>) -> Set<Int32> {
        Set(measures.flatMap { rates(of: $0) }.map(\.metric))
    }

    /// What some measures are divided by in them.
    public func denominators(of measures: Set<Int32>) -> Set<Int32> {
        Set(measures.flatMap { rates(of: $0) }.compactMap(\.denominator))
    }
}
