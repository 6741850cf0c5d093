extension Rule {
    /// Parts do not add up to their whole.
    static let sumDiffers = Rule(
        id: "sum-differs", severity: .warning, title: "Parts do not add up to their whole",
        remedy: "Correct the whole or the part that is wrong; all were accepted as they are")
}

extension FindingWriter {
    /// A whole and the sum of its parts for one city and period.
    ///
    /// - Parameter place: line, from 1, and column, from 0, of the whole.
    func sumDiffers(
        _ whole: Double, sum: Double, parts: String, tolerance: Double,
        at place: (row: Int, column: Int)
    ) -> Finding {
        let shown = Self.rounded(whole)
        return finding(
            .sumDiffers, row: place.row, column: place.column,
            problem: "\(shown) is not the sum of \(parts), which is \(Self.rounded(sum))",
            found: shown,
            expected: "\(Self.rounded(sum)) to within \(Self.rounded(tolerance))",
            remedy: Rule.sumDiffers.remedy)
    }
}
