/// A position in a picture, always with two decimals, so that bytes repeat.
struct Coordinate: Sendable, Hashable {
    let value: Double

    /// A value that is no number is drawn at 0.
    init(_ value: Double) {
        self.value = value.isFinite ? value : 0
    }

    /// Such as `12.50`; below zero with a hyphen, as SVG wants it.
    var text: String {
        let hundredths = Int((value * 100).rounded(.toNearestOrEven))
        let size = hundredths.magnitude
        let fraction = size % 100
        return (hundredths < 0 ? "-" : "") + "\(size / 100)."
            + (fraction < 10 ? "0\(fraction)" : "\(fraction)")
    }
}

extension HTML.Interpolation {
    mutating func appendInterpolation(_ coordinate: Coordinate) {
        appendInterpolation(coordinate.text)
    }
}
