import MetricSpec

/// Periods and variants that stand in headers beside the names of measures,
/// such as `2015 Labour Force` or `Calls 2025 budget`.
struct QualifiersInHeaders: Sendable {
    /// What one header says beside the name of a measure.
    struct Header: Sendable {
        /// Empty where it says none.
        private(set) var period = ""
        private(set) var variant: Variant?
        /// The header with a name in place of the period.
        private(set) var pattern: String
        /// The header without period and variant.
        private(set) var rest: String

        init(_ name: String, takesPeriod: Bool = true, takesVariant: Bool = true) {
            (pattern, rest) = (name, name)
            // The marks of patterns would mean something else in one.
            if name.contains("{") || name.contains("*") { return }
            if takesPeriod, let found = PeriodSpan.first(in: name) {
                period = String(name[found])
                pattern.replaceSubrange(found, with: "{period}")
                rest.removeSubrange(found)
            }
            if takesVariant, let found = VariantSpan.first(in: rest) {
                variant = found.variant
                rest.removeSubrange(found.range)
            }
        }

        /// The words of the measure's name.
        var words: [String] { HeaderWords(rest).words }

        /// Whether two columns of one measure may not stand in one group.
        var group: String { "\(period) \(variant?.rawValue ?? "")" }

        /// The keys of its line in a mapping.
        var keys: [(key: String, value: String)] {
            var keys = [(key: "column", value: YAMLText.scalar(pattern))]
            if !period.isEmpty { keys.append(("period", "\"{period}\"")) }
            if let variant { keys.append(("variant", variant.rawValue)) }
            return keys
        }
    }

    /// By the position of the column.
    let headers: [Int: Header]
    /// What the mapping says of all periods; nil where another place does.
    let place: PlaceGuess.Place?
    /// The headers that name no variant, where others do.
    let withoutVariant: [String]

    /// Nil where headers say neither, or another place says it and no two of
    /// them differ in nothing else.
    init?(_ figures: [ColumnProfile], _ table: DraftTable) {
        let takesVariants = Self.differInVariant(figures) && !table.qualifiers.hasVariant
        var place: PlaceGuess.Place?
        let split = figures.map { Header($0.name, takesVariant: takesVariants) }
        let periods = split.map(\.period).filter { !$0.isEmpty }
        let names = split.filter { !$0.period.isEmpty }.map {
            $0.words + [$0.variant?.rawValue ?? ""]
        }
        let isNeeded = table.places.period.confidence == 0
        if isNeeded ? !periods.isEmpty : Set(names).count < names.count,
            let guess = PeriodGuess.best(periods.sorted(), calendar: table.calendar)
        {
            place = Self.place(guess, table.calendar)
        }
        if place == nil, !takesVariants { return nil }
        var headers: [Int: Header] = [:]
        for profile in figures {
            let header = Header(
                profile.name, takesPeriod: place != nil, takesVariant: takesVariants)
            if header.rest != profile.name { headers[profile.position] = header }
        }
        self.headers = headers
        self.place = place
        withoutVariant =
            takesVariants
            ? figures.filter { headers[$0.position]?.variant == nil }.map(\.name) : []
    }

    /// Whether two headers say one thing but for the variant.
    private static func differInVariant(_ figures: [ColumnProfile]) -> Bool {
        let headers = figures.map { Header($0.name) }
        let groups = Dictionary(grouping: headers, by: \.words)
        return groups.values.contains { group in
            Set(group.map { $0.variant?.rawValue ?? "" }).count > 1
        }
    }

    /// What a mapping says of periods that headers hold.
    static func place(
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

    /// Asks about headers without a variant, where others name one.
    func writeVariantQuestion(to text: inout DraftText) {
        if withoutVariant.isEmpty { return }
        text.question(
            "are \(PlaceGuess.list(withoutVariant)) actual figures? Other headers name a variant. "
                + "Where they are not, write variant: with it in their lines.")
    }
}
