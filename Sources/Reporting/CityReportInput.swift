public import Benchmarking
public import MetricSpec

/// What every page of one release says about that release.
///
/// All of it is read from the release; nothing comes from a clock, so that
/// the same release gives the same bytes.
public struct Edition: Sendable, Hashable {
    /// The name of the consortium, as its members know it.
    public var consortium: String
    /// Whether cities and figures are invented; then every page says so.
    public var isInvented: Bool
    /// The period that the standings are of.
    public var period: Period
    /// The number of the release.
    public var releaseNumber: Int
    /// What kind of release it is: `provisional`, `final` or `corrected`.
    public var releaseKind: String
    /// When the newest file that it counts was received, as text in UTC;
    /// printed as it is. The clock of the comparison is not in the release:
    /// the same input gives the same pages.
    public var dataReceivedAt: String
    /// The id of the metric standard.
    public var standard: String
    /// The version of the metric standard.
    public var standardVersion: String
    /// The number of the last submission that the release counts.
    public var lastSubmission: Int

    /// Makes an edition of its parts.
    public init(
        consortium: String, isInvented: Bool, period: Period, releaseNumber: Int,
        releaseKind: String, dataReceivedAt: String, standard: String, standardVersion: String,
        lastSubmission: Int
    ) {
        self.consortium = consortium
        self.isInvented = isInvented
        self.period = period
        self.releaseNumber = releaseNumber
        self.releaseKind = releaseKind
        self.dataReceivedAt = dataReceivedAt
        self.standard = standard
        self.standardVersion = standardVersion
        self.lastSubmission = lastSubmission
    }
}

/// One city's part of a release: what its page is made of.
public struct CityReportInput: Sendable {
    public var edition: Edition
    /// The permanent id; names the file, `ID.html`.
    public var cityID: String
    public var cityName: String
    /// The day (text, UTC) on which the city's latest submission arrived; nil
    /// when it has sent none.
    public var latestReceived: String?
    /// One entry for each metric of the comparison, also those in which the
    /// city has no figure. Domains are shown in the order in which they first
    /// appear, metrics in the order given.
    public var metrics: [MetricEntry]
    /// What the standard's recognition gives the city; nil where it has none.
    public var recognition: RecognitionEntry?
    /// Titles of the services whose figures the city had not certified when a
    /// final or corrected release was made.
    public var uncertified: [String]
    /// What happened to the city itself, oldest first.
    public var notes: [SeriesNote]

    /// Makes the input of one page.
    public init(
        edition: Edition, cityID: String, cityName: String, latestReceived: String?,
        metrics: [MetricEntry], recognition: RecognitionEntry? = nil, uncertified: [String] = [],
        notes: [SeriesNote] = []
    ) {
        self.edition = edition
        self.cityID = cityID
        self.cityName = cityName
        self.latestReceived = latestReceived
        self.metrics = metrics
        self.recognition = recognition
        self.uncertified = uncertified
        self.notes = notes
    }
}

/// What a reader of a city's figures over time must know of the city.
public struct SeriesNote: Sendable, Hashable {
    /// The first day on which it holds.
    public var date: CalendarDay
    /// A whole sentence.
    public var text: String
    /// Whether figures before the day are of another area.
    public var changesArea: Bool

    /// Makes a note of its parts.
    public init(date: CalendarDay, text: String, changesArea: Bool) {
        self.date = date
        self.text = text
        self.changesArea = changesArea
    }
}

/// A city's place in one peer group.
public struct GroupEntry: Sendable {
    public var id: String
    public var title: String
    public var standing: Standing
    /// The members that have a figure; the city itself may be among them.
    public var peers: [PeerValue]
    /// Why the city's figure is not compared in this group; nil where it is,
    /// or where the reason holds in every group.
    public var reason: IncomparableReason?

    /// Makes an entry of its parts.
    public init(
        id: String, title: String, standing: Standing, peers: [PeerValue],
        reason: IncomparableReason? = nil
    ) {
        self.id = id
        self.title = title
        self.standing = standing
        self.peers = peers
        self.reason = reason
    }
}

extension GroupEntry {
    /// The order of a metric's groups on a page; the first one is drawn and
    /// spoken of.
    ///
    /// First the smallest of those that are large enough to speak of quarters
    /// (METHODS 5): cities most like it. Where none is, the largest.
    public static func comesFirst(_ left: GroupEntry, _ right: GroupEntry) -> Bool {
        left.order < right.order
    }

    private var order: (Int, Int, String) {
        let count = standing.statistics.contributors
        return count >= Place.quarterWordMinimum ? (0, count, id) : (1, -count, id)
    }
}

/// The figure of one contributor of a peer group.
public struct PeerValue: Sendable, Hashable {
    public var cityID: String
    public var cityName: String
    public var value: Double

    /// Makes a contributor's figure.
    public init(cityID: String, cityName: String, value: Double) {
        self.cityID = cityID
        self.cityName = cityName
        self.value = value
    }
}

/// The cell, or the file for an aggregate, from which an observation came.
public struct SourcePlace: Sendable, Hashable {
    public var file: String
    /// The row as its author counts it; nil for an aggregate of many rows.
    public var line: Int?
    /// The column as its author names it; nil where there is none.
    public var column: String?
    /// The number of the submission.
    public var submission: Int

    /// Makes a place of its parts.
    public init(file: String, line: Int?, column: String?, submission: Int) {
        self.file = file
        self.line = line
        self.column = column
        self.submission = submission
    }
}
