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
        question(draft, at: table.line(Int(draft.row))) { column in
            CellText.string(CellText.trimmed(table.cell(Int(draft.row), column)))
        }
    }

    /// Asks about a value that is not plainly plausible; false where it is
    /// not accepted.
    ///
    /// - Parameter text: what stands in a column of the value's row.
    mutating func question(_ draft: Draft, at line: Int, text: (Int) -> String) -> Bool {
        let measure = writer.context.standard.measures[Int(draft.measure)]
        let period = periods[Int(draft.period)]
        var range = measure.plausible?.range(months: Int(period.months), kind: measure.kind)
        if draft.breakdown != 0, measure.isAdditive { range = range?.ofPart }
        let isOutside = range.map { !$0.contains(draft.value) } ?? false
        let earlier = earlierValue(draft, measure, period)
        guard isOutside || earlier != nil else { return true }
        let questioned = questioned(draft, line, measure, period, text)
        if isOutside, let range {
            note(writer.outsidePlausibleRange(questioned, range: range), draft, questioned)
        }
        if let earlier {
            note(writer.changeToExplain(questioned, earlier: earlier), draft, questioned)
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
        _ draft: Draft, _ line: Int, _ measure: Measure, _ period: Period,
        _ text: (Int) -> String
    ) -> Questioned {
        let explanation = writer.plan.explanation
        return Questioned(
            text: text(Int(draft.column)), value: draft.value, measure: measure, period: period,
            closesYear: stamps.closesYear(period, city: draft.city),
            explanation: explanation < 0 ? "" : text(explanation), row: line,
            column: Int(draft.column))
    }

    private mutating func note(_ finding: Finding, _ draft: Draft, _ questioned: Questioned) {
        var finding = known(finding, draft)
        if finding.severity == .error {
            var text = questioned.text
            finding.rawText = text.withUTF8 { FindingWriter.kept(UnsafeRawBufferPointer($0)) }
        }
        note(finding)
    }
}
