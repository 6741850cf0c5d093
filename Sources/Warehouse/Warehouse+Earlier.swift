import Consortium
import MetricSpec
public import Postgres
public import Submission

extension Warehouse {
    /// What is stored and bears on a file: its cities' values of the same
    /// measures, how their peers lie, and what was explained.
    ///
    /// Reads the file once for its keys. Of a file with many values only the
    /// values of a year before are read, of the measures with a change limit.
    /// Nil where nothing is stored yet, without reading anything.
    public func history(for intake: Intake, registry: Registry) throws -> History? {
        guard try knowsAnything() else { return nil }
        let limited = Set(EarlierValues.measures(of: registry.standard))
        let keys = try HistoryKeys(in: intake, limited: limited)
        return try connection.transaction {
            let reader = HistoryReader(connection: connection, registry: registry)
            var history =
                keys.isMany
                ? try reader.yearBefore(keys)
                : try reader.history(keys, with: intake.mapping.codedMeasures)
            let cities = registry.consortium.directory
            history.codes = EarlierCodes(
                try CodeListTable(connection: connection).latest(
                    before: keys.firstPeriods, mapping: intake.mapping.name, cities: cities))
            history.countedBefore = try RecordKeyTable(connection: connection)
                .countedBefore(keys.recordKeys, cities: cities)
            let matches = StoredMatches(connection: connection, registry: registry)
            history.sameContent = try matches.sameContent(
                digest: Self.digest(of: intake.file), keys)
            history.storedCopies = try matches.copies(
                of: history.figuresOfOthers(among: keys.figures))
            return history
        }
    }

    /// All that is stored of some cities and may be given to them: their own
    /// values, and how their peers lie.
    ///
    /// - Parameters:
    ///   - cities: ids of the consortium's cities.
    ///   - asOf: as it was known at an instant, but for what was erased since;
    ///     nil for now.
    public func history(
        ofCities cities: [String], registry: Registry, asOf instant: Timestamp? = nil
    ) throws -> History {
        let known = KnownState(at: instant)
        let places = cities.compactMap { registry.consortium.directory.index(of: $0) }
        return try connection.transaction {
            var history = try HistoryReader(
                connection: connection, registry: registry, known: known
            )
            .history(HistoryKeys(cities: places.map(Int32.init), of: registry.standard))
            history.codes = EarlierCodes(
                try CodeListTable(connection: connection).latest(
                    before: places.map { (Int32($0), nil) }, mapping: nil,
                    cities: registry.consortium.directory, known: known))
            let directory = registry.consortium.directory
            history.records = StoredRecords(
                keys: try RecordKeyTable(connection: connection)
                    .newest(ofCities: cities, in: directory, known: known),
                files: try StoredMatches(connection: connection, registry: registry)
                    .files(ofCities: cities, known: known))
            return history
        }
    }

    /// Whether anything was ever stored, which makes tables by year, or said.
    func knowsAnything() throws -> Bool {
        try connection.query(
            """
            select exists (
                    select from pg_inherits
                    where pg_inherits.inhparent = 'warehouse.observation'::regclass
                )
                or exists (select from intake.explanation)
            """
        ).single.bool(0)
    }
}

/// The cities, periods and measures for which a file has values.
struct HistoryKeys {
    private(set) var measures: Set<Int32> = []
    private(set) var cities: Set<Int32> = []
    private(set) var periods: Set<Period> = []
    /// Whether there are so many values that only changes with a limit are
    /// judged; then all of the above are about those.
    private(set) var isMany = false
    /// The first period of each city whose file has codes.
    private(set) var firstPeriods: [(city: Int32, period: Period?)] = []
    /// Its figures, of what happened; empty where they are too many for one
    /// city's.
    private(set) var figures: [EarlierValues.Row] = []
    /// The keys of its records.
    private(set) var recordKeys: [RecordKeyList] = []

    /// Files with more values are the work of an office that collects them;
    /// the history of a hundred thousand keys takes seconds to read.
    private static let most = 200_000

    /// Files with more values are not those of one city.
    private static let mostFigures = 5_000

    private struct Enough: Error {}

    init(in intake: Intake, limited: Set<Int32>) throws {
        var count = 0
        var judged = HistoryKeys()
        do {
            let summary = try intake.run { batch in
                count += batch.count
                if count > Self.most, limited.isEmpty { throw Enough() }
                if count <= Self.most { take(batch) { _ in true } }
                if count <= Self.mostFigures { takeFigures(batch) } else { figures = [] }
                judged.take(batch) { limited.contains($0) }
            }
            (judged.recordKeys, recordKeys) = (summary.recordKeys, summary.recordKeys)
            firstPeriods = Self.firstPeriods(summary.codeLists)
            judged.firstPeriods = firstPeriods
        } catch is Enough {}
        if count > Self.most {
            self = judged
            isMany = true
        }
    }

    private static func firstPeriods(
        _ lists: [PeriodCodes]
    ) -> [(city: Int32, period: Period?)] {
        Dictionary(grouping: lists, by: \.city).map { city, lists in
            (city, lists.map(\.period).min { $0.start < $1.start })
        }
    }

    init(cities: [Int32], of standard: Standard) {
        measures = Set(standard.measures.indices.map(Int32.init))
        self.cities = Set(cities)
    }

    /// Asks for nothing.
    init() {}

    /// Adds the keys of a batch of a small file.
    ///
    /// - Parameter count: the values of the file so far, these among them.
    mutating func add(_ batch: CheckedBatch, count: Int) {
        take(batch) { _ in true }
        if count <= Self.mostFigures { takeFigures(batch) } else { figures = [] }
    }

    /// Asks for what others ask for, too.
    mutating func formUnion(_ others: HistoryKeys) {
        measures.formUnion(others.measures)
        cities.formUnion(others.cities)
        periods.formUnion(others.periods)
    }

    /// Asks for further measures of the same cities.
    mutating func add(_ others: Set<Int32>) { measures.formUnion(others) }

    private mutating func takeFigures(_ batch: CheckedBatch) {
        let last = Variant.provisionalActual.code
        for row in 0..<batch.count where batch.value[row] != 0 && batch.variant[row] <= last {
            figures.append(
                EarlierValues.Row(
                    measure: batch.measure[row], city: batch.city[row],
                    breakdown: batch.breakdown[row],
                    period: batch.periods[Int(batch.period[row])], value: batch.value[row]))
        }
    }

    private mutating func take(_ batch: CheckedBatch, where isWanted: (Int32) -> Bool) {
        var positions: Set<Int32> = []
        for row in 0..<batch.count where isWanted(batch.measure[row]) {
            measures.insert(batch.measure[row])
            cities.insert(batch.city[row])
            positions.insert(batch.period[row])
        }
        for position in positions { periods.insert(batch.periods[Int(position)]) }
    }
}
