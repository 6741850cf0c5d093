internal import MetricSpec

/// For what a metric is evaluated.
struct EvaluationScope {
    var period: Period
    var breakdown: Int32
    let service: ServiceColumn?
    /// Whether a metric may take another fiscal year's figure instead.
    var mayTakeFiscalYears = true

    /// The same for another period.
    func at(_ period: Period) -> EvaluationScope {
        var other = self
        other.period = period
        return other
    }

    /// The same for another breakdown.
    func `in`(breakdown: Int32) -> EvaluationScope {
        var other = self
        other.breakdown = breakdown
        return other
    }

    func provision(ofCity city: Int) -> Provision {
        service?.provisions[city] ?? .provided
    }
}
