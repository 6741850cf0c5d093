/// The middle of some numbers and how far they scatter, little moved by a few
/// wild ones.
struct RobustScale {
    /// The median.
    let middle: Double
    /// The median absolute deviation, as large as a standard deviation in
    /// normally distributed numbers: times 1.4826 (Hampel 1974, Journal of the
    /// American Statistical Association 69, "The influence curve").
    let spread: Double

    /// Nil for no numbers.
    init?(_ numbers: [Double]) {
        guard let middle = Self.median(numbers),
            let deviation = Self.median(numbers.map { abs($0 - middle) })
        else { return nil }
        self.middle = middle
        spread = 1.4826 * deviation
    }

    /// The middle number; of an even count the mean of the two in the middle.
    static func median(_ numbers: [Double]) -> Double? {
        guard !numbers.isEmpty else { return nil }
        let sorted = numbers.sorted()
        let half = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
    }
}
