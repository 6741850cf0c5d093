internal import Dispatch
internal import Synchronization

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
    /// Eight places by eight and, for those, axis by axis: each place's variable
    /// times the root of its weight; zeros behind the last place.
    private let lanes: [SIMD8<Double>]

    /// How many places are looked at together.
    private static let lane = 8

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
        lanes = stride(from: 0, to: count, by: Self.lane).flatMap { start in
            axes.map { axis in
                var lane = SIMD8<Double>.zero
                for place in start..<min(start + Self.lane, count) {
                    lane[place - start] = axis[place]
                }
                return lane
            }
        }
    }

    public var count: Int { isComplete.count }

    /// The distance of two places that are complete.
    public func distance(_ first: Int, _ second: Int) -> Double {
        squares(first, second).reduce(0, +).squareRoot()
    }

    /// Each variable's share of the squared distance of two places, in the
    /// order of `variables`; zeros where they lie on one point.
    public func shares(_ first: Int, _ second: Int) -> [Double] {
        let squares = squares(first, second)
        let sum = squares.reduce(0, +)
        return squares.map { sum > 0 ? $0 / sum : 0 }
    }

    private func squares(_ first: Int, _ second: Int) -> [Double] {
        zip(point(first), point(second)).map { ($0 - $1) * ($0 - $1) }
    }

    private func point(_ place: Int) -> [Double] {
        let width = variables.count
        let start = place / Self.lane * width
        return lanes[start..<start + width].map { $0[place % Self.lane] }
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
        let point = point(place)
        lanes.withUnsafeBufferPointer { lanes in
            for start in stride(from: 0, to: count, by: Self.lane) {
                let first = start / Self.lane * point.count
                var squares = SIMD8<Double>.zero
                for axis in point.indices {
                    let distance = lanes[first + axis] - point[axis]
                    squares += distance * distance
                }
                guard any(squares .<= best.bound) else { continue }
                for other in start..<min(start + Self.lane, count)
                where squares[other - start] <= best.bound && other != place
                    && isComplete[other] && eligible(other)
                {
                    best.offer(squares[other - start], other)
                }
            }
        }
        return best.sorted()
    }

    /// The nearest places to each, in the order of the places, on all cores.
    public func nearestOfAll(limit: Int) -> [[Neighbour]] {
        let block = 256
        let blocks = (count + block - 1) / block
        let lists = Mutex([[[Neighbour]]](repeating: [], count: blocks))
        DispatchQueue.concurrentPerform(iterations: blocks) { number in
            let places = number * block..<min(count, (number + 1) * block)
            let nearest = places.map { self.nearest(to: $0, limit: limit) }
            lists.withLock { $0[number] = nearest }
        }
        return lists.withLock { $0.flatMap(\.self) }
    }
}

/// Two variables of places that say much the same.
public struct CorrelatedVariables: Sendable, Hashable {
    /// Beyond this, up or down, one of two variables counts twice.
    public static let greatest = 0.8

    public let first: String
    public let second: String
    /// Pearson's, of the transformed values, -1 to 1, to 12 decimals.
    public let correlation: Double
}

extension PeerSpace {
    /// Pairs of variables that are correlated above 0.8, or below -0.8, over
    /// the places that have all variables.
    public func correlated() -> [CorrelatedVariables] {
        let points = isComplete.indices.filter { isComplete[$0] }.map(point)
        return variables.indices.flatMap { first in
            variables.indices.dropFirst(first + 1).compactMap { second in
                // Axes are in standard deviations times the root of the weight.
                let scale = (variables[first].weight * variables[second].weight).squareRoot()
                let sum = points.reduce(0) { $0 + $1[first] * $1[second] }
                let correlation = roundedHalfEven(
                    sum / (scale * Double(points.count - 1)), decimals: 12)
                guard abs(correlation) > CorrelatedVariables.greatest else { return nil }
                return CorrelatedVariables(
                    first: variables[first].id, second: variables[second].id,
                    correlation: correlation)
            }
        }
    }
}
