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
    ///   - codes: a list that says what the codes in the file stand for.
    public func suggest(
        _ file: SourceFile, path: String, city: String? = nil, codes: CodeList? = nil,
        format: TableFormat = TableFormat()
    ) throws(TableError) -> Suggestion {
        let sample = try TableSample(file, format: format)
        try Self.checkName(sample)
        let marks = MarksGuess.best(sample)
        let profiles = sample.columns.map {
            ColumnProfile($0, marks: marks, context: context)
        }
        let scorer = scorer.judged(for: sample, path: path)
        let path = PathGuess(path, context: context)
        let places = PlaceGuess(profiles, path: path, city: city, context: context)
        let qualifiers = QualifierGuess(profiles, taken: places.columns, context: context)
        let table = DraftTable(
            file: file, sample: sample, marks: marks, profiles: profiles, path: path,
            places: places, qualifiers: qualifiers, calendar: context.calendar,
            codeList: codes)
        let layout = LayoutGuess(table, scorer: scorer, context: context)
        return try DraftBasis(table: table, layout: layout, scorer: scorer).suggestion()
    }
}

extension Suggester {
    /// Refuses a file that calls itself JSON and is read as a text table, such
    /// as a lone number.
    private static func checkName(_ sample: TableSample) throws(TableError) {
        let isJSON = [".json", ".jsonl", ".ndjson"].contains {
            sample.file.lowercased().hasSuffix($0)
        }
        guard isJSON, case .text = sample.origin else { return }
        throw TableError(
            .unsupportedFormat, file: sample.file,
            problem: "the file is called JSON, but there is no object with values in it",
            remedy: "Send the records as a list of objects")
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
    /// The calendar of the consortium.
    let calendar: FiscalCalendar
    /// What the codes in it stand for; nil where no list says it.
    let codeList: CodeList?

    /// What the file's name and titles say that it is of.
    var about: String {
        let name = sample.file.split(separator: "/").last.map(String.init) ?? ""
        let stem = name.split(separator: ".").dropLast().joined(separator: " ")
        return "\(stem) \(sample.titles.joined(separator: " "))"
    }

    /// The columns that are left for figures and codes.
    var free: [ColumnProfile] {
        profiles.filter { profile in
            !places.columns.contains(profile.position)
                && !qualifiers.columns.contains(profile.position)
        }
    }
}
