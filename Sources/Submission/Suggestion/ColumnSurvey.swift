import Tabular

/// What the columns of a file hold, and which of them say the places.
struct ColumnSurvey: Sendable {
    let sample: TableSample
    let marks: NumberMarks
    let profiles: [ColumnProfile]
    private(set) var places: PlaceGuess
    private(set) var qualifiers: QualifierGuess

    init(_ sample: TableSample, path: PathGuess, city: String?, context: IntakeContext) {
        self.sample = sample
        let marks = MarksGuess.best(sample)
        self.marks = marks
        profiles = sample.columns.map { ColumnProfile($0, marks: marks, context: context) }
        places = PlaceGuess(profiles, path: path, city: city, context: context)
        qualifiers = QualifierGuess(profiles, taken: places.columns, context: context)
    }

    /// Takes what headings of blocks say.
    mutating func take(_ blocks: BlockGuess) {
        places.take(blocks)
        if let variant = blocks.variant { qualifiers.qualifiers.append(variant) }
    }
}
