public import MetricSpec

extension Period {
    /// The period of the same length so many months later, or earlier for a
    /// number below 0; nil outside the years that periods have.
    public func shifted(byMonths months: Int) -> Period? {
        let first = Int(firstMonth) + months
        guard first >= 0 else { return nil }
        return Period(year: first / 12, month: first % 12 + 1, months: Int(self.months))
    }

    /// The same months of another year.
    func inYear(_ year: Int) -> Period? {
        Period(year: year, month: Int(firstMonth) % 12 + 1, months: Int(months))
    }

    /// The twelve months that end with the period: the rolling year.
    public var rollingYear: Period? {
        let first = Int(endMonth) - 12
        guard first >= 0 else { return nil }
        return Period(year: first / 12, month: first % 12 + 1, months: 12)
    }
}
