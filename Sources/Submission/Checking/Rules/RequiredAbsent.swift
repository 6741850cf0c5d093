import MetricSpec

extension Rule {
    /// A required measure is not there, and others of its service are.
    static let requiredAbsent = Rule(
        id: "required-absent", severity: .info,
        title: "A required measure is absent where others of its service are reported",
        remedy: "Report it, or say by a mark why it is missing")
}

extension FindingWriter {
    /// One finding for all cities that lack a measure.
    func requiredAbsent(
        _ measure: Int, service: String, cities: [String], reporting: Int, closesYear: Bool
    ) -> Finding {
        let id = context.standard.measures[measure].id
        let shown = cities.prefix(5).joined(separator: ", ")
        let rest = cities.count > 5 ? " and \(cities.count - 5) more" : ""
        let verb = cities.count == 1 ? "reports" : "report"
        return finding(
            .requiredAbsent, severity: closesYear ? .warning : .info,
            problem: "\(shown)\(rest) \(verb) other measures of \(service) here and not "
                + "\(id), which every member reports (\(cities.count) of \(reporting) "
                + "\(reporting == 1 ? "city" : "cities"))",
            expected: "a figure, or the reason why there is none",
            remedy: Rule.requiredAbsent.remedy)
    }
}
