import Consortium
public import MetricSpec
import Postgres
import Submission

/// A value that a correction replaced by another.
public struct ValueChange: Sendable, Equatable {
    /// How many of a submission's changes are read; the others are counted.
    static let kept = 20

    /// One version of a value.
    public struct Version: Sendable, Equatable {
        /// In the measure's unit; nil where the status says that there is none.
        public let value: Double?
        public let status: ObservationStatus
    }

    public let measure: String
    public let city: String
    public let period: Period
    public let breakdown: String
    public let variant: Variant
    public let old: Version
    /// Equal to `old` where only the basis changed.
    public let new: Version
    /// The number of the submission that brought the old value.
    public let supersededSubmission: Int
    /// The line of the new file, from 1; of several tables, in its own.
    public private(set) var row: Int
    /// The file of an archive or folder that it stands in; nil: there is none.
    public private(set) var member: String?
    /// The sheet where there are several tables; else nil.
    public private(set) var sheet: String?

    /// The change with its row as its own table counts it.
    func placed(in parts: [SubmissionPart]) -> ValueChange {
        guard parts.count > 1, let place = parts.place(ofRow: row) else { return self }
        var change = self
        (change.row, change.member, change.sheet) = (
            place.row, place.part.member, place.part.sheet
        )
        return change
    }

    /// Columns of the statement that stores a correction, in the order that
    /// `init` reads them from.
    static let columns = [
        "measure_id", "city_id", "period_start", "period_months", "breakdown_id", "variant",
        "old_value", "old_status", "value", "status", "current_submission_id", "source_row",
    ]

    /// Reads a row; nil where there is none, or where the folder no longer has
    /// its words.
    ///
    /// - Parameter first: the position of the first of `columns`.
    init?(_ row: Row, first: Int, registry: Registry, ids: RegistryIDs) throws {
        guard let measureID = try row.int32OrNil(first),
            let measure = ids.measurePositions[measureID],
            let city = ids.cityPositions[try row.int32(first + 1)],
            let period = Period(
                start: CalendarDay(number: try row.day(first + 2)),
                months: Int(try row.int16(first + 3))),
            let breakdown = ids.breakdownPositions[try row.int32(first + 4)],
            let variant = Variant(code: try row.int16(first + 5)),
            let oldStatus = ObservationStatus(code: try row.int16(first + 7)),
            let newStatus = ObservationStatus(code: try row.int16(first + 9))
        else { return nil }
        self.measure = registry.standard.measures[Int(measure)].id
        self.city = registry.consortium.directory.cities[Int(city)].id
        self.period = period
        self.breakdown = registry.standard.breakdownValues[Int(breakdown)]
        self.variant = variant
        old = Version(value: try row.doubleOrNil(first + 6), status: oldStatus)
        new = Version(value: try row.doubleOrNil(first + 8), status: newStatus)
        supersededSubmission = Int(try row.int64(first + 10))
        self.row = Int(try row.int32(first + 11))
    }
}
