import MetricSpec

extension Formula {
    /// The formula as one text that is the same for equal formulas and
    /// differs for others: what the warehouse stores and compares.
    var text: String {
        switch self {
        case .reported(let measure): part("of", [measure])
        case .sum(let measures): part("of", measures)
        case .difference(let plus, let minus): part("plus", plus) + part("minus", minus)
        case .ratio(let numerator, let less, let denominator, let multiplier):
            part("numerator", numerator) + part("less", less) + part("denominator", denominator)
                + part("multiplier", ["\(multiplier)"])
        case .share(let part, let whole): self.part("part", part) + self.part("whole", whole)
        case .mean(let total, let count, let squares):
            part("total", [total]) + part("count", [count])
                + part("sum_of_squares", squares.map { [$0] } ?? [])
        case .percentile(let measure, let percent, let count):
            part("measure", [measure]) + part("percent", ["\(percent)"])
                + part("count", count.map { [$0] } ?? [])
        case .rateOfChange(let id, let months): part("of", [id]) + part("months", ["\(months)"])
        case .index(let id, let year): part("of", [id]) + part("base", ["\(year)"])
        case .directlyStandardised(let rate):
            standardised(rate.cases, rate.population, rate.breakdown, rate.weights, rate.standard)
                + part("multiplier", ["\(rate.multiplier)"])
        case .indirectlyStandardised(let ratio):
            standardised(
                ratio.cases, ratio.population, ratio.breakdown, ratio.rates, ratio.standard)
        }
    }

    /// One line a part; none for a part that is not there.
    private func part(_ name: String, _ words: [String]) -> String {
        words.isEmpty ? "" : "\(word) \(name): \(words.joined(separator: ", "))\n"
    }

    private func standardised(
        _ cases: String, _ population: String, _ breakdown: String, _ groups: [String: Double],
        _ standard: String
    ) -> String {
        let sorted = groups.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        return part("cases", [cases]) + part("population", [population])
            + part("breakdown", [breakdown]) + part("groups", sorted)
            + part("standard", [standard])
    }
}
