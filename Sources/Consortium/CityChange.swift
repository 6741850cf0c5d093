public import MetricSpec

/// What happened to a city on a day: it got a new name, or became another.
public struct CityChange: Sendable, Hashable {
    /// The new name is a kind of its own beside those of ``Succession``.
    public static let renamed = "renamed"

    public let city: String
    /// The city that it became, or that left it; itself where it was renamed.
    public let becomes: String
    /// ``renamed``, or a kind of ``Succession``.
    public let kind: String
    /// The first day on which it holds.
    public let date: CalendarDay
    /// What the city was called the day before.
    public let name: String
    /// What the other, or it itself, is called on the day.
    public let newName: String
    /// The part (0 to 1) of the city's residents that went over; nil when not
    /// known.
    public let share: Double?
}

extension Consortium {
    /// What a city was called on a day: its attribute
    /// ``CityAttribute/formerName``, else its name in cities.csv.
    public func name(of id: String, on day: CalendarDay) -> String {
        let former = attributes.first {
            $0.attribute == CityAttribute.formerName && $0.city == id && $0.valid.contains(day)
        }
        return former?.value ?? directory.index(of: id).map { directory.cities[$0].name } ?? id
    }

    /// What all cities were called on a day, by their ids.
    public func names(on day: CalendarDay) -> [String: String] {
        var names = Dictionary(directory.cities.map { ($0.id, $0.name) }) { first, _ in first }
        for attribute in attributes
        where attribute.attribute == CityAttribute.formerName && attribute.valid.contains(day) {
            names[attribute.city] = attribute.value
        }
        return names
    }

    /// What happened to cities, oldest first.
    public var cityChanges: [CityChange] {
        let became = successions.map { succession in
            CityChange(
                city: succession.city, becomes: succession.becomes,
                kind: succession.kind.rawValue, date: succession.date,
                name: name(of: succession.city, on: succession.date.dayBefore),
                newName: name(of: succession.becomes, on: succession.date),
                share: succession.share)
        }
        return (became + renamings).sorted {
            ($0.date, $0.city, $0.kind, $0.becomes) < ($1.date, $1.city, $1.kind, $1.becomes)
        }
    }

    /// Days on which a city's name was another one than the day before.
    private var renamings: [CityChange] {
        let named = attributes.filter { $0.attribute == CityAttribute.formerName }
        return Dictionary(grouping: named, by: \.city).flatMap { city, rows in
            Set(rows.flatMap { [$0.valid.from, $0.valid.to] }.compactMap { $0 }).compactMap { day in
                let (before, after) = (name(of: city, on: day.dayBefore), name(of: city, on: day))
                guard before != after else { return nil }
                return CityChange(
                    city: city, becomes: city, kind: CityChange.renamed, date: day, name: before,
                    newName: after, share: nil)
            }
        }
    }
}

extension CalendarDay {
    fileprivate var dayBefore: CalendarDay { CalendarDay(number: number - 1) }
}
