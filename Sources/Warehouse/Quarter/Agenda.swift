public import Benchmarking

/// What the meeting on a period's figures is to talk about.
public struct Agenda: Sendable {
    /// All that are not closed.
    public let queries: [FigureQuery]
    /// The largest of each service, the farthest first.
    public let moves: [MovedFigure]
    /// Figures that a rule finds unlikely, by city and measure.
    public let flagged: [FlaggedFigure]
    /// What cities said about figures of the period.
    public let explanations: [FigureExplanation]
}

/// One figure by its names.
public struct FigureName: Sendable, Hashable {
    /// The id of the city.
    public let city: String
    /// The id of the measure.
    public let measure: String
    /// The id of the breakdown's value; `total` for all.
    public let breakdown: String

    /// Puts the names together.
    public init(city: String, measure: String, breakdown: String) {
        self.city = city
        self.measure = measure
        self.breakdown = breakdown
    }
}

/// A figure against the one a year before.
public struct MovedFigure: Sendable {
    public let name: FigureName
    public let move: Move
}

/// A figure that a rule finds unlikely.
public struct FlaggedFigure: Sendable {
    public let name: FigureName
    /// In the measure's unit.
    public let value: Double
    /// Whether it was not accepted for it.
    public let isRejected: Bool
    /// The id of the rule.
    public let rule: String
    /// What it noticed, and what was expected.
    public let problem: String
    public let expected: String?
}

/// What somebody said about a figure.
public struct FigureExplanation: Sendable {
    public let name: FigureName
    /// The figure that is meant, in the measure's unit.
    public let value: Double
    public let author: String
    public let text: String
    /// Whether it may be published beside the figure.
    public let isPublic: Bool
}
