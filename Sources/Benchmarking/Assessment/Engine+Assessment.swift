public import MetricSpec

extension Engine {
    /// What may be said of standings, beyond statistics and ranks: verdicts,
    /// gaps, funnel positions, rank intervals, and what changed in the groups
    /// (METHODS 5 to 8).
    ///
    /// Needs no more memory than its result and a few numbers a member of the
    /// longest list. Calls share nothing that changes, so metrics may be
    /// assessed on several threads at once.
    ///
    /// - Parameters:
    ///   - figures: as they were compared, with their `uncertainty`.
    ///   - standings: what `compare` gave for the same positions, in their
    ///     order.
    ///   - earlier: the metric's figures of the period that changes are
    ///     counted from, of the same cities; those under another definition,
    ///     vintage or group are set apart by the caller.
    ///   - earlierRanks: of each group the ranks of up to three earlier
    ///     comparable periods, row by row as in its standings, 0 for none; read
    ///     for volumes only.
    public func assess(
        _ figures: MetricColumns, metric: Metric, standings: [StandingColumns],
        inGroups positions: some Sequence<Int>, earlier: MetricColumns? = nil,
        earlierRanks: [[[Int32]]] = [], options: AssessmentOptions = AssessmentOptions()
    ) -> [AssessmentColumns] {
        precondition(figures.cityCount == cityCount, "one row of figures for each city")
        precondition(
            earlier.map { $0.cityCount == cityCount } ?? true, "one earlier row for each city")
        let cities = CityTable(figures, metric: metric)
        let table = AssessmentTable(figures, metric, earlier: earlier)
        return zip(positions, standings).enumerated().map { number, pair in
            let (group, standing) = (groups[pair.0], pair.1)
            var columns = withAssessor(group, standing, table, options) { assessor in
                group.isCommon
                    ? assessor.assessCommon(group, cities) : assessor.assessOwn(group, cities)
                return assessor.columns
            }
            if metric.uncertainty == .volume, earlierRanks.indices.contains(number) {
                columns.takeRanges(of: standing, after: earlierRanks[number])
            }
            return columns
        }
    }

    private func withAssessor(
        _ group: FlatGroup, _ standings: StandingColumns, _ table: AssessmentTable,
        _ options: AssessmentOptions, _ body: (inout ListAssessor) -> AssessmentColumns
    ) -> AssessmentColumns {
        let length = group.longestList + 1
        return withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * length) { scratch in
            RankRoom.with(length) { room in
                var assessor = ListAssessor(
                    standings, table, options,
                    values: UnsafeMutableBufferPointer(rebasing: scratch[..<length]),
                    scores: UnsafeMutableBufferPointer(rebasing: scratch[length...]), room: room)
                return body(&assessor)
            }
        }
    }
}

extension AssessmentColumns {
    /// Sets the ranges of ranks over four periods, which volumes have in the
    /// place of rank intervals.
    fileprivate mutating func takeRanges(
        of standings: StandingColumns, after earlier: [[Int32]]
    ) {
        precondition(
            earlier.allSatisfy { $0.count == standings.count }, "one earlier rank for each row")
        for row in 0..<standings.count where standings.ranks[row] > 0 {
            let ranks = (earlier.map { $0[row] } + [standings.ranks[row]]).map {
                $0 > 0 ? Int($0) : nil
            }
            guard let range = RankRange(ranks) else { continue }
            rankLowers[row] = Int32(range.best)
            rankUppers[row] = Int32(range.worst)
        }
    }
}
