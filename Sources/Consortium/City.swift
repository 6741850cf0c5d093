/// A reporting unit.
public struct City: Sendable, Hashable {
    /// Permanent and unique in the consortium.
    public let id: String
    public let name: String
    /// Other spellings under which files name the city.
    public let aliases: [String]
    /// ISO 3166 code; empty when not given.
    public let country: String

    /// Makes a city.
    public init(id: String, name: String, aliases: [String] = [], country: String = "") {
        self.id = id
        self.name = name
        self.aliases = aliases
        self.country = country
    }
}

/// The cities of a consortium, found by id, name or alias.
public struct CityDirectory: Sendable {
    /// In the order of cities.csv; positions are stable within a value.
    public let cities: [City]

    private let positions: [String: Int]

    /// Makes a directory; the first city wins where two share a spelling
    /// (`ConsortiumReader` reports those as faults).
    ///
    /// - Parameter attributes: dated attributes of the cities. A former name
    ///   is a spelling, too, unless another city is or was called so.
    public init(_ cities: [City], formerNames attributes: [CityAttribute] = []) {
        self.cities = cities
        var positions: [String: Int] = [:]
        for (position, city) in cities.enumerated() {
            for spelling in [city.id, city.name] + city.aliases {
                let folded = Self.folded(spelling)
                if !folded.isEmpty, positions[folded] == nil { positions[folded] = position }
            }
        }
        self.positions = positions.merging(Self.former(attributes, positions)) { own, _ in own }
    }

    /// The former names that one city alone had, with its position.
    private static func former(
        _ attributes: [CityAttribute], _ positions: [String: Int]
    ) -> [String: Int] {
        var owners: [String: Set<String>] = [:]
        for attribute in attributes where attribute.attribute == CityAttribute.formerName {
            owners[folded(attribute.value), default: []].insert(attribute.city)
        }
        return owners.compactMapValues { cities in
            cities.count == 1 ? cities.first.flatMap { positions[folded($0)] } : nil
        }.filter { !$0.key.isEmpty }
    }

    /// The position of the city that a file means; nil when none is known.
    ///
    /// Case, and white space around and between words, do not matter.
    public func index(of spelling: some StringProtocol) -> Int? {
        positions[Self.folded(spelling)]
    }

    /// The known spelling closest to one that is not known, for messages.
    public func names(near spelling: String) -> [String] {
        let folded = Self.folded(LookAlikes.plain(spelling.filter { !"'\"".contains($0) }))
        guard folded.count >= 3 else { return [] }
        return Array(
            cities.map(\.name).filter { name in
                let other = Self.folded(name)
                return other.hasPrefix(folded.prefix(4)) || folded.hasPrefix(other.prefix(4))
            }.prefix(3))
    }

    /// A spelling without what does not matter: case and white space.
    static func folded(_ spelling: some StringProtocol) -> String {
        spelling.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
