internal import Foundation

/// How a variable of places is put on the scale that distances are taken on.
public enum PeerTransform: String, Sendable, Hashable, CaseIterable {
    case identity
    case log
    case sqrt

    /// The transformed value; nil where it has none, as the logarithm of 0.
    public func callAsFunction(_ value: Double) -> Double? {
        let result: Double
        switch self {
        case .identity: result = value
        case .log: result = value > 0 ? Foundation.log(value) : .nan
        case .sqrt: result = value >= 0 ? value.squareRoot() : .nan
        }
        return result.isFinite ? result : nil
    }
}

/// One variable that tells how alike places are.
public struct PeerVariable: Sendable, Hashable {
    /// Its name in the rule of the peer group.
    public let id: String
    public let transform: PeerTransform
    /// Its weight, inside the root of the distance; 0 or more.
    public internal(set) var weight: Double
    /// A value for each place; nil where it is missing.
    public internal(set) var values: [Double?]
    /// The standard error of each value, nil where none is known; nil where no
    /// value has one.
    public let errors: [Double?]?

    public init(
        id: String, transform: PeerTransform, weight: Double, values: [Double?],
        errors: [Double?]? = nil
    ) {
        self.id = id
        self.transform = transform
        self.weight = weight
        self.values = values
        self.errors = errors
    }
}

/// One of the nearest neighbours of a place.
public struct Neighbour: Sendable, Hashable {
    /// Its index among the places.
    public let place: Int
    /// sqrt(sum w d^2) over the variables in standard deviations.
    public let distance: Double
}
