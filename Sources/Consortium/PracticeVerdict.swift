public import MetricSpec

/// What an assessor found of one practice in one city: a row of practices.csv.
public struct PracticeVerdict: Sendable, Hashable {
    /// What was found.
    public enum Verdict: String, Vocabulary {
        case met
        case notMet = "not_met"
        /// Not looked at yet.
        case pending
    }

    public let city: String
    /// The id of a practice rule of the standard's recognition.
    public let criterion: String
    /// How many items of the rule's checklist are fulfilled; nil where no one
    /// has counted.
    public let fulfilled: Int?
    /// What was shown, as it was written: `document`, `link: ADDRESS`;
    /// several pieces are separated by `|`.
    public let evidence: String
    public let verdict: Verdict
    public let assessor: String
    public let assessedOn: CalendarDay?
    /// The last day on which it holds; nil: until another is given.
    public let validUntil: CalendarDay?

    /// The kinds of evidence shown: the words before the colons.
    public var evidenceKinds: [String] {
        evidence.split(separator: "|").map { piece in
            CityDirectory.trimmed(piece.prefix { $0 != ":" })
        }
    }

    /// Whether it may be used on a day.
    public func holds(on day: CalendarDay) -> Bool {
        if let assessedOn, day < assessedOn { return false }
        if let validUntil, day > validUntil { return false }
        return true
    }
}

extension Consortium {
    /// The verdicts that hold on a day, by city and criterion: of several the
    /// one assessed last.
    public func verdicts(on day: CalendarDay) -> [PracticeVerdict] {
        var latest: [[String]: PracticeVerdict] = [:]
        for verdict in verdicts where verdict.holds(on: day) {
            let key = [verdict.city, verdict.criterion]
            if let known = latest[key], known.isLater(than: verdict) { continue }
            latest[key] = verdict
        }
        return latest.values.sorted { ($0.city, $0.criterion) < ($1.city, $1.criterion) }
    }
}

extension PracticeVerdict {
    /// Whether it was assessed after another; one without a day is earlier.
    fileprivate func isLater(than other: PracticeVerdict) -> Bool {
        guard let day = assessedOn else { return false }
        return other.assessedOn.map { day > $0 } ?? true
    }
}
