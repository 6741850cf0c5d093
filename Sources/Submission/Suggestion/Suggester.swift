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
        try suggest(file, path: path, city: city, codes: codes, format: format, together: nil)
    }

    /// What the files of an archive or folder may be: one draft where all are
    /// of one shape, else one for each shape; a single file as `suggest`.
    ///
    /// Files whose columns differ in what a mapping takes no notice of, such
    /// as the years in headers, are of one shape.
    public func suggestAll(
        _ file: SourceFile, path: String, city: String? = nil, codes: CodeList? = nil,
        format: TableFormat = TableFormat()
    ) throws(TableError) -> [Suggestion] {
        let found = try FileShapes(file, format: format)
        if found.shapes.isEmpty {
            return [
                try suggest(file, path: path, city: city, codes: codes, format: format)
            ]
        }
        func draft(_ names: [String]) throws(TableError) -> Suggestion {
            try suggest(
                file, path: path, city: city, codes: codes, format: format,
                together: FilesTogether(names, of: found, in: path))
        }
        var drafts: [Suggestion] = []
        for names in found.shapes { drafts.append(try draft(names)) }
        let merged = Dictionary(grouping: drafts.indices) { drafts[$0].meaning }.values
            .map { $0.sorted() }.sorted { $0[0] < $1[0] }
        if merged.count == drafts.count { return drafts }
        return try merged.map { places throws(TableError) in
            places.count == 1
                ? drafts[places[0]] : try draft(places.flatMap { found.shapes[$0] })
        }
    }

    private func suggest(
        _ file: SourceFile, path: String, city: String?, codes: CodeList?, format: TableFormat,
        together: FilesTogether?
    ) throws(TableError) -> Suggestion {
        var format = format
        if let together { format.members = NameChoice(files: together.names) }
        var tables = SampleTables(file: file, format: format)
        let first = try TableSample(tables)
        try Self.checkName(first)
        let scorer = scorer.judged(for: first, path: path)
        let whole = together?.isWhole ?? true ? path : PathGuess.unpacked(path)
        let guess = PathGuess(whole, members: together?.names ?? [], context: context)
        var survey = ColumnSurvey(first, path: guess, city: city, context: context)
        let blocks = BlockGuess(first, survey, scorer: scorer, context: context)
        if !blocks.blocks.isEmpty {
            tables.headings = blocks.blocks.map(\.pattern)
            survey = ColumnSurvey(
                try TableSample(tables), path: guess, city: city, context: context)
            survey.take(blocks)
        }
        let table = DraftTable(
            tables: tables, survey: survey, path: guess, blocks: blocks,
            calendar: context.calendar, codeList: codes, together: together)
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
