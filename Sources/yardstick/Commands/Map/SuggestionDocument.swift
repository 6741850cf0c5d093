import Submission

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
    /// The files in it that the mapping reads, where there are several.
    let members: [String]
    /// The mapping in YAML.
    let mapping: String
    /// The drafts of files of other shapes beside them.
    let further: [FurtherDraft]

    /// - Parameter drafts: at least one.
    init(_ drafts: [Suggestion]) {
        let suggestion = drafts[0]
        file = suggestion.file
        members = suggestion.members
        further = drafts.dropFirst().map(FurtherDraft.init)
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
        found = suggestion.found
    }

    private static func candidates(_ all: [MeasureCandidate]) -> [CandidateLine] {
        all.map { CandidateLine(measure: $0.measure, confidence: rounded($0.confidence)) }
    }

    private static func rounded(_ number: Double) -> Double { (number * 1_000).rounded() / 1_000 }
}

/// A draft for files of another shape, as JSON.
struct FurtherDraft: Encodable {
    let members: [String]
    let layout: String
    let found: Int
    let questions: Int
    let mapping: String

    init(_ suggestion: Suggestion) {
        members = suggestion.members
        layout = suggestion.layout.rawValue
        found = suggestion.found
        questions = suggestion.questions
        mapping = suggestion.text
    }
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
