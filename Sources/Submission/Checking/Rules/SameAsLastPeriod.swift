import Consortium
import MetricSpec

extension Rule {
    /// A city's figures are those of the period before.
    static let sameAsLastPeriod = Rule(
        id: "same-as-last-period", severity: .warning,
        title: "The figures are those of the period before",
        remedy: "Send the figures of this period, or confirm that nothing changed")
}

extension FindingWriter {
    /// Most figures of a city, or of a whole file, come again as they were a period before.
    func sameAsLastPeriod(_ repeated: RepeatWatch.Found, _ periods: [Period]) -> Finding {
        let period = periods[Int(repeated.period)]
        let before = Period(firstMonth: period.firstMonth - period.months, months: period.months)
        let owner =
            repeated.city.map { context.cities.cities[Int($0)].id } ?? "\(repeated.cities) cities"
        return finding(
            .sameAsLastPeriod, row: repeated.line,
            problem: "\(repeated.equal) of \(repeated.compared) figures of \(owner) for "
                + "\(period.text) are those of \(before?.text ?? "the period before")",
            found: "\(repeated.equal) equal figures", expected: "figures of \(period.text)",
            remedy: Rule.sameAsLastPeriod.remedy)
    }
}
