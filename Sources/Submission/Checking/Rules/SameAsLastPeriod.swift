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
    ///
    /// - Parameter explanation: what was said about the first of them; empty
    ///   for nothing.
    func sameAsLastPeriod(
        _ repeated: RepeatWatch.Found, _ periods: [Period], explanation: String
    ) -> Finding {
        let period = periods[Int(repeated.period)]
        let before = Period(firstMonth: period.firstMonth - period.months, months: period.months)
        let owner =
            repeated.city.map { context.cities.cities[Int($0)].id } ?? "\(repeated.cities) cities"
        return finding(
            .sameAsLastPeriod, severity: explanation.isEmpty ? nil : .info, row: repeated.line,
            problem: "\(repeated.equal) of \(repeated.compared) figures of \(owner) for "
                + "\(period.text) are those of \(before?.text ?? "the period before")"
                + Self.explained(explanation),
            found: "\(repeated.equal) equal figures", expected: "figures of \(period.text)",
            remedy: explanation.isEmpty ? Rule.sameAsLastPeriod.remedy : nil)
    }

    /// What was said about figures, as the end of a sentence.
    static func explained(_ explanation: String) -> String {
        explanation.isEmpty ? "" : ", explained by \(quoted(explanation))"
    }
}
