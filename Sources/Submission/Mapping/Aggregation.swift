import MetricSpec
import Tabular

/// How many rows become one figure: the layouts records, ledger, positions.
struct Aggregation: Sendable, Equatable {
    /// The figures of records and positions, or the lines of a ledger.
    var figures: [Figure] = []
    /// What rows must be like, besides `where:`.
    var tests: [RowTest] = []
    var dates: DateSource?
    var ledger: Ledger?
    var posts: Posts?
    var key: RecordKey?
    var closed: ClosedRecords?

    /// All names of columns that it reads.
    var columnNames: [String] {
        var columns = tests.map(\.column) + figures.compactMap(\.column)
        columns += figures.flatMap(\.conditions).map(\.column)
        columns += figures.flatMap { [$0.duration?.from, $0.duration?.to] }.compactMap { $0 }
        columns += [dates?.column, posts?.share, posts?.from, posts?.end, posts?.vacant?.column]
            .compactMap { $0 }
        columns += (key?.columns ?? []) + [closed?.column].compactMap { $0 }
        if let ledger {
            columns += [ledger.account] + ledger.segments.map(\.column)
            columns += [ledger.name, ledger.amount, ledger.debit, ledger.credit].compactMap { $0 }
        }
        return columns.flatMap(\.names) + figures.flatMap(\.columns)
    }
}

/// What is made of the values of many rows.
enum Aggregate: Sendable, Equatable {
    case count
    case distinct
    case sum
    case mean
    case sumOfSquares
    case atOrBelow(Double)
    /// A share from 0 to 1, and the most values that are kept for it.
    case percentile(Double, keeping: Int)
    case fullTimeEquivalents
    case vacancies
    case budgetedEquivalents
    case vacantEquivalents
}

/// One figure, made of the rows that meet its conditions.
struct Figure: Sendable, Equatable {
    /// Position in the standard's measures; nil where a column says it.
    var measure: Int32?
    var aggregate = Aggregate.sum
    var column: ColumnReference?
    /// Globs of several columns, each cell of which is a reading; empty where
    /// there is one column.
    var columns: [String] = []
    /// The two dates between which the time is taken, in the place of a
    /// column.
    var duration: RecordDuration?
    var conditions: [Condition] = []
    var factor: ExactFactor
    /// The measures with another factor, since their unit is another.
    var byMeasure: [Int32: ExactFactor] = [:]
    /// Whether the entry says the unit or multiplier itself.
    var hasOwnFactor = false
    /// What its columns say of it.
    var meaning = ColumnMeaning()
    /// What the one column of one file says of it.
    var qualifiers = ColumnQualifiers()
    /// Of a ledger: the accounts and segments of its rows.
    var segments: [SegmentRule] = []
    /// Of a ledger: whether credits count as positive.
    var isReversed = false
    /// Which rows these are, in words.
    var words = ""

    /// The figure as a column of a file says it.
    func of(_ qualifiers: ColumnQualifiers) -> Figure {
        var figure = self
        figure.qualifiers = qualifiers
        if qualifiers.measure >= 0 { figure.measure = qualifiers.measure }
        return figure
    }
}

/// What a cell must be like for its row to count.
struct RowTest: Sendable, Equatable {
    enum Kind: Sendable, Equatable {
        case equals([String])
        case not([String])
        case blank(Bool)
        case greater(Double)
        case less(Double)
    }

    let column: ColumnReference
    let kind: Kind
    /// The test in words.
    let words: String
}

/// The date of a row, which decides its period.
struct DateSource: Sendable, Equatable {
    let column: ColumnReference
    var months: Int32 = 3
    var order = DateText.Order.yearMonthDay
    /// Where the file's path says the period that its records are of.
    var within: PathTemplate?
}

/// The time from one date of a record to another.
struct RecordDuration: Sendable, Equatable {
    enum Unit: String, Sendable, CaseIterable {
        case minutes
        case hours
        case days

        var seconds: Double {
            switch self {
            case .minutes: 60
            case .hours: 3600
            case .days: 86_400
            }
        }
    }

    let from: ColumnReference
    let to: ColumnReference
    var unit = Unit.days
    var order = DateText.Order.yearMonthDay
}

/// What tells one record from another.
struct RecordKey: Sendable, Equatable {
    enum Repeated: String, Sendable, CaseIterable {
        /// Each of them counts.
        case count
        /// The first one counts.
        case once
    }

    let columns: [ColumnReference]
    var repeated = Repeated.once
}

/// Which records are closed.
struct ClosedRecords: Sendable, Equatable {
    /// The column that is blank while a record is open.
    let column: ColumnReference
    /// How many of a period's records may be open, in percent.
    var openShare = 10.0
}

/// What the rows of a ledger are.
struct Ledger: Sendable, Equatable {
    let account: ColumnReference
    /// What the file calls an account, for messages.
    let name: ColumnReference?
    let segments: [Segment]
    let amount: ColumnReference?
    let debit: ColumnReference?
    let credit: ColumnReference?
    /// Whether amounts are those of the fiscal year so far.
    let accumulates: Bool
    /// How far debits and credits may lie apart; nil: nobody looks.
    let tolerance: Double?
    /// Accounts that are left out on purpose.
    let ignored: [AccountRange]

    /// A part of an account, or a column beside it.
    struct Segment: Sendable, Equatable {
        let name: String
        let column: ColumnReference
        /// Which part of the cell, from 1, and what stands between parts.
        var part: Int?
        var separator = "-"
    }
}

/// The accounts, or codes of a segment, that belong to a line.
struct SegmentRule: Sendable, Equatable {
    /// Position in the ledger's segments; -1 for the account itself.
    let segment: Int
    let ranges: [AccountRange]
}

/// Accounts from one to another, both with it; one account; or a glob.
struct AccountRange: Sendable, Equatable {
    let text: String
    private let first: Int?
    private let last: Int?

    /// Reads `5000..5999`, `5100` or `51*`; nil where a range has no numbers
    /// in order at its ends.
    init?(_ text: String) {
        self.text = text
        guard let dots = text.firstRange(of: "..") else {
            (first, last) = (nil, nil)
            return
        }
        guard let first = Self.number(text[..<dots.lowerBound]),
            let last = Self.number(text[dots.upperBound...]), first <= last
        else { return nil }
        (self.first, self.last) = (first, last)
    }

    func contains(_ code: String) -> Bool {
        if let first, let last { return Self.number(code).map { first...last ~= $0 } ?? false }
        return text == code || (text.contains("*") && Glob(column: text).matches(code.lowercased()))
    }

    private static func number(_ text: some StringProtocol) -> Int? {
        guard text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        return Int(text)
    }
}

/// What the rows of a list of positions are.
struct Posts: Sendable, Equatable {
    /// The part of a full-time post; nil: every post is a whole one.
    let share: ColumnReference?
    /// What a full-time post has in that column: 1, 100 per cent, 37.5 hours.
    let fullTime: Double
    let from: ColumnReference?
    /// The day on which the post is no longer filled, or the last one on which
    /// it is.
    let end: ColumnReference?
    let isEndFilled: Bool
    let order: DateText.Order
    /// The cell that marks a post as vacant.
    let vacant: Condition?
}
