/// The quantile class that a rank falls in: 1 is best, ties stay together.
///
/// class = floor((k + 1) - ceil((n + 1 - r) k / n)), the rule of
/// `phe_quantile` (PHEindicatormethods 2.1.0, Office for Health Improvement
/// and Disparities). Where all values are equal, all share rank 1 and so class
/// 1; a standing shows none then, which is for the caller to know.
///
/// - Parameters:
///   - rank: the competition rank, best = 1.
///   - count: how many are ranked.
///   - classes: 4 for quartiles, 5 for quintiles, 10 for deciles.
/// - Returns: 1 to `classes`; nil with fewer ranked than classes.
public func quantileClass(ofRank rank: Int, among count: Int, classes: Int) -> Int? {
    guard classes > 0, count >= classes, rank >= 1, rank <= count else { return nil }
    // Whole numbers throughout: the ceiling of a quotient is exact.
    let atOrBelow = ((count + 1 - rank) * classes + count - 1) / count
    return classes + 1 - atOrBelow
}
