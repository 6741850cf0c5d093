import Benchmarking
import Consortium
import MetricSpec
import Postgres

/// Which of the measures that recognition counts each city has reported, with
/// whose word, and by when.
struct Coverage {
    /// How old a level may be that still counts as reported.
    static let maxAgeMonths: Int32 = 12

    private let period: Period
    private let standard: Standard
    /// Positions of the measures that are counted.
    private let counted: Set<Int32>
    /// Evidence of each city.
    private(set) var evidence: [RecognitionEvidence]
    /// Of each city, when the last of its counted values first came.
    private(set) var lastFirstReceived: [Timestamp?]

    /// Gathers it, with the verdicts on practices.
    init(
        _ recognition: Recognition, registry: Registry, observations: CurrentObservations,
        services: ServiceTable, period: Period
    ) {
        self.init(
            measures: recognition.coveredMeasures(of: registry.standard), registry: registry,
            observations: observations, services: services, period: period)
        addVerdicts(registry.consortium, recognition)
    }

    /// Gathers it for the measures with given ids; a period without a due day
    /// in calendar.csv has none to miss.
    init(
        measures: [String], registry: Registry, observations: CurrentObservations,
        services: ServiceTable, period: Period
    ) {
        self.period = period
        standard = registry.standard
        counted = Set(
            measures.compactMap { registry.standard.measureIndex($0).map { Int32($0) } })
        evidence = Array(
            repeating: RecognitionEvidence(), count: registry.consortium.directory.cities.count)
        lastFirstReceived = Array(repeating: nil, count: evidence.count)
        let cycle = registry.consortium.cycle(of: period)
        addMeasures(observations, due: cycle?.due)
        addExempt(measures, services)
    }

    /// The months of the period that a city's values of a measure cover.
    private struct Months {
        var reported: [Bool]
        var verified: [Bool]
        var onTime: [Bool]

        init(count: Int) {
            reported = Array(repeating: false, count: count)
            verified = reported
            onTime = reported
        }
    }

    private mutating func addMeasures(_ observations: CurrentObservations, due: CalendarDay?) {
        let columns = observations.columns
        var row = 0
        while row < columns.count {
            var end = row + 1
            while end < columns.count, columns.measures[end] == columns.measures[row],
                columns.breakdowns[end] == columns.breakdowns[row],
                columns.cities[end] == columns.cities[row]
            {
                end += 1
            }
            if counted.contains(columns.measures[row]), columns.breakdowns[row] == 0 {
                add(row..<end, observations, due: due)
            }
            row = end
        }
    }

    /// One city's values of one measure.
    private mutating func add(
        _ rows: Range<Int>, _ observations: CurrentObservations, due: CalendarDay?
    ) {
        let columns = observations.columns
        let measure = standard.measures[Int(columns.measures[rows.lowerBound])]
        let city = Int(columns.cities[rows.lowerBound])
        var months = Months(count: Int(period.months))
        for row in rows {
            let covered = self.months(of: row, columns, kind: measure.kind)
            guard !covered.isEmpty else { continue }
            if columns.statuses[row] == .notApplicable { evidence[city].exempt.insert(measure.id) }
            guard columns.statuses[row].hasValue else { continue }
            let isVerified = ValueBasis(code: columns.bases[row]).audit?.isVerified == true
            let received = observations.origins[row].firstReceived
            let isOnTime = Self.isOnTime(received, due: due)
            if let received, lastFirstReceived[city].map({ received > $0 }) ?? true {
                lastFirstReceived[city] = received
            }
            for month in covered {
                months.reported[month] = true
                if isVerified { months.verified[month] = true }
                if isOnTime { months.onTime[month] = true }
            }
        }
        guard !months.reported.contains(false) else { return }
        evidence[city].reported.insert(measure.id)
        if !months.verified.contains(false) { evidence[city].verified.insert(measure.id) }
        if !months.onTime.contains(false) { evidence[city].onTime.insert(measure.id) }
    }

    /// The months of the period, from 0, for which a value speaks; all of them
    /// for a level that is not too old.
    private func months(
        of row: Int, _ columns: ObservationColumns, kind: MeasureKind
    ) -> Range<Int> {
        let all = 0..<Int(period.months)
        let start = Int(columns.firstMonths[row] - period.firstMonth)
        let end = start + Int(columns.months[row])
        if kind == .stock {
            return start < all.upperBound && end >= -Int(Self.maxAgeMonths) ? all : 0..<0
        }
        return (start..<end).clamped(to: all)
    }

    /// Days are those of UTC.
    private static func isOnTime(_ received: Timestamp?, due: CalendarDay?) -> Bool {
        guard let due else { return true }
        guard let received else { return false }
        return CalendarDay(of: received) <= due
    }

    /// Measures of services that a city does not provide count neither way.
    private mutating func addExempt(_ measures: [String], _ services: ServiceTable) {
        for id in measures {
            guard let service = standard.measure(id)?.service else { continue }
            for city in evidence.indices
            where services.provision(service, city: city) != .provided {
                evidence[city].exempt.insert(id)
            }
        }
    }

    private mutating func addVerdicts(_ consortium: Consortium, _ recognition: Recognition) {
        let needed = recognition.neededItems
        for verdict in consortium.verdicts where verdict.verdict != .pending {
            guard let city = consortium.directory.index(of: verdict.city) else { continue }
            let isMet = verdict.verdict == .met
            evidence[city].assessments.append(
                PracticeAssessment(
                    rule: verdict.criterion,
                    // Where nobody counted, the verdict speaks for itself.
                    fulfilled: verdict.fulfilled ?? (isMet ? needed[verdict.criterion] ?? 0 : 0),
                    isMet: isMet, assessedOn: verdict.assessedOn ?? .earliest,
                    validUntil: verdict.validUntil))
        }
    }
}

extension CalendarDay {
    /// The day of an instant, in UTC.
    init(of instant: Timestamp) {
        let microsecondsADay: Int64 = 86_400_000_000
        let (days, rest) = instant.microseconds.quotientAndRemainder(dividingBy: microsecondsADay)
        self.init(number: Int32(clamping: rest < 0 ? days - 1 : days))
    }

    /// Before every day that is written down.
    fileprivate static let earliest = CalendarDay(number: .min)
}

extension Recognition {
    /// The ids of all measures that any coverage rule counts.
    func coveredMeasures(of standard: Standard) -> [String] {
        let required = standard.measures.filter(\.isRequired).map(\.id)
        var covered: Set<String> = []
        for case .coverage(let rule) in rules.map(\.kind) {
            covered.formUnion(rule.measures ?? required)
        }
        return covered.sorted()
    }

    /// How many items of its checklist each practice needs, by rule.
    fileprivate var neededItems: [String: Int] {
        var needed: [String: Int] = [:]
        for rule in rules {
            if case .practice(let practice) = rule.kind { needed[rule.id] = practice.needed }
        }
        return needed
    }
}
