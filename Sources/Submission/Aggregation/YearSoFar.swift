import Consortium
import MetricSpec

/// Turns figures of the fiscal year so far into figures of their periods: each
/// less what was there when its period began.
struct YearSoFar {
    let writer: FindingWriter
    let stamps: StampReader
    /// The periods that the file names.
    let periods: [Period]

    /// What was there when a period began, and of how many rows.
    typealias Earlier = (value: Double, rows: Int)

    private var accumulated: EarlierValues? { writer.context.accumulated }

    /// Takes off each figure what was there before; one of which that is not
    /// known is no longer sound, and the findings say so.
    ///
    /// - Parameter inFile: the year so far of a figure in an earlier period, by
    ///   its position, where the file has it.
    func settle(
        _ figures: inout [AggregatedFigure], inFile: (Draft, Int32) -> Earlier?
    ) -> [Finding] {
        var withoutEarlier: [LedgerBooks.Place: [Int]] = [:]
        for index in figures.indices where !subtractEarlier(from: &figures[index], inFile) {
            figures[index].isSound = false
            let draft = figures[index].draft
            withoutEarlier[LedgerBooks.Place(draft), default: []].append(Int(draft.measure))
        }
        let unknown = withoutEarlier.sorted { $0.key < $1.key }
        return unknown.map { place, measures in
            about(place, writer.noEarlierFigure(periods[Int(place.period)], measures))
        } + outdatedFindings(figures)
    }

    /// The stored values that bear on a figure.
    func needs(_ draft: Draft) -> [AccumulatedNeed] {
        let period = periods[Int(draft.period)]
        let past = monthsPast(period, city: draft.city)
        let length = Int(period.months)
        guard 12 % length == 0, past % length == 0 else { return [] }
        return stride(from: -past, to: 12 - past, by: length).compactMap { month in
            Self.period(period.firstMonth + Int32(month), period.months).map { part in
                AccumulatedNeed(
                    measure: draft.measure, city: draft.city, breakdown: draft.breakdown,
                    period: part, isSubtracted: month < 0)
            }
        }
    }

    /// How many months of the fiscal year are past when a period begins.
    func monthsPast(_ period: Period, city: Int32) -> Int {
        let starts = stamps.calendar(in: period, city: city).yearStarts
        return Int(period.firstMonth - Int32(starts - 1)) % 12
    }

    private static func period(_ firstMonth: Int32, _ months: Int32) -> Period? {
        Period(
            year: Int(firstMonth) / 12, month: Int(firstMonth) % 12 + 1, months: Int(months))
    }

    // MARK: What was there before

    /// False where that is not known.
    private func subtractEarlier(
        from figure: inout AggregatedFigure, _ inFile: (Draft, Int32) -> Earlier?
    ) -> Bool {
        let period = periods[Int(figure.draft.period)]
        let past = Int32(monthsPast(period, city: figure.draft.city))
        if past == 0 { return true }
        guard past % period.months == 0,
            let before = Self.period(period.firstMonth - period.months, period.months)
        else { return false }
        let earlier =
            periods.firstIndex(of: before).flatMap { inFile(figure.draft, Int32($0)) }
            ?? stored(figure.draft, period, months: past)
        guard let earlier else { return false }
        figure.draft.value -= earlier.value
        figure.origin = figure.origin.less(earlier.rows, before: before)
        return true
    }

    /// The sum of what was accepted for the earlier parts of the year.
    private func stored(_ draft: Draft, _ period: Period, months past: Int32) -> Earlier? {
        guard StoredCodes.isActual(variant: draft.variant), let accumulated else { return nil }
        var sum = CompensatedSum()
        for back in 1...(past / period.months) {
            guard
                let part = Self.period(period.firstMonth - back * period.months, period.months),
                let value = accumulated.value(
                    measure: draft.measure, city: draft.city, breakdown: draft.breakdown, in: part)
            else { return nil }
            sum.add(value)
        }
        return (sum.value, 0)
    }

    // MARK: What is there behind

    /// Figures that change while later parts of their year were worked out
    /// with the former ones.
    private func outdatedFindings(_ figures: [AggregatedFigure]) -> [Finding] {
        guard let accumulated else { return [] }
        var outdated: [LedgerBooks.Place: [Int]] = [:]
        for draft in figures.filter(\.isSound).map(\.draft) {
            let period = periods[Int(draft.period)]
            guard let next = partBehind(period, city: draft.city), !periods.contains(next) else {
                continue
            }
            func value(_ period: Period) -> Double? {
                accumulated.value(
                    measure: draft.measure, city: draft.city, breakdown: draft.breakdown,
                    in: period)
            }
            guard let former = value(period), former != draft.value, value(next) != nil else {
                continue
            }
            outdated[LedgerBooks.Place(draft), default: []].append(Int(draft.measure))
        }
        return outdated.sorted { $0.key < $1.key }.compactMap { place, measures in
            let period = periods[Int(place.period)]
            return partBehind(period, city: place.city).map { next in
                about(place, writer.laterFigureOutdated(period, next, measures))
            }
        }
    }

    /// The next part of the same fiscal year.
    private func partBehind(_ period: Period, city: Int32) -> Period? {
        guard monthsPast(period, city: city) + Int(period.months) < 12 else { return nil }
        return Self.period(period.firstMonth + period.months, period.months)
    }

    private func about(_ place: LedgerBooks.Place, _ finding: Finding) -> Finding {
        writer.about(place, periods, finding)
    }
}

extension LedgerBooks.Place: Comparable {
    /// Where a figure belongs.
    init(_ draft: Draft) {
        self.init(city: draft.city, period: draft.period, variant: draft.variant)
    }

    /// By period, then by city.
    static func < (left: Self, right: Self) -> Bool {
        (left.period, left.city, left.variant) < (right.period, right.city, right.variant)
    }
}

extension FindingWriter {
    /// A finding with the city and period that it is about.
    func about(
        _ place: LedgerBooks.Place, _ periods: [Period], _ finding: Finding
    ) -> Finding {
        var finding = finding
        finding.city = context.cities.cities[Int(place.city)].id
        finding.period = periods[Int(place.period)]
        return finding
    }
}

extension AggregateOrigin {
    /// The origin of a figure off which that of an earlier period was taken.
    fileprivate func less(_ rows: Int, before period: Period) -> AggregateOrigin {
        AggregateOrigin(
            rowCount: rowCount + rows,
            filter: filter + "; the year so far, less that at the end of \(period.text)",
            digest: digest, moments: moments)
    }
}
