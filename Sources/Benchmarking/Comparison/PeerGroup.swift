/// Who is compared with whom. Cities are positions in the caller's list.
public struct PeerGroup: Sendable, Hashable {
    public let id: String
    public let members: PeerMembers
    /// The fewest contributors with which anything is said of the group.
    public let minimum: Int

    /// Makes a group; members named twice count once, and a `minimum` below
    /// 1 is 1.
    public init(id: String, members: PeerMembers, minimum: Int = 1) {
        self.id = id
        self.members = members
        self.minimum = max(1, minimum)
    }
}

/// The members of a peer group.
public enum PeerMembers: Sendable, Hashable {
    /// One list; each member has a standing among all of them.
    case common([Int32])
    /// Each owner has a list, and a standing among the cities on it. The
    /// owner counts in the statistics only if its own list names it.
    case own([OwnPeers])
}

/// The peers of one city.
public struct OwnPeers: Sendable, Hashable {
    public let owner: Int32
    public let members: [Int32]

    /// Makes a list of peers.
    public init(owner: Int32, members: [Int32]) {
        self.owner = owner
        self.members = members
    }
}
