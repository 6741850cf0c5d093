import Consortium
import MetricSpec

extension Rule {
    /// A city has the figures of another one.
    static let copiedFromAnotherCity = Rule(
        id: "copied-from-another-city", severity: .warning,
        title: "Figures are those of another city",
        remedy: "Put the city's own figures in, or confirm that they are the same")
}

extension FindingWriter {
    /// Figures with several digits that another city has too, in the file or the store.
    ///
    /// - Parameter explanation: what was said about the first of them; empty
    ///   for nothing.
    func copiedFromAnotherCity(
        _ copy: CopyWatch.Found, _ periods: [Period], explanation: String
    ) -> Finding {
        let place = copy.place
        let shown = PlainNumber.text(place.value)
        let isOne = copy.count == 1
        let subject = isOne ? Self.quoted(shown) : "\(copy.count) figures"
        let other =
            copy.submission.map { "in submission \($0)" }
            ?? "in \(words(ofRow: copy.otherLine ?? 0))"
        let city = context.cities.cities[Int(place.city)].id
        return finding(
            .copiedFromAnotherCity, severity: explanation.isEmpty ? nil : .info,
            row: Int(place.line), column: isOne ? Int(place.column) : nil,
            problem: "\(subject) of \(city) for \(periods[Int(place.period)].text) "
                + "\(isOne ? "stands" : "stand") also \(other), for another city"
                + (isOne ? ", and \(city) had nothing like it before" : "")
                + Self.explained(explanation),
            found: isOne ? shown : "\(copy.count) equal figures",
            expected: "the city's own figure\(isOne ? "" : "s")",
            remedy: explanation.isEmpty ? Rule.copiedFromAnotherCity.remedy : nil)
    }
}
