public import MetricSpec

/// Who is compared with whom, as a consortium's peer-groups/ID.yaml says it.
public struct PeerGroupRule: Sendable, Hashable {
    /// The file's name without `.yaml`.
    public let id: String
    public let title: String
    /// Ids and globs such as `finance/*`; nil for every metric.
    public let metrics: [String]?
    public let valid: Validity
    /// Whether it is for its owners alone: no release has it.
    public let isPrivate: Bool
    /// Fewer contributors than this give no statistics.
    public let minimum: Int
    public let membership: Membership

    /// Who the members are.
    public enum Membership: Sendable, Hashable {
        /// Every city.
        case all
        /// These cities, common to all members.
        case list([String])
        /// For each owner its own list.
        case ownLists([OwnList])
        /// The cities whose attribute lies in a band.
        case attributeBand(attribute: String, band: Band)
        /// The cities whose measure lies in a band; nil period: the value
        /// that a stock denominator of the compared period would take.
        case measureBand(measure: String, period: Period?, band: Band)
        /// For each city those most like it.
        case neighbours(NeighbourRule)
    }

    /// One city's own list of peers.
    public struct OwnList: Sendable, Hashable {
        public let owner: String
        public let members: [String]
    }

    /// The numbers from `from` (included) to `below` (excluded).
    public struct Band: Sendable, Hashable {
        public let from: Double?
        public let below: Double?

        /// Whether a number lies in the band.
        public func contains(_ number: Double) -> Bool {
            number >= from ?? -.infinity && number < below ?? .infinity
        }
    }

    /// Whether the group is for a metric.
    public func serves(metric id: String) -> Bool {
        guard let metrics else { return true }
        return metrics.contains { pattern in
            pattern.hasSuffix("*") ? id.hasPrefix(pattern.dropLast()) : id == pattern
        }
    }
}

extension Consortium {
    /// Ids of the cities whose attribute lies in a band on a day.
    public func cities(
        with attribute: String, in band: PeerGroupRule.Band, on day: CalendarDay
    ) -> [String] {
        attributes.filter {
            $0.attribute == attribute && $0.valid.contains(day)
                && Double($0.value).map(band.contains) == true
        }.map(\.city)
    }
}
