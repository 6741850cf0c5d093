/// How a city stands to a service in a period.
public enum Provision: UInt8, Sendable, Hashable {
    /// The city answers for the service and takes part.
    case provided
    /// Another government or nobody provides it.
    case notProvided
    /// The city does not take part in the comparison of this service.
    case notTakingPart
}
