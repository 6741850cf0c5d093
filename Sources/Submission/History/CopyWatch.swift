import MetricSpec

/// Watches for figures that two cities of a file have in common.
///
/// A file of more than 100,000 figures is the work of an office that collects
/// them, and is not watched; 40 bytes a figure are kept of others.
struct CopyWatch {
    /// Where a figure stands.
    struct Place: Equatable {
        let measure: Int32
        let city: Int32
        let breakdown: Int32
        /// Position in the file's periods.
        let period: Int32
        let line: Int32
        /// From 0.
        let column: Int16
        let value: Double
    }

    /// Figures of a city that are those of another.
    struct Found: Equatable {
        /// The only figure, or the first of several.
        let place: Place
        /// How many there are.
        let count: Int
        /// The line of the other city's figure; nil where it is stored.
        let otherLine: Int?
        /// The submission that brought it; nil where it is in the file.
        var submission: Int?

        /// The first of them, an explanation of which answers for all.
        var first: AskedFigure {
            AskedFigure(
                measure: place.measure, city: place.city, breakdown: place.breakdown,
                period: place.period, value: place.value)
        }
    }

    private struct Pair: Hashable {
        let first: Int32
        let second: Int32
        let period: Int32
    }

    private var places: [Place] = []
    private var isFull = false

    private static let most = 100_000
    /// Digits that a figure must have, so that chance is no explanation.
    private static let fewestDigits = 4
    /// So many figures in common tell a copy by themselves.
    private static let fewestOfRun = 5
    /// Of fewer, each must be unlike what the city had before, by so many
    /// spreads, and like what the other city had, within so many.
    static let unlikely = 3.0
    private static let usual = 1.0
    /// Figures that more cities have in common are no one's own.
    private static let mostCities = 3

    /// Whether a figure has digits enough.
    static func isTelling(_ value: Double) -> Bool {
        value != 0 && WrittenNumber.significantDigits(value) >= fewestDigits
    }

    /// Takes the values of a batch.
    mutating func watch(_ batch: CheckedBatch) {
        guard !isFull else { return }
        guard places.count + batch.count <= Self.most else {
            isFull = true
            places = []
            return
        }
        for index in 0..<batch.count {
            guard StoredCodes.isActual(variant: batch.variant[index]) else { continue }
            places.append(
                Place(
                    measure: batch.measure[index], city: batch.city[index],
                    breakdown: batch.breakdown[index], period: batch.period[index],
                    line: batch.sourceRow[index], column: batch.sourceColumn[index] - 1,
                    value: batch.value[index]))
        }
    }

    /// The figures with digits enough.
    private var telling: [Place] { places.filter { Self.isTelling($0.value) } }

    /// The figures that were likely copied, by their lines.
    ///
    /// Of two cities the one is meant whose figures are less like its earlier
    /// ones; where nothing is known, the later in the file.
    func found(earlier: EarlierValues?, periods: [Period]) -> [Found] {
        var pairs: [Pair: [(Place, Place)]] = [:]
        for group in groups() where (2...Self.mostCities).contains(Set(group.map(\.city)).count) {
            for (index, one) in group.enumerated() {
                for other in group[(index + 1)...] where one.city != other.city {
                    let (left, right) = one.city < other.city ? (one, other) : (other, one)
                    let pair = Pair(first: left.city, second: right.city, period: left.period)
                    pairs[pair, default: []].append((left, right))
                }
            }
        }
        return pairs.values.flatMap { Self.found($0, earlier, periods) }
            .sorted { ($0.place.line, $0.place.column) < ($1.place.line, $1.place.column) }
    }

    /// The figures that are stored as those of other cities.
    func found(stored copies: [StoredCopy], periods: [Period]) -> [Found] {
        if copies.isEmpty { return [] }
        let telling = telling
        return copies.compactMap { copy in
            let figure = copy.figure
            let place = telling.first { place in
                place.value == figure.value && place.measure == figure.measure
                    && place.city == figure.city && place.breakdown == figure.breakdown
                    && periods[Int(place.period)] == figure.period
            }
            return place.map {
                Found(place: $0, count: 1, otherLine: nil, submission: copy.submission)
            }
        }
    }

    /// The places with the same figure for the same measure and period.
    private func groups() -> [[Place]] {
        func isSame(_ one: Place, _ other: Place) -> Bool {
            (one.measure, one.breakdown, one.period, one.value)
                == (other.measure, other.breakdown, other.period, other.value)
        }
        let sorted = telling.sorted { one, other in
            (one.measure, one.breakdown, one.period, one.value, one.line)
                < (other.measure, other.breakdown, other.period, other.value, other.line)
        }
        var groups: [[Place]] = []
        var start = 0
        for index in sorted.indices.dropFirst() where !isSame(sorted[index - 1], sorted[index]) {
            if index - start > 1 { groups.append(Array(sorted[start..<index])) }
            start = index
        }
        if sorted.count - start > 1 { groups.append(Array(sorted[start...])) }
        return groups
    }

    private static func found(
        _ shared: [(Place, Place)], _ earlier: EarlierValues?, _ periods: [Period]
    ) -> [Found] {
        let doubts = shared.map { pair in
            (surprise(pair.0, earlier, periods), surprise(pair.1, earlier, periods))
        }
        if shared.count >= fewestOfRun {
            let left = doubts.reduce(0) { $0 + ($1.0 ?? 0) }
            let right = doubts.reduce(0) { $0 + ($1.1 ?? 0) }
            let isLeft = left == right ? isLater(shared) : left > right
            let ordered = shared.map { isLeft ? ($0.0, $0.1) : ($0.1, $0.0) }
                .sorted { $0.0.line < $1.0.line }
            return ordered.prefix(1).map { place, other in
                Found(place: place, count: shared.count, otherLine: Int(other.line))
            }
        }
        return zip(shared, doubts).compactMap { pair, doubt in
            guard let left = doubt.0, let right = doubt.1 else { return nil }
            let (place, other) = left > right ? (pair.0, pair.1) : (pair.1, pair.0)
            guard max(left, right) >= unlikely, min(left, right) <= usual else { return nil }
            return Found(place: place, count: 1, otherLine: Int(other.line))
        }
    }

    /// Whether the first city's figures stand further down.
    private static func isLater(_ shared: [(Place, Place)]) -> Bool {
        shared.allSatisfy { ($0.0.line, $0.0.column) > ($0.1.line, $0.1.column) }
    }

    /// How unlike its earlier values a figure is; nil where they are too few.
    private static func surprise(
        _ place: Place, _ earlier: EarlierValues?, _ periods: [Period]
    ) -> Double? {
        let period = periods[Int(place.period)]
        return earlier.flatMap { values in
            OwnSeries(
                values.series(
                    measure: place.measure, city: place.city, breakdown: place.breakdown,
                    before: period), before: period)
        }?.surprise(place.value)
    }
}
