import Consortium
import MetricSpec
import Postgres

extension RegistryWriter {
    /// The groups that cities picked for themselves, where only they and
    /// operators find them.
    func writePrivatePeers(into changes: inout [String]) throws {
        let groups = registry.consortium.peerGroups.filter(\.isPrivate)
        guard try isChanged("private peer groups", digest: Digest.of(groups.map { "\($0)" })) else {
            return
        }
        let before = try connection.query("delete from warehouse.private_peer").affected
        let rows = groups.flatMap { group -> [PrivatePeer] in
            guard case .ownLists(let lists) = group.membership else { return [] }
            return lists.flatMap { list in
                list.members.map { PrivatePeer(group: group, owner: list.owner, city: $0) }
            }
        }
        try connection.query(
            """
            insert into warehouse.private_peer
                (owner_city_id, city_id, peer_group, title, valid_from, valid_to)
            select owner.city_id, city.city_id, given.peer_group, given.title,
                given.valid_from::date, given.valid_to::date
            from unnest($1, $2, $3, $4, $5, $6)
                as given (owner, city, peer_group, title, valid_from, valid_to)
            inner join warehouse.city as owner on owner.city = given.owner
            inner join warehouse.city on city.city = given.city
            """,
            [
                .textArray(rows.map(\.owner)), .textArray(rows.map(\.city)),
                .textArray(rows.map(\.group.id)), .textArray(rows.map(\.group.title)),
                .textArray(rows.map { $0.group.valid.from?.text ?? "-infinity" }),
                .textArray(rows.map { $0.group.valid.to?.text ?? "infinity" }),
            ])
        if before + rows.count > 0 { changes.append("private peer groups: \(groups.count)") }
    }
}

/// One city on a private list.
private struct PrivatePeer {
    let group: PeerGroupRule
    let owner: String
    let city: String
}
