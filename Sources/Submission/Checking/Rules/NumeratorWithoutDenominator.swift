import MetricSpec

extension Rule {
    /// What a figure is divided by is not there.
    static let numeratorWithoutDenominator = Rule(
        id: "numerator-without-denominator", severity: .info,
        title: "What a figure is divided by is not reported",
        remedy: "Report both, or send the other one in another file")
}

extension FindingWriter {
    /// One finding for all figures of a metric that lack a denominator.
    func numeratorWithoutDenominator(
        _ metric: Metric, numerator: Int, denominator: Int, count: Int, first: String
    ) -> Finding {
        let measures = context.standard.measures
        let words = count == 1 ? "1 figure" : "\(count) figures"
        return finding(
            .numeratorWithoutDenominator,
            problem: "\(words) of \(measures[numerator].id) (the first is of \(first)) "
                + "\(count == 1 ? "stands" : "stand") here without \(measures[denominator].id) "
                + "of the same city and period, so \(metric.id) cannot be made of "
                + "\(count == 1 ? "it" : "them")",
            expected: "\(measures[denominator].id) in the same file or loaded before",
            remedy: Rule.numeratorWithoutDenominator.remedy)
    }
}
