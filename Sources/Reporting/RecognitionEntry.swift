public import MetricSpec

/// What the standard's recognition gives a city for a period.
public struct RecognitionEntry: Sendable, Hashable {
    /// All levels, the lowest first.
    public var levels: [RecognitionLevel]
    /// The points of each rule, in the order of the standard.
    public var rules: [RecognitionRow]

    /// Makes an entry; levels come as `Recognition.levels`.
    public init(levels: [RecognitionLevel], rules: [RecognitionRow]) {
        self.levels = levels
        self.rules = rules
    }

    /// The points of the city.
    public var points: Double { rules.reduce(0) { $0 + $1.points } }

    /// The points there are.
    public var possible: Double { rules.reduce(0) { $0 + $1.possible } }

    /// The share of points, in per cent; 0 where there are none.
    public var percent: Double { share * 100 }

    private var share: Double { possible > 0 ? points / possible : 0 }

    /// The highest level that the share reaches; nil below the first.
    public var level: RecognitionLevel? { levels.last { $0.isReached(byShare: share) } }

    /// The next level above; nil at the highest.
    public var next: RecognitionLevel? { levels.first { !$0.isReached(byShare: share) } }
}

/// A city's points under one rule.
public struct RecognitionRow: Sendable, Hashable {
    /// The rule's title.
    public var title: String
    public var points: Double
    public var possible: Double
    /// How the points came about, such as `14 of 20 measures reported`; nil
    /// where the points say it all.
    public var note: String?

    /// Makes a row of its parts.
    public init(title: String, points: Double, possible: Double, note: String? = nil) {
        self.title = title
        self.points = points
        self.possible = possible
        self.note = note
    }
}
