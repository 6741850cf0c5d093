/// Everything the index page says.
struct IndexModel: Sendable {
    let edition: EditionModel
    let headline: String
    let cities: [CitySummary]

    init(_ input: IndexInput) {
        edition = EditionModel(input.edition)
        cities = input.cities.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
        let reporting = cities.filter { $0.figureCount > 0 }.count
        let all = Wording.count(cities.count, "city", "cities")
        headline =
            reporting == cities.count
            ? "All \(all) have reported for \(edition.period)"
            : "\(reporting) of \(all) have reported for \(edition.period)"
    }
}
