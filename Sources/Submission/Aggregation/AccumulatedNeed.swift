public import MetricSpec

/// A stored value that bears on a figure of the fiscal year so far: of an
/// earlier part of the year, of the same part, or of a later one.
public struct AccumulatedNeed: Sendable, Hashable {
    /// Position in the standard's measures.
    public let measure: Int32
    /// Position in the directory's cities.
    public let city: Int32
    /// Position in the standard's `breakdownValues`.
    public let breakdown: Int32
    public let period: Period
    /// Whether it is taken off the figure, being of an earlier part.
    public let isSubtracted: Bool
}

extension RowAggregator {
    /// The stored values that bear on figures of the fiscal year so far;
    /// none where amounts are of the period alone.
    func needs(_ periods: [Period]) -> Set<AccumulatedNeed> {
        guard aggregation.ledger?.accumulates == true else { return [] }
        var needs: Set<AccumulatedNeed> = []
        for key in keys {
            let period = periods[Int(key.period)]
            let past = monthsPast(period, city: key.city)
            let length = Int(period.months)
            guard 12 % length == 0, past % length == 0 else { continue }
            for month in stride(from: -past, to: 12 - past, by: length) {
                let first = period.firstMonth + Int32(month)
                guard let part = Self.period(first, period.months) else { continue }
                needs.insert(
                    AccumulatedNeed(
                        measure: key.measure, city: key.city, breakdown: key.breakdown,
                        period: part, isSubtracted: month < 0))
            }
        }
        return needs
    }

    /// How many months of the fiscal year are past when a period begins.
    func monthsPast(_ period: Period, city: Int32) -> Int {
        let starts = stamps.calendar(in: period, city: city).yearStarts
        return Int(period.firstMonth - Int32(starts - 1)) % 12
    }

    /// Figures that change while later parts of their year were worked out
    /// with the former ones.
    func outdatedFindings(_ figures: [AggregatedFigure], _ periods: [Period]) -> [Finding] {
        guard aggregation.ledger?.accumulates == true, let stored = writer.context.accumulated
        else { return [] }
        var outdated: [LedgerBooks.Place: [Int]] = [:]
        for figure in figures where figure.isSound {
            let draft = figure.draft
            let period = periods[Int(draft.period)]
            let past = monthsPast(period, city: draft.city)
            guard past + Int(period.months) < 12,
                let next = Self.period(period.firstMonth + period.months, period.months),
                !periods.contains(next)
            else { continue }
            func value(_ period: Period) -> Double? {
                stored.value(
                    measure: draft.measure, city: draft.city, breakdown: draft.breakdown,
                    in: period)
            }
            guard let former = value(period), former != draft.value, value(next) != nil else {
                continue
            }
            let place = LedgerBooks.Place(
                city: draft.city, period: draft.period, variant: draft.variant)
            outdated[place, default: []].append(Int(draft.measure))
        }
        return outdated.sorted { $0.key.period < $1.key.period }.compactMap { place, measures in
            let period = periods[Int(place.period)]
            guard let next = Self.period(period.firstMonth + period.months, period.months) else {
                return nil
            }
            return about(place, periods, writer.laterFigureOutdated(period, next, measures))
        }
    }
}
