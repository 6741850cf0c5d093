import Consortium
import MetricSpec

extension Rule {
    /// A figure for a time in which the city was no reporting unit.
    static let cityOutsideItsDates = Rule(
        id: "city-outside-its-dates", severity: .warning,
        title: "Figures of a city for a time in which it was none",
        remedy: "Correct the city or the period, or the date in successions.csv; they were "
            + "accepted and are compared with nobody")
}

extension FindingWriter {
    /// Figures of a period before a city came to be, or after it became
    /// others.
    func cityOutsideItsDates(
        _ city: String, _ period: Period, _ absence: CityTerms.Absence, count: Int, row: Int
    ) -> Finding {
        let (event, expected) =
            switch absence {
            case .ended(let day, let others):
                (
                    "became \(Self.list(others)) on \(day.text)",
                    "periods that begin before that day"
                )
            case .notBegun(let day, let others):
                (
                    "came to be of \(Self.list(others)) on \(day.text) only",
                    "periods that begin on that day or later"
                )
            }
        let figures = count == 1 ? "a figure" : "\(count) figures"
        return finding(
            .cityOutsideItsDates, row: row,
            problem: "\(figures) of \(city) for \(period.text), but it \(event)",
            expected: expected, remedy: Rule.cityOutsideItsDates.remedy)
    }

    private static func list(_ names: [String]) -> String {
        names.count < 2
            ? names.joined()
            : names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
    }
}
