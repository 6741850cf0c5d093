public import MetricSpec

/// The days of one period's reporting cycle: a row of calendar.csv.
public struct ReportingCycle: Sendable, Hashable {
    public let period: Period
    /// The first day on which reports are taken.
    public let opens: CalendarDay?
    /// The last day on which a report is in time.
    public let due: CalendarDay?
    /// The last day for answers to questions.
    public let queriesUntil: CalendarDay?
    /// The last day on which a city certifies in time.
    public let certifyUntil: CalendarDay?
    /// The first day on which a city sees its own standings.
    public let preview: CalendarDay?
    /// The first day on which members see the release.
    public let release: CalendarDay?
    /// Days on which nothing is released, such as those before an election.
    public let blackout: DayRange?

    /// Makes a cycle; days that are left out are open.
    public init(
        period: Period, opens: CalendarDay? = nil, due: CalendarDay? = nil,
        queriesUntil: CalendarDay? = nil, certifyUntil: CalendarDay? = nil,
        preview: CalendarDay? = nil, release: CalendarDay? = nil, blackout: DayRange? = nil
    ) {
        self.period = period
        self.opens = opens
        self.due = due
        self.queriesUntil = queriesUntil
        self.certifyUntil = certifyUntil
        self.preview = preview
        self.release = release
        self.blackout = blackout
    }

    /// A dated step; the word is the column's of calendar.csv.
    public enum Step: String, Vocabulary {
        case opens
        case due
        case queriesUntil = "queries_until"
        case certifyUntil = "certify_until"
        case preview
        case release

        /// Whether its day is the last one of what comes before it, not the
        /// first one of what it begins.
        var isDeadline: Bool {
            switch self {
            case .due, .queriesUntil, .certifyUntil: true
            case .opens, .preview, .release: false
            }
        }
    }

    /// What goes on between two steps.
    public enum Stage: String, Vocabulary {
        /// Reports are not taken yet.
        case announced
        /// Cities report.
        case reporting
        /// What is unlikely is asked about and answered.
        case queries
        /// Cities certify.
        case certification
        /// Certified, and no city sees the comparison yet.
        case closing
        /// Each city sees its own standings.
        case preview
        /// Members see the release.
        case released
    }

    /// The steps that have a day, in their order.
    public var steps: [(step: Step, day: CalendarDay)] {
        let days: [(Step, CalendarDay?)] = [
            (.opens, opens), (.due, due), (.queriesUntil, queriesUntil),
            (.certifyUntil, certifyUntil), (.preview, preview), (.release, release),
        ]
        return days.compactMap { step, day in day.map { (step, $0) } }
    }

    /// What goes on on a day; a step without a day is passed with the one
    /// before it.
    public func stage(on day: CalendarDay) -> Stage {
        let passed = steps.last { $0.step.isDeadline ? day > $0.day : day >= $0.day }
        switch passed?.step {
        case nil: return opens == nil ? .reporting : .announced
        case .opens: return .reporting
        case .due: return .queries
        case .queriesUntil: return .certification
        case .certifyUntil: return .closing
        case .preview: return .preview
        case .release: return .released
        }
    }

    /// The first step whose day is not over; nil after the last.
    public func next(on day: CalendarDay) -> (step: Step, day: CalendarDay)? {
        steps.first { $0.step.isDeadline ? day <= $0.day : day < $0.day }
    }
}

/// Days from one to another, both of them within.
public struct DayRange: Sendable, Hashable {
    public let first: CalendarDay
    public let last: CalendarDay

    /// Reads `2026-11-01/2026-11-05`, or one day; nil for other text and
    /// where the last day is before the first.
    public init?(parsing text: String) {
        let days = text.split(separator: "/", omittingEmptySubsequences: false)
            .map { CalendarDay(parsing: $0) }
        guard let first = days.first ?? nil, let last = days.last ?? nil, days.count <= 2,
            first <= last
        else { return nil }
        self.first = first
        self.last = last
    }

    /// Whether a day is within.
    public func contains(_ day: CalendarDay) -> Bool { first <= day && day <= last }

    /// As it is written: `2026-11-01/2026-11-05`.
    public var text: String { "\(first.text)/\(last.text)" }
}

/// Whom to ask in a city: a row of contacts.csv; never stored or published.
public struct Contact: Sendable, Hashable {
    public let city: String
    public let role: Role
    public let name: String
    public let address: String

    /// What somebody does in a quarter.
    public enum Role: String, Vocabulary {
        /// Sends the files.
        case sender
        /// Answers for the figures.
        case certifier
        /// Knows one service.
        case serviceLead = "service lead"
    }
}

extension Consortium {
    /// The days of a period; nil where calendar.csv has none.
    public func cycle(of period: Period) -> ReportingCycle? {
        cycles.first { $0.period == period }
    }

    /// Whom to ask in a city, in the order of contacts.csv.
    public func contacts(of city: String, as role: Contact.Role) -> [Contact] {
        contacts.filter { $0.city == city && $0.role == role }
    }
}
