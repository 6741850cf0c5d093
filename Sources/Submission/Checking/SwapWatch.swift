import MetricSpec

/// Watches whether two columns stand under each other's headers: the figures
/// of each are unlikely for its own measure and likely for the other's.
///
/// Likely is what is within half and twice the figure of a year before, or
/// where none is known, within the measure's plausible range. Only the first
/// figures of each column are looked at.
struct SwapWatch {
    /// A pair of columns, from 0, that seem to be swapped.
    struct Swap: Equatable {
        let first: Int
        let second: Int
        /// The figures of both that were looked at.
        let figures: Int
    }

    private let context: IntakeContext
    /// The places in `columns`, by column; -1 for others.
    private let slots: [Int]
    private let columns: [Int]
    private let measures: [Int32]
    private var samples: [[Draft]]
    private var open: Int

    /// So many figures of a column are looked at.
    static let sample = 100

    /// Nil where columns do not stand for measures.
    init?(_ plan: ColumnPlan, context: IntakeContext) {
        let values = plan.values.filter { $0.measure >= 0 }
        guard values.count >= 2, values.count == plan.values.count, values.count <= 500 else {
            return nil
        }
        self.context = context
        columns = values.map(\.column)
        measures = values.map(\.measure)
        var slots = Array(repeating: -1, count: plan.width)
        for (slot, column) in columns.enumerated() where column < plan.width {
            slots[column] = slot
        }
        self.slots = slots
        samples = columns.map { _ in [] }
        open = columns.count
    }

    mutating func watch(_ drafts: DraftBatch) {
        if open == 0 { return }
        for index in 0..<drafts.count {
            let draft = drafts.drafts[index]
            let column = Int(draft.column)
            guard draft.faults.isEmpty, slots.indices.contains(column), slots[column] >= 0,
                ObservationStatus(code: draft.status)?.hasValue == true
            else { continue }
            let slot = slots[column]
            guard samples[slot].count < Self.sample else { continue }
            samples[slot].append(draft)
            if samples[slot].count == Self.sample { open -= 1 }
            if open == 0 { return }
        }
    }

    /// The pairs that seem to be swapped, in the order of the columns.
    func swaps(_ periods: [Period]) -> [Swap] {
        let suspects = samples.indices.filter { slot in
            !samples[slot].isEmpty && share(slot, as: slot, periods) <= 0.2
        }
        var swaps: [Swap] = []
        for first in suspects {
            for second in suspects where first < second {
                guard measures[first] != measures[second],
                    share(first, as: second, periods) >= 0.8,
                    share(second, as: first, periods) >= 0.8
                else { continue }
                swaps.append(
                    Swap(
                        first: columns[first], second: columns[second],
                        figures: samples[first].count + samples[second].count))
            }
        }
        return swaps
    }

    /// The share of a column's figures that are likely for the measure of
    /// another.
    private func share(_ slot: Int, as other: Int, _ periods: [Period]) -> Double {
        let likely = samples[slot].count { isLikely($0, measures[other], periods) }
        return Double(likely) / Double(samples[slot].count)
    }

    private func isLikely(_ draft: Draft, _ measure: Int32, _ periods: [Period]) -> Bool {
        let period = periods[Int(draft.period)]
        let earlier = context.earlier?.value(
            measure: measure, city: draft.city, breakdown: draft.breakdown, yearBefore: period)
        if let earlier, earlier != 0 { return (0.5...2).contains(draft.value / earlier) }
        let found = context.standard.measures[Int(measure)]
        guard let range = found.plausible?.range(months: Int(period.months), kind: found.kind)
        else { return true }
        return range.contains(draft.value)
    }
}
