import Benchmarking
import MetricSpec

/// What a comparison asks of the database: more than is needed, since windows
/// of days are cheaper to tell in memory.
struct ObservationQuery {
    /// One `copy ... to stdout` each, of ``columns``.
    ///
    /// Levels that began long ago are read apart, so that the years in which
    /// they began are searched for those measures alone.
    private(set) var statements: [String] = []

    private let ids: RegistryIDs
    private let known: KnownState
    private let breakdowns: [Int32]
    private let passedOver: Set<Int64>

    /// The columns of a row, in their order.
    static let columns = [
        "measure_id", "breakdown_id", "city_id", "period_start", "period_months",
        "submission_id", "value", "status", "basis", "source_row", "source_column",
        "raw_text",
    ]

    /// - Parameters:
    ///   - known: of what was known then.
    ///   - passedOver: submissions whose values are not asked for.
    init?(
        _ need: ObservationNeed, ids: RegistryIDs, known: KnownState,
        passingOver passedOver: Set<Int64> = []
    ) {
        guard let firstStart = need.firstStart, let lastStart = need.lastStart else { return nil }
        self.ids = ids
        self.known = known
        self.passedOver = passedOver
        breakdowns = need.breakdowns.map { ids.breakdowns[Int($0)] }
        let open = need.windows.filter { $0.firstStart == nil }
        let (first, last) = (Self.day(firstStart), Self.day(lastStart))
        statements = [
            select(
                need.windows, (first, last),
                "observation.period_start between \(first) and \(last)")
        ]
        if let earliest = open.map(\.firstEnd).min() {
            statements.append(
                select(
                    open, ("null", first),
                    """
                    observation.period_start < \(first)
                            and observation.period_start + make_interval(
                                months => observation.period_months::integer
                            ) >= \(Self.day(earliest))
                    """))
        }
    }

    /// COPY takes no binds; all that is written here are numbers of ours.
    private func select(
        _ windows: some Sequence<ObservationNeed.Window>, _ starts: (String, String),
        _ condition: String
    ) -> String {
        let wanted = Set(windows.map { ids.measures[$0.measure] })
        let measures = "'{\(Self.list(wanted))}'::integer[]"
        let columns = Self.columns.map { "observation.\($0)" }.joined(separator: ", ")
        return """
            copy (
                select \(columns)
                from \(known.observations(measures: measures, starts: starts))
                where \(isMost(wanted) ? "true" : "observation.measure_id = any (\(measures))")
                    and observation.variant = 0
                    and observation.confidentiality = 0
                    and observation.breakdown_id = any ('{\(Self.list(breakdowns))}')
                    and \(others)
                    and \(condition)
            ) to stdout (format binary)
            """
    }

    /// Whether nearly all rows are of some measures: then they are read in the
    /// order of the table, which takes less than finding each by its key.
    private func isMost(_ measures: Set<Int32>) -> Bool {
        known.isCurrent && measures.count * 2 > ids.measures.count
    }

    /// The condition that a submission is not passed over.
    private var others: String {
        passedOver.isEmpty
            ? "true" : "observation.submission_id <> all ('{\(Self.list(passedOver))}')"
    }

    private static func list<Number: FixedWidthInteger>(_ numbers: some Sequence<Number>) -> String
    {
        Set(numbers).sorted().map { "\($0)" }.joined(separator: ",")
    }

    /// The months that periods can have: years 1 to 9999.
    private static let months: ClosedRange<Int32> = 12...(9999 * 12)

    private static func day(_ month: Int32) -> String {
        let month = Int(min(max(month, months.lowerBound), months.upperBound))
        let day = CalendarDay(year: month / 12, month: month % 12 + 1, day: 1)
        return "date '2000-01-01' + \(day?.number ?? 0)"
    }
}
