public import Tabular

/// What came of one file.
public struct IntakeSummary: Sendable {
    /// Rows below the header, without blank ones.
    public internal(set) var rows = 0
    /// Rows without anything in the mapped columns.
    public internal(set) var blankRows = 0
    /// Rows that `where:` or `ignore_codes:` leave out.
    public internal(set) var leftOutRows = 0
    /// Values in the rows that were read: accepted and rejected.
    public internal(set) var values = 0
    /// Values that were accepted, with those that are missing for a reason.
    public internal(set) var accepted = 0
    /// Values that were not accepted; all of them where the file is rejected.
    public internal(set) var rejected = 0
    /// Of those accepted, how many are missing, for whatever reason.
    public internal(set) var missing = 0
    /// Findings by severity.
    public internal(set) var findings: [Severity: Int] = [:]
    /// Whether the file as a whole is rejected: nothing that was delivered
    /// may be kept.
    public internal(set) var isRejected = false
    /// The header, empty where there is none.
    public internal(set) var header: [String] = []
    /// The rows of the header, one text a column.
    public internal(set) var headerRows: [[String]] = []
    /// How the file is cut into cells; nil where it could not be opened.
    public internal(set) var dialect: Dialect?
    /// The stored values that bear on its figures of the fiscal year so far.
    public internal(set) var accumulatedNeeds: Set<AccumulatedNeed> = []
    /// The accounts and categories of its rows, by city and period.
    public internal(set) var codeLists: [PeriodCodes] = []
    /// The keys of its records, by city and period.
    public internal(set) var recordKeys: [RecordKeyList] = []
    /// The tables that were opened, in their order.
    public internal(set) var parts: [SubmissionPart] = []
    /// Whether duplicates within the file were looked for.
    public internal(set) var areDuplicatesChecked = false

    /// Whether at least one value, or the file, was not accepted.
    public var hasRejections: Bool { isRejected || rejected > 0 }

    /// How many findings have a severity.
    public func count(_ severity: Severity) -> Int { findings[severity] ?? 0 }
}

/// Counts kept while a file is read.
struct IntakeTally {
    var rows = 0
    var blankRows = 0
    var firstBlankLine: Int?
    var leftOutRows = 0
    /// Rows that are a total in the place of a city.
    var totals: (count: Int, line: Int, text: String)?
    var values = 0
    var accepted = 0
    var rejected = 0
    var missing = 0
    private(set) var bySeverity: [Severity: Int] = [:]

    mutating func count(_ severity: Severity) { bySeverity[severity, default: 0] += 1 }

    /// Adds what was counted in another table.
    mutating func add(_ other: IntakeTally) {
        rows += other.rows
        blankRows += other.blankRows
        leftOutRows += other.leftOutRows
        values += other.values
        accepted += other.accepted
        rejected += other.rejected
        missing += other.missing
        bySeverity.merge(other.bySeverity) { $0 + $1 }
    }

    /// Whether a finding has a severity.
    func has(_ severity: Severity) -> Bool { bySeverity[severity] != nil }
}
