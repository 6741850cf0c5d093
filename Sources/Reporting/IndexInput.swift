/// What the index page is made of.
public struct IndexInput: Sendable {
    public var edition: Edition
    /// One summary a city, in any order; the page lists them by name.
    public var cities: [CitySummary]

    /// Makes the input of the index page.
    public init(edition: Edition, cities: [CitySummary]) {
        self.edition = edition
        self.cities = cities
    }
}

/// What the index page says about one city.
///
/// `Report.summary(of:)` makes it from the input of the city's page, so that
/// both pages count alike.
public struct CitySummary: Sendable, Hashable {
    public let id: String
    public let name: String
    /// The file name of the city's page.
    public let fileName: String
    /// How many metrics the comparison has.
    public let metricCount: Int
    /// In how many of them the city has a figure.
    public let figureCount: Int
    /// In how many it owes one: not reported, not collected, late, withheld.
    public let owedCount: Int
    /// In how many it has none for another reason, such as a service that it
    /// does not provide.
    public let excusedCount: Int
    /// In how many it is in the best quarter of its first peer group, whatever
    /// the cities report that have not done so yet.
    public let bestCount: Int
    /// In how many it is in the middle half.
    public let middleCount: Int
    /// In how many it is in the worst quarter.
    public let worstCount: Int
    /// The day of the latest submission; nil when there is none.
    public let latestReceived: String?
    /// Titles of the services that it had not certified.
    public let uncertified: [String]
}
