/// What the answer to a sender's file is made of.
public struct ReplyInput: Sendable {
    /// What became of the file.
    public enum Verdict: Sendable, Hashable {
        /// Every value is accepted.
        case accepted
        /// Some values are not.
        case partly
        /// Nothing of the file can be used.
        case rejected
        /// No mapping, or more than one, serves the file.
        case notServed
    }

    /// How much a finding weighs.
    public enum Weight: Sendable, Hashable {
        case info
        case warning
        case error
    }

    /// Equal findings as one.
    public struct Group: Sendable, Hashable {
        public let weight: Weight
        /// The id of the rule.
        public let rule: String
        /// What the rule looks for, in a few words.
        public let title: String
        /// The column in words; nil where it is about lines or the whole file.
        public let column: String?
        /// The first places in words; empty for the whole file.
        public let places: String
        /// How many findings there are.
        public let count: Int
        /// What is wrong in the first place, and what was expected.
        public let problem: String
        /// What to do.
        public let remedy: String?

        /// Puts a group together.
        public init(
            weight: Weight, rule: String, title: String, column: String?, places: String,
            count: Int, problem: String, remedy: String?
        ) {
            self.weight = weight
            self.rule = rule
            self.title = title
            self.column = column
            self.places = places
            self.count = count
            self.problem = problem
            self.remedy = remedy
        }
    }

    public var consortium: String
    public var isInvented: Bool
    /// The file's name as its sender knows it.
    public var file: String
    public var verdict: Verdict
    /// The name of the mapping; nil where none serves the file.
    public var mapping: String?
    public var rows = 0
    public var values = 0
    public var accepted = 0
    public var rejected = 0
    /// The heaviest first.
    public var groups: [Group] = []
    /// The name of the annotated copy; nil where there is none.
    public var copy: String?
    /// Further sentences, such as what was stored.
    public var notes: [String] = []

    /// Makes an answer; all else is set afterwards.
    public init(
        consortium: String, isInvented: Bool, file: String, verdict: Verdict, mapping: String?
    ) {
        self.consortium = consortium
        self.isInvented = isInvented
        self.file = file
        self.verdict = verdict
        self.mapping = mapping
    }

    /// What became of the file, as a sentence without its full stop.
    public var headline: String {
        switch verdict {
        case .accepted:
            values == 0
                ? "\(file): the file holds no values"
                : "\(file): \(values == 1 ? "the value is" : "all \(values) values are") accepted"
        case .partly:
            "\(file): \(rejected) of \(values) values \(rejected == 1 ? "is" : "are") not accepted"
        case .rejected: "\(file): nothing of this file can be used yet"
        case .notServed: "\(file): nobody has said yet how this file is to be read"
        }
    }

    /// What the sender does now.
    public var nextStep: String {
        switch verdict {
        case .accepted:
            groups.contains { $0.weight == .warning }
                ? "Nothing has to be sent again. Please look at the warnings: where a figure is "
                    + "wrong, correct your own file and send it again."
                : "Nothing has to be done."
        case .partly:
            "The other values stand. Correct the places below in your own file and send the "
                + "whole file again; only what changed is taken over."
        case .rejected: "Correct your own file as described below and send it again."
        case .notServed:
            "Nothing has to be done by you: the file is kept, and the consortium will write the "
                + "mapping for it."
        }
    }

    /// The groups of a weight.
    func groups(_ weight: Weight) -> [Group] { groups.filter { $0.weight == weight } }
}

extension ReplyInput.Weight {
    /// In the order in which an answer lists them.
    static let heaviestFirst: [ReplyInput.Weight] = [.error, .warning, .info]

    /// The heading of such findings.
    var heading: String {
        switch self {
        case .error: "To be corrected"
        case .warning: "To be looked at"
        case .info: "Worth knowing"
        }
    }
}

extension ReplyInput.Group {
    /// How often and where, in words.
    var whereWords: String {
        let place = [column, places.isEmpty ? nil : places].compactMap { $0 }
            .joined(separator: ", ")
        if place.isEmpty { return count == 1 ? "the whole file" : "\(count) times" }
        return count == 1 ? place : "\(place) (\(count) times)"
    }
}
