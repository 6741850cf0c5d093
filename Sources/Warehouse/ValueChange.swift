import Consortium
public import MetricSpec
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

    /// Puts a value and the version it replaced into words; nil where the
    /// folder no longer has them.
    init?(
        _ value: StagedValue, replacing version: StagedBatch.Version, registry: Registry,
        ids: RegistryIDs
    ) {
        guard let measure = ids.measurePositions[value.measure],
            let city = ids.cityPositions[value.city],
            let period = Period(
                start: CalendarDay(number: value.start), months: Int(value.months)),
            let breakdown = ids.breakdownPositions[value.breakdown],
            let variant = Variant(code: value.variant),
            let oldStatus = ObservationStatus(code: version.status),
            let newStatus = ObservationStatus(code: value.status)
        else { return nil }
        self.measure = registry.standard.measures[Int(measure)].id
        self.city = registry.consortium.directory.cities[Int(city)].id
        self.period = period
        self.breakdown = registry.standard.breakdownValues[Int(breakdown)]
        self.variant = variant
        old = Version(value: oldStatus.hasValue ? version.value : nil, status: oldStatus)
        new = Version(value: newStatus.hasValue ? value.value : nil, status: newStatus)
        supersededSubmission = Int(version.submission)
        row = Int(value.sourceRow)
    }
}
