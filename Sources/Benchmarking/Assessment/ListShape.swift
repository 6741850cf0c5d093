/// What a list's values look like, gathered once for all who are judged by it.
struct ListShape {
    /// The contributors' values, ascending.
    let sorted: UnsafeBufferPointer<Double>
    private(set) var deviation = Double.nan
    private(set) var phi = Double.nan
    /// The common value, and the variance between cities on the table's scale;
    /// not a number below ten that were counted.
    private(set) var common = Double.nan
    private(set) var variance = Double.nan
    /// The median's bounds with all contributors, and with one left out.
    let ranks: MedianRanks?
    let ranksLess: MedianRanks?

    /// Gathers a list in the caller's scratch memory; each buffer holds as many
    /// numbers as the list has members.
    init(
        _ members: UnsafeBufferPointer<Int32>, of cities: borrowing CityTable,
        _ table: borrowing AssessmentTable, values: UnsafeMutableBufferPointer<Double>,
        scores: UnsafeMutableBufferPointer<Double>
    ) {
        var found = 0
        for member in members where cities.states[Int(member)] == .contributor {
            values[found] = cities.values[Int(member)]
            found += 1
        }
        let own = UnsafeMutableBufferPointer(rebasing: values[..<found])
        sortAscending(own)
        sorted = UnsafeBufferPointer(own)
        ranks = MedianRanks(count: found)
        ranksLess = MedianRanks(count: found - 1)
        guard found > 0 else { return }
        deviation = absoluteDeviation(ofSorted: sorted)
        if table.isEvents, found >= OverDispersion.fewestPlaces {
            findVariance(members, of: cities, table, scores: scores)
        }
    }

    /// The variance between cities around the ratio of all that was counted.
    @inline(__always)
    private mutating func findVariance(
        _ members: UnsafeBufferPointer<Int32>, of cities: borrowing CityTable,
        _ table: borrowing AssessmentTable, scores: UnsafeMutableBufferPointer<Double>
    ) {
        var (weights, squares, sum) = (0.0, 0.0, 0.0)
        var found = 0
        for member in members where cities.states[Int(member)] == .contributor {
            let precision = table.precisions[Int(member)]
            guard precision > 0 else { continue }
            let weight = precision * precision
            weights += weight
            squares += weight * weight
            sum += weight * cities.values[Int(member)]
            found += 1
        }
        guard found >= OverDispersion.fewestPlaces, weights > 0 else { return }
        let common = sum / weights
        let middle = table.scale.scaled(common)
        found = 0
        for member in members where cities.states[Int(member)] == .contributor {
            let precision = table.precisions[Int(member)]
            guard precision > 0 else { continue }
            scores[found] = precision * (table.scaled[Int(member)] - middle)
            found += 1
        }
        let all = UnsafeMutableBufferPointer(rebasing: scores[..<found])
        sortAscending(all)
        guard
            let spread = OverDispersion(
                ofSorted: UnsafeBufferPointer(all), sumOfWeights: weights, sumOfSquares: squares),
            spread.variance.isFinite
        else { return }
        self.common = common
        phi = spread.phi
        variance = spread.variance
    }

    /// The variance as METHODS 7 states it: of rates on the scale of the root
    /// of observed over expected.
    func publishedVariance(on scale: ErrorScale) -> Double {
        scale == .root && variance > 0 ? variance / common : variance
    }

    /// What is added to the variance of chance; 0 where nothing is known.
    var added: Double { variance > 0 ? variance : 0 }
}

/// The contributors of a list without the city that is judged.
struct Others {
    private let sorted: UnsafeBufferPointer<Double>
    /// The place that is left out; the count where none is.
    private let skipped: Int
    let count: Int
    private let ranks: MedianRanks?

    /// - Parameter value: the city's own, where it is one of the contributors.
    @inline(__always)
    init(_ shape: ListShape, without value: Double?) {
        sorted = shape.sorted
        if let value {
            skipped = firstIndex(notBelow: value, inSorted: shape.sorted)
            count = shape.sorted.count - 1
            ranks = shape.ranksLess
        } else {
            skipped = shape.sorted.count
            count = skipped
            ranks = shape.ranks
        }
    }

    @inline(__always)
    private subscript(place: Int) -> Double { sorted[place < skipped ? place : place + 1] }

    /// Their median; not a number where there is none.
    var median: Double {
        guard count > 0 else { return .nan }
        let (lower, upper) = (self[(count - 1) / 2], self[count / 2])
        return lower == upper ? lower : 0.5 * lower + 0.5 * upper
    }

    /// The standard error of their median on a scale; nil below six.
    @inline(__always)
    func errorOfMedian(on scale: ErrorScale) -> Double? {
        ranks.map {
            (scale.scaled(self[$0.upper - 1]) - scale.scaled(self[$0.lower - 1]))
                / (2 * ConfidenceLevel.percent95.z)
        }
    }
}

/// The first place with a value of at least this one, by bisection.
func firstIndex(notBelow value: Double, inSorted sorted: UnsafeBufferPointer<Double>) -> Int {
    var low = 0
    var high = sorted.count
    while low < high {
        let middle = (low + high) / 2
        if sorted[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low
}
