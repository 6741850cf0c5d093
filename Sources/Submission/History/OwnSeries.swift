import Glibc
import MetricSpec

/// The earlier values of one key and what they let one expect of the next.
///
/// Figures are compared on a scale that is logarithmic but near zero, where it
/// is linear: asinh(value / 2s), with s a two-hundredth of the usual size and
/// at least the last place that is written (Burbidge, Magee and Robb 1988,
/// Journal of the American Statistical Association 83).
struct OwnSeries {
    /// How the next figure may come out: from the last one, from that of a
    /// year before, from all of them.
    private let expectations: [Expectation]
    private let unit: Double

    /// One way to tell the next figure, on the scale.
    private struct Expectation {
        let middle: Double
        let spread: Double
    }

    /// From so many values on there is something to expect.
    static let fewest = 4
    /// From so many values on the seasons are told apart.
    static let fewestForSeasons = 8
    /// Earlier values beyond these are not looked at.
    static let most = 24

    /// How far values of a city commonly move, 10 %, and the number of values
    /// that this is worth beside its own: a few values that happen to lie
    /// close together promise nothing.
    private static let commonSpread = 0.1
    private static let weightOfCommon = 4.0

    /// Nil where there are too few values, or none but zeros.
    ///
    /// Small whole numbers are taken for counts, which scatter by chance
    /// alone.
    ///
    /// - Parameter points: the values before the period, the earliest first.
    init?(_ points: [EarlierValues.Point], before period: Period) {
        let points = Array(points.suffix(Self.most))
        let sizes = points.map { abs($0.value) }.filter { $0 > 0 }
        guard points.count >= Self.fewest, let usual = RobustScale.median(sizes) else { return nil }
        let last = points.map { WrittenNumber.lastPlace($0.value) }.min() ?? 1
        let unit = max(last, usual / 200)
        let chance = last >= 1 ? 1 / max(usual, 1) : 0
        self.unit = unit
        expectations = Self.expectations(
            points.map { ($0.month, Self.scaled($0.value, unit)) }, period, chance: chance)
    }

    private static func expectations(
        _ points: [(month: Int32, level: Double)], _ period: Period, chance: Double
    ) -> [Expectation] {
        func expectation(
            _ numbers: [Double], from start: Double, withDrift: Bool
        ) -> Expectation? {
            guard let scale = RobustScale(numbers) else { return nil }
            let count = Double(numbers.count)
            let variance =
                (count * scale.spread * scale.spread
                    + weightOfCommon * commonSpread * commonSpread) / (count + weightOfCommon)
            return Expectation(
                middle: start + (withDrift ? scale.middle : 0),
                spread: (variance + chance).squareRoot())
        }
        let levels = Dictionary(points, uniquingKeysWith: { _, later in later })
        func steps(over months: Int32) -> [Double] {
            points.compactMap { point in
                levels[point.month - months].map { point.level - $0 }
            }
        }
        var found = [expectation(points.map(\.level), from: 0, withDrift: true)]
        let moves = steps(over: period.months)
        if moves.count >= 3, let last = points.last {
            found.append(expectation(moves, from: last.level, withDrift: false))
        }
        let yearly = period.months < 12 ? steps(over: 12) : []
        if points.count >= fewestForSeasons, yearly.count >= fewest,
            let before = levels[period.firstMonth - 12]
        {
            found.append(expectation(yearly, from: before, withDrift: true))
        }
        return found.compactMap(\.self)
    }

    /// How many spreads a figure lies from the nearest expectation.
    func surprise(_ value: Double) -> Double {
        let level = Self.scaled(value, unit)
        return expectations.map { abs(level - $0.middle) / $0.spread }.min() ?? 0
    }

    /// The figures that surprise by at most so many spreads, from the least
    /// to the largest.
    func expected(within spreads: Double) -> ClosedRange<Double> {
        let low = expectations.map { $0.middle - spreads * $0.spread }.min() ?? 0
        let high = expectations.map { $0.middle + spreads * $0.spread }.max() ?? 0
        return unscaled(low)...unscaled(max(low, high))
    }

    private static func scaled(_ value: Double, _ unit: Double) -> Double {
        asinh(value / (2 * unit))
    }

    private func unscaled(_ level: Double) -> Double { 2 * unit * sinh(level) }
}
