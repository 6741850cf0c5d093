import MetricSpec

extension Rule {
    /// A column is not the sum of others, as the mapping says it must be.
    static let rowSumDiffers = Rule(
        id: "row-sum-differs", severity: .warning,
        title: "A figure is not the sum of the columns it is made of",
        remedy: "Correct the total or the part that is wrong; both were accepted as they are")
}

extension FindingWriter {
    /// A total further from its sum than the mapping lets pass.
    func rowSumDiffers(_ row: RowFigures, _ check: SumCheck, column: Int) -> Finding? {
        let parts = row.numbers.dropLast()
        guard let total = row.numbers.last else { return nil }
        let sum = parts.reduce(0, +)
        // Sums of decimal fractions are off by what doubles cannot hold.
        let noise = parts.reduce(abs(total)) { $0 + abs($1) } * 1e-12
        guard abs(total - sum) > check.tolerance + noise else { return nil }
        let names = check.parts.compactMap(\.names.first).map(Self.quoted)
        return finding(
            .rowSumDiffers, row: row.line, column: column,
            problem: "\(Self.quoted(row.text)) is not the sum of \(names.joined(separator: ", ")), "
                + "which is \(Self.cents(sum))",
            found: row.text,
            expected: "the sum to within \(PlainNumber.text(check.tolerance))",
            remedy: Rule.rowSumDiffers.remedy)
    }
}
