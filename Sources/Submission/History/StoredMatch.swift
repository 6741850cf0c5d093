import MetricSpec

/// A stored file with the bytes of another, counted for other cities or
/// periods.
public struct SameContent: Sendable, Equatable {
    /// The submission that brought it.
    public let submission: Int
    /// Its path.
    public let file: String
    /// A city and period it was counted for, in words.
    public let place: String

    /// Makes one.
    public init(submission: Int, file: String, place: String) {
        self.submission = submission
        self.file = file
        self.place = place
    }
}

/// A figure that is stored as that of another city for the same period.
public struct StoredCopy: Sendable, Equatable {
    /// The figure of the file.
    public let figure: EarlierValues.Row
    /// The submission that brought the other city's.
    public let submission: Int

    /// Makes one.
    public init(figure: EarlierValues.Row, submission: Int) {
        self.figure = figure
        self.submission = submission
    }
}

extension History {
    /// So many figures are looked for among those of other cities.
    private static let mostLookedFor = 100

    /// The figures that are so unlike what the city had before, and so little
    /// round, that another city may have them.
    public func figuresOfOthers(among rows: [EarlierValues.Row]) -> [EarlierValues.Row] {
        Array(
            rows.lazy.filter { row in
                guard CopyWatch.isTelling(row.value) else { return false }
                let points = values.series(
                    measure: row.measure, city: row.city, breakdown: row.breakdown,
                    before: row.period)
                let series = OwnSeries(points, before: row.period)
                return series.map { $0.surprise(row.value) >= CopyWatch.unlikely } ?? false
            }.prefix(Self.mostLookedFor))
    }
}
