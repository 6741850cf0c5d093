import MetricSpec

/// Figures that were made of many rows.
extension Checker {
    /// Checks all figures of a file; the result is valid until the next call.
    mutating func check(_ figures: [AggregatedFigure], periods: [Period]) -> CheckedBatch {
        begin(periods, capacity: figures.count)
        var origins: [AggregateOrigin] = []
        tally.values += figures.count
        for figure in figures {
            guard figure.isSound, accepts(figure) else {
                tally.rejected += 1
                continue
            }
            append(figure)
            origins.append(figure.origin)
            tally.accepted += 1
        }
        return batch(of: origins)
    }

    /// Counts the rows of a batch of which figures will be made.
    mutating func count(_ batch: DraftBatch, rows: Int, faulty: Int) {
        tally.rows += rows - batch.blankRows
        tally.blankRows += batch.blankRows
        tally.leftOutRows += batch.leftOutRows
        tally.values += faulty + batch.raggedRows.count
        tally.rejected += faulty + batch.raggedRows.count
        if tally.firstBlankLine == nil { tally.firstBlankLine = batch.firstBlankLine }
    }

    private mutating func accepts(_ figure: AggregatedFigure) -> Bool {
        let draft = figure.draft
        let shown = PlainNumber.text(draft.value)
        if draft.breakdown > 0, !isCollected(draft) {
            var finding = writer.breakdownNotCollected(
                writer.context.breakdowns[Int(draft.breakdown)],
                measure: writer.context.standard.measures[Int(draft.measure)],
                group: writer.context.breakdowns[Int(draft.breakdown)], row: figure.line,
                column: Int(draft.column))
            finding.rawText = shown
            note(known(finding, draft))
            return false
        }
        return isPlain(draft)
            || question(draft, at: figure.line) { column in
                column == Int(draft.column) ? shown : ""
            }
    }
}
