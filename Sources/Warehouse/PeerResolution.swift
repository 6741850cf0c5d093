import Benchmarking
import Consortium
import MetricSpec
import Postgres

/// Turns the peer groups of the folder into members for one period.
struct PeerResolution {
    let registry: Registry
    let ids: RegistryIDs
    let period: Period
    let connection: Connection
    /// What was known of the values that bands are made of.
    var known = KnownState.current

    /// A group with its members, and the rule it came from.
    struct Resolved {
        let rule: PeerGroupRule
        let number: Int32
        let group: PeerGroup
    }

    /// The groups that hold in the period, in the order of their ids.
    func groups() throws -> [Resolved] {
        try registry.consortium.peerGroups
            .filter { !$0.isPrivate && $0.valid.contains(period.start) }
            .compactMap { rule in
                guard let number = ids.peerGroups[rule.id] else { return nil }
                let group = PeerGroup(
                    id: rule.id, members: try members(rule),
                    minimum: max(rule.minimum, registry.consortium.minimumContributors))
                return Resolved(rule: rule, number: number, group: group)
            }
    }

    /// The members of a group that are cities on the first day of the period.
    func members(_ rule: PeerGroupRule) throws -> PeerMembers {
        present(try allMembers(rule))
    }

    private func allMembers(_ rule: PeerGroupRule) throws -> PeerMembers {
        let cities = registry.consortium.directory.cities
        switch rule.membership {
        case .all: return .common(cities.indices.map { Int32($0) })
        case .list(let list): return .common(positions(list))
        case .ownLists(let lists):
            return .own(
                lists.compactMap { list in
                    positions([list.owner]).first.map {
                        OwnPeers(owner: $0, members: positions(list.members))
                    }
                })
        case .attributeBand(let attribute, let band):
            return .common(
                positions(
                    registry.consortium.cities(with: attribute, in: band, on: period.start)))
        case .measureBand(let measure, let period, let band):
            return .common(try measureBand(measure, period, band))
        case .neighbours:
            let selection = NeighbourSelection(rule, consortium: registry.consortium)
            return .own(selection?.ownPeers ?? [])
        }
    }

    /// Members that are cities on the first day of the period: an old period
    /// keeps its old cities.
    private func present(_ members: PeerMembers) -> PeerMembers {
        let absent = Set(
            positions(registry.consortium.absentCities(on: period.start).sorted()))
        guard !absent.isEmpty else { return members }
        switch members {
        case .common(let cities): return .common(cities.filter { !absent.contains($0) })
        case .own(let lists):
            return .own(
                lists.filter { !absent.contains($0.owner) }.map { list in
                    OwnPeers(
                        owner: list.owner, members: list.members.filter { !absent.contains($0) })
                })
        }
    }

    private func positions(_ cities: [String]) -> [Int32] {
        cities.compactMap { registry.consortium.directory.index(of: $0).map { Int32($0) } }
    }

    /// Cities whose newest value of a measure lies in the band. Without a
    /// period it is the value that a stock denominator would take: one that
    /// is missing never hides an older one.
    private func measureBand(
        _ measure: String, _ fixed: Period?, _ band: PeerGroupRule.Band
    ) throws -> [Int32] {
        guard let index = registry.standard.measureIndex(measure) else { return [] }
        let positions = ids.cityPositions
        let rows = try connection.query(
            """
            with current_value as (
                select distinct on (
                    observation.city_id, observation.period_start, observation.period_months)
                    observation.city_id, observation.period_start, observation.period_months,
                    observation.value
                from \(known.observations(7, measures: "array[$1]"))
                inner join intake.submission
                    on submission.submission_id = observation.submission_id
                where \(known.counts)
                    and observation.variant = 0
                    and observation.confidentiality = 0
                    and observation.breakdown_id = 0
                    and observation.measure_id = $1
                    and case when $2
                        then observation.period_start = $3 and observation.period_months = $4
                        else observation.period_start < $5
                            and observation.period_start
                                + make_interval(months => observation.period_months::integer)
                                >= $3 - make_interval(months => $6)
                    end
                order by
                    observation.city_id, observation.period_start, observation.period_months,
                    observation.submission_id desc
            )
            select distinct on (current_value.city_id) current_value.city_id,
                current_value.value
            from current_value
            where current_value.value is not null
            order by
                current_value.city_id, current_value.period_start desc,
                current_value.period_months desc
            """,
            [
                .int32(ids.measures[index]), .bool(fixed != nil),
                .day((fixed ?? period).start.number), .int16(Int16((fixed ?? period).months)),
                .day(period.end.number), .int32(Self.maxAgeMonths),
            ] + known.binds)
        return try rows.compactMap { row in
            guard band.contains(try row.double(1)) else { return nil }
            return positions[try row.int32(0)]
        }.sorted()
    }

    /// Four quarters, as for a stock denominator.
    private static let maxAgeMonths: Int32 = 12
}
