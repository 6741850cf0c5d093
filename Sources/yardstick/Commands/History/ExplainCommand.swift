import ArgumentParser
import Consortium
import MetricSpec
import Warehouse

/// `yardstick explain SUBMISSION`, and
/// `yardstick explain --city ID --measure ID --period P --text TEXT`.
struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Keep what a city says about an unlikely figure, so that it is not asked again.",
        discussion: """
            The explanation belongs to the figure: another figure for the same city,
            measure and period is asked about again. Without --value the current figure is
            meant. With the number of a submission alone it lists what is still to be
            answered, and the command that answers it. A figure that closes a year and
            that `check` would reject is explained first, with --value, and loaded then.
            Where `load` has rejected it already, explain it and load the same file again:
            its other figures stay as they are.

            Example:
              yardstick explain --city harbour-point --measure people/resident-population --period 2026 --value 50000 --text "New census"
            """)

    @Argument(help: "The number of a submission whose open questions are listed.")
    var submission: Int?

    @Option(help: "The id of the city.")
    var city: String?

    @Option(help: "The id of the measure, such as people/resident-population.")
    var measure: String?

    @Option(help: "The period, such as 2026-Q3.")
    var period: String?

    @Option(help: "What the city says.")
    var text: String?

    @Option(help: "The figure, in the unit of the measure (else the current one).")
    var value: Double?

    @Option(help: "The group or district.")
    var breakdown = "total"

    @Option(help: "Who says it (else the city).")
    var author: String?

    @Flag(help: "It may be published beside the figure.")
    var publish = false

    @OptionGroup var place: ConsortiumOptions
    @OptionGroup var database: DatabaseOptions
    @OptionGroup var output: FormatOptions

    func validate() throws {
        let parts = [city, measure, period, text]
        if submission != nil {
            if parts.contains(where: { $0 != nil }) {
                throw ValidationError(
                    "a submission lists its questions; to answer one, leave its number out.")
            }
        } else if parts.contains(nil) {
            throw ValidationError(
                "--city, --measure, --period and --text are needed, or the number of a "
                    + "submission alone.")
        }
        if let text, text.allSatisfy(\.isWhitespace) {
            throw ValidationError("--text is blank. Say what the city says.")
        }
    }

    func run() throws {
        let folder = try ConsortiumFolder.open(place)
        if let submission { return try list(submission, in: folder) }
        let request = try request(in: folder)
        let (changes, receipt) = try Session.with(
            database, consortium: folder.consortium.id, root: place.root
        ) { session in
            let sync = try session.warehouse.bringIn(folder.registry)
            if output.format == .text { Loader.show(sync.changes) }
            return (sync.changes, try session.warehouse.explain(request, at: Clock.now()))
        }
        let document = ExplanationDocument(request, receipt, broughtIn: changes)
        if output.format == .json { return try Console.json(document) }
        Console.line(document.sentence)
    }

    private func list(_ submission: Int, in folder: ConsortiumFolder) throws {
        let questions = try Session.with(
            database, consortium: folder.consortium.id, root: place.root
        ) { try $0.warehouse.openQuestions(ofSubmission: submission) }
        let document = QuestionsDocument(
            submission: submission, questions: questions.map { QuestionLine($0) })
        if output.format == .json { return try Console.json(document) }
        for line in document.questions {
            Console.line("\(line.severity): \(line.message) [\(line.rule)]")
            Console.line("  " + line.command)
        }
        if questions.isEmpty { Console.line("Submission \(submission) has no open question.") }
    }

    private func request(in folder: ConsortiumFolder) throws -> ExplanationRequest {
        let standard = folder.standard
        let (city, measure) = (city ?? "", measure ?? "")
        if folder.consortium.directory.index(of: city) == nil {
            throw CommandError("there is no city \"\(city)\" in cities.csv. Name the id of a city.")
        }
        if standard.measure(measure) == nil {
            throw CommandError(
                "the standard has no measure \"\(measure)\". `yardstick spec list` lists them.")
        }
        guard let period = Period(parsing: self.period ?? "") else {
            throw CommandError(
                "\"\(self.period ?? "")\" is no period. Expected one such as 2026-Q3 or 2026.")
        }
        guard standard.breakdownValues.contains(breakdown) else {
            throw CommandError(
                "the standard has no group \"\(breakdown)\". There are: "
                    + standard.breakdownValues.joined(separator: ", ") + ".")
        }
        return ExplanationRequest(
            city: city, measure: measure, breakdown: breakdown, period: period, value: value,
            text: text ?? "", author: author ?? city, isPublic: publish)
    }
}

/// An explanation as JSON.
private struct ExplanationDocument: Encodable {
    let schema = "yardstick/explain/1"
    let broughtIn: [String]
    let city: String
    let measure: String
    let breakdown: String
    let period: String
    let value: Double
    /// The figure that is current; nil where none is.
    let current: Double?
    let explanation: String
    let author: String
    let isPublic: Bool
    /// Whether it was known before.
    let isKnown: Bool
    /// The submission that rejected the figure, and its file.
    let rejectedIn: Int?
    let rejectedFile: String?

    init(
        _ request: ExplanationRequest, _ receipt: ExplanationReceipt, broughtIn: [String]
    ) {
        self.broughtIn = broughtIn
        city = request.city
        measure = request.measure
        breakdown = request.breakdown
        period = request.period.text
        value = receipt.value
        current = receipt.current
        explanation = request.text
        author = request.author
        isPublic = request.isPublic
        isKnown = receipt.isKnown
        rejectedIn = receipt.rejected?.submission
        rejectedFile = receipt.rejected?.file
    }

    /// What was done, for people.
    var sentence: String {
        let figure = "\(PlainNumber.text(value)) of \(measure) of \(city) for \(period)"
        let done = isKnown ? "is explained so already: nothing changed" : "is explained"
        if let rejectedIn, let rejectedFile {
            return "\(figure) \(done). Submission \(rejectedIn) rejected it: load "
                + "\(rejectedFile) again, and it is accepted."
        }
        if isKnown { return "\(figure) \(done)." }
        let still =
            current == value
            ? "" : " It is not the current figure: it is accepted when it is sent."
        return "\(figure) is explained and not asked about again.\(still)"
    }
}
