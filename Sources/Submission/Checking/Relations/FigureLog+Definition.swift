import MetricSpec

/// Figures of one measure for periods before its definition changed.
struct OldDefinition {
    let change: DefinitionChange
    var count = 0
    /// Of them, periods that lie on both sides.
    var across = 0
    let firstRow: Int
    /// From 0.
    let firstColumn: Int
}

extension FigureLog {
    /// Notes a figure whose period begins before the last change.
    func watchDefinition(_ batch: CheckedBatch, _ index: Int) {
        let position = batch.measure[index]
        let period = batch.periods[Int(batch.period[index])]
        guard let change = context.standard.measures[Int(position)].changes.last,
            period.start < change.date
        else { return }
        var old =
            oldDefinitions[position]
            ?? OldDefinition(
                change: change, firstRow: Int(batch.sourceRow[index]),
                firstColumn: Int(batch.sourceColumn[index]) - 1)
        old.count += 1
        if period.end > change.date { old.across += 1 }
        oldDefinitions[position] = old
    }

    func definitionFindings() -> [Finding] {
        oldDefinitions.sorted { $0.key < $1.key }.map { position, old in
            named(writer.definitionChanged(old, Int(position)), measure: Int(position))
        }
    }
}
