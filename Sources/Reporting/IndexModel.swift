/// Everything the index page says.
struct IndexModel: Sendable {
    let edition: EditionModel
    let headline: String
    let cities: [CitySummary]

    init(_ input: IndexInput) {
        edition = EditionModel(input.edition)
        cities = input.cities.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
        // A city that owes figures has not reported, whatever others say of it.
        let complete = cities.filter { $0.owedCount == 0 }.count
        let owed = cities.reduce(0) { $0 + $1.owedCount }
        let all = Wording.count(cities.count, "city", "cities")
        headline =
            owed == 0
            ? "All \(all) have reported in full for \(edition.period)"
            : "\(complete) of \(all) have reported in full for \(edition.period); "
                + "\(Wording.count(owed, "figure is", "figures are")) outstanding"
    }
}
