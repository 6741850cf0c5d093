/// What may be typed into cells, checked by the spreadsheet program.
public struct Validation: Sendable, Hashable {
    public var range: CellRange
    public var rule: Rule
    /// What happens to an entry that breaks the rule.
    public var severity: Severity
    /// Shown while the cell is selected.
    public var input: Message
    /// Shown for an entry that breaks the rule.
    public var error: Message

    /// What an entry must be; a blank cell is always allowed.
    public enum Rule: Sendable, Hashable {
        /// A number from what one formula gives to what another gives; both
        /// are written for the first cell of the range, such as `=$F2`.
        case number(from: String, to: String)
        /// One of the texts in a range, such as `=Words!$A$2:$A$9`.
        case listed(in: String)
    }

    /// What happens to an entry that breaks the rule.
    public enum Severity: Sendable {
        /// It is refused.
        case stop
        /// It is questioned, and taken if the reader insists.
        case warning
    }

    /// A title and a text; longer ones than Excel shows are cut.
    public struct Message: Sendable, Hashable {
        public let title: String
        public let text: String

        /// Makes a message: 32 characters of title, 255 of text.
        public init(title: String, text: String) {
            self.title = Self.cut(title, 32)
            self.text = Self.cut(text, 255)
        }

        private static func cut(_ text: String, _ limit: Int) -> String {
            // The limits count UTF-16 units.
            guard text.utf16.count > limit else { return text }
            var kept = text
            while kept.utf16.count > limit - 1 { kept.removeLast() }
            return kept + "…"
        }
    }

    /// Makes a validation.
    public init(
        _ range: CellRange, _ rule: Rule, severity: Severity, input: Message, error: Message
    ) {
        self.range = range
        self.rule = rule
        self.severity = severity
        self.input = input
        self.error = error
    }
}

/// A look that cells take on while a formula holds.
public struct ConditionalFormat: Sendable, Hashable {
    public var range: CellRange
    /// Written for the first cell of the range, such as `=$F2>$H2`.
    public var formula: String
    /// Only colours and bold are taken.
    public var format: CellFormat

    /// Makes a rule; where it holds, later rules on the cell do not count.
    public init(_ range: CellRange, when formula: String, format: CellFormat) {
        self.range = range
        self.formula = formula
        self.format = format
    }
}
