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
        for repeated in last { note(known(writer.sameAsLastPeriod(repeated, periods), repeated)) }
        for copy in copied { note(known(writer.copiedFromAnotherCity(copy, periods), copy)) }
    }

    private func known(_ finding: Finding, _ repeated: RepeatWatch.Found) -> Finding {
        var finding = finding
        finding.city = repeated.city.map { writer.context.cities.cities[Int($0)].id }
        finding.period = periods[Int(repeated.period)]
        return finding
    }

    private func known(_ finding: Finding, _ copy: CopyWatch.Found) -> Finding {
        var finding = finding
        finding.city = writer.context.cities.cities[Int(copy.place.city)].id
        finding.period = periods[Int(copy.place.period)]
        if copy.count == 1 {
            finding.measure = writer.context.standard.measures[Int(copy.place.measure)].id
        }
        return finding
    }
}
