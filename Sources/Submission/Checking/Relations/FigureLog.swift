import Consortium
import MetricSpec

/// What is remembered of a file's figures so that they can be held against
/// each other at its end.
///
/// Figures of measures in a relation are kept, 24 bytes each; of all others
/// only what grows with the number of measures, cities and periods.
final class FigureLog {
    /// What is to be done with the figures of one measure.
    struct Uses: OptionSet {
        let rawValue: UInt8
        static let related = Uses(rawValue: 1)
        static let presence = Uses(rawValue: 2)
        static let spread = Uses(rawValue: 4)
        static let changed = Uses(rawValue: 8)
        static let provision = Uses(rawValue: 16)
        static let term = Uses(rawValue: 32)
    }

    let writer: FindingWriter
    let relations: FigureRelations
    var relationLog = RelationLog()
    var presence: FigurePresence
    /// By measure.
    let spreads: UnsafeMutablePointer<FigureSpread>
    var oldDefinitions: [Int32: OldDefinition] = [:]
    var provisions: ProvisionCheck
    private var terms: TermCheck
    /// Where figures stand that history has questioned: what does not fit
    /// with them is asked about there alone.
    var doubted: Set<CellPlace> = []
    /// For each value of a breakdown the position of its list, -1 for the
    /// total.
    let breakdownLists: [Int]
    private let uses: [Uses]
    private let isNeeded: Bool
    private var findings: [Finding] = []

    init(_ writer: FindingWriter) {
        self.writer = writer
        let standard = writer.context.standard
        relations = writer.context.relations
        presence = FigurePresence(writer.context) { standard.measures[$0].service != nil }
        provisions = ProvisionCheck(writer.context)
        let terms = TermCheck(writer.context)
        self.terms = terms
        breakdownLists =
            [-1]
            + standard.breakdowns.enumerated().flatMap { position, list in
                list.values.map { _ in position }
            }
        let hasGroups = writer.mapping.breakdown != nil
        spreads = .allocate(capacity: standard.measures.count)
        for position in standard.measures.indices {
            let isFlow = standard.measures[position].kind == .flow
            (spreads + position).initialize(
                to: FigureSpread(
                    isCounted: isFlow && writer.context.counted.contains(Int32(position))))
        }
        uses = standard.measures.indices.map { [relations, presence, provisions] in
            let measure = standard.measures[$0]
            var uses: Uses = .spread
            let isGrouped = hasGroups && !measure.breakdowns.isEmpty
            if isGrouped || relations.measures.contains($0) { uses.insert(.related) }
            if presence.slots[$0] >= 0 { uses.insert(.presence) }
            if !measure.changes.isEmpty { uses.insert(.changed) }
            if provisions.concerns(measure) { uses.insert(.provision) }
            if !terms.isIdle { uses.insert(.term) }
            return uses
        }
        isNeeded = uses.contains { !$0.isEmpty }
    }

    deinit {
        for position in context.standard.measures.indices { spreads[position].deallocate() }
        spreads.deinitialize(count: context.standard.measures.count)
        spreads.deallocate()
    }

    var context: IntakeContext { writer.context }

    /// Takes in the accepted figures of a batch.
    func watch(_ batch: CheckedBatch) {
        guard isNeeded else { return }
        for index in 0..<batch.count {
            let uses = uses[Int(batch.measure[index])]
            if uses.isEmpty { continue }
            if StoredCodes.hasValue(status: batch.status[index]) {
                take(batch, index, uses)
            } else if batch.status[index] != StoredCodes.notReported {
                if uses.contains(.presence) { presence.add(batch, index) }
            }
        }
    }

    @inline(__always)
    private func take(_ batch: CheckedBatch, _ index: Int, _ uses: Uses) {
        if uses.contains(.spread) { spreads[Int(batch.measure[index])].add(batch, index) }
        if uses.contains(.presence) { presence.add(batch, index) }
        if uses.contains(.related) { relationLog.add(batch, index) }
        if uses.contains(.changed) { watchDefinition(batch, index) }
        if uses.contains(.term) { terms.add(batch, index) }
        if uses.contains(.provision), let finding = provisions.finding(batch, index, self) {
            findings.append(finding)
        }
    }

    /// All findings, in the order of the file where they have a place.
    func finish(_ periods: [Period], _ stamps: StampReader) -> [Finding] {
        findings += relationFindings(periods)
        findings += spreadFindings(periods)
        findings += definitionFindings()
        findings += terms.findings(self)
        findings += presenceFindings(periods, stamps)
        defer { findings = [] }
        return findings.enumerated().sorted { left, right in
            let (one, two) = (left.element, right.element)
            return (one.row ?? .max, one.column ?? 0, left.offset)
                < (two.row ?? .max, two.column ?? 0, right.offset)
        }.map(\.element)
    }

    /// Adds measure, city and period to a finding.
    func named(
        _ finding: Finding, measure: Int, city: Int? = nil, period: Period? = nil
    ) -> Finding {
        var finding = finding
        finding.measure = context.standard.measures[measure].id
        finding.city = city.map { context.cities.cities[$0].id }
        finding.period = period
        return finding
    }
}
