internal import Foundation

/// Which of the others are better and which worse than one place, beyond
/// doubt: the marginal rank interval of one place by itself.
///
/// What ``RankComparison`` draws is integrated here: given the place's own
/// error, those of the others do not depend on each other, so that the law of
/// the largest studentised difference is one integral (Dunnett 1955, JASA
/// 50:1096). It is what the bootstrap comes to with ever more draws, without
/// its error and without a seed.
struct MarginalTest {
    /// The place's lead over each other, in standard errors of the difference.
    let leads: UnsafeMutableBufferPointer<Double>
    /// The others' standard errors.
    let errors: UnsafeMutableBufferPointer<Double>
    /// 1 where the place is better, -1 where it is worse, 0 where nobody knows.
    let states: UnsafeMutableBufferPointer<Int8>
    /// Room for as many leads.
    let order: UnsafeMutableBufferPointer<Double>
    var law: DifferenceLaw

    /// Settles what chance does not explain, then compares the rest again,
    /// until nothing is added.
    ///
    /// - Parameters:
    ///   - count: how many others there are.
    ///   - error: the place's own standard error.
    ///   - level: the share of cases in which any true difference is misread.
    mutating func settle(_ count: Int, own error: Double, level: Double) {
        guard count > 0 else { return }
        law.prepare(errors, count: count, own: error)
        for other in 0..<count { states[other] = 0 }
        // No bound is below that of one difference, nor above Sidak's.
        let least = normalQuantile(upperTail: level / 2)
        let most = normalQuantile(
            upperTail: (1 - pow(1 - level, 1 / Double(count))) / 2)
        while true {
            let bound = bound(count, from: least, to: most, level: level)
            guard bound.isFinite else { return }
            var isAnyLeft = false
            for other in 0..<count where states[other] == 0 {
                if abs(leads[other]) >= bound {
                    states[other] = leads[other] > 0 ? 1 : -1
                    law.close(errors[other], at: other, isAhead: leads[other] > 0)
                } else if abs(leads[other]) > least {
                    isAnyLeft = true
                }
            }
            guard isAnyLeft else { return }
        }
    }

    /// The smallest open lead that chance reaches in no more than the level's
    /// share of cases; infinite where none is.
    private func bound(
        _ count: Int, from least: Double, to most: Double, level: Double
    ) -> Double {
        var found = 0
        var beyond = Double.infinity
        for other in 0..<count where states[other] == 0 {
            let lead = abs(leads[other])
            if lead > most {
                beyond = min(beyond, lead)
            } else if lead > least {
                order[found] = lead
                found += 1
            }
        }
        sortAscending(UnsafeMutableBufferPointer(rebasing: order[..<found]))
        var (low, high) = (0, found)
        while low < high {
            let middle = (low + high) / 2
            if law.probability(within: order[middle]) >= 1 - level {
                high = middle
            } else {
                low = middle + 1
            }
        }
        return low < found ? order[low] : beyond
    }
}
