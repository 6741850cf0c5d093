/// The places of the members of a common list, found by bisection.
struct Ranking {
    private let sortedKeys: UnsafeBufferPointer<Double>
    private let contributors: Int
    private let minimum: Int

    /// Takes a list whose keys were sorted ascending.
    init(_ list: MemberList, minimum: Int) {
        sortedKeys = UnsafeBufferPointer(list.keys)
        contributors = list.values.count
        self.minimum = minimum
    }

    /// The place of a member.
    func place(ofCity city: Int, in table: borrowing CityTable) -> Place {
        var place = Place(ranked: Int32(contributors))
        guard table.isRanking, table.states[city] == .contributor,
            contributors >= max(minimum, ContributorMinimum.rank)
        else { return place }
        let rank = 1 + countAbove(table.keys[city], inSorted: sortedKeys)
        let areAllEqual = sortedKeys[0] == sortedKeys[sortedKeys.count - 1]
        place.set(
            rank: rank, among: contributors, contributors: contributors,
            areAllEqual: areAllEqual)
        return place
    }
}

/// The place of one city among its own list.
struct OwnPlace {
    private let list: MemberList
    private let minimum: Int
    private let isMember: Bool

    @inline(__always)
    init(_ list: MemberList, minimum: Int, isMember: Bool) {
        self.list = list
        self.minimum = minimum
        self.isMember = isMember
    }

    /// The place of the list's owner, counted in one pass over the keys.
    @inline(__always)
    func place(ofCity city: Int, in table: borrowing CityTable) -> Place {
        let contributors = list.values.count
        let hasValue = table.states[city] == .contributor
        let ranked = contributors + (hasValue && !isMember ? 1 : 0)
        var place = Place(ranked: Int32(ranked))
        guard table.isRanking, hasValue,
            contributors >= max(minimum, ContributorMinimum.rank)
        else { return place }
        let key = table.keys[city]
        var better = 0
        var equal = 0
        for other in list.keys {
            better += other > key ? 1 : 0
            equal += other == key ? 1 : 0
        }
        place.set(
            rank: 1 + better, among: ranked, contributors: contributors,
            areAllEqual: equal == contributors)
        return place
    }
}

extension Place {
    /// Sets the rank, and the quartile class where there is one: four
    /// contributors, and not all alike.
    @inline(__always)
    mutating func set(rank: Int, among count: Int, contributors: Int, areAllEqual: Bool) {
        self.rank = Int32(rank)
        guard contributors >= ContributorMinimum.quartiles, !areAllEqual else { return }
        quartile = Int32(quantileClass(ofRank: rank, among: count, classes: 4) ?? 0)
    }
}
