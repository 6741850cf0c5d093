import Consortium
import MetricSpec

/// One figure made of many rows, ready to be checked.
struct AggregatedFigure {
    var draft: Draft
    let line: Int
    var origin: AggregateOrigin
    /// Whether something is known to be wrong with it.
    var isSound = true
    /// What stands in its cell, where it has one.
    var raw: String?
}

/// The end of a file: rows have become figures.
extension RowAggregator {
    /// The figures, by their first line; findings on the whole go to
    /// `findings`, and `rejected` counts rejected books without a figure.
    func figures(
        _ periods: [Period], findings: inout [Finding], rejected: inout Int
    ) -> [AggregatedFigure] {
        let drifts = codeDrifts(periods)
        findings += faults.findings()
        for index in overflowing.sorted() {
            findings.append(tooLarge(Int(index)))
        }
        if aggregation.dates != nil || columns.measure >= 0 {
            findings += recordFindings(periods, drifts)
        }
        var unbalanced: Set<LedgerBooks.Place> = []
        if let ledger = aggregation.ledger {
            findings += ledgerFindings(ledger, periods, drifts, &unbalanced)
        }
        findings += drifts.flatMap(writer.driftFindings)
        var figures: [AggregatedFigure] = []
        for (position, key) in keys.enumerated() {
            guard var figure = figure(position, key) else { continue }
            let place = LedgerBooks.Place(figure.draft)
            if unbalanced.contains(place) { figure.isSound = false }
            if !figure.draft.value.isFinite {
                figure.isSound = false
                findings.append(
                    writer.about(
                        place, periods,
                        writer.notFinite(
                            row: figure.line, column: Int(figure.draft.column))))
            }
            figures.append(figure)
        }
        if aggregation.ledger?.accumulates == true {
            findings += yearSoFar(periods).settle(&figures, inFile: accumulatedInFile)
        }
        let withFigures = figures.map { LedgerBooks.Place($0.draft) }
        rejected = unbalanced.subtracting(withFigures).count
        return figures.sorted { ($0.line, $0.draft.measure) < ($1.line, $1.draft.measure) }
    }

    private func figure(_ position: Int, _ key: Key) -> AggregatedFigure? {
        let spec = aggregation.figures[Int(key.figure)]
        let accumulator = accumulators[position]
        guard let value = accumulator.figure(spec.aggregate) else { return nil }
        let plan = plan(ofLine: accumulator.firstLine)
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

    private func yearSoFar(_ periods: [Period]) -> YearSoFar {
        YearSoFar(writer: writer, stamps: stamps, periods: periods)
    }

    /// The stored values that bear on figures of the fiscal year so far; none
    /// where amounts are of the period alone.
    func needs(_ periods: [Period]) -> Set<AccumulatedNeed> {
        guard aggregation.ledger?.accumulates == true else { return [] }
        let yearSoFar = yearSoFar(periods)
        let drafts = keys.enumerated().compactMap { figure($0.offset, $0.element)?.draft }
        return Set(drafts.flatMap { yearSoFar.needs($0) })
    }

    /// The year so far at the end of an earlier period, where the file has it.
    private func accumulatedInFile(_ draft: Draft, _ period: Int32) -> YearSoFar.Earlier? {
        let place = LedgerBooks.Place(city: draft.city, period: period, variant: draft.variant)
        guard books.balances[place] != nil else { return nil }
        let line = aggregation.figures.firstIndex { $0.measure == draft.measure }
        let earlier = Key(
            figure: Int32(line ?? 0), measure: draft.measure, city: draft.city, period: period,
            breakdown: draft.breakdown, variant: draft.variant, basis: draft.basis)
        // No row of the line: nothing was booked there before.
        guard let position = known(earlier) else { return (0, 0) }
        return (accumulators[position].sum.value, accumulators[position].rowCount)
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
        _ ledger: Ledger, _ periods: [Period], _ drifts: [CodeDrift],
        _ unbalanced: inout Set<LedgerBooks.Place>
    ) -> [Finding] {
        var findings: [Finding] = []
        if let tolerance = ledger.tolerance {
            let places = books.balances.filter { abs($0.value.value) > tolerance }
            unbalanced = Set(places.keys)
            let ordered = places.sorted { left, right in
                (left.key.city, left.key.period) < (right.key.city, right.key.period)
            }
            findings += ordered.map { place, balance in
                writer.about(
                    place, periods, writer.outOfBalance(balance.value, tolerance: tolerance))
            }
        }
        if !books.unmapped.isEmpty {
            findings.append(
                writer.unmappedAccounts(
                    books, drifts,
                    likeness: AccountLikeness(
                        aggregation.figures, books, moved: drifts.flatMap(\.moved),
                        writer.context.standard),
                    column: plan.account))
        }
        for index in aggregation.figures.indices where !books.usedLines.contains(index) {
            findings.append(writer.mappedAccountMissing(aggregation.figures[index]))
        }
        return findings
    }
}
