/// Why a city has the peers that a rule of likeness gives it, or none.
public struct PeerExplanation: Sendable {
    /// The city's own variables in the order of the rule, and whether each is
    /// a fallback's; nil where it is missing.
    public let own: [(value: Double, isFallback: Bool)?]
    /// Nil where it has close peers.
    public let absence: Absence?
    /// Among how many cities it is, itself counted.
    public let eligible: Int
    /// Within the caliper, nearest first; fewer than five are no peers.
    public internal(set) var close: [Peer] = []
    /// Among the nearest, but beyond it.
    public internal(set) var beyond: [Peer] = []
    /// Each variable of all who are eligible, by position of the city.
    public internal(set) var pool: [[Int: Double]] = []

    /// Why there are no peers.
    public enum Absence: Sendable, Hashable {
        /// It is no city on the day.
        case notThere
        /// The rule leaves it out: by its list or by an attribute, which is
        /// named.
        case notEligible(String?)
        /// It does not provide the service, or takes no part in it.
        case notProvided(String)
        /// Variables of it are missing.
        case missing([String])
        /// Fewer than five are close.
        case far
    }

    /// One that is near.
    public struct Peer: Sendable {
        /// Its position in the directory.
        public let city: Int
        /// sqrt(sum w d^2), in standard deviations.
        public let distance: Double
        /// Each variable's share of the squared distance, in the order of the
        /// rule.
        public let shares: [Double]
        /// Its variables, in the order of the rule.
        public let values: [Double?]
        /// The share of perturbations under which it stays; nil for one beyond
        /// the caliper.
        public let stability: Double?
    }
}
