/// Normal errors of all places, drawn many times.
struct ErrorDraws {
    /// Draws handled together.
    private static let lane = 16

    private let count: Int
    private let blocks: Int
    private let draws: Int
    /// Block by block, place by place, the errors of the block's draws.
    private let errors: [Double]

    init(_ estimates: RankedEstimates, _ settings: BootstrapSettings) {
        count = estimates.count
        draws = settings.draws
        blocks = (draws + Self.lane - 1) / Self.lane
        var normals = SeededNormals(seed: settings.seed)
        var errors = [Double](repeating: 0, count: blocks * estimates.count * Self.lane)
        for index in errors.indices {
            errors[index] = estimates.errors[index / Self.lane % estimates.count] * normals.next()
        }
        self.errors = errors
    }

    /// What the largest open difference of the pairs stays at or below in all
    /// but a share of the draws, in standard errors.
    func bound(of pairs: [ComparedPair], error: Double) -> Double {
        var largest: [Double] = []
        largest.reserveCapacity(blocks * Self.lane)
        errors.withUnsafeBufferPointer { errors in
            for block in 0..<blocks {
                let rows = errors[(block * count * Self.lane)...].prefix(count * Self.lane)
                largest.append(
                    contentsOf: Self.largest(of: pairs, UnsafeBufferPointer(rebasing: rows)))
            }
        }
        largest.removeLast(blocks * Self.lane - draws)
        largest.sort()
        // The smallest bound with at most the wanted share of draws above it.
        let above = Int((error * Double(draws)).rounded(.down))
        return largest[max(0, draws - 1 - above)]
    }

    /// The largest open difference of the pairs in each draw of a block.
    private static func largest(
        of pairs: [ComparedPair], _ rows: UnsafeBufferPointer<Double>
    ) -> [Double] {
        var most = SIMD16<Double>(repeating: -.infinity)
        for pair in pairs {
            let difference =
                (row(pair.first, rows) - row(pair.second, rows)) * pair.precision
            switch pair.open {
            case .both: most = pointwiseMax(most, pointwiseMax(difference, -difference))
            case .firstBetter: most = pointwiseMax(most, difference)
            case .secondBetter: most = pointwiseMax(most, -difference)
            }
        }
        return (0..<lane).map { most[$0] }
    }

    @inline(__always)
    private static func row(_ place: Int, _ rows: UnsafeBufferPointer<Double>) -> SIMD16<Double> {
        UnsafeRawPointer(rows.baseAddress.unsafelyUnwrapped + place * lane)
            .loadUnaligned(as: SIMD16<Double>.self)
    }
}
