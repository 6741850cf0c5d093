import Benchmarking
public import Consortium
public import MetricSpec
import Postgres

extension Warehouse {
    /// The folder and the standard that a release was computed from, as they
    /// were kept with it; throws where they were not.
    public func registry(of release: Release) throws -> Registry {
        try ReleaseRebuild(release: release, connection: connection).registry()
    }

    /// The ids of a common group's members for a period; of a band on a
    /// measure by the values that are current.
    ///
    /// - Returns: nil for a group in which each city has its own peers.
    public func members(
        of group: PeerGroupRule, in period: Period, registry: Registry
    ) throws -> [String]? {
        let resolution = PeerResolution(
            registry: registry,
            ids: try RegistryWriter(connection: connection, registry: registry).readIDs(),
            period: period, connection: connection)
        guard case .common(let members) = try resolution.members(group) else { return nil }
        return members.map { registry.consortium.directory.cities[Int($0)].id }
    }
}
