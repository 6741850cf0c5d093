public import MetricSpec

/// One figure that the city is asked for.
public struct TemplateRow: Sendable {
    public let measure: Measure
    /// The group it refers to; nil: all.
    public let group: BreakdownValue?
    /// What the group is one of, such as `Age group`; empty for all.
    public let breakdownTitle: String
    public let unit: Unit
    /// Nil for the city as a whole.
    public let service: Service?
    /// Outside of it a figure is questioned; nil: nowhere.
    public let range: PlausibleRange?
    /// What must be explained; nil: nothing, also where the definition
    /// changed since a year before.
    public let change: ChangeLimit?
    /// The stored figures of a year before and of the period before.
    public let yearBefore: Double?
    public let previous: Double?

    /// The id that the figure's breakdown has: `total` for all.
    public var breakdownID: String { group?.id ?? "total" }

    /// Whether a sender may state a cost basis and how overhead was spread.
    public var isServiceCost: Bool { isMoney && measure.service != nil }

    /// Whether it is an amount of money.
    public var isMoney: Bool { (unit.dimension.powers["money"] ?? 0) > 0 }
}

extension TemplateInput {
    /// What the city is asked for in the period: measures of services that it
    /// provides and takes part in, and those of no service, in the order of
    /// the standard; the groups of a measure below it.
    public var rows: [TemplateRow] {
        standard.measures
            .filter { measure in measure.service.map(isAsked) ?? true }
            .flatMap { measure in
                [row(measure, nil, nil)]
                    + measure.breakdowns.compactMap(standard.breakdown).flatMap { list in
                        list.values.map { row(measure, $0, list) }
                    }
            }
            .compactMap(\.self)
    }

    private func row(
        _ measure: Measure, _ group: BreakdownValue?, _ list: Breakdown?
    ) -> TemplateRow? {
        guard let unit = standard.unit(measure.unit) else { return nil }
        let id = group?.id ?? "total"
        let yearBefore = Self.yearBefore(period)
        return TemplateRow(
            measure: measure, group: group, breakdownTitle: list?.title ?? "", unit: unit,
            service: measure.service.flatMap(standard.service),
            range: range(measure, unit, isPart: group != nil),
            change: hasBreak(measure) ? nil : measure.change,
            yearBefore: lastValues.value(measure.id, id, yearBefore),
            previous: lastValues.value(measure.id, id, Self.previous(period)))
    }

    /// The expected range; a group of what can be added may be as small as
    /// nothing.
    private func range(_ measure: Measure, _ unit: Unit, isPart: Bool) -> PlausibleRange? {
        guard
            let range = measure.plausible?.range(
                months: Int(period.months), kind: measure.kind)
        else {
            let isYesNo = unit.dimension.powers["yes-no"] == 1
            return isYesNo ? PlausibleRange(minimum: 0, maximum: 1) : nil
        }
        guard isPart, measure.isAdditive else { return range }
        return PlausibleRange(minimum: range.minimum.map { min($0, 0) }, maximum: range.maximum)
    }

    /// Whether the definition changed since a year before, so that the two
    /// figures do not compare.
    private func hasBreak(_ measure: Measure) -> Bool {
        guard let before = Self.yearBefore(period) else { return false }
        return measure.changes.contains {
            $0.isBreak && $0.date > before.start && $0.date <= period.start
        }
    }
}
