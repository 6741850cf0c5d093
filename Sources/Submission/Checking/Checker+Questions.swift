import MetricSpec
import Tabular

/// A figure that may be right and must be looked at.
struct Questioned {
    let text: String
    let value: Double
    let measure: Measure
    let period: Period
    /// Whether the period closes a year: then only an explanation helps.
    let closesYear: Bool
    /// What the row says of it; empty for nothing.
    let explanation: String
    /// The line, from 1.
    let row: Int
    /// From 0.
    let column: Int

    /// How much the question weighs.
    var severity: Severity {
        if !explanation.isEmpty { return .info }
        return closesYear ? .error : .warning
    }
}

/// Values outside their range, and changes to be explained.
extension Checker {
    /// Asks about a value that is not plainly plausible; false where it is
    /// not accepted.
    mutating func question(_ draft: Draft, _ table: CellTable) -> Bool {
        let measure = writer.context.standard.measures[Int(draft.measure)]
        let period = periods[Int(draft.period)]
        var range = measure.plausible?.range(months: Int(period.months), kind: measure.kind)
        if draft.breakdown != 0, measure.isAdditive { range = range?.ofPart }
        let isOutside = range.map { !$0.contains(draft.value) } ?? false
        let earlier = earlierValue(draft, measure, period)
        guard isOutside || earlier != nil else { return true }
        let questioned = questioned(draft, table, measure, period)
        if isOutside, let range {
            note(writer.outsidePlausibleRange(questioned, range: range), draft, table)
        }
        if let earlier {
            note(writer.changeToExplain(questioned, earlier: earlier), draft, table)
        }
        return questioned.severity < .error
    }

    /// The value of a year earlier, where the change from it is to be
    /// explained.
    private func earlierValue(
        _ draft: Draft, _ measure: Measure, _ period: Period
    ) -> Double? {
        guard let limit = measure.change, let earlier = writer.context.earlier,
            draft.variant == Variant.actual.code || draft.variant == Variant.provisionalActual.code,
            let before = earlier.value(
                measure: draft.measure, city: draft.city, breakdown: draft.breakdown,
                yearBefore: period),
            limit.isExceeded(from: before, to: draft.value)
        else { return nil }
        return before
    }

    private func questioned(
        _ draft: Draft, _ table: CellTable, _ measure: Measure, _ period: Period
    ) -> Questioned {
        func text(_ column: Int) -> String {
            column < 0
                ? "" : CellText.string(CellText.trimmed(table.cell(Int(draft.row), column)))
        }
        return Questioned(
            text: text(Int(draft.column)), value: draft.value, measure: measure, period: period,
            closesYear: stamps.closesYear(period, city: draft.city),
            explanation: text(writer.plan.explanation), row: table.line(Int(draft.row)),
            column: Int(draft.column))
    }

    private mutating func note(_ finding: Finding, _ draft: Draft, _ table: CellTable) {
        var finding = known(finding, draft)
        if finding.severity == .error {
            let cell = table.cell(Int(draft.row), Int(draft.column))
            finding.rawText = FindingWriter.kept(CellText.trimmed(cell))
        }
        note(finding)
    }
}
