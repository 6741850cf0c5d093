/// Places as points, one axis a variable, so that distances can be taken
/// (METHODS.md 10).
///
/// Each variable is transformed as declared, then put in standard deviations
/// (divisor n - 1) over the places that have all variables.
public struct PeerSpace: Sendable {
    /// The variables that differ among the places; one that is equal everywhere
    /// tells nobody apart.
    public let variables: [PeerVariable]
    /// For each place, whether it has every variable.
    public let isComplete: [Bool]
    /// For each place, its variables times the root of their weights, in the
    /// order of `variables`; zeros where it is not complete.
    private let points: [Double]

    /// - Parameter variables: with a value or nil for each place, the places in
    ///   the order of their ids.
    public init(_ variables: [PeerVariable]) {
        let count = variables.first?.values.count ?? 0
        let columns = variables.map { variable in
            variable.values.map { $0.flatMap { variable.transform($0) } }
        }
        let isComplete = (0..<count).map { place in columns.allSatisfy { $0[place] != nil } }
        var kept: [PeerVariable] = []
        var axes: [[Double]] = []
        for (variable, column) in zip(variables, columns) {
            let eligible = zip(column, isComplete).compactMap { $1 ? $0 : nil }
            guard let summary = Summary(of: eligible),
                let deviation = summary.standardDeviation, deviation > 0
            else { continue }
            let scale = variable.weight.squareRoot() / deviation
            kept.append(variable)
            axes.append(column.map { (($0 ?? summary.mean) - summary.mean) * scale })
        }
        self.variables = kept
        self.isComplete = isComplete
        points = (0..<count).flatMap { place in axes.map { $0[place] } }
    }

    public var count: Int { isComplete.count }

    /// The distance of two places that are complete.
    public func distance(_ first: Int, _ second: Int) -> Double {
        points.withUnsafeBufferPointer { squaredDistance($0, first, second) }.squareRoot()
    }

    /// Each variable's share of the squared distance of two places, in the
    /// order of `variables`; zeros where they lie on one point.
    public func shares(_ first: Int, _ second: Int) -> [Double] {
        let width = variables.count
        let squares = (0..<width).map { axis in
            let distance = points[first * width + axis] - points[second * width + axis]
            return distance * distance
        }
        let sum = squares.reduce(0, +)
        return squares.map { sum > 0 ? $0 / sum : 0 }
    }

    /// The nearest places to one, nearest first, without itself.
    ///
    /// Distances equal to 12 decimals are a tie, and the place that comes first
    /// wins it.
    ///
    /// - Parameters:
    ///   - eligible: whether a place may be chosen.
    /// - Returns: at most `limit`; none for a place without all variables.
    public func nearest(
        to place: Int, limit: Int, where eligible: (Int) -> Bool = { _ in true }
    ) -> [Neighbour] {
        guard limit > 0, isComplete[place] else { return [] }
        var best = NearestList(limit: limit)
        points.withUnsafeBufferPointer { points in
            for other in 0..<count where other != place && isComplete[other] && eligible(other) {
                best.offer(squaredDistance(points, place, other), other)
            }
        }
        return best.sorted()
    }

    @inline(__always)
    private func squaredDistance(
        _ points: UnsafeBufferPointer<Double>, _ first: Int, _ second: Int
    ) -> Double {
        let width = variables.count
        var sum = 0.0
        for axis in 0..<width {
            let distance = points[first * width + axis] - points[second * width + axis]
            sum += distance * distance
        }
        return sum
    }
}
