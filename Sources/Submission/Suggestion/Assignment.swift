/// Which column carries which measure: at most one each, and only where the
/// evidence leads the next best by a margin.
struct Assignment: Sendable {
    /// What came of one column or code.
    enum Outcome: Sendable {
        case found(MeasureCandidate)
        /// Somebody must say; the likeliest first.
        case question([MeasureCandidate])
        /// Nothing in the standard is like it.
        case nothing
    }

    /// From here on a measure is taken unasked.
    static let accepted = 0.72
    /// So far ahead of the next measure, and of the next column, it must be.
    static let margin = 0.08
    /// So far ahead is enough where every word of a name is there.
    static let smallMargin = 0.04
    /// From here on there is something to ask.
    static let asked = 0.5

    private(set) var outcomes: [Outcome]

    /// Decides about the columns of each group by themselves: in two groups,
    /// such as two periods, one measure may be found twice.
    init(_ candidates: [[MeasureCandidate]], groups: [String]) {
        outcomes = candidates.map { _ in .nothing }
        for (_, own) in Dictionary(grouping: candidates.indices, by: { groups[$0] }) {
            let found = Self(own.map { candidates[$0] }).outcomes
            for (position, outcome) in zip(own, found) { outcomes[position] = outcome }
        }
    }

    /// Decides about all columns together: what one column takes is no rival
    /// for the others any more.
    init(_ candidates: [[MeasureCandidate]]) {
        outcomes = candidates.map { _ in .nothing }
        var taken: Set<Int> = []
        var open = Set(candidates.indices)
        while let (column, best) = Self.clearest(candidates, open: open, taken: taken) {
            outcomes[column] = .found(best)
            taken.insert(best.index)
            open.remove(column)
        }
        for column in open {
            let likely = candidates[column].filter {
                $0.confidence >= Self.asked && !taken.contains($0.index)
            }
            if !likely.isEmpty { outcomes[column] = .question(Array(likely.prefix(3))) }
        }
    }

    /// The pair with the most confidence among those that lead by the margin.
    private static func clearest(
        _ candidates: [[MeasureCandidate]], open: Set<Int>, taken: Set<Int>
    ) -> (column: Int, best: MeasureCandidate)? {
        var rivals: [Int: [Double]] = [:]
        for column in open {
            for candidate in candidates[column] where !taken.contains(candidate.index) {
                rivals[candidate.index, default: []].append(candidate.confidence)
            }
        }
        var clearest: (column: Int, best: MeasureCandidate)?
        for column in open.sorted() {
            let free = candidates[column].filter { !taken.contains($0.index) }
            guard let best = free.first, best.confidence >= accepted else { continue }
            let next = free.dropFirst().first?.confidence ?? 0
            let others = (rivals[best.index] ?? []).sorted(by: >)
            // Another column that is as sure of the measure is a tie.
            let rival = others.count > 1 ? others[1] : 0
            let lead = best.confidence >= 0.95 ? smallMargin : margin
            let isAhead =
                best.confidence - next >= lead
                && (others.first == best.confidence && best.confidence - rival >= smallMargin)
            if isAhead, best.confidence > clearest?.best.confidence ?? 0 {
                clearest = (column, best)
            }
        }
        return clearest
    }
}
