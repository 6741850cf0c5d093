public import MetricSpec

/// A city that became another, or a part of one, on a day: a row of
/// successions.csv.
///
/// A renamed city is none: its id stays, and the attribute
/// ``CityAttribute/formerName`` says what it was called.
public struct Succession: Sendable, Hashable {
    /// What became of the city.
    public enum Kind: String, Sendable, CaseIterable {
        /// It ends in a new city, together with others.
        case merger
        /// It ends in a city that was there before, or in several, one row
        /// each.
        case absorption
        /// It ends in several new cities, one row each.
        case division
        /// It goes on; a part of it is a new city.
        case separation

        /// Whether the city is no reporting unit from the day on.
        public var endsCity: Bool { self != .separation }
        /// Whether the other city is none before the day.
        public var beginsSuccessor: Bool { self != .absorption }
    }

    public let city: String
    /// The city that it became, or that left it.
    public let becomes: String
    public let kind: Kind
    /// The first day on which it holds.
    public let date: CalendarDay
    /// The part (0 to 1) of the city's residents that went over; nil when not
    /// known.
    public let share: Double?

    /// Makes a row.
    public init(
        city: String, becomes: String, kind: Kind, date: CalendarDay, share: Double? = nil
    ) {
        self.city = city
        self.becomes = becomes
        self.kind = kind
        self.date = date
        self.share = share
    }
}

extension Consortium {
    /// Ids of cities that are no reporting units on a day: they had not come
    /// to be, or had become others. An old period keeps its old cities.
    public func absentCities(on day: CalendarDay) -> Set<String> {
        var absent: Set<String> = []
        for succession in successions {
            if succession.kind.endsCity, day >= succession.date { absent.insert(succession.city) }
            if succession.kind.beginsSuccessor, day < succession.date {
                absent.insert(succession.becomes)
            }
        }
        return absent
    }

    /// By position in the directory, the days on which a city came to be,
    /// ended, lost or gained a part; without those of which none is known.
    public var areaChanges: [Int: [CalendarDay]] {
        var days: [Int: [CalendarDay]] = [:]
        for succession in successions {
            for id in [succession.city, succession.becomes] {
                guard let city = directory.index(of: id) else { continue }
                days[city, default: []].append(succession.date)
            }
        }
        return days
    }
}
