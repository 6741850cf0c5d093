public import MetricSpec

/// A sentence on a city's past that a reader of its series must know.
public struct CityNote: Sendable, Hashable {
    /// The first day on which it holds.
    public let date: CalendarDay
    public let text: String
    /// Whether figures before the day are of another area under the same id.
    public let changesArea: Bool
}

extension Consortium {
    /// What happened to a city, oldest first.
    ///
    /// - Parameter months: the length of the periods that the sentences name:
    ///   the first one that begins on the day or after it, since the cities
    ///   of a period are those of its first day.
    public func notes(on city: String, months: Int32) -> [CityNote] {
        let changes = cityChanges.filter { $0.city == city || $0.becomes == city }
        var groups: [[CityChange]] = []
        for change in changes {
            if let last = groups.last?.first, last.date == change.date, last.kind == change.kind,
                (last.city == city) == (change.city == city)
            {
                groups[groups.count - 1].append(change)
            } else {
                groups.append([change])
            }
        }
        return groups.compactMap { Self.note($0, on: city, months: months) }
    }

    /// One sentence on changes of one kind and day, in all of which the city
    /// is the old one, or in all the new one.
    private static func note(_ changes: [CityChange], on city: String, months: Int32) -> CityNote? {
        guard let first = changes.first else { return nil }
        let day = first.date.text
        guard let kind = Succession.Kind(rawValue: first.kind) else {
            return CityNote(
                date: first.date, text: "Before \(day), \(first.newName) was called \(first.name).",
                changesArea: false)
        }
        let period = firstPeriod(from: first.date, months: months)
        let isOld = first.city == city
        let name = isOld ? first.name : first.newName
        let others = list(changes.map { (isOld ? $0.newName : $0.name) + share($0) })
        let text =
            switch (kind, isOld) {
            case (.merger, true), (.absorption, true):
                "\(name) has no figures from \(period) on: it became part of \(others) on \(day)."
            case (.division, true):
                "\(name) has no figures from \(period) on: it was divided into \(others) on \(day)."
            case (.separation, true):
                "From \(period) on, \(name) is without \(others), separate since \(day)."
            case (.merger, false):
                "\(name) begins with \(period): it was formed of the former \(others) on \(day)."
            case (.absorption, false):
                "From \(period) on, \(name) contains the former \(others), absorbed on \(day)."
            case (.division, false):
                "\(name) begins with \(period): it is a part of the former \(others), divided on "
                    + "\(day)."
            case (.separation, false):
                "\(name) begins with \(period): before \(day) it was part of \(others)."
            }
        return CityNote(
            date: first.date, text: text,
            changesArea: kind == (isOld ? .separation : .absorption))
    }

    /// Nothing where all residents went over, or nobody said how many.
    private static func share(_ change: CityChange) -> String {
        guard let share = change.share, share < 1 else { return "" }
        return " (\(PlainNumber.text((share * 1000).rounded() / 10)) % of the residents)"
    }

    private static func list(_ names: [String]) -> String {
        names.count < 2
            ? names.joined()
            : names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
    }

    /// The canonical text of the first period that begins on a day or later.
    private static func firstPeriod(from day: CalendarDay, months: Int32) -> String {
        let parts = day.parts
        let month = Int32(parts.year * 12 + parts.month - 1) + (parts.day > 1 ? 1 : 0)
        let first = (month + months - 1) / months * months
        return Period(firstMonth: first, months: months)?.text ?? day.text
    }
}
