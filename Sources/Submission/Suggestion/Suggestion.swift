public import MetricSpec

/// A draft of a mapping: what each column probably is, with reasons, and what
/// somebody must say.
public struct Suggestion: Sendable {
    /// What a column is for.
    public enum Role: String, Sendable, Vocabulary {
        case city
        case period
        case breakdown
        case variant
        case status
        /// Its cells name measures.
        case code
        /// Its cells are figures, of a measure or of what other columns name.
        case value
        /// A column that a layout of many rows needs: account, date, share.
        case row
        case ignored
        case personal
    }

    /// One column and what is thought of it.
    public struct Column: Sendable {
        public let name: String
        /// Counted from 1.
        public let position: Int
        public let role: Role
        /// The measure it carries, or probably carries where it is asked.
        public let measure: String?
        /// From 0 to 1.
        public let confidence: Double
        public let reason: String
        /// What must be answered; nil where nothing is.
        public let question: String?
        /// What else it may be, the likeliest first.
        public let candidates: [MeasureCandidate]
    }

    /// One code of a list and the measure that it stands for.
    public struct Code: Sendable {
        public let code: String
        public let measure: String?
        public let confidence: Double
        public let reason: String
        public let question: String?
        public let candidates: [MeasureCandidate]
    }

    /// The name of the file.
    public let file: String
    /// The files in it that the mapping reads; empty where it is one file.
    public let members: [String]
    /// Whether the mapping reads all of them as one submission.
    public let isWhole: Bool
    /// How its values lie.
    public let layout: Mapping.Layout
    /// Why that is thought.
    public let layoutReason: String
    /// The rows below the header that were looked at.
    public let rows: Int
    /// In the order of the file.
    public let columns: [Column]
    /// The codes of measures, in the order of the file; empty for most.
    public let codes: [Code]
    /// The mapping, in YAML, with reasons and questions as comments.
    public let text: String

    /// The columns and codes whose measure was found unasked.
    public var found: Int {
        columns.count { $0.measure != nil && $0.question == nil }
            + codes.count { $0.measure != nil && $0.question == nil }
    }

    /// What the mapping says, but for which files it serves: without title,
    /// comments and reasons.
    var meaning: [String] {
        text.split(separator: "\n").compactMap { line in
            let words =
                line.firstRange(of: /\s*# |,? ?member: .*/).map {
                    line[..<$0.lowerBound]
                } ?? line
            let isOfFile = ["title:", "files:"].contains { words.hasPrefix($0) }
            return words.isEmpty || isOfFile ? nil : String(words)
        }
    }

    /// The number of questions that somebody must answer.
    public var questions: Int { text.matches(of: /# question:/).count }
}
