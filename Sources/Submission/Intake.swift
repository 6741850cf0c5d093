public import Consortium
public import MetricSpec
public import Tabular

/// What a file is read against.
public struct IntakeContext: Sendable {
    /// The measures and their plausible ranges.
    public let standard: Standard
    /// The cities and their spellings.
    public let cities: CityDirectory
    /// The ids of the breakdowns' values; the first is `total`.
    public let breakdowns: [String]
    /// The calendar of files whose mapping names none.
    public let calendar: FiscalCalendar
    /// The calendars of cities that have one of their own.
    public let cityCalendars: CityCalendars
    /// How cities provide services, as far as services.csv says.
    public let provisions: [ServiceProvision]
    /// When cities are reporting units, as far as successions.csv says.
    public let terms: CityTerms
    /// The measures of things that are counted one by one.
    let counted: CountedMeasures
    /// What the standard says of figures beside each other.
    let relations: FigureRelations
    /// What was accepted before, for the change limits of measures and the
    /// rules on a city's own history; nil: no change is questioned.
    public var earlier: EarlierValues?
    /// Whether `earlier` has all measures that the mapping's codes stand for,
    /// so that one that is not in it was not reported.
    public var knowsEarlierCodes = false
    /// How the figures of peers lie; nil: none is compared.
    public var peers: PeerRanges?
    /// What was said about unlikely figures before.
    public var explanations = Explanations()
    /// The accounts and categories of earlier files; nil: none is compared.
    public var earlierCodes: EarlierCodes?
    /// Records of the file that were counted for other periods before.
    public var countedBefore: [CountedBefore] = []
    /// The file that this one is, counted for other cities or periods before;
    /// nil where it is none.
    public var sameContent: SameContent?
    /// Unlikely figures of the file that are stored as those of other cities.
    public var storedCopies: [StoredCopy] = []
    /// What was accepted for the earlier parts of fiscal years, for ledgers
    /// with `accumulates: fiscal-year`; nil: only the file itself is asked.
    public var accumulated: EarlierValues?

    /// Puts a context together.
    ///
    /// - Parameter attributes: the cities' attributes, for their calendars.
    public init(
        standard: Standard, cities: CityDirectory, calendar: FiscalCalendar = .january,
        attributes: [CityAttribute] = [], provisions: [ServiceProvision] = [],
        successions: [Succession] = [], earlier: EarlierValues? = nil
    ) {
        self.standard = standard
        self.cities = cities
        breakdowns = standard.breakdownValues
        self.calendar = calendar
        cityCalendars = CityCalendars(attributes, of: cities, common: calendar)
        self.provisions = provisions
        terms = CityTerms(successions, of: cities)
        counted = CountedMeasures(standard)
        relations = FigureRelations(standard)
        self.earlier = earlier
    }

    /// The context of a consortium: its cities and their calendars.
    public init(
        standard: Standard, consortium: Consortium, earlier: EarlierValues? = nil
    ) {
        let calendar = FiscalCalendar(
            yearStarts: consortium.yearStarts,
            yearNamed: consortium.isYearNamedByEnd ? .end : .start)
        self.init(
            standard: standard, cities: consortium.directory, calendar: calendar ?? .january,
            attributes: consortium.attributes, provisions: consortium.provisions,
            successions: consortium.successions, earlier: earlier)
    }
}

/// Takes one file, or all tables in it, from bytes to checked values: parse,
/// map, check.
///
/// Streams in flat memory. What is wrong in the file becomes findings in the
/// batches, never an error: only what the consumer throws is thrown.
public struct Intake {
    /// The file.
    public let file: SourceFile
    /// Its path, relative to `submissions/`, for path templates.
    public let path: String
    /// How it is read.
    public let mapping: Mapping
    /// What it is read against.
    public let context: IntakeContext
    /// What is done about keys named twice.
    public let duplicates: DuplicatePolicy
    /// Whether batches carry the rows of which figures will be made.
    var keepsReadings = false

    /// Prepares the reading of a file.
    public init(
        _ file: SourceFile, path: String, mapping: Mapping, context: IntakeContext,
        duplicates: DuplicatePolicy
    ) {
        self.file = file
        self.path = path
        self.mapping = mapping
        self.context = context
        self.duplicates = duplicates
    }

    /// Reads the file and hands over its values and findings, batch by batch.
    ///
    /// A batch is valid only while `sink` runs. Where the summary says that
    /// the file is rejected, what was delivered must not be kept.
    public func run(_ sink: (CheckedBatch) throws -> Void) throws -> IntakeSummary {
        let tables: [TablePart]
        do {
            tables = try TablePart.all(of: file, format: mapping.table)
        } catch {
            return try refuse(error, sink)
        }
        return try IntakeParts(self, tables).read(sink)
    }

    /// The file cannot be opened as a table: one fatal finding.
    private func refuse(
        _ error: TableError, _ sink: (CheckedBatch) throws -> Void
    ) throws -> IntakeSummary {
        let finding = FindingWriter.notATable(error, of: file.name, member: nil)
        try sink(CheckedBatch(CheckedColumns(), periods: [], findings: [finding]))
        var summary = IntakeSummary()
        summary.findings = [.fatal: 1]
        summary.isRejected = true
        return summary
    }
}
