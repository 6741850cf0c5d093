import MetricSpec
import Tabular

/// A figure that may be right and must be looked at.
struct Questioned {
    let text: String
    let value: Double
    let measure: Measure
    let period: Period
    /// Whether the period closes a year: then only an explanation helps.
    var closesYear: Bool
    /// What the row, or somebody before, says of it; empty for nothing.
    let explanation: String
    /// Whether it is the row that says so.
    let isExplainedHere: Bool
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
        let verdict = verdict(draft, measure, period, line: line)
        let isAsked = isOutside || earlier != nil
        let outlier = isAsked || verdict != .likely ? nil : outlier(draft, period)
        guard isAsked || verdict != .likely || outlier != nil else { return true }
        var questioned = questioned(draft, line, measure, period, text)
        // What history alone questions is never rejected.
        if !isAsked { questioned.closesYear = false }
        if isOutside, let range {
            note(outside(questioned, range), draft, questioned)
        }
        if let earlier {
            note(writer.changeToExplain(questioned, earlier: earlier), draft, questioned)
        }
        if verdict != .likely {
            history.doubted.insert(CellPlace(row: line, column: Int(draft.column) + 1))
        }
        if let finding = finding(verdict, questioned, isAsked: isAsked) {
            note(finding, draft, questioned)
        }
        if let outlier {
            note(writer.outlierAgainstPeers(questioned, outlier), draft, questioned)
        }
        return questioned.severity < .error
    }

    /// What is most likely wrong with a value outside its range.
    private func outside(_ questioned: Questioned, _ range: PlausibleRange) -> Finding {
        writer.negativeValue(questioned, range: range)
            ?? writer.wrongMagnitude(questioned, range: range)
            ?? writer.outsidePlausibleRange(questioned, range: range)
    }

    /// The value of a year earlier, where the change from it is to be
    /// explained.
    private func earlierValue(
        _ draft: Draft, _ measure: Measure, _ period: Period
    ) -> Double? {
        guard let limit = measure.change, let earlier = writer.context.earlier,
            isActual(draft),
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
        let given = explanation < 0 ? "" : text(explanation)
        return Questioned(
            text: text(Int(draft.column)), value: draft.value, measure: measure, period: period,
            closesYear: stamps.closesYear(period, city: draft.city),
            explanation: given.isEmpty ? explained(draft, period) : given,
            isExplainedHere: !given.isEmpty, row: line,
            column: Int(draft.column))
    }

    /// What was said about a figure before; empty for nothing.
    private func explained(_ draft: Draft, _ period: Period) -> String {
        writer.context.explanations.text(
            measure: draft.measure, city: draft.city, breakdown: draft.breakdown,
            period: period, value: draft.value) ?? ""
    }

    private mutating func note(_ finding: Finding, _ draft: Draft, _ questioned: Questioned) {
        var finding = known(finding, draft)
        finding.figure = Finding.Figure(
            value: draft.value, breakdown: writer.context.breakdowns[Int(draft.breakdown)])
        if questioned.isExplainedHere { finding.answer = questioned.explanation }
        if finding.severity == .error {
            var text = questioned.text
            finding.rawText = text.withUTF8 { FindingWriter.kept(UnsafeRawBufferPointer($0)) }
        }
        note(finding)
    }
}
