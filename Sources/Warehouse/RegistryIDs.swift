public import Consortium
public import MetricSpec

/// The warehouse's numbers for what the folder calls by name.
public struct RegistryIDs: Sendable {
    /// By position in the standard's measures.
    public let measures: [Int32]
    /// By position in the standard's metrics.
    public let metrics: [Int32]
    /// By position in the city directory.
    public let cities: [Int32]
    /// By id of the peer group.
    public let peerGroups: [String: Int32]
    /// The standard version now in force.
    public let standardVersion: Int32

    /// Positions in the standard's measures by the warehouse's number.
    var measurePositions: [Int32: Int32] { Self.positions(measures) }
    /// Positions in the city directory by the warehouse's number.
    var cityPositions: [Int32: Int32] { Self.positions(cities) }

    private static func positions(_ ids: [Int32]) -> [Int32: Int32] {
        Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, Int32($0)) })
    }
}

/// What a command works with: the folder and the standard it names.
public struct Registry: Sendable {
    public let consortium: Consortium
    public let standard: Standard
    /// SHA-256 over the standard's files, in hexadecimal.
    public let standardDigest: String

    /// Puts the two together.
    public init(consortium: Consortium, standard: Standard, standardDigest: String) {
        self.consortium = consortium
        self.standard = standard
        self.standardDigest = standardDigest
    }
}

/// What bringing the folder into the database changed.
public struct RegistrySync: Sendable {
    public let ids: RegistryIDs
    /// One short sentence a part that changed, such as `cities: 24 added`.
    public let changes: [String]
}
