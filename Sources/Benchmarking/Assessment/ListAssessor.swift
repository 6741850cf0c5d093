internal import MetricSpec

/// Assesses the standings of one group, list by list.
///
/// Works in scratch memory of the caller, so that a list costs no allocation.
struct ListAssessor {
    let standings: StandingColumns
    let table: AssessmentTable
    let options: AssessmentOptions
    let values: UnsafeMutableBufferPointer<Double>
    let scores: UnsafeMutableBufferPointer<Double>
    var room: RankRoom
    var columns: AssessmentColumns

    init(
        _ standings: StandingColumns, _ table: AssessmentTable, _ options: AssessmentOptions,
        values: UnsafeMutableBufferPointer<Double>, scores: UnsafeMutableBufferPointer<Double>,
        room: RankRoom
    ) {
        self.room = room
        self.standings = standings
        self.table = table
        self.options = options
        self.values = values
        self.scores = scores
        columns = AssessmentColumns(
            rows: standings.count,
            groups: GroupAssessmentColumns(rows: standings.statistics.count))
    }

    /// Assesses the members of a common group by all of them.
    mutating func assessCommon(_ group: FlatGroup, _ cities: CityTable) {
        var cities = cities
        if let mode = cities.commonMode(among: group.members) {
            cities = cities.comparing(mode)
        }
        group.members.withUnsafeBufferPointer { members in
            let shape = ListShape(members, of: cities, table, values: values, scores: scores)
            let isShown = isShown(shape, group)
            if isShown { assessGroup(shape, at: 0) }
            let totals = ListTotals(members, of: cities)
            for row in members.indices {
                assess(row, shape, totals, isShown: isShown, cities)
                assessRanks(row, members, added: shape.added, cities)
            }
            assessTogether(members, added: shape.added, cities)
            if isShown { assessPanel(members, at: 0, cities) }
        }
    }

    /// Assesses each owner by its own list.
    mutating func assessOwn(_ group: FlatGroup, _ cities: CityTable) {
        let tables = cities.byMode
        group.members.withUnsafeBufferPointer { all in
            for row in group.owners.indices {
                let members = UnsafeBufferPointer(
                    rebasing: all[group.offsets[row]..<group.offsets[row + 1]])
                if tables.isEmpty {
                    assess(row, members, group, cities)
                } else {
                    let mode = cities.modes[Int(group.owners[row])]
                    assess(row, members, group, mode.flatMap { tables[$0] } ?? cities)
                }
            }
        }
    }

    private mutating func assess(
        _ row: Int, _ members: UnsafeBufferPointer<Int32>, _ group: FlatGroup,
        _ cities: borrowing CityTable
    ) {
        let shape = ListShape(members, of: cities, table, values: values, scores: scores)
        let isShown = isShown(shape, group)
        if isShown { assessGroup(shape, at: row) }
        let totals = ListTotals(members, of: cities)
        assess(row, shape, totals, isShown: isShown, cities)
        assessRanks(row, members, added: shape.added, cities)
        if isShown { assessPanel(members, at: row, cities) }
    }

    /// Whether enough members contribute for anything to be said.
    @inline(__always)
    private func isShown(_ shape: ListShape, _ group: FlatGroup) -> Bool {
        !shape.sorted.isEmpty && shape.sorted.count >= group.minimum
    }

    private mutating func assessGroup(_ shape: ListShape, at row: Int) {
        columns.groups.deviations.put(shape.deviation, at: row)
        columns.groups.phis.put(shape.phi, at: row)
        columns.groups.tau2s.put(shape.publishedVariance(on: table.scale), at: row)
        guard shape.sorted.count >= GroupAssessmentColumns.fewestForDeciles else { return }
        for tenth in 1...9 {
            columns.groups.deciles.put(
                interpolated(Double(tenth) / 10, in: shape.sorted), at: 9 * row + tenth - 1)
        }
    }

    /// Assesses one standing by a list.
    @inline(__always)
    private mutating func assess(
        _ row: Int, _ shape: ListShape, _ totals: ListTotals, isShown: Bool,
        _ cities: borrowing CityTable
    ) {
        let city = Int(standings.cities[row])
        let value = cities.values[city]
        guard cities.states[city] == .contributor else { return }
        setGaps(row, city: city, value)
        guard isShown else { return }
        setDistances(row, value, deviation: shape.deviation)
        let isMember = standings.includesCity[row]
        let others = Others(shape, without: isMember ? value : nil)
        columns.othersGroupValues.put(
            isMember ? totals.ratio(without: city, in: cities) : totals.ratio(in: cities), at: row)
        let precision = table.hasErrors ? table.precisions[city] : 0
        let scaled = table.hasErrors ? table.scaled[city] : .nan
        let found = CityVerdict(
            value, scaled: scaled, precision: precision, beside: others, added: shape.added, table)
        columns.benchmarks.put(found.benchmark, at: row)
        columns.differenceErrors.put(found.error, at: row)
        columns.probabilities.put(found.probability, at: row)
        columns.verdicts[row] = found.verdict
        if table.isEvents {
            columns.funnels[row] = FunnelPosition(
                value, scaled: scaled, size: precision * precision / 4, in: shape, table)
        }
    }

    /// Gaps that need no group.
    @inline(__always)
    private mutating func setGaps(_ row: Int, city: Int, _ value: Double) {
        if let target = table.target {
            let gap = value < target.from ? value - target.from : max(0, value - target.to)
            columns.targetGaps.put(gap, at: row)
        }
        if !table.pastValues.isEmpty {
            columns.pastGaps.put(value - table.pastValues[city], at: row)
        }
    }

    /// Distances to the group as the standing shows it.
    @inline(__always)
    private mutating func setDistances(_ row: Int, _ value: Double, deviation: Double) {
        let statistics = standings.statistics
        let place = standings.statisticsRow(at: row)
        let median = statistics.medians.unchecked(place)
        columns.medianGaps.put(value - median, at: row)
        if table.direction != 0 {
            let best =
                table.direction > 0
                ? statistics.upperQuartiles.unchecked(place)
                : statistics.lowerQuartiles.unchecked(place)
            columns.bestQuartileGaps.put(value - best, at: row)
        }
        let spread = statistics.standardDeviations.unchecked(place)
        if spread > 0 {
            columns.scores.put((value - statistics.means.unchecked(place)) / spread, at: row)
        }
        if let score = robustScore(of: value, median: median, deviation: deviation) {
            columns.robustScores.put(score, at: row)
        }
    }
}

/// The sums of a list's numerators and denominators, for ratios.
struct ListTotals {
    private var numerator = CompensatedSum()
    private var denominator = CompensatedSum()

    @inline(__always)
    init(_ members: UnsafeBufferPointer<Int32>, of cities: borrowing CityTable) {
        guard cities.isRatio else { return }
        for member in members where cities.states[Int(member)] == .contributor {
            numerator.add(cities.numerators[Int(member)])
            denominator.add(cities.denominators[Int(member)])
        }
    }

    /// The ratio of all; not a number where there is none.
    @inline(__always)
    func ratio(in cities: borrowing CityTable) -> Double {
        guard cities.isRatio, denominator.total != 0 else { return .nan }
        return quotient(numerator.total, denominator.total, cities.multiplier)
    }

    /// The ratio of all but one.
    @inline(__always)
    func ratio(without city: Int, in cities: borrowing CityTable) -> Double {
        guard cities.isRatio else { return .nan }
        var rest = self
        rest.numerator.add(-cities.numerators[city])
        rest.denominator.add(-cities.denominators[city])
        return rest.ratio(in: cities)
    }
}
