public import MetricSpec

extension Finding {
    /// Where a finding is and what it is about.
    public struct Place: Sendable, Equatable {
        public var file: String
        public var member: String?
        public var sheet: String?
        public var row: Int?
        public var column: Int?
        public var columnName: String?
        public var city: String?
        public var measure: String?
        public var period: Period?
        /// Whether its rows are records of JSON and not lines.
        public var isRecord = false
        /// The line on which the record begins, where that is another number.
        public var recordLine: Int?

        /// Makes a place; what is not known is nil.
        public init(
            file: String, member: String? = nil, sheet: String? = nil, row: Int? = nil,
            column: Int? = nil,
            columnName: String? = nil, city: String? = nil, measure: String? = nil,
            period: Period? = nil
        ) {
            self.file = file
            self.member = member
            self.sheet = sheet
            self.row = row
            self.column = column
            self.columnName = columnName
            self.city = city
            self.measure = measure
            self.period = period
        }
    }

    /// A finding from parts that were stored, or found where the file is no
    /// longer at hand.
    public init(
        rule: String, severity: Severity, at place: Place, problem: String, found: String?,
        expected: String?, remedy: String?, rawText: String? = nil
    ) {
        self.init(
            rule: rule, severity: severity, file: place.file, member: place.member,
            sheet: place.sheet, isRecord: place.isRecord, row: place.row,
            recordLine: place.recordLine, column: place.column, columnName: place.columnName,
            city: place.city, measure: place.measure, period: place.period, problem: problem,
            found: found, expected: expected, remedy: remedy, rawText: rawText)
    }

    /// A key that stands twice in a file, found in staging; worded as the
    /// finding of `check`.
    ///
    /// - Parameters:
    ///   - place: with line, column, city, measure and period; its line, and
    ///     that of the other place, counted through all tables.
    ///   - parts: the tables of the submission.
    ///   - found: the text of the cell.
    ///   - isEqual: whether all figures of the key are the same.
    ///   - other: another place of the key, the first one for equal figures.
    public static func duplicate(
        at place: Place, found: String, isEqual: Bool, other: (line: Int, text: String),
        in parts: [SubmissionPart] = []
    ) -> Finding {
        var place = place
        let line = parts.words(ofRow: other.line)
        let part = place.row.flatMap { parts.place(ofRow: $0) }?.part
        if parts.count > 1, let found = place.row.flatMap({ parts.place(ofRow: $0) }) {
            place.row = found.row
            place.member = found.part.member
            place.sheet = found.part.sheet
        }
        let rule = isEqual ? Rule.duplicateEqual : Rule.duplicateDifferent
        let key = DuplicatePlace.key(
            measure: place.measure ?? "", city: place.city ?? "",
            period: place.period?.text ?? "")
        var finding = Finding(
            rule: rule.id, severity: rule.severity, at: place,
            problem: isEqual
                ? FindingWriter.sameFigure(key: key, first: line)
                : FindingWriter.differentFigure(found, key: key, other: (line, other.text)),
            found: found, expected: isEqual ? nil : "one figure", remedy: rule.remedy,
            rawText: found)
        finding.isRecord = part?.areRecords ?? false
        finding.recordLine = place.row.flatMap { part?.line(ofRow: $0) }
        return finding
    }
}
