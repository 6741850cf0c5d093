import Consortium
import MetricSpec

/// One figure made of many rows, ready to be checked.
struct AggregatedFigure {
    var draft: Draft
    let line: Int
    var origin: AggregateOrigin
    /// Whether something is known to be wrong with it.
    var isSound = true
}

/// The end of a file: rows have become figures.
extension RowAggregator {
    /// The figures, by their first line; findings on the whole go to
    /// `findings`, and `rejected` counts rejected books without a figure.
    func figures(
        _ periods: [Period], findings: inout [Finding], rejected: inout Int
    ) -> [AggregatedFigure] {
        findings += faults.findings()
        for index in overflowing.sorted() {
            findings.append(tooLarge(Int(index)))
        }
        if aggregation.dates != nil || columns.measure >= 0 {
            findings += recordFindings(periods)
        }
        var unbalanced: Set<LedgerBooks.Place> = []
        if let ledger = aggregation.ledger {
            findings += ledgerFindings(ledger, periods, &unbalanced)
        }
        var withoutEarlier: [LedgerBooks.Place: [Int]] = [:]
        var figures: [AggregatedFigure] = []
        for (position, key) in keys.enumerated() {
            guard var figure = figure(position, key) else { continue }
            let place = LedgerBooks.Place(
                city: key.city, period: key.period, variant: key.variant)
            if unbalanced.contains(place) { figure.isSound = false }
            if !figure.draft.value.isFinite {
                figure.isSound = false
                findings.append(
                    about(
                        place, periods,
                        writer.notFinite(
                            row: figure.line, column: Int(figure.draft.column))))
            }
            if aggregation.ledger?.accumulates == true,
                !subtractEarlier(from: &figure, key, periods)
            {
                figure.isSound = false
                withoutEarlier[place, default: []].append(Int(key.measure))
            }
            figures.append(figure)
        }
        findings += withoutEarlier.sorted { $0.key.period < $1.key.period }.map { place, measures in
            about(place, periods, writer.noEarlierFigure(periods[Int(place.period)], measures))
        }
        findings += outdatedFindings(figures, periods)
        let withFigures = figures.map { figure in
            LedgerBooks.Place(
                city: figure.draft.city, period: figure.draft.period,
                variant: figure.draft.variant)
        }
        rejected = unbalanced.subtracting(withFigures).count
        return figures.sorted { ($0.line, $0.draft.measure) < ($1.line, $1.draft.measure) }
    }

    private func figure(_ position: Int, _ key: Key) -> AggregatedFigure? {
        let spec = aggregation.figures[Int(key.figure)]
        let accumulator = accumulators[position]
        guard let value = accumulator.figure(spec.aggregate) else { return nil }
        let column = plan.figures[Int(key.figure)].column
        let shown = [column, plan.amount, plan.debit, plan.account, plan.date, 0].first { $0 >= 0 }
        let draft = Draft(
            row: 0, measure: key.measure, city: key.city, period: key.period,
            breakdown: key.breakdown, column: Int16(truncatingIfNeeded: shown ?? 0),
            variant: key.variant, status: ObservationStatus.normal.code, basis: key.basis,
            faults: [], isCanonical: true, value: value)
        let hasMoments = spec.aggregate == .mean || spec.aggregate == .sumOfSquares
        return AggregatedFigure(
            draft: draft, line: accumulator.firstLine,
            origin: AggregateOrigin(
                rowCount: accumulator.rowCount, filter: words(spec),
                digest: accumulator.digest.value,
                moments: hasMoments ? accumulator.moments : nil),
            isSound: !overflowing.contains(key.figure))
    }

    /// The filter of a figure in words.
    private func words(_ figure: Figure) -> String {
        let common =
            writer.mapping.conditions.map(\.words) + aggregation.tests.map(\.words)
        return ([figure.words] + common).filter { !$0.isEmpty }.joined(separator: "; ")
    }

    // MARK: Figures of the fiscal year so far

    /// Takes what was there before off a figure that is of the year so far;
    /// false where that is not known.
    private func subtractEarlier(
        from figure: inout AggregatedFigure, _ key: Key, _ periods: [Period]
    ) -> Bool {
        let period = periods[Int(key.period)]
        let past = Int32(monthsPast(period, city: key.city))
        if past == 0 { return true }
        guard past % period.months == 0,
            let before = Self.period(period.firstMonth - period.months, period.months)
        else { return false }
        if let earlier = accumulatedInFile(key, before, periods) {
            figure.draft.value -= earlier.value
            figure.origin = figure.origin.less(earlier.rows, before: before)
            return true
        }
        var sum = CompensatedSum()
        for back in 1...(past / period.months) {
            guard
                let part = Self.period(period.firstMonth - back * period.months, period.months),
                StoredCodes.isActual(variant: key.variant),
                let value = writer.context.accumulated?.value(
                    measure: key.measure, city: key.city, breakdown: key.breakdown, in: part)
            else { return false }
            sum.add(value)
        }
        figure.draft.value -= sum.value
        figure.origin = figure.origin.less(0, before: before)
        return true
    }

    /// The year so far of the period before, where the file has it.
    private func accumulatedInFile(
        _ key: Key, _ before: Period, _ periods: [Period]
    ) -> (value: Double, rows: Int)? {
        guard let index = periods.firstIndex(of: before) else { return nil }
        let place = LedgerBooks.Place(
            city: key.city, period: Int32(index), variant: key.variant)
        guard books.balances[place] != nil else { return nil }
        var earlier = key
        earlier.period = Int32(index)
        // No row of the line: nothing was booked there before.
        guard let position = known(earlier) else { return (0, 0) }
        return (accumulators[position].sum.value, accumulators[position].rowCount)
    }

    static func period(_ firstMonth: Int32, _ months: Int32) -> Period? {
        Period(
            year: Int(firstMonth) / 12, month: Int(firstMonth) % 12 + 1, months: Int(months))
    }

    // MARK: Findings

    private func tooLarge(_ index: Int) -> Finding {
        var finding = writer.percentileTooLarge(
            aggregation.figures[index], values: keptValues[index],
            column: plan.figures[index].column)
        if let measure = aggregation.figures[index].measure {
            finding.measure = writer.context.standard.measures[Int(measure)].id
        }
        return finding
    }

    private func ledgerFindings(
        _ ledger: Ledger, _ periods: [Period], _ unbalanced: inout Set<LedgerBooks.Place>
    ) -> [Finding] {
        var findings: [Finding] = []
        if let tolerance = ledger.tolerance {
            let places = books.balances.filter { abs($0.value.value) > tolerance }
            unbalanced = Set(places.keys)
            let ordered = places.sorted { left, right in
                (left.key.city, left.key.period) < (right.key.city, right.key.period)
            }
            findings += ordered.map { place, balance in
                about(
                    place, periods, writer.outOfBalance(balance.value, tolerance: tolerance))
            }
        }
        if !books.unmapped.isEmpty {
            findings.append(
                writer.unmappedAccounts(
                    books, likeness: AccountLikeness(aggregation.figures, books),
                    column: plan.account))
        }
        for index in aggregation.figures.indices where !books.usedLines.contains(index) {
            findings.append(writer.mappedAccountMissing(aggregation.figures[index]))
        }
        return findings
    }

    /// A finding with the city and period that it is about.
    func about(
        _ place: LedgerBooks.Place, _ periods: [Period], _ finding: Finding
    ) -> Finding {
        var finding = finding
        finding.city = writer.context.cities.cities[Int(place.city)].id
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
