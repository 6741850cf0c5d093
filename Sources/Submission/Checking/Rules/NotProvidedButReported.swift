import MetricSpec

extension Rule {
    /// A figure of a service that the city does not provide.
    static let notProvidedButReported = Rule(
        id: "not-provided-but-reported", severity: .warning,
        title: "A figure of a service that the city does not provide",
        remedy: "Take the figure out, or correct services.csv; it was accepted as it is")
}

extension FindingWriter {
    /// A figure where services.csv names another government or nobody.
    func notProvidedButReported(
        _ value: Double, service: String, row: Int, column: Int
    ) -> Finding {
        finding(
            .notProvidedButReported, row: row, column: column,
            problem:
                "\(PlainNumber.text(value)) is reported, but services.csv says that the city does "
                + "not provide \(service)",
            found: PlainNumber.text(value), expected: "no figure",
            remedy: Rule.notProvidedButReported.remedy)
    }
}
