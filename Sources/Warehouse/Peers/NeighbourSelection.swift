public import Benchmarking
public import Consortium
public import MetricSpec

/// Whom a rule of likeness chooses for each city, and why (METHODS.md 10).
///
/// Pure: it reads the folder alone, as it was on the first day of the group,
/// so that the same peers hold as long as the group does. Choosing for n
/// cities costs n squared; all cores are used.
public struct NeighbourSelection: Sendable {
    public let rule: NeighbourRule
    /// The day whose attributes count.
    public let day: CalendarDay
    /// Nil where no city has a neighbour.
    public let caliper: PeerCaliper?

    private let cities: [City]
    private let places: PlaceVariables
    private let eligibility: PeerEligibility
    private let pools: [PeerEligibility.Key: PeerPool]
    /// By position of the city: the nearest, those beyond the caliper too.
    private let lists: [Int: [Neighbour]]

    /// Chooses for all cities.
    ///
    /// - Returns: nil for a group of another kind.
    public init?(_ group: PeerGroupRule, consortium: Consortium) {
        guard case .neighbours(let rule) = group.membership, let day = group.valid.from else {
            return nil
        }
        self.rule = rule
        self.day = day
        cities = consortium.directory.cities
        places = PlaceVariables(consortium, on: day)
        eligibility = PeerEligibility(rule.eligible, consortium, places: places, on: day)
        var pools: [PeerEligibility.Key: PeerPool] = [:]
        var lists: [Int: [Neighbour]] = [:]
        for key in eligibility.keys {
            let pool = PeerPool(eligibility.members(for: key), cities, places, rule)
            pools[key] = pool
            let nearest = pool.space.nearestOfAll(limit: rule.limit)
            for (place, list) in nearest.enumerated()
            where pool.space.isComplete[place] && eligibility.key(of: pool.members[place]) == key {
                lists[pool.members[place]] = list
            }
        }
        self.pools = pools
        self.lists = lists
        caliper = PeerCaliper(Array(lists.values))
    }

    /// The peers of all cities that have close ones, as positions among the
    /// cities.
    var ownPeers: [OwnPeers] {
        lists.sorted { $0.key < $1.key }.compactMap { city, list in
            guard let pool = pool(of: city), let close = caliper?.closePeers(list) else {
                return nil
            }
            return OwnPeers(
                owner: Int32(city), members: close.map { Int32(pool.members[$0.place]) })
        }
    }

    private func pool(of city: Int) -> PeerPool? {
        eligibility.key(of: city).flatMap { pools[$0] }
    }

    /// Variables that say much the same of all eligible cities.
    public var correlated: [CorrelatedVariables] {
        PeerPool(eligibility.members, cities, places, rule).space.correlated()
    }

    /// What may be better in the rules of a consortium and stops nobody, one
    /// line each.
    public static func advice(on consortium: Consortium) -> [String] {
        consortium.peerGroups.flatMap { group in
            (NeighbourSelection(group, consortium: consortium)?.correlated ?? []).map { pair in
                let correlation = PlainNumber.text((pair.correlation * 100).rounded() / 100)
                return "peer-groups/\(group.id).yaml: \(pair.first) and \(pair.second) are "
                    + "correlated at \(correlation): what they have in common counts twice. Leave "
                    + "one out, or lower their weights."
            }
        }
    }

    /// Why a city has the peers it has, or none.
    ///
    /// - Parameters:
    ///   - city: its position in the directory.
    ///   - seed: of the draws within margins, for stability.
    public func explanation(of city: Int, seed: UInt64) -> PeerExplanation {
        let own = rule.variables.map { places.value($0, of: cities[city].id) }
        guard let pool = pool(of: city), let place = pool.members.firstIndex(of: city) else {
            return PeerExplanation(
                own: own, absence: eligibility.absence(of: city), eligible: 0)
        }
        let missing = zip(rule.variables, own).filter { $1 == nil }.map(\.0.attribute)
        guard missing.isEmpty, let list = lists[city] else {
            return PeerExplanation(
                own: own, absence: .missing(missing), eligible: pool.members.count)
        }
        let within = list.filter { caliper?.holds($0) == true }
        let stability = PeerStability(pool.variables, seed: seed)
            .shares(ofPeers: within, of: place)
        var found = PeerExplanation(
            own: own, absence: caliper?.closePeers(list) == nil ? .far : nil,
            eligible: pool.members.count)
        found.close = zip(within, stability).map { pool.peer($0, of: place, stability: $1) }
        found.beyond = list.dropFirst(within.count).map { pool.peer($0, of: place) }
        found.pool = pool.values
        return found
    }
}

/// The cities that compete for one another, as points.
struct PeerPool: Sendable {
    /// Positions among all cities, in the order of the cities' ids: of two
    /// equally near the first is chosen.
    let members: [Int]
    let variables: [PeerVariable]
    let space: PeerSpace

    init(
        _ members: [Int], _ cities: [City], _ places: PlaceVariables, _ rule: NeighbourRule
    ) {
        let sorted = members.sorted { cities[$0].id < cities[$1].id }
        let ids = sorted.map { cities[$0].id }
        self.members = sorted
        variables = rule.variables.map { places.column($0, of: ids) }
        space = PeerSpace(variables)
    }

    /// Each variable's values by position of the city.
    var values: [[Int: Double]] {
        variables.map { variable in
            var values: [Int: Double] = [:]
            for (city, value) in zip(members, variable.values) { values[city] = value }
            return values
        }
    }

    func peer(
        _ neighbour: Neighbour, of place: Int, stability: Double? = nil
    ) -> PeerExplanation.Peer {
        let shares = Dictionary(
            uniqueKeysWithValues: zip(
                space.variables.map(\.id), space.shares(place, neighbour.place)))
        return PeerExplanation.Peer(
            city: members[neighbour.place], distance: neighbour.distance,
            shares: variables.map { shares[$0.id] ?? 0 },
            values: variables.map { $0.values[neighbour.place] }, stability: stability)
    }
}
