import Benchmarking
import Consortium
import MetricSpec
import Warehouse

/// Whom a city is compared with, as JSON.
struct PeersDocument: Encodable {
    let schema = "yardstick/peers/1"
    let city: String
    let on: String
    /// Absent for the folder as it is now.
    let release: Int?
    let seed: UInt64
    let groups: [PeerGroupLine]

    init(_ peers: CityPeers, _ groups: [CityPeers.Group]) {
        city = peers.city
        on = peers.day.text
        release = peers.release
        seed = peers.seed
        self.groups = groups.map { PeerGroupLine($0, peers) }
    }
}

/// One peer group of a city, as JSON.
struct PeerGroupLine: Encodable {
    let group: String
    let title: String
    let rule: String
    let isPrivate: Bool
    let validFrom: String?
    let validTo: String?
    /// Absent where the group is for all.
    let metrics: [String]?
    let peers: [String]
    /// Absent for lists and bands.
    let likeness: LikenessLine?

    init(_ group: CityPeers.Group, _ peers: CityPeers) {
        self.group = group.rule.id
        title = group.rule.title
        rule = peers.rule(of: group)
        isPrivate = group.rule.isPrivate
        validFrom = group.rule.valid.from?.text
        validTo = group.rule.valid.to?.text
        metrics = group.rule.metrics
        self.peers = group.peers
        likeness = group.selection.flatMap { selection in
            group.explanation.map { LikenessLine(selection, $0, peers) }
        }
    }
}

/// Why the nearest cities are just these, as JSON.
struct LikenessLine: Encodable {
    let selectedOn: String
    let k: Int
    let eligible: Int
    let caliper: Double?
    /// Absent where there are peers.
    let absence: String?
    let variables: [PeerVariableLine]
    let close: [NearPeerLine]
    let beyond: [NearPeerLine]

    init(_ selection: NeighbourSelection, _ found: PeerExplanation, _ peers: CityPeers) {
        let rule = selection.rule
        selectedOn = selection.day.text
        k = rule.limit
        eligible = found.eligible
        caliper = selection.caliper?.distance
        absence = found.absence.map { peers.words($0, selection) }
        variables = zip(rule.variables, found.own).map { PeerVariableLine($0, $1) }
        close = found.close.map { NearPeerLine($0, rule, peers) }
        beyond = found.beyond.map { NearPeerLine($0, rule, peers) }
    }
}

/// One variable and a city's own value, as JSON.
struct PeerVariableLine: Encodable {
    let attribute: String
    let title: String
    let transform: String
    let weight: Double
    let value: Double?
    let isFallback: Bool

    init(_ variable: NeighbourRule.Variable, _ own: (value: Double, isFallback: Bool)?) {
        attribute = variable.attribute
        title = variable.title
        transform = variable.transform.rawValue
        weight = variable.weight
        value = own?.value
        isFallback = own?.isFallback ?? false
    }
}

/// One city that is near, as JSON.
struct NearPeerLine: Encodable {
    let city: String
    let name: String
    let distance: Double
    /// Absent beyond the caliper.
    let stability: Double?
    let variables: [PeerShareLine]

    init(_ peer: PeerExplanation.Peer, _ rule: NeighbourRule, _ peers: CityPeers) {
        city = peers.id(peer.city)
        name = peers.name(city)
        distance = peer.distance
        stability = peer.stability
        variables = rule.variables.indices.map { index in
            PeerShareLine(
                attribute: rule.variables[index].attribute, share: peer.shares[index],
                value: peer.values[index])
        }
    }
}

/// What one variable has to do with a distance, as JSON.
struct PeerShareLine: Encodable {
    let attribute: String
    let share: Double
    let value: Double?
}
