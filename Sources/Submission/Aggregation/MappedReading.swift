public import MetricSpec
import Tabular

/// One row, or one cell of a row, as the mapping reads it, before figures are
/// made of many.
public struct MappedReading: Sendable, Equatable {
    /// The line of the file, counted from 1; of several tables, in its own.
    public let line: Int
    /// The table where there are several; else nil.
    public let part: SubmissionPart?
    /// The column of the value, counted from 1; nil where the row itself
    /// counts.
    public let column: Int?
    /// When it is, as read: `2021-10-31 02:00`, `2021-10-31`, or the text of
    /// the row's period where no date decides it.
    public let stamp: String
    /// What tells it from others of its time: the cells of the mapping's key,
    /// the account of a ledger, the header where several columns are read.
    public let key: String
    /// The id of the city.
    public let city: String
    /// The id of the measure.
    public let measure: String
    /// The period that it goes into.
    public let period: Period
    /// The text of the cell; empty where the row itself counts.
    public let text: String
    /// What goes into the figure, in the measure's unit; 1 for a row that is
    /// counted, nil for a text.
    public let value: Double?
}

/// What came of reading a file row by row.
public struct ReadingSummary: Sendable {
    /// How many readings were handed over.
    public internal(set) var readings = 0
    /// How many different ones these are, by city, measure, stamp and key.
    public internal(set) var distinctKeys = 0
    /// What was noticed in the file.
    public internal(set) var findings: [Finding] = []
    /// What came of the file as a whole.
    public internal(set) var summary = IntakeSummary()
}

extension Intake {
    /// Hands over each reading of a file of records, a ledger or positions, in
    /// the order of the file.
    ///
    /// Rows that are left out, or that cannot be understood, are not among
    /// them: the findings say so. Nothing is handed over in the layouts in
    /// which a cell is a value. Memory grows with the different keys, 8 bytes
    /// each.
    public func readings(
        _ body: (MappedReading) throws -> Void
    ) throws -> ReadingSummary {
        var result = ReadingSummary()
        var keys: Set<Int> = []
        var intake = self
        intake.keepsReadings = true
        result.summary = try intake.run { batch in
            result.findings += batch.findings
            for reading in batch.readings {
                var hasher = Hasher()
                hasher.combine(reading.city)
                hasher.combine(reading.measure)
                hasher.combine(reading.stamp)
                hasher.combine(reading.key)
                keys.insert(hasher.finalize())
                result.readings += 1
                try body(reading)
            }
        }
        result.distinctKeys = keys.count
        return result
    }
}
