import Consortium
import MetricSpec
public import Tabular

/// Puts a draft mapping together for a file nobody has mapped.
///
/// Nothing is guessed silently: each line has its reason, and what is not
/// sure is left out with a question.
public struct Suggester: Sendable {
    let context: IntakeContext
    let scorer: MeasureScorer

    /// Prepares suggestions.
    ///
    /// - Parameter mappings: earlier mappings of this city and of others.
    public init(context: IntakeContext, mappings: [Mapping]) {
        self.context = context
        scorer = MeasureScorer(
            names: MeasureNames(context.standard), earlier: EarlierNames(mappings))
    }

    /// What a file may be.
    ///
    /// - Parameters:
    ///   - path: relative to `submissions/`, or as it was given.
    ///   - city: the id of the city that the whole file is about; nil: the
    ///     file or its path says it.
    public func suggest(
        _ file: SourceFile, path: String, city: String? = nil, format: TableFormat = TableFormat()
    ) throws(TableError) -> Suggestion {
        let sample = try TableSample(file, format: format)
        let marks = MarksGuess.best(sample)
        let profiles = sample.columns.map {
            ColumnProfile($0, marks: marks, context: context)
        }
        let path = PathGuess(path, context: context)
        let places = PlaceGuess(profiles, path: path, city: city, context: context)
        let qualifiers = QualifierGuess(profiles, taken: places.columns, context: context)
        var table = DraftTable(
            file: file, sample: sample, marks: marks, profiles: profiles, path: path,
            places: places, qualifiers: qualifiers)
        let layout = LayoutGuess(table, scorer: scorer, context: context)
        return try draft(&table, layout)
    }

    private func draft(
        _ table: inout DraftTable, _ layout: LayoutGuess
    ) throws(TableError) -> Suggestion {
        switch layout.layout {
        case .long: try LongDraft(table, layout, scorer).suggestion()
        case .wide where !layout.periodColumns.isEmpty:
            try PeriodColumnsDraft(table, layout, scorer).suggestion()
        case .wide: WideDraft(table, layout, scorer).suggestion()
        case .ledger: try LedgerDraft(table, layout, scorer).suggestion()
        case .records, .positions: RowsDraft(table, layout, scorer).suggestion()
        }
    }
}

/// What is known of a file before its layout is.
struct DraftTable: Sendable {
    let file: SourceFile
    let sample: TableSample
    let marks: NumberMarks
    let profiles: [ColumnProfile]
    let path: PathGuess
    let places: PlaceGuess
    let qualifiers: QualifierGuess

    /// The columns that are left for figures and codes.
    var free: [ColumnProfile] {
        profiles.filter { profile in
            !places.columns.contains(profile.position)
                && !qualifiers.columns.contains(profile.position)
        }
    }

    /// The figures of a column's cells, read with the file's marks.
    func number(_ text: String) -> Double? {
        let reading = marks.reader(.one).read(text)
        return reading.isNumber ? reading.value : nil
    }
}
