import Consortium
import MetricSpec

/// Figures beside the city's own history.
extension Checker {
    /// What the city's earlier values say of a draft.
    func verdict(
        _ draft: Draft, _ measure: Measure, _ period: Period, line: Int
    ) -> HistoryVerdict {
        guard let earlier = writer.context.earlier, isActual(draft) else { return .likely }
        let points = earlier.series(
            measure: draft.measure, city: draft.city, breakdown: draft.breakdown, before: period)
        guard let last = points.last else { return .likely }
        if last.month == period.firstMonth - period.months {
            history.repeats.compare(draft, after: points, line: line)
        }
        return HistoryVerdict.of(draft.value, after: points, in: period, measure: measure)
    }

    /// Whether there are enough earlier values of a draft's key to judge it.
    func hasSeries(_ draft: Draft) -> Bool {
        guard let earlier = writer.context.earlier, draft.period >= 0 else { return false }
        return earlier.series(
            measure: draft.measure, city: draft.city, breakdown: draft.breakdown,
            before: periods[Int(draft.period)]
        ).count >= OwnSeries.fewest
    }

    /// Whether a draft says what happened, and not what was planned.
    func isActual(_ draft: Draft) -> Bool {
        StoredCodes.isActual(variant: draft.variant)
    }

    /// A finding on a draft that its history questions; nil where it does not.
    ///
    /// - Parameter isAsked: whether another rule has asked about it.
    func finding(_ verdict: HistoryVerdict, _ figure: Questioned, isAsked: Bool) -> Finding? {
        switch verdict {
        case .likely: nil
        case .unlike(let expected, let count):
            isAsked
                ? nil : writer.unlikeOwnHistory(figure, expected: expected, count: count)
        case .zero(let expected, let count):
            writer.zeroWhereGapLikely(figure, expected: expected, count: count)
        case .slip(let slip, let last): writer.digitSlip(figure, slip: slip, last: last)
        }
    }

    /// What shows only when the whole file is read: figures of the period
    /// before, and of another city.
    mutating func noteRepeats() {
        // A file that is another one, byte for byte, is said to be that.
        let content = writer.context.sameContent
        let last = content == nil ? history.repeats.found() : []
        let copied =
            history.copies.found(earlier: writer.context.earlier, periods: periods)
            + history.copies.found(stored: writer.context.storedCopies, periods: periods)
        if let content { note(writer.sameContent(content)) }
        for repeated in last {
            let figure = repeated.first
            let finding = writer.sameAsLastPeriod(
                repeated, periods, explanation: explained(figure))
            note(asked(finding, figure))
        }
        for copy in copied {
            let finding = writer.copiedFromAnotherCity(
                copy, periods, explanation: explained(copy.first))
            note(asked(finding, copy.first))
        }
    }

    /// What was said before about a figure; empty for nothing.
    private func explained(_ figure: AskedFigure) -> String {
        writer.context.explanations.text(
            measure: figure.measure, city: figure.city, breakdown: figure.breakdown,
            period: periods[Int(figure.period)], value: figure.value) ?? ""
    }

    /// A finding on figures that an explanation of the first of them answers.
    private func asked(_ finding: Finding, _ figure: AskedFigure) -> Finding {
        let context = writer.context
        var finding = finding
        finding.city = context.cities.cities[Int(figure.city)].id
        finding.measure = context.standard.measures[Int(figure.measure)].id
        finding.period = periods[Int(figure.period)]
        finding.figure = Finding.Figure(
            value: figure.value, breakdown: context.breakdowns[Int(figure.breakdown)])
        return finding
    }
}
