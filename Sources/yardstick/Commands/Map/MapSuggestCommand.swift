import ArgumentParser
import Consortium
import MetricSpec
import Submission
import Tabular

/// `yardstick map suggest FILE`: a draft mapping for a file nobody has mapped.
struct MapSuggestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "suggest",
        abstract: "Draft a mapping for a file, with reasons and questions.",
        discussion: """
            Looks at headers, cells, the words and ranges of the standard, the cities, and
            the mappings that are there. Each line has its reason behind it; what is not
            sure is left out with a comment that says question:. Nothing is stored.

            Example:
              yardstick map suggest submissions/2026-Q3/crash-registry/casualties.csv
            """)

    @Argument(help: "The file.")
    var file: String

    @Option(
        help: ArgumentHelp(
            "Write the mapping to a file, such as mappings/NAME.yaml.", valueName: "file.yaml"))
    var out: String?

    @Option(help: "The id, name or alias of the city that the whole file is about.")
    var city: String?

    @Option(
        help: ArgumentHelp(
            "The line of the header, counted from 1 (else found).", valueName: "line"))
    var headerRow: Int?

    @Option(
        help: ArgumentHelp(
            "A list of the codes in the file, with what each stands for: a table with one row a "
                + "code.", valueName: "file"))
    var codes: String?

    @Option(help: ArgumentHelp("Look away from this mapping; repeatable.", valueName: "name"))
    var without: [String] = []

    @Flag(help: "Look away from all mappings that are there.")
    var fresh = false

    @OptionGroup var place: ConsortiumOptions
    @OptionGroup var output: FormatOptions

    func validate() throws {
        if let headerRow, headerRow < 1 {
            throw ValidationError("--header-row \(headerRow) is no line. Expected 1 or more.")
        }
    }

    func run() throws {
        let folder = try ConsortiumFolder.open(place)
        guard Folder.exists(file), !Folder.isFolder(file) else {
            throw CommandError("\(file) is not a file. Name one file.")
        }
        if let out, Folder.exists(out) {
            throw CommandError("\(out) is there already. Name another file, or take it away first.")
        }
        let location = Folder.absolute(file)
        let path = Folder.relative(location, to: folder.submissions) ?? location
        let mappings = fresh ? [] : folder.mappings.filter { !without.contains($0.name) }
        let format = Tabular.TableFormat(headerRow: headerRow)
        let suggester = Suggester(context: folder.context, mappings: mappings)
        let suggestion = try suggester.suggest(
            SourceFile(path: location, name: Folder.relative(location, to: folder.path) ?? file),
            path: path, city: city.map { try folder.city($0).id }, codes: try codeList(),
            format: format)
        try show(suggestion)
    }

    private func codeList() throws -> CodeList? {
        guard let codes else { return nil }
        guard Folder.exists(codes), !Folder.isFolder(codes) else {
            throw CommandError("\(codes) is not a file. Name the file that lists the codes.")
        }
        return try CodeList(SourceFile(path: Folder.absolute(codes), name: codes))
    }

    private func show(_ suggestion: Suggestion) throws {
        if let out { try Folder.write(suggestion.text.utf8, to: out) }
        if output.format == .json { return try Console.json(SuggestionDocument(suggestion)) }
        guard let out else { return Console.line(String(suggestion.text.dropLast())) }
        let document = SuggestionDocument(suggestion)
        Console.line(
            "Wrote \(out): layout \(suggestion.layout.rawValue), \(document.found) "
                + "\(document.found == 1 ? "measure" : "measures") found, "
                + "\(document.questions) \(document.questions == 1 ? "question" : "questions"). "
                + (document.questions == 0 ? "Next: " : "Answer them in it; then: ")
                + "yardstick map test --mapping \(out) \(file)")
    }
}

/// A suggestion as JSON.
struct SuggestionDocument: Encodable {
    let schema = "yardstick/map-suggest/1"
    let file: String
    let layout: String
    let layoutReason: String
    let rows: Int
    /// The measures that were found unasked.
    let found: Int
    let questions: Int
    let columns: [SuggestedColumn]
    let codes: [SuggestedCode]
    /// The mapping in YAML.
    let mapping: String

    init(_ suggestion: Suggestion) {
        file = suggestion.file
        layout = suggestion.layout.rawValue
        layoutReason = suggestion.layoutReason
        rows = suggestion.rows
        questions = suggestion.questions
        mapping = suggestion.text
        columns = suggestion.columns.map {
            SuggestedColumn(
                column: $0.position, name: $0.name, role: $0.role.rawValue, measure: $0.measure,
                confidence: Self.rounded($0.confidence), reason: $0.reason, question: $0.question,
                candidates: Self.candidates($0.candidates))
        }
        codes = suggestion.codes.map {
            SuggestedCode(
                code: $0.code, measure: $0.measure, confidence: Self.rounded($0.confidence),
                reason: $0.reason, question: $0.question,
                candidates: Self.candidates($0.candidates))
        }
        found =
            columns.count { $0.measure != nil && $0.question == nil }
            + codes.count { $0.measure != nil && $0.question == nil }
    }

    private static func candidates(_ all: [MeasureCandidate]) -> [CandidateLine] {
        all.map { CandidateLine(measure: $0.measure, confidence: rounded($0.confidence)) }
    }

    private static func rounded(_ number: Double) -> Double { (number * 1_000).rounded() / 1_000 }
}

/// A measure that may be meant, as JSON.
struct CandidateLine: Encodable {
    let measure: String
    let confidence: Double
}

/// A column of a suggestion, as JSON.
struct SuggestedColumn: Encodable {
    let column: Int
    let name: String
    let role: String
    let measure: String?
    let confidence: Double
    let reason: String
    let question: String?
    let candidates: [CandidateLine]
}

/// A code or account of a suggestion, as JSON.
struct SuggestedCode: Encodable {
    let code: String
    let measure: String?
    let confidence: Double
    let reason: String
    let question: String?
    let candidates: [CandidateLine]
}
