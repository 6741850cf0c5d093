import Glibc
import MetricSpec

/// Figures that do not lie where the others of their measure do.
extension FigureLog {
    /// The fewest figures of a measure that say where one should lie.
    static let fewest = 20

    func spreadFindings(_ periods: [Period]) -> [Finding] {
        // Where a city's own earlier figures are known they say more.
        let isAlone = (context.earlier?.count ?? 0) == 0
        return context.standard.measures.indices.flatMap { measure -> [Finding] in
            let spread = spreads[measure]
            var findings = fractionFindings(spread, measure)
            guard isAlone, spread.count >= Self.fewest, spread.positives > 0 else {
                return findings
            }
            findings += magnitudeFindings(spread, measure, periods)
            findings += signFindings(spread, measure, periods)
            findings += gapFindings(spread, measure, periods)
            return findings
        }
    }

    private func fractionFindings(_ spread: FigureSpread, _ measure: Int) -> [Finding] {
        guard let first = spread.fractions.places.first else { return [] }
        return [
            named(
                writer.fractionOfACount(
                    first.value, count: spread.fractions.total, measure, at: place(first)),
                measure: measure)
        ]
    }

    // MARK: Magnitude

    /// Figures beyond the outer fences of Tukey (1977, three quartile ranges
    /// from the quartiles, on logarithms) that a factor brings back inside
    /// the inner ones. A range below an octave counts as one.
    private func magnitudeFindings(
        _ spread: FigureSpread, _ measure: Int, _ periods: [Period]
    ) -> [Finding] {
        let fences = Fences(spread)
        let factors = writer.suspectFactors(context.standard.measures[measure])
        let high = spread.highs.places.filter { fences.isFarOut(log2($0.value), above: true) }
        let low = spread.lows.places.filter { fences.isFarOut(log2($0.value), above: false) }
        return [(high, true), (low, false)].flatMap { places, isLarge -> [Finding] in
            guard isFew(places.count, of: spread) else { return [] }
            return places.compactMap { found in
                let factor = factors.first {
                    fences.isInside(log2(isLarge ? found.value / $0 : found.value * $0))
                }
                guard let factor, isPlausible(found, measure, periods) else { return nil }
                let finding = writer.wrongMagnitude(
                    found.value, factor: factor, isLarge: isLarge,
                    usual: (exp2(fences.lower), exp2(fences.upper)), at: place(found))
                return named(
                    finding, measure: measure, city: Int(found.city),
                    period: periods[Int(found.period)])
            }
        }
    }

    /// Whether so many may be slips; as many as are kept are a kind of city.
    private func isFew(_ count: Int, of spread: FigureSpread) -> Bool {
        count > 0 && count < FigureSpread.limit && count * 20 <= spread.count
    }

    /// Whether no other rule has asked about a figure.
    private func isPlausible(
        _ found: FigureSpread.Place, _ measure: Int, _ periods: [Period]
    ) -> Bool {
        let measure = context.standard.measures[measure]
        let months = Int(periods[Int(found.period)].months)
        let range = measure.plausible?.range(months: months, kind: measure.kind)
        return range?.contains(found.value) ?? true
    }

    // MARK: Signs and zeros

    /// The few negative figures of a measure that may be negative, as large as
    /// the others.
    private func signFindings(
        _ spread: FigureSpread, _ measure: Int, _ periods: [Period]
    ) -> [Finding] {
        guard isFew(spread.negatives.total, of: spread) else { return [] }
        let fences = Fences(spread)
        return spread.negatives.places.compactMap { found in
            guard isPlausible(found, measure, periods), fences.isInside(log2(-found.value)) else {
                return nil
            }
            return named(
                writer.flippedSign(found.value, measure, at: place(found)), measure: measure,
                city: Int(found.city), period: periods[Int(found.period)])
        }
    }

    /// The few zeros of a measure whose figures are else far from 0, of
    /// cities whose other figures of the service are not 0.
    private func gapFindings(
        _ spread: FigureSpread, _ measure: Int, _ periods: [Period]
    ) -> [Finding] {
        let (low, middle) = (spread.quantile(0.05), spread.quantile(0.5))
        let smallest = spread.lows.places.first?.value ?? 0
        // A count of 10 or more is seldom 0 by chance; of others nearly all
        // must be a quarter of the middle one or more, and none far below.
        guard isFew(spread.zeros.total, of: spread), low >= log2(10) || low >= middle - 2,
            log2(smallest) >= low - 2
        else { return [] }
        return spread.zeros.places.compactMap { found in
            guard isPlausible(found, measure, periods), hasOthers(found, measure) else {
                return nil
            }
            return named(
                writer.likelyGapZero(
                    measure, smallest: smallest, others: spread.positives, at: place(found)),
                measure: measure, city: Int(found.city), period: periods[Int(found.period)])
        }
    }

    /// Whether the city reports two other measures of the service or more for
    /// the period, and none of them is an unlikely zero, too.
    private func hasOthers(_ found: FigureSpread.Place, _ measure: Int) -> Bool {
        let measures = context.standard.measures
        let service = measures[measure].service
        let others = measures.indices.filter { $0 != measure && measures[$0].service == service }
        let isZero = others.contains { other in
            spreads[other].zeros.places.contains {
                $0.city == found.city && $0.period == found.period
            }
        }
        guard !isZero else { return false }
        return service == nil
            || others.count {
                presence.has($0, city: Int(found.city), period: Int(found.period))
            } > 1
    }

    private func place(_ found: FigureSpread.Place) -> (row: Int, column: Int) {
        (Int(found.row), Int(found.column) - 1)
    }
}

/// Where the middle half of a measure's figures lies, on logarithms to base 2.
private struct Fences {
    let lower: Double
    let upper: Double
    private let range: Double

    init(_ spread: FigureSpread) {
        lower = spread.quantile(0.25)
        upper = spread.quantile(0.75)
        range = max(upper - lower, 1)
    }

    func isFarOut(_ value: Double, above: Bool) -> Bool {
        above ? value > upper + 3 * range : value < lower - 3 * range
    }

    func isInside(_ value: Double) -> Bool {
        value >= lower - 1.5 * range && value <= upper + 1.5 * range
    }
}
