public import MetricSpec

/// Compares cities with their peers: metric figures and peer groups become
/// standings (METHODS 5 and 6).
///
/// Holds the peer groups laid out for speed; each call compares one metric in
/// one period. Calls do not share anything that changes, so metrics may be
/// compared on several threads at once.
public struct Engine: Sendable {
    let groups: [FlatGroup]
    let cityCount: Int

    /// Lays the groups out. Every owner and member is a city from 0 to
    /// `cityCount` - 1; anything else is a fault of the caller and stops the
    /// program.
    public init(groups: [PeerGroup], cityCount: Int) {
        self.groups = groups.map { FlatGroup($0, cityCount: cityCount) }
        self.cityCount = cityCount
    }

    /// The standings of one metric in all groups, in the order of the groups.
    ///
    /// - Parameter figures: the metric's figures; one row for each city.
    public func compare(_ figures: MetricColumns, metric: Metric) -> [StandingColumns] {
        compare(figures, metric: metric, inGroups: groups.indices)
    }

    /// The standings of one metric in some groups, named by their positions
    /// in the list the engine was made with.
    ///
    /// Where only equal modes compare, a common group compares those who
    /// provide the service as most of its contributors do, and a list those
    /// who do as its owner; the others are `not_comparable` in it. A mode that
    /// is not known compares with all.
    ///
    /// For n contributors of a common group this costs n log n; for own lists
    /// it is linear in the number of lists.
    public func compare(
        _ figures: MetricColumns, metric: Metric, inGroups positions: some Sequence<Int>
    ) -> [StandingColumns] {
        precondition(figures.cityCount == cityCount, "one row of figures for each city")
        let table = CityTable(figures, metric: metric)
        return positions.map { position in
            let group = groups[position]
            return withScratch(group.longestList) { values, keys in
                group.isCommon
                    ? common(group, figures, table, values, keys)
                    : own(group, figures, table, values, keys)
            }
        }
    }

    private func withScratch<Result>(
        _ count: Int,
        _ body: (UnsafeMutableBufferPointer<Double>, UnsafeMutableBufferPointer<Double>) -> Result
    ) -> Result {
        withUnsafeTemporaryAllocation(of: Double.self, capacity: count) { values in
            withUnsafeTemporaryAllocation(of: Double.self, capacity: count) { keys in
                body(values, keys)
            }
        }
    }

    private func common(
        _ group: FlatGroup, _ figures: MetricColumns, _ table: CityTable,
        _ values: UnsafeMutableBufferPointer<Double>, _ keys: UnsafeMutableBufferPointer<Double>
    ) -> StandingColumns {
        var statistics = PeerStatisticColumns(owners: nil)
        var places: [Place] = []
        var table = table
        var setApart: [Bool] = []
        if let mode = table.commonMode(among: group.members) {
            let before = table.states
            table = table.comparing(mode)
            setApart = group.members.map { table.states[Int($0)] != before[Int($0)] }
        }
        group.members.withUnsafeBufferPointer { members in
            let list = MemberList(members, of: table, values: values, keys: keys)
            statistics.append(list.counts, figuresOf(list, members, group, table))
            sortAscending(list.keys)
            let ranking = Ranking(list, minimum: group.minimum)
            places = members.map { city in
                ranking.place(ofCity: Int(city), in: table)
            }
        }
        return StandingColumns(
            group: group.id, figures: figures, cities: group.members,
            includesCity: Array(repeating: true, count: group.members.count),
            setApart: setApart, statistics: statistics, places: places)
    }

    private func own(
        _ group: FlatGroup, _ figures: MetricColumns, _ table: CityTable,
        _ values: UnsafeMutableBufferPointer<Double>, _ keys: UnsafeMutableBufferPointer<Double>
    ) -> StandingColumns {
        var statistics = PeerStatisticColumns(owners: group.owners)
        var places: [Place] = []
        places.reserveCapacity(group.owners.count)
        let tables = table.byMode
        let comparesAll = tables.isEmpty
        group.members.withUnsafeBufferPointer { all in
            for (index, owner) in group.owners.enumerated() {
                let members = UnsafeBufferPointer(
                    rebasing: all[group.offsets[index]..<group.offsets[index + 1]])
                let own = OwnList(
                    owner: Int(owner), members: members, isMember: group.namesOwner[index])
                if comparesAll {
                    append(own, group, table, values, keys, &statistics, &places)
                } else {
                    let alike = table.modes[own.owner].flatMap { tables[$0] } ?? table
                    appendAlike(own, group, alike, values, keys, &statistics, &places)
                }
            }
        }
        return StandingColumns(
            group: group.id, figures: figures, cities: group.owners,
            includesCity: group.namesOwner, setApart: [], statistics: statistics, places: places)
    }

    /// Adds the statistics of one city's own list, and its place among them.
    @inline(__always)
    private func append(
        _ own: OwnList, _ group: FlatGroup, _ table: CityTable,
        _ values: UnsafeMutableBufferPointer<Double>, _ keys: UnsafeMutableBufferPointer<Double>,
        _ statistics: inout PeerStatisticColumns, _ places: inout [Place]
    ) {
        let list = MemberList(own.members, of: table, values: values, keys: keys)
        statistics.append(list.counts, figuresOf(list, own.members, group, table))
        places.append(
            OwnPlace(list, minimum: group.minimum, isMember: own.isMember)
                .place(ofCity: own.owner, in: table))
    }

    /// The same out of line, so that the loop over all lists stays small.
    @inline(never)
    private func appendAlike(
        _ own: OwnList, _ group: FlatGroup, _ table: CityTable,
        _ values: UnsafeMutableBufferPointer<Double>, _ keys: UnsafeMutableBufferPointer<Double>,
        _ statistics: inout PeerStatisticColumns, _ places: inout [Place]
    ) {
        append(own, group, table, values, keys, &statistics, &places)
    }

    @inline(__always)
    private func figuresOf(
        _ list: MemberList, _ members: UnsafeBufferPointer<Int32>, _ group: FlatGroup,
        _ table: CityTable
    ) -> GroupFigures {
        var figures = list.figures(minimum: group.minimum)
        if table.isRatio, list.values.count >= group.minimum {
            let ratio = GroupRatio(members, of: table)
            figures.groupValue = ratio.groupValue
            figures.coverage = ratio.coverage
        }
        return figures
    }
}

/// One city's own list of peers.
private struct OwnList {
    let owner: Int
    let members: UnsafeBufferPointer<Int32>
    let isMember: Bool
}
