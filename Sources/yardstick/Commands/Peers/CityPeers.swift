import Benchmarking
import Consortium
import MetricSpec
import Reporting
import Warehouse

/// Whom a city is compared with on a day.
struct CityPeers {
    let city: String
    let registry: Registry
    let day: CalendarDay
    let seed: UInt64
    /// The release whose folder it is; nil for the folder as it is now.
    let release: Int?

    var consortium: Consortium { registry.consortium }

    /// One peer group of the city.
    struct Group {
        let rule: PeerGroupRule
        /// Ids of those that the city is compared with: itself among them,
        /// where it is a member.
        let peers: [String]
        /// Nil for lists and bands.
        let selection: NeighbourSelection?
        let explanation: PeerExplanation?
    }

    /// The groups in which the city has a place, choices by likeness first.
    ///
    /// - Parameters:
    ///   - id: of that group alone; throws where it does not hold on the day,
    ///     or is not for the city.
    ///   - members: the members of a band on a measure.
    func groups(
        only id: String?, _ members: (PeerGroupRule) throws -> [String]
    ) throws -> [Group] {
        if let id { try checkHolds(id) }
        let groups = try consortium.peerGroups.compactMap { rule -> Group? in
            guard rule.valid.contains(day), id == nil || rule.id == id else { return nil }
            return try group(rule, members)
        }
        if let id, groups.isEmpty {
            throw CommandError("\(name(city)) has no peers in the group \"\(id)\".")
        }
        return groups.filter { $0.selection != nil } + groups.filter { $0.selection == nil }
    }

    private func checkHolds(_ id: String) throws {
        let ids = consortium.peerGroups.map(\.id)
        guard let rule = consortium.peerGroups.first(where: { $0.id == id }) else {
            throw CommandError(
                "there is no peer group \"\(id)\". Expected one of "
                    + "\(ids.joined(separator: ", ")).")
        }
        guard rule.valid.contains(day) else {
            let from = rule.valid.from.map { " from \($0.text)" } ?? ""
            let to = rule.valid.to.map { " until \($0.text)" } ?? ""
            throw CommandError(
                "the peer group \"\(id)\" does not hold on \(day.text), but\(from)\(to). Name "
                    + "another day with --on, or a period.")
        }
    }

    private func group(
        _ rule: PeerGroupRule, _ members: (PeerGroupRule) throws -> [String]
    ) throws -> Group? {
        let absent = consortium.absentCities(on: day)
        switch rule.membership {
        case .neighbours:
            guard let position = consortium.directory.index(of: city),
                let selection = NeighbourSelection(rule, consortium: consortium)
            else { return nil }
            let found = selection.explanation(of: position, seed: seed)
            let peers = found.absence == nil ? found.close.map { id($0.city) } : []
            return Group(
                rule: rule, peers: peers.filter { !absent.contains($0) }, selection: selection,
                explanation: found)
        case .ownLists(let lists):
            guard let own = lists.first(where: { $0.owner == city }) else { return nil }
            return plain(rule, own.members.filter { !absent.contains($0) })
        case .all: return plain(rule, directory.map(\.id).filter { !absent.contains($0) })
        case .list(let list):
            let present = list.filter { !absent.contains($0) }
            return present.contains(city) ? plain(rule, present) : nil
        case .attributeBand(let attribute, let band):
            let found = consortium.cities(with: attribute, in: band, on: day)
                .filter { !absent.contains($0) }
            return found.contains(city) ? plain(rule, found) : nil
        case .measureBand:
            let found = try members(rule)
            return found.contains(city) ? plain(rule, found) : nil
        }
    }

    private func plain(_ rule: PeerGroupRule, _ peers: [String]) -> Group {
        Group(rule: rule, peers: peers, selection: nil, explanation: nil)
    }

    private var directory: [City] { consortium.directory.cities }

    func id(_ position: Int) -> String { directory[position].id }

    /// What a city was called on the day.
    func name(_ id: String) -> String { consortium.name(of: id, on: day) }
}
