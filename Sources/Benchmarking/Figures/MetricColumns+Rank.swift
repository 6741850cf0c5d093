public import MetricSpec

extension MetricColumns {
    /// The numbers that cities are ranked by, the larger the better: of those
    /// that are compared, where the metric ranks.
    public func rankKeys(_ metric: Metric) -> FigureColumn {
        guard let rule = RankRule(metric) else { return FigureColumn(absent: cityCount) }
        return FigureColumn(
            (0..<cityCount).map { city in
                statuses[city] == .reported ? values[city].map(rule.key) : nil
            })
    }

    /// How each city provides the service, where only equal modes compare;
    /// empty elsewhere.
    public func comparedModes(_ metric: Metric) -> [ProvisionMode?] {
        metric.comparability.modes == .equal ? modes : []
    }
}
