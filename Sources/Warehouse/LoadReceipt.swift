public import MetricSpec
public import Postgres
public import Submission
public import Tabular

/// One file to be loaded.
public struct LoadRequest: Sendable {
    public let file: SourceFile
    /// The path that is stored and shown: relative to the consortium folder
    /// for files in it.
    public let path: String
    /// The path that the mapping's templates are matched with: relative to
    /// `submissions/` for files in it.
    public let templatePath: String
    public let mapping: Mapping
    public let sender: String
    public let received: Timestamp

    /// Puts the parts together.
    public init(
        file: SourceFile, path: String, templatePath: String, mapping: Mapping,
        sender: String, received: Timestamp
    ) {
        self.file = file
        self.path = path
        self.templatePath = templatePath
        self.mapping = mapping
        self.sender = sender
        self.received = received
    }
}

/// What became of one file.
public struct LoadReceipt: Sendable {
    /// What became of the file as a whole.
    public enum Outcome: String, Vocabulary {
        /// Its good values are stored.
        case loaded
        /// Nothing of it could be used; it is kept with its fatal finding.
        case rejected
        /// The same submission is there already: nothing changed.
        case alreadyLoaded = "already_loaded"
        /// The same submission is there and withdrawn: nothing changed.
        case withdrawn
    }

    public let outcome: Outcome
    /// The number of the submission.
    public let submission: Int
    public let file: String
    public let mapping: String
    public let sender: String
    public var rowsRead = 0
    public var valuesRead = 0
    public var accepted = 0
    public var rejected = 0
    public var unchanged = 0
    public var superseded = 0
    /// Findings by severity.
    public var findings: [Severity: Int] = [:]
    /// The findings themselves, equal ones as one.
    public var groups = FindingGroups()
    /// The first 20 values that replaced a current one, in the order of the
    /// file.
    public var changes: [ValueChange] = []

    init(outcome: Outcome, submission: Int64, request: LoadRequest) {
        self.outcome = outcome
        self.submission = Int(submission)
        file = request.path
        mapping = request.mapping.name
        sender = request.sender
    }

    /// Takes what was counted while the file was read and stored.
    mutating func take(_ summary: IntakeSummary, _ outcome: ObservationWriter.Outcome) {
        rowsRead = summary.rows
        valuesRead = summary.values
        rejected = summary.rejected + outcome.rejectedAsDifferent
        accepted = summary.accepted - outcome.rejectedAsDifferent - outcome.droppedAsEqual
        unchanged = outcome.unchanged
        superseded = outcome.superseded
        changes = outcome.changes.map { $0.placed(in: summary.parts) }
    }

    /// Takes the findings.
    mutating func take(_ store: FindingStore) {
        findings = store.counts
        groups = store.groups
    }

    /// Whether any value, or the whole file, was not accepted this time.
    public var hasRejections: Bool { outcome == .rejected || rejected > 0 }
}
