internal import Foundation

/// The law of the largest difference between one place and many others, in
/// standard errors of each difference.
struct DifferenceLaw {
    /// From how many others on those of nearly equal errors are taken together.
    private static let longestExact = 64
    /// How many kinds of errors are told apart then.
    private static let mostKinds = 48
    /// How far out the place's own error is followed.
    private static let end = 4.5

    // Of each kind: the place's error over the kind's, the error of the
    // difference over the kind's, and how many others are open, were found
    // behind the place, or ahead of it.
    private let ratios: UnsafeMutableBufferPointer<Double>
    private let reaches: UnsafeMutableBufferPointer<Double>
    private let open: UnsafeMutableBufferPointer<Double>
    private let behind: UnsafeMutableBufferPointer<Double>
    private let ahead: UnsafeMutableBufferPointer<Double>
    private let normal: NormalTable
    private var kinds = 0
    private var isGrouped = false
    private var isSymmetric = true
    private var least = 0.0
    private var kindsPerLog = 0.0
    private var step = 0.25

    /// How many numbers the law needs room for.
    static let room = 5 * max(longestExact, mostKinds)

    init(room: UnsafeMutableBufferPointer<Double>, _ normal: NormalTable) {
        let width = Self.room / 5
        func part(_ number: Int) -> UnsafeMutableBufferPointer<Double> {
            UnsafeMutableBufferPointer(rebasing: room[number * width..<(number + 1) * width])
        }
        ratios = part(0)
        reaches = part(1)
        open = part(2)
        behind = part(3)
        ahead = part(4)
        self.normal = normal
    }

    /// Takes the errors of the others up, all above 0.
    mutating func prepare(
        _ errors: UnsafeMutableBufferPointer<Double>, count: Int, own error: Double
    ) {
        var (smallest, largest) = (Double.infinity, 0.0)
        for other in 0..<count {
            smallest = min(smallest, errors[other])
            largest = max(largest, errors[other])
        }
        isSymmetric = true
        isGrouped = count > Self.longestExact
        least = smallest
        let span = log(largest / smallest)
        kinds = isGrouped ? Self.mostKinds : count
        kindsPerLog = span > 0 ? Double(Self.mostKinds) / span : 0
        for kind in 0..<kinds {
            let other =
                !isGrouped
                ? errors[kind]
                : kindsPerLog > 0 ? smallest * exp((Double(kind) + 0.5) / kindsPerLog) : smallest
            ratios[kind] = error / other
            reaches[kind] = (1 + ratios[kind] * ratios[kind]).squareRoot()
            (open[kind], behind[kind], ahead[kind]) = (isGrouped ? 0 : 1, 0, 0)
        }
        if isGrouped {
            for other in 0..<count { open[kind(errors[other], at: other)] += 1 }
        }
        // Fine enough for the steepest of the factors.
        step = min(0.25, max(1.0 / 32, 0.5 * smallest / error))
    }

    @inline(__always)
    private func kind(_ error: Double, at other: Int) -> Int {
        guard isGrouped else { return other }
        return min(Self.mostKinds - 1, max(0, Int(log(error / least) * kindsPerLog)))
    }

    /// Leaves out the statement that was settled; the opposite one stays, as
    /// one that can never be.
    mutating func close(_ error: Double, at other: Int, isAhead: Bool) {
        let kind = kind(error, at: other)
        open[kind] -= 1
        if isAhead { behind[kind] += 1 } else { ahead[kind] += 1 }
        isSymmetric = false
    }

    /// The probability that no open difference is larger than this.
    func probability(within bound: Double) -> Double {
        var sum = 0.0
        var weights = 0.0
        var number = 0.0
        while number * step <= Self.end {
            let own = number * step
            let weight = exp(-own * own / 2) * (number == 0 ? 0.5 : 1)
            weights += 2 * weight
            sum +=
                isSymmetric
                ? 2 * weight * product(bound, own)
                : weight * (product(bound, own) + product(bound, -own))
            number += 1
        }
        return sum / weights
    }

    /// The same where the place's own error is known, in its standard errors.
    @inline(__always)
    private func product(_ bound: Double, _ own: Double) -> Double {
        var product = 1.0
        for kind in 0..<kinds {
            let middle = ratios[kind] * own
            let reach = reaches[kind] * bound
            let below = normal.lowerTail(at: middle + reach)
            let above = normal.lowerTail(at: reach - middle)
            // 1 - P(error > reach - middle) - P(error < -reach - middle).
            product *= power(above + below - 1, open[kind])
            if !isSymmetric { product *= power(below, behind[kind]) * power(above, ahead[kind]) }
        }
        return product
    }

    @inline(__always)
    private func power(_ factor: Double, _ count: Double) -> Double {
        count == 0 ? 1 : count == 1 ? factor : pow(max(0, factor), count)
    }
}

/// The normal law read off a table, to six digits: enough for a bound on
/// ranks, and ten times faster than the function.
struct NormalTable {
    private static let steps = 256.0
    private static let end = 8.0
    private static let known = (0...Int(2 * end * steps) + 1).map {
        1 - normalUpperTail(at: Double($0) / steps - end)
    }

    private let values: UnsafeBufferPointer<Double>

    /// Calls a function with the table.
    static func with<Result>(_ body: (NormalTable) -> Result) -> Result {
        known.withUnsafeBufferPointer { body(NormalTable(values: $0)) }
    }

    /// The probability below a point.
    @inline(__always)
    func lowerTail(at point: Double) -> Double {
        let place = min(max(point + Self.end, 0), 2 * Self.end) * Self.steps
        let whole = Int(place)
        let first = values[whole]
        return first + (place - Double(whole)) * (values[whole + 1] - first)
    }
}
