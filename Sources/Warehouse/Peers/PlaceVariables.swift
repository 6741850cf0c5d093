public import Benchmarking
public import Consortium
import MetricSpec

/// What attributes say of cities on a day, for rules that choose peers.
struct PlaceVariables {
    /// Texts by attribute, then city.
    private let texts: [String: [String: String]]

    init(_ consortium: Consortium, on day: CalendarDay) {
        var texts: [String: [String: String]] = [:]
        for attribute in consortium.attributes where attribute.valid.contains(day) {
            texts[attribute.attribute, default: [:]][attribute.city] = attribute.value
        }
        self.texts = texts
    }

    func text(_ attribute: String, of city: String) -> String? {
        texts[attribute]?[city].flatMap { $0.isEmpty ? nil : $0 }
    }

    func number(_ attribute: String, of city: String) -> Double? {
        text(attribute, of: city).flatMap(Double.init).flatMap { $0.isFinite ? $0 : nil }
    }

    /// A variable of a city, and whether it is the fallback's.
    func value(
        _ variable: NeighbourRule.Variable, of city: String
    ) -> (value: Double, isFallback: Bool)? {
        let transform = variable.transform.ofPeers
        if let value = number(variable.attribute, of: city), transform(value) != nil {
            return (value, false)
        }
        guard let fallback = variable.fallback.flatMap({ number($0, of: city) }),
            transform(fallback) != nil
        else { return nil }
        return (fallback, true)
    }

    /// The variable as places are compared by it, with standard errors where
    /// it has margins.
    func column(_ variable: NeighbourRule.Variable, of cities: [String]) -> PeerVariable {
        let values = cities.map { value(variable, of: $0) }
        var errors: [Double?]?
        if let margin = variable.margin, let level = ConfidenceLevel(variable.level) {
            errors = zip(cities, values).map { city, value in
                guard value?.isFallback == false else { return nil }
                return number(margin, of: city).map { standardError(ofMargin: abs($0), at: level) }
            }
        }
        return PeerVariable(
            id: variable.attribute, transform: variable.transform.ofPeers,
            weight: variable.weight, values: values.map { $0?.value }, errors: errors)
    }
}

extension NeighbourTransform {
    /// The same word of the engine.
    public var ofPeers: PeerTransform {
        switch self {
        case .identity: .identity
        case .log: .log
        case .sqrt: .sqrt
        }
    }
}
