import MetricSpec

/// Periods that stand in headers beside the names of measures, such as `2015
/// Labour Force`.
struct PeriodsInHeaders: Sendable {
    /// A header with a period in it.
    struct Header: Sendable {
        let period: String
        /// The header with a name in place of the period.
        let pattern: String
        /// The header without the period.
        let rest: String
    }

    /// By the position of the column.
    let headers: [Int: Header]
    /// What the mapping says of them all.
    let place: PlaceGuess.Place

    /// Nil where headers say no period, or another place says it and no two
    /// of them differ in nothing else.
    init?(_ figures: [ColumnProfile], _ table: DraftTable) {
        var headers: [Int: Header] = [:]
        for profile in figures { headers[profile.position] = Self.header(profile.name) }
        let rests = headers.values.map { HeaderWords($0.rest).words }
        let isNeeded = table.places.period.confidence == 0
        guard isNeeded ? !rests.isEmpty : Set(rests).count < rests.count,
            let guess = PeriodGuess.best(
                headers.values.map(\.period).sorted(), calendar: table.calendar)
        else { return nil }
        self.headers = headers
        place = Self.place(guess, table.calendar)
    }

    private static func header(_ name: String) -> Header? {
        guard !name.contains("{"), !name.contains("*"), let found = PeriodSpan.first(in: name)
        else { return nil }
        let (before, after) = (name[..<found.lowerBound], name[found.upperBound...])
        return Header(
            period: String(name[found]), pattern: "\(before){period}\(after)",
            rest: "\(before)\(after)")
    }

    private static func place(
        _ guess: PeriodGuess, _ calendar: FiscalCalendar
    ) -> PlaceGuess.Place {
        var place = PlaceGuess.place(guess, keys: [])
        if place.value == "{}" { place.value = "{style: auto}" }
        place.reason = "headers say it: " + place.reason
        if guess.example.count == 4, !calendar.isCalendarYear, place.question == nil {
            place.question =
                "is \(guess.example) a calendar year? Then: {calendar: {year_starts: 1}}"
        }
        return place
    }
}

/// Finds a period in a text, such as a header or the name of a file.
enum PeriodSpan {
    /// How periods are written, the longest first.
    private static var patterns: [Regex<Substring>] {
        [
            /(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.? (?:19|20)[0-9]{2}/,
            /(?:19|20)[0-9]{2}[-_ ]?Q[1-4]/, /Q[1-4][-_ ]?(?:19|20)[0-9]{2}/,
            /(?:19|20)[0-9]{2}[-\/][0-9]{2,4}/,
            /(?:19|20)[0-9]{2}/,
        ]
    }

    /// The first period, the longest way of writing it before others.
    static func first(in text: String) -> Range<String.Index>? {
        guard text.contains("19") || text.contains("20") else { return nil }
        for pattern in patterns {
            guard let match = text.firstMatch(of: pattern) else { continue }
            let before = text[..<match.range.lowerBound].last
            let after = text[match.range.upperBound...].first
            if before?.isNumber != true, after?.isNumber != true { return match.range }
        }
        return nil
    }
}
