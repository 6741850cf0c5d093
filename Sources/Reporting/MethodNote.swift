import MetricSpec

/// One paragraph on how a page came about.
struct MethodNote: Sendable, Hashable {
    let title: String
    let text: String

    /// The most peers that are listed by name.
    private static let mostNames = 40
    /// The most files that are listed.
    private static let mostFiles = 8

    static func notes(_ input: CityReportInput) -> [MethodNote] {
        [
            MethodNote(title: "Vintage", text: vintage(input)),
            MethodNote(title: "Sources", text: sources(input)),
            uncertified(input).map { MethodNote(title: "Not certified", text: $0) },
            cityNotes(input).map { MethodNote(title: "The city itself", text: $0) },
            MethodNote(title: "Compared with", text: peers(input)),
            MethodNote(title: "Ranks", text: ranks),
            MethodNote(title: "Quartiles", text: quartiles),
            MethodNote(title: "Pictures", text: pictures),
            bases(input).map { MethodNote(title: "Costs, books and audit", text: $0) },
            money(input).map { MethodNote(title: "Prices", text: $0) },
            MethodNote(title: "Not claimed", text: notClaimed),
        ].compactMap { $0 }
    }

    /// The titles of the first groups, each once, in order.
    static func groupTitles(_ input: CityReportInput) -> [String] {
        var titles: [String] = []
        for title in input.metrics.compactMap({ $0.groups.first?.title })
        where !titles.contains(title) { titles.append(title) }
        return titles
    }

    private static func vintage(_ input: CityReportInput) -> String {
        let latest =
            input.latestReceived.map { "The latest file of \(input.cityName) arrived \($0)." }
            ?? "No file of \(input.cityName) has arrived."
        return "\(EditionModel(input.edition).vintage) \(latest)"
    }

    /// Each file once; line and column stand at the figures.
    private static func sources(_ input: CityReportInput) -> String {
        let files = Set(
            input.metrics.flatMap(\.sources).map { "\($0.file) (submission \($0.submission))" })
        guard !files.isEmpty else { return "No figure of \(input.cityName) is counted." }
        var named = files.sorted().prefix(mostFiles).joined(separator: "; ")
        if files.count > mostFiles { named += "; and \(files.count - mostFiles) more" }
        return named + "."
    }

    /// Nil where all is certified, or the release is provisional.
    private static func uncertified(_ input: CityReportInput) -> String? {
        guard !input.uncertified.isEmpty else { return nil }
        return "When the release was made, \(input.cityName) had not certified its figures of: "
            + "\(Wording.list(input.uncertified))."
    }

    /// What happened to the city up to the end of the period.
    private static func cityNotes(_ input: CityReportInput) -> String? {
        let notes = input.notes.filter { $0.date < input.edition.period.end }.map(\.text)
        return notes.isEmpty ? nil : notes.joined(separator: " ")
    }

    private static func peers(_ input: CityReportInput) -> String {
        let titles = groupTitles(input)
        guard !titles.isEmpty else { return "No peer group compares \(input.cityName)." }
        let others = input.metrics.compactMap(\.groups.first).flatMap(\.peers)
            .filter { $0.cityID != input.cityID }
        let names = Set(others.map(\.cityName)).sorted()
        let list =
            names.count > mostNames
            ? Wording.count(names.count, "other city", "other cities")
            : names.joined(separator: ", ")
        return "\(Wording.list(titles)); with a figure in at least one metric: \(list)."
    }

    private static let ranks =
        "1st is best; cities printed alike share a place. A city that takes part and has not "
        + "reported could stand anywhere, so the place is then given from its best to its worst. "
        + "Missing figures are never ranked or filled in. Places are worded from 5 cities."

    private static let quartiles =
        "Definition 7 of Hyndman and Fan (1996). Quarters are named and coloured from 8 cities; "
        + "a quarter is still open while reports are outstanding that could change it."

    /// How the pictures are read.
    private static let pictures =
        "Each picture has its own scale; rings at its edge are cities far outside, a line under "
        + "the band is the range aimed at. The small "
        + "line is the city over time, with gaps where it has no figure and a dashed line across where "
        + "the definition changed; figures on either side are not joined."

    private static let notClaimed =
        "No difference here has been tested for chance: the page says where the city stands, "
        + "not that it is better or worse. \u{201C}All together\u{201D}, all parts over all "
        + "bases, is not put into words where less than 80% of the group is covered."
}
