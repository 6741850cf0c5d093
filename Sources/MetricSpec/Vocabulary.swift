/// A closed list of words that the standard, files and views share.
///
/// `rawValue` is the word as it is written in YAML, in mappings and in the
/// views; `code` the small integer that the warehouse stores.
public protocol Vocabulary: RawRepresentable<String>, CaseIterable, Sendable, Hashable {}

extension Vocabulary {
    /// The position in the list, from 0: what the warehouse stores.
    ///
    /// New words are added at the end, so that stored codes keep their meaning.
    public var code: Int16 {
        var position: Int16 = 0
        for word in Self.allCases {
            if word == self { return position }
            position += 1
        }
        return position
    }

    /// The word with a stored code; nil for a code that no word has.
    public init?(code: Int16) {
        let words = Array(Self.allCases)
        guard code >= 0, Int(code) < words.count else { return nil }
        self = words[Int(code)]
    }
}

/// What a value is, or why it is missing (after SDMX CL_OBS_STATUS).
///
/// The first cases carry a value; the others never do. A missing value keeps
/// its reason down to the chart.
public enum ObservationStatus: String, Vocabulary {
    /// An ordinary value.
    case normal
    /// The city estimated it.
    case estimated
    /// Expected to change.
    case provisional
    /// Too uncertain to be compared, as its sender says.
    case unreliable
    /// Nothing was sent, or the cell was blank.
    case notReported = "not_reported"
    /// The city does not collect it.
    case notCollected = "not_collected"
    /// It cannot exist for this city.
    case notApplicable = "not_applicable"
    /// The city does not provide the service.
    case notProvided = "not_provided"
    /// The city does not take part in this service's comparison.
    case notTakingPart = "not_taking_part"
    /// The city has it and keeps it back.
    case withheld
    /// Hidden because it could reveal somebody.
    case suppressed
    /// Announced for later.
    case late

    /// Whether a number stands behind this status.
    public var hasValue: Bool {
        switch self {
        case .normal, .estimated, .provisional, .unreliable: true
        default: false
        }
    }
}

/// Who may see a value (after SDMX CL_CONF_STATUS).
public enum Confidentiality: String, Vocabulary {
    /// Free for publication.
    case free
    /// For members only.
    case member
    /// Confidential.
    case confidential
}

/// Which of several figures for one period a value is.
public enum Variant: String, Vocabulary {
    /// What happened, as finally known.
    case actual
    /// What happened, as far as known.
    case provisionalActual = "provisional_actual"
    /// What was planned at first.
    case budget
    /// What was planned after changes.
    case adjustedBudget = "adjusted_budget"
    /// What is aimed at.
    case target
}

/// Which direction of a metric is the good one.
public enum Polarity: String, Vocabulary {
    /// More is better.
    case highGood = "high_good"
    /// Less is better.
    case lowGood = "low_good"
    /// Near a target is better.
    case target
    /// Neither direction is better; no rank.
    case noJudgement = "no_judgement"
    /// The question has no sense for this metric; no rank.
    case notApplicable = "not_applicable"
}

/// Whether a measure counts what happened in a period or what is there.
public enum MeasureKind: String, Vocabulary {
    /// A level at a date or over a time: inhabitants, lane miles.
    case stock
    /// An amount of a period: calls, dollars spent.
    case flow
}

/// How the quarters of a measure make a year.
public enum QuarterToYear: String, Vocabulary {
    case sum
    case last
    case mean
    case none
}

/// What a metric says about a service (the input-to-outcome chain).
public enum MetricKind: String, Vocabulary {
    case input
    case output
    case efficiency
    case outcome
    case serviceLevel = "service_level"
}

/// What kind of number a metric is, which decides what may be said of it
/// (METHODS 0).
public enum Uncertainty: String, Vocabulary {
    case sample
    case events
    case records
    case volume
    case none
}

/// How a city does a service at a date.
public enum ProvisionMode: String, Vocabulary {
    /// With its own staff.
    case ownStaff = "own_staff"
    /// A contractor does it.
    case contract
    /// A body shared with other governments does it.
    case joint
    /// Another government does it: the city does not provide it.
    case anotherGovernment = "another_government"
    /// Nobody does it.
    case none

    /// Whether the city answers for the service.
    public var isProvided: Bool {
        switch self {
        case .ownStaff, .contract, .joint: true
        case .anotherGovernment, .none: false
        }
    }
}

/// Where a city stands in one metric and period, and why it has no figure
/// where it has none: the `status` of the member views.
public enum StandingStatus: String, Vocabulary {
    case reported
    case notReported = "not_reported"
    case notCollected = "not_collected"
    case notApplicable = "not_applicable"
    case notProvided = "not_provided"
    case notTakingPart = "not_taking_part"
    case withheld
    case suppressed
    case unreliable
    case notComparable = "not_comparable"
    case late
}
