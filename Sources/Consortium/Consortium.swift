/// A consortium: who reports, how they provide services, who is compared with
/// whom. Read from its folder by `ConsortiumReader`.
public struct Consortium: Sendable {
    /// Stored with the database; another consortium's folder is refused.
    public let id: String
    public let name: String
    /// A version of the shipped standard, or a path to one of its own.
    public let standard: String
    public let locale: String
    /// ISO 4217 code of the money in the figures.
    public let currency: String
    /// The month (1 to 12) in which the reporting year begins.
    public let yearStarts: Int
    /// Whether a year that spans two has the name of the second.
    public let isYearNamedByEnd: Bool
    /// Whether cities and figures are invented; pages then say so.
    public let isInvented: Bool
    /// Fewer contributors than this give no statistics, in any group.
    public let minimumContributors: Int
    /// Who certifies, and what becomes of figures that nobody has certified.
    public let certification: CertificationRules
    /// The most minutes a quarter that the measures of one service may cost
    /// a city; nil where no ceiling is set.
    public let burdenMinutes: Double?
    public let directory: CityDirectory
    public let attributes: [CityAttribute]
    public let provisions: [ServiceProvision]
    public let cycles: [ReportingCycle]
    public let contacts: [Contact]
    /// Price indexes, all vintages, in the order of prices.csv.
    public let prices: [PricePoint]
    /// What assessors found, in the order of practices.csv.
    public let verdicts: [PracticeVerdict]
    /// Which city became which, in the order of successions.csv.
    public let successions: [Succession]
    /// In the order of their ids.
    public let peerGroups: [PeerGroupRule]
    /// Names and texts of the mappings, in the order of their names.
    public let mappings: [MappingFile]

    /// A mapping's text as it stands in `mappings/`.
    public struct MappingFile: Sendable, Hashable {
        /// The file's name without `.yaml`.
        public let name: String
        /// The name for messages, `mappings/NAME.yaml`.
        public let file: String
        public let text: String
    }
}
