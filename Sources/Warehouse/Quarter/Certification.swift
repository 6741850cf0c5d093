public import MetricSpec

/// Somebody's word that the values of a city's service in a period are right.
public struct Certification: Sendable {
    public let number: Int
    public let city: String
    /// Nil for measures of no service.
    public let service: String?
    public let certifier: String
    public let office: String
    /// ISO 8601, UTC.
    public let certifiedAt: String
    /// SHA-256 of the values, in hexadecimal.
    public let digest: String
}

/// Who certifies what.
public struct CertificationRequest: Sendable {
    /// The id of the city.
    public let city: String
    public let period: Period
    /// Ids of services; empty for all of which there is anything.
    public let services: [String]
    public let certifier: String
    public let office: String

    /// Puts the parts together.
    public init(
        city: String, period: Period, services: [String], certifier: String, office: String
    ) {
        self.city = city
        self.period = period
        self.services = services
        self.certifier = certifier
        self.office = office
    }
}

/// What became of one service in a certification.
public struct CertifiedService: Sendable {
    /// What was done.
    public enum Outcome: String, Vocabulary {
        /// The values are certified now.
        case certified
        /// The same values were certified before: nothing changed.
        case known
        /// There is nothing to certify.
        case nothing
        /// The city has questions to answer first.
        case queried
    }

    /// Nil for measures of no service.
    public let service: String?
    public let outcome: Outcome
    /// How many values and statements on missing ones there are.
    public let values: Int
    /// SHA-256 of the values, in hexadecimal; nil where nothing is certified.
    public let digest: String?
    /// The questions that wait for the city.
    public let queries: [Int]
}
