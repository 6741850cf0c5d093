import Glibc
import MetricSpec

extension Rule {
    /// A figure is not its numerator by its denominator, as the mapping says
    /// it must be.
    static let notTheQuotient = Rule(
        id: "not-the-quotient", severity: .warning,
        title: "A figure is not its numerator by its denominator",
        remedy: "Correct the one of the three that is wrong; the figure was accepted as it is")
}

extension FindingWriter {
    /// A figure further from its quotient than the mapping lets pass; only a
    /// note where the mapping knows that it is made in another way.
    func notTheQuotient(
        _ row: RowFigures, _ check: QuotientCheck, column: Int
    ) -> Finding? {
        let (value, above, below) = (row.numbers[0], row.numbers[1], row.numbers[2])
        let factor = Mapper.word(row.code, in: check.factors) ?? check.factor
        let quotient = factor * above / below
        guard quotient.isFinite, abs(value - quotient) > check.tolerance * abs(value) else {
            return nil
        }
        let exception = Mapper.word(row.code, in: check.exceptions)
        let times = factor == 1 ? "" : " x \(PlainNumber.text(factor))"
        return finding(
            .notTheQuotient, severity: exception == nil ? .warning : .info, row: row.line,
            column: column,
            problem: "\(Self.quoted(row.text)) is not \(PlainNumber.text(above)) / "
                + "\(PlainNumber.text(below))\(times), which is \(Self.rounded(quotient))"
                + (exception.map { ", as the mapping knows: \($0)" } ?? ""),
            found: row.text,
            expected: "the quotient to within \(Self.rounded(check.tolerance * 100)) %",
            remedy: exception == nil ? Rule.notTheQuotient.remedy : nil)
    }

    /// A number with six digits that count.
    static func rounded(_ number: Double) -> String {
        guard number != 0, number.isFinite else { return PlainNumber.text(number) }
        let digits = 5 - Int(log10(abs(number)).rounded(.down))
        guard abs(digits) < 300 else { return PlainNumber.text(number) }
        let power = pow(10, Double(abs(digits)))
        return PlainNumber.text(
            digits > 0 ? (number * power).rounded() / power : (number / power).rounded() * power)
    }
}
