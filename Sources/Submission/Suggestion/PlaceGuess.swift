import Consortium
import MetricSpec

/// Where city and period come from.
struct PlaceGuess: Sendable {
    /// One of the two: a key of the mapping.
    struct Place: Sendable {
        /// The value of the key, in YAML.
        var value: String
        var reason = ""
        var question: String?
        /// The column it comes from, from 0.
        var column: Int?
        var confidence = 1.0
    }

    private(set) var city: Place
    private(set) var period: Place

    /// The columns that are taken.
    var columns: Set<Int> { Set([city.column, period.column].compactMap(\.self)) }

    init(
        _ profiles: [ColumnProfile], path: PathGuess, city given: String?, context: IntakeContext
    ) {
        city = Self.city(profiles, path, given, context)
        let taken = city.column
        period = Self.period(profiles.filter { $0.position != taken }, path, context)
    }

    /// Takes what headings of blocks say.
    mutating func take(_ blocks: BlockGuess) {
        city = blocks.place("city") ?? city
        period = blocks.place("period") ?? period
    }

    // MARK: City

    private static let cityWords: Set<String> = [
        "city", "council", "authority", "borough", "kommune", "gemeinde", "stadt", "commune",
        "area", "district", "jurisdiction", "local", "place", "demarcation",
    ]

    private static func city(
        _ profiles: [ColumnProfile], _ path: PathGuess, _ given: String?,
        _ context: IntakeContext
    ) -> Place {
        if let given {
            return Place(value: table("constant", given), reason: "as you said")
        }
        let best = profiles.filter { !$0.isEmpty && $0.cityShare >= 0.5 }
            .max { ($0.cityShare, -$0.position) < ($1.cityShare, -$1.position) }
        if let best {
            let cells = best.column.filled
            let named = Int((best.cityShare * Double(cells)).rounded())
            var place = Place(
                value: table("column", best.name),
                reason: "\(named) of \(cells) cells name a city of the consortium",
                column: best.position, confidence: best.cityShare)
            let unknown = best.column.texts.filter { context.cities.index(of: $0) == nil }
            if !unknown.isEmpty {
                let codes = unknown.prefix(8).map(YAMLText.scalar).joined(separator: ", ")
                let more = unknown.count > 8 ? ", ..." : ""
                place.question =
                    "\(list(unknown)) under \(best.name) \(unknown.count == 1 ? "is" : "are") no city "
                    + "of the consortium. Left out on purpose? Then: "
                    + "{column: \(YAMLText.scalar(best.name)), ignore_codes: [\(codes)\(more)]}"
            }
            return place
        }
        if let template = path.city {
            return Place(value: table("path", template), reason: "the path says it")
        }
        if let only = context.cities.cities.first, context.cities.cities.count == 1 {
            return Place(
                value: table("constant", only.id), reason: "the only city of the consortium")
        }
        return asked(profiles)
    }

    private static func asked(_ profiles: [ColumnProfile]) -> Place {
        let likely = profiles.first { profile in
            !profile.isEmpty && !profile.words.words.isEmpty
                && profile.words.words.contains { cityWords.contains($0) }
                && profile.numberShare < 0.5
        }
        guard let likely else {
            return Place(
                value: table("constant", "?"),
                question: "no column and no folder names a city of the consortium. Write the id of "
                    + "the city that the file is about, or name the column.",
                confidence: 0)
        }
        return Place(
            value: table("column", likely.name),
            question: "the words of the header say that \(likely.name) is the city, but its cells "
                + "(\(list(likely.column.texts))) name none of the consortium. Add them to "
                + "cities.csv as names or aliases, or name another column.",
            column: likely.position, confidence: 0.5)
    }

    // MARK: Period

    private static let periodWords = [
        "period", "year", "quarter", "month", "date", "fiscal", "fy", "jahr", "quartal", "time",
        "ended", "zeitraum", "ar",
    ]

    private static func isNamed(_ profile: ColumnProfile) -> Bool {
        let name = CellText.folded(profile.name)
        return periodWords.contains { name.contains($0) }
    }

    private static func period(
        _ profiles: [ColumnProfile], _ path: PathGuess, _ context: IntakeContext
    ) -> Place {
        let found = profiles.filter { $0.period != nil }
        let best = found.first(where: isNamed) ?? found.first { $0.numberShare < 0.5 }
        if let best, let guess = best.period {
            return period(best, guess)
        }
        if let template = path.period {
            var keys = [("path", YAMLText.scalar(template))]
            var place = Place(value: "", reason: "the path says it")
            if path.needsStyle {
                keys.append(("style", "fiscal-year"))
                if context.calendar.isCalendarYear {
                    place.question = calendarQuestion
                    keys.append(("calendar", "{year_starts: 1}"))
                }
            }
            place.value = YAMLText.table(keys.map { (key: $0.0, value: $0.1) })
            return place
        }
        return Place(
            value: table("constant", "?"),
            question: "no column and no folder names a period. Write the period that the file is "
                + "about, such as 2026-Q3, or name the column.",
            confidence: 0)
    }

    static let calendarQuestion =
        "in which month does this year start, and which of its calendar years names it? "
        + "year_starts: 7, year_named: end is July to June, named after the second."

    private static func period(_ profile: ColumnProfile, _ guess: PeriodGuess) -> Place {
        var place = place(guess, keys: [(key: "column", value: YAMLText.scalar(profile.name))])
        place.column = profile.position
        return place
    }

    /// What a mapping says of periods that are written so.
    static func place(_ guess: PeriodGuess, keys: [(key: String, value: String)]) -> Place {
        var keys = keys
        if guess.style != .auto { keys.append(("style", guess.style.rawValue)) }
        var place = Place(
            value: "", reason: "\"\(guess.example)\" is \(guess.reading)", confidence: 0.95)
        if guess.needsCalendar {
            keys.append(("calendar", "{year_starts: 4, year_named: start}"))
            place.question = calendarQuestion
            place.confidence = 0.6
        }
        place.value = YAMLText.table(keys)
        return place
    }

    // MARK: Words

    private static func table(_ key: String, _ value: String) -> String {
        YAMLText.table([(key, YAMLText.scalar(value))])
    }

    /// Up to three texts, and how many more there are.
    static func list(_ texts: [String]) -> String {
        let shown = texts.prefix(3).map { "\"\(FindingWriter.shown($0))\"" }
            .joined(separator: ", ")
        return texts.count > 3 ? "\(shown) and \(texts.count - 3) more" : shown
    }
}
