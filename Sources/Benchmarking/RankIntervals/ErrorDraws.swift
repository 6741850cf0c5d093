internal import Dispatch
internal import Synchronization

/// Normal errors of all places, drawn many times.
struct ErrorDraws: Sendable {
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
        var index = 0
        for _ in 0..<blocks {
            for error in estimates.errors {
                for _ in 0..<Self.lane {
                    errors[index] = error * normals.next()
                    index += 1
                }
            }
        }
        self.errors = errors
    }

    /// What the largest open difference of the pairs stays at or below in all
    /// but a share of the draws, in standard errors.
    func bound(of pairs: [ComparedPair], error: Double) -> Double {
        let open = OpenPairs(pairs)
        let lane = Self.lane
        let largest = Mutex([Double](repeating: 0, count: blocks * lane))
        let share = 64
        DispatchQueue.concurrentPerform(iterations: (blocks + share - 1) / share) { number in
            let range = number * share..<min(blocks, (number + 1) * share)
            let found = self.largest(of: open, inBlocks: range)
            largest.withLock {
                $0.replaceSubrange(range.lowerBound * lane..<range.upperBound * lane, with: found)
            }
        }
        let sorted = largest.withLock { $0[..<draws].sorted() }
        // The smallest bound with at most the wanted share of draws above it.
        let above = Int((error * Double(draws)).rounded(.down))
        return sorted[max(0, draws - 1 - above)]
    }

    /// The largest open difference of the pairs in each draw of some blocks.
    private func largest(of open: OpenPairs, inBlocks range: Range<Int>) -> [Double] {
        let lane = Self.lane
        var found = [Double](repeating: -.infinity, count: range.count * lane)
        found.withUnsafeMutableBufferPointer { found in
            errors.withUnsafeBufferPointer { errors in
                for (place, block) in range.enumerated() {
                    let most = UnsafeMutableBufferPointer(
                        rebasing: found[place * lane..<(place + 1) * lane])
                    let rows = UnsafeBufferPointer(
                        rebasing: errors[block * count * lane..<(block + 1) * count * lane])
                    open.both.raise(most, rows) { abs($0) }
                    open.directed.raise(most, rows) { $0 }
                }
            }
        }
        return found
    }

    /// The pairs of which both statements are open, and those of which one is,
    /// turned so that the first place is the one that may be better.
    private struct OpenPairs: Sendable {
        var both = PairColumns()
        var directed = PairColumns()

        init(_ pairs: [ComparedPair]) {
            for pair in pairs {
                switch pair.open {
                case .both: both.append(pair.first, pair.second, pair.precision)
                case .firstBetter: directed.append(pair.first, pair.second, pair.precision)
                case .secondBetter: directed.append(pair.second, pair.first, pair.precision)
                }
            }
        }
    }

    private struct PairColumns: Sendable {
        private var first: [Int] = []
        private var second: [Int] = []
        private var precision: [Double] = []

        mutating func append(_ first: Int, _ second: Int, _ precision: Double) {
            self.first.append(first)
            self.second.append(second)
            self.precision.append(precision)
        }

        /// Raises the largest differences of a block to those of the pairs.
        @inline(__always)
        func raise(
            _ most: UnsafeMutableBufferPointer<Double>, _ rows: UnsafeBufferPointer<Double>,
            _ size: (Double) -> Double
        ) {
            for pair in first.indices {
                let one = rows.baseAddress.unsafelyUnwrapped + first[pair] * lane
                let other = rows.baseAddress.unsafelyUnwrapped + second[pair] * lane
                let factor = precision[pair]
                for draw in 0..<lane {
                    let difference = size(one[draw] - other[draw]) * factor
                    most[draw] = difference > most[draw] ? difference : most[draw]
                }
            }
        }
    }
}
