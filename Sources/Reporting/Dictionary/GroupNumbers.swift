import MetricSpec

/// The weights or rates of the groups by which a rate is standardised.
struct GroupNumbers: Sendable {
    private let metric: Metric
    private let lookup: Lookup

    init(_ metric: Metric, _ lookup: Lookup) {
        self.metric = metric
        self.lookup = lookup
    }

    /// A row a group, in the order of the breakdown; empty for other formulas.
    var html: HTML {
        switch metric.formula {
        case .directlyStandardised(let rate):
            table(rate.breakdown, rate.weights, "Weight", "Weights of \(rate.standard)")
        case .indirectlyStandardised(let ratio):
            table(ratio.breakdown, ratio.rates, "Rate", "Standard rates of \(ratio.standard)")
        default: ""
        }
    }

    private func table(
        _ breakdown: String, _ numbers: [String: Double], _ head: String, _ caption: String
    ) -> HTML {
        guard let breakdown = lookup.standard.breakdown(breakdown) else { return "" }
        return ReadingTable(
            caption: caption, heads: [breakdown.title, head],
            rows: breakdown.values.compactMap { value in
                numbers[value.id].map { ["\(value.title)", "\(Wording.number($0))"] }
            }
        ).html
    }
}
