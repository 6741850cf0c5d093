import MetricSpec

/// The codes of figures beside what the cities reported in the period before.
extension FigureCodes {
    /// The first period of a file and the one that it is compared with.
    struct Span: Hashable {
        let period: Period
        let before: Period
    }

    /// A code of one city.
    private struct Place {
        let city: Int32
        let code: PeriodCodes.Code
    }

    /// What differs for the cities with the same periods.
    private struct Changes {
        var cities: Set<Int32> = []
        var gone: [Place] = []
        var new: [Place] = []
        var unmapped: [Place] = []
    }

    /// Figures within this part of each other are alike, from the least that
    /// two measures seldom have by chance.
    private static let nearness = 0.1
    private static let leastTelling = 100.0

    /// How the codes differ from those of the periods before.
    func drifts(_ periods: [Period], header: String) -> [CodeDrift] {
        guard let presence, !presence.isFull, let earlier = context.earlier else { return [] }
        let unmapped = unknown.codes { _ in nil }
        var places: [Int32: Set<Int>] = [:]
        for (city, period) in presence.reported() {
            places[Int32(city), default: []].insert(period)
        }
        for place in unmapped.keys { places[place.city, default: []].insert(Int(place.period)) }
        var changes: [Span: Changes] = [:]
        for (city, positions) in places.sorted(by: { $0.key < $1.key }) {
            let present = measures(of: city, positions, presence)
            for (_, same) in Dictionary(grouping: positions, by: { periods[$0].months }) {
                guard let first = same.map({ periods[$0] }).min(by: { $0.start < $1.start })
                else { continue }
                let reported = Reported(earlier, city, before: first, Array(texts.keys))
                guard let before = reported.period else { continue }
                let span = Span(period: first, before: before)
                let others = same.flatMap { position in
                    unmapped[RecordBooks.Place(city: city, period: Int32(position))] ?? []
                }
                var found = changes[span] ?? Changes()
                found.cities.insert(city)
                found.gone += gone(reported, present, others: others.count)
                    .map { Place(city: city, code: $0) }
                found.new += measures(of: city, Set(same), presence)
                    .filter { reported.latest[$0] == nil }
                    .map { Place(city: city, code: code($0, amount: nil)) }
                found.unmapped += others.map { Place(city: city, code: $0) }
                changes[span] = found
            }
        }
        return changes.sorted { $0.key.period.start < $1.key.period.start }.map {
            drift($0.key, $0.value, header: header)
        }
    }

    /// The measures that a city has in some periods, in order.
    private func measures(
        of city: Int32, _ positions: Set<Int>, _ presence: FigurePresence
    ) -> [Int32] {
        texts.keys.sorted().filter { measure in
            positions.contains { presence.has(Int(measure), city: Int(city), period: $0) }
        }
    }

    /// Codes of the period before that the city no longer has, while it has
    /// others of the same service.
    ///
    /// A file with less than half of what one waits for is another one: a part
    /// that was sent later, or that of another office.
    ///
    /// - Parameter others: how many codes it has that no list knows.
    private func gone(
        _ reported: Reported, _ present: [Int32], others: Int
    ) -> [PeriodCodes.Code] {
        let measures = context.standard.measures
        let services = Set(present.map { measures[Int($0)].service })
        let due = reported.regular.filter {
            present.isEmpty || services.contains(measures[Int($0)].service)
        }
        let gone = due.filter { !present.contains($0) }
        guard gone.count <= due.count - gone.count + others else { return [] }
        return gone.compactMap { measure in
            reported.latest[measure].map { code(measure, amount: $0.value) }
        }
    }

    private func code(_ measure: Int32, amount: Double?) -> PeriodCodes.Code {
        PeriodCodes.Code(
            text: texts[measure]?.first ?? "", name: "",
            use: context.standard.measures[Int(measure)].id, rows: 1, amount: amount)
    }

    private func drift(_ span: Span, _ changes: Changes, header: String) -> CodeDrift {
        let gone = Self.pooled(changes.gone.map(\.code))
        let unmapped = Self.pooled(changes.unmapped.map(\.code))
        // The sum of a mapped code is not kept: nothing is at stake.
        let new = Dictionary(grouping: changes.new.map(\.code), by: \.text).values.map { codes in
            PeriodCodes.Code(
                text: codes[0].text, name: "", use: codes[0].use, rows: codes.count, amount: nil)
        }
        let resembling = gone.flatMap { old in
            unmapped.filter { isResembling(old, $0, changes) }
                .map { CodeDrift.Pair(old: old, new: $0, isByFigures: true) }
        }
        let measures = Dictionary(
            texts.keys.map { (context.standard.measures[Int($0)].id, $0) },
            uniquingKeysWith: { first, _ in first })
        return CodeDrift(
            span, of: changes.cities.count == 1 ? changes.cities.first : nil, column: unknown,
            header: header, gone: gone, new: unmapped + new, resembling: resembling
        ) { old, new in
            guard new.use == nil, let measure = measures[old.use ?? ""] else { return 0 }
            let names = (texts[measure] ?? []) + [context.standard.measures[Int(measure)].title]
            return names.map { CodeDrift.likeness($0, new.text) }.max() ?? 0
        }
    }

    /// Whether a new code has about the figures that one which is gone had,
    /// for all cities that have both.
    private func isResembling(
        _ old: PeriodCodes.Code, _ new: PeriodCodes.Code, _ changes: Changes
    ) -> Bool {
        let olds = changes.gone.filter { $0.code.text == old.text }
        let pairs = olds.flatMap { old in
            changes.unmapped.filter { $0.city == old.city && $0.code.text == new.text }
                .map { (old.code.amount ?? 0, $0.code) }
        }
        return !pairs.isEmpty
            && pairs.allSatisfy { amount, code in
                code.rows == 1 && abs(amount) >= Self.leastTelling
                    && abs((code.amount ?? 0) - amount) <= Self.nearness * abs(amount)
            }
    }
}

/// What a city reported of some measures before a period.
private struct Reported {
    /// By measure: its newest period.
    let latest: [Int32: EarlierValues.Latest]
    /// The newest period of all; nil where there is none.
    let period: Period?
    /// The measures that one waits for: those of the newest period and of the
    /// one before it, since some are reported once a year. Those of which the
    /// warehouse has a figure for the new period already are left out.
    let regular: [Int32]

    init(_ earlier: EarlierValues, _ city: Int32, before first: Period, _ measures: [Int32]) {
        var latest: [Int32: EarlierValues.Latest] = [:]
        for measure in measures {
            latest[measure] = earlier.latest(measure: measure, city: city, before: first)
        }
        let month = latest.values.map(\.month).max()
        let preceding = latest.values.compactMap { $0.month == month ? $0.preceding : $0.month }
            .max()
        period = month.flatMap { Period(firstMonth: $0, months: Int32(first.months)) }
        regular = latest.filter { measure, known in
            known.month == month && known.preceding == preceding && known.value != 0
                && !earlier.hasValue(measure: measure, city: city, in: first)
        }.keys.sorted()
        self.latest = latest
    }
}
