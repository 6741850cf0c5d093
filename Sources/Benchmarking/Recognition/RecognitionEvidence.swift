public import MetricSpec

/// What is known of one city when it is recognised.
public struct RecognitionEvidence: Sendable, Hashable {
    /// Ids of the measures of which the city has a value.
    public var reported: Set<String>
    /// Ids of those for which somebody beside their author stands.
    public var verified: Set<String>
    /// Ids of those that came by the day they were due.
    public var onTime: Set<String>
    /// Ids of measures that the city cannot report, since it does not provide
    /// their service or take part in it; they count neither way.
    public var exempt: Set<String>
    /// In any order; of several of one rule the latest counts.
    public var assessments: [PracticeAssessment]

    /// Makes evidence; by default there is none.
    public init(
        reported: Set<String> = [], verified: Set<String> = [], onTime: Set<String> = [],
        exempt: Set<String> = [], assessments: [PracticeAssessment] = []
    ) {
        self.reported = reported
        self.verified = verified
        self.onTime = onTime
        self.exempt = exempt
        self.assessments = assessments
    }

    /// The measures that are in a state.
    func measures(in state: CoverageState) -> Set<String> {
        switch state {
        case .reported: reported
        case .verified: verified
        case .onTime: onTime
        }
    }
}

/// An assessor's verdict on a practice; one that is pending is none.
public struct PracticeAssessment: Sendable, Hashable {
    /// The id of the practice rule that was looked at.
    public var rule: String
    /// How many items of the checklist are fulfilled.
    public var fulfilled: Int
    public var isMet: Bool
    public var assessedOn: CalendarDay
    /// The last day on which it holds; nil: until another is given.
    public var validUntil: CalendarDay?

    /// Makes an assessment of its parts.
    public init(
        rule: String, fulfilled: Int, isMet: Bool, assessedOn: CalendarDay,
        validUntil: CalendarDay? = nil
    ) {
        self.rule = rule
        self.fulfilled = fulfilled
        self.isMet = isMet
        self.assessedOn = assessedOn
        self.validUntil = validUntil
    }
}
