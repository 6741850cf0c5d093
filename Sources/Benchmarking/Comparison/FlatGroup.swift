/// A peer group laid out for the engine: all lists behind one another.
struct FlatGroup: Sendable {
    let id: String
    let minimum: Int
    /// Whether there is one list for all its members.
    let isCommon: Bool
    /// The owner of each list; empty for a common group.
    let owners: [Int32]
    /// Whether the list of each owner names it.
    let namesOwner: [Bool]
    /// Members of all lists, ascending and each once within a list.
    let members: [Int32]
    /// Where each list begins in `members`, and the end of the last.
    let offsets: [Int]
    let longestList: Int

    init(_ group: PeerGroup, cityCount: Int) {
        switch group.members {
        case .common(let list):
            self.init(group, lists: [list], owners: nil, cityCount: cityCount)
        case .own(let owned):
            self.init(
                group, lists: owned.map(\.members), owners: owned.map(\.owner),
                cityCount: cityCount)
        }
    }

    private init(_ group: PeerGroup, lists: [[Int32]], owners: [Int32]?, cityCount: Int) {
        let cities = 0..<Int32(cityCount)
        var flat: [Int32] = []
        flat.reserveCapacity(lists.reduce(0) { $0 + $1.count })
        var starts = [0]
        for list in lists {
            precondition(list.allSatisfy(cities.contains), "a member is no city of the list")
            Self.appendDistinct(list.sorted(), to: &flat)
            starts.append(flat.count)
        }
        id = group.id
        minimum = group.minimum
        isCommon = owners == nil
        self.owners = owners ?? []
        precondition(self.owners.allSatisfy(cities.contains), "an owner is no city of the list")
        namesOwner = self.owners.enumerated().map { index, owner in
            flat[starts[index]..<starts[index + 1]].contains(owner)
        }
        members = flat
        offsets = starts
        longestList = zip(starts, starts.dropFirst()).map { $1 - $0 }.max() ?? 0
    }

    private static func appendDistinct(_ sorted: [Int32], to flat: inout [Int32]) {
        var last: Int32?
        for city in sorted where city != last {
            flat.append(city)
            last = city
        }
    }
}
