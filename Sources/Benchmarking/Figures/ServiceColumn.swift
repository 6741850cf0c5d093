public import MetricSpec

/// How each city stands to one service in a period; one entry a city.
public struct ServiceColumn: Sendable, Hashable {
    /// Whether the city provides the service and takes part.
    public var provisions: [Provision]
    /// How it provides it; nil where that is not known.
    public var modes: [ProvisionMode?]
    /// Whom it serves, in persons; nil where it is not said.
    public var populationServed: [Double?]

    /// Takes columns of one length.
    public init(
        provisions: [Provision], modes: [ProvisionMode?], populationServed: [Double?]
    ) {
        precondition(
            modes.count == provisions.count && populationServed.count == provisions.count,
            "one entry for each city")
        self.provisions = provisions
        self.modes = modes
        self.populationServed = populationServed
    }

    /// A service that all provide, nobody knows how, to their residents.
    public static func allProvided(cityCount: Int) -> ServiceColumn {
        ServiceColumn(
            provisions: Array(repeating: .provided, count: cityCount),
            modes: Array(repeating: nil, count: cityCount),
            populationServed: Array(repeating: nil, count: cityCount))
    }

    /// How many cities there are entries for.
    public var cityCount: Int { provisions.count }
}
