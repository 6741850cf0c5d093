import MetricSpec

/// Parts, wholes and sums, told at the end of the file.
extension FigureLog {
    /// What is wrong between the figures of each city, period and variant.
    func relationFindings(_ periods: [Period]) -> [Finding] {
        var findings: [Finding] = []
        var found = FiguresByMeasure(count: context.standard.measures.count)
        relationLog.families { family in
            var start = family.startIndex
            while start < family.endIndex {
                let breakdown = family[start].breakdown
                let end = family[start...].firstIndex { $0.breakdown != breakdown }
                let group = family[start..<(end ?? family.endIndex)]
                found.take(group)
                findings += compare(group, found, periods)
                start = group.endIndex
            }
            findings += compareGroups(family, periods)
        }
        return findings
    }

    private func compare(
        _ group: ArraySlice<RelationLog.Entry>, _ found: FiguresByMeasure, _ periods: [Period]
    ) -> [Finding] {
        group.flatMap { entry in
            let parts = relations.parts[Int(entry.measure)] ?? []
            let sums = relations.sums[Int(entry.measure)] ?? []
            return parts.compactMap { exceeds($0, entry, found, periods) }
                + sums.compactMap { differs($0, entry, found, periods) }
        }
    }

    private func exceeds(
        _ relation: FigureRelations.Part, _ entry: RelationLog.Entry,
        _ found: FiguresByMeasure, _ periods: [Period]
    ) -> Finding? {
        guard let whole = found.sum(relation.wholes), let part = found.sum(relation.parts),
            part > whole + noise(whole), let place = relation.wholes.first,
            !isDoubted(relation.wholes + relation.parts, found)
        else { return nil }
        let line = found.entry(place.measure)?.row ?? 0
        let finding = writer.partExceedsWhole(
            part / relation.parts[0].coefficient, of: names(relation.parts),
            whole: whole / place.coefficient, named: names(relation.wholes), line: Int(line),
            at: (Int(entry.row), Int(entry.column) - 1))
        return known(finding, entry, periods)
    }

    private func differs(
        _ relation: FigureRelations.Sum, _ entry: RelationLog.Entry,
        _ found: FiguresByMeasure, _ periods: [Period]
    ) -> Finding? {
        guard let sum = found.sum(relation.parts),
            abs(sum - entry.value) > relation.tolerance + noise(entry.value),
            !isDoubted(relation.parts, found), !isDoubted(entry)
        else { return nil }
        let finding = writer.sumDiffers(
            entry.value, sum: sum, parts: names(relation.parts), tolerance: relation.tolerance,
            at: (Int(entry.row), Int(entry.column) - 1))
        return known(finding, entry, periods)
    }

    /// Whether history has questioned one of some figures already.
    private func isDoubted(
        _ terms: [FigureRelations.Term], _ found: FiguresByMeasure
    ) -> Bool {
        terms.contains { found.entry($0.measure).map(isDoubted) ?? false }
    }

    private func isDoubted(_ entry: RelationLog.Entry) -> Bool {
        doubted.contains(CellPlace(row: Int(entry.row), column: Int(entry.column)))
    }

    // MARK: Groups of a breakdown

    /// The groups of each breakdown beside the total of their measure.
    private func compareGroups(
        _ family: ArraySlice<RelationLog.Entry>, _ periods: [Period]
    ) -> [Finding] {
        guard family.last?.breakdown != 0 else { return [] }
        var totals: [Int16: RelationLog.Entry] = [:]
        var groups: [Int64: (sum: Double, count: Int)] = [:]
        for entry in family {
            guard entry.breakdown > 0 else {
                totals[entry.measure] = entry
                continue
            }
            guard totals[entry.measure] != nil else { continue }
            let key = Int64(entry.measure) << 32 | Int64(breakdownLists[entry.breakdown])
            groups[key, default: (0, 0)].sum += entry.value
            groups[key, default: (0, 0)].count += 1
        }
        return groups.sorted { $0.key < $1.key }.compactMap { key, group in
            guard let total = totals[Int16(key >> 32)] else { return nil }
            return compare(group, to: total, list: Int(key & 0xFFFF_FFFF), periods)
        }
    }

    private func compare(
        _ group: (sum: Double, count: Int), to total: RelationLog.Entry, list: Int,
        _ periods: [Period]
    ) -> Finding? {
        let breakdown = context.standard.breakdowns[list]
        let measure = context.standard.measures[Int(total.measure)]
        guard measure.isAdditive else { return nil }
        let tolerance = Self.tolerance(of: group.count, total: total.value)
        let place = (Int(total.row), Int(total.column) - 1)
        let isWhole =
            group.count == breakdown.values.count && breakdown.values.contains(where: \.isUnknown)
        if group.sum > total.value + tolerance {
            return known(
                writer.partExceedsWhole(
                    group.sum, of: "the groups of \(breakdown.id)", whole: total.value,
                    named: "\(measure.id)", line: place.0, at: place), total, periods)
        }
        guard isWhole, group.sum < total.value - tolerance else { return nil }
        return known(
            writer.sumDiffers(
                total.value, sum: group.sum, parts: "the groups of \(breakdown.id)",
                tolerance: tolerance, at: place), total, periods)
    }

    /// What the rounding of groups may leave: half a unit each, and at least
    /// a thousandth of the total.
    static func tolerance(of groups: Int, total: Double) -> Double {
        max(Double(groups) / 2, abs(total) / 1_000)
    }

    // MARK: Words

    private func names(_ terms: [FigureRelations.Term]) -> String {
        terms.map { context.standard.measures[$0.measure].id }.joined(separator: " + ")
    }

    /// What sums of decimal fractions may be off by.
    private func noise(_ value: Double) -> Double { abs(value) * 1e-9 }

    private func known(
        _ finding: Finding, _ entry: RelationLog.Entry, _ periods: [Period]
    ) -> Finding {
        named(
            finding, measure: Int(entry.measure), city: entry.city, period: periods[entry.period])
    }
}

/// The figures of one city, period, variant and group, found by measure.
struct FiguresByMeasure {
    private var entries: [RelationLog.Entry?]
    private var filled: [Int] = []

    init(count: Int) { entries = Array(repeating: nil, count: count) }

    /// Takes other figures in place of those before.
    mutating func take(_ group: ArraySlice<RelationLog.Entry>) {
        for measure in filled { entries[measure] = nil }
        filled.removeAll(keepingCapacity: true)
        for entry in group {
            entries[Int(entry.measure)] = entry
            filled.append(Int(entry.measure))
        }
    }

    func entry(_ measure: Int) -> RelationLog.Entry? { entries[measure] }

    /// The sum of terms; nil where one of them is not there.
    func sum(_ terms: [FigureRelations.Term]) -> Double? {
        var sum = 0.0
        for term in terms {
            guard let entry = entries[term.measure] else { return nil }
            sum += entry.value * term.coefficient
        }
        return sum
    }
}
