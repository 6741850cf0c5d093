import MetricSpec

extension Rule {
    /// The debits and credits of a ledger differ.
    static let outOfBalance = Rule(
        id: "out-of-balance", severity: .error, title: "Debits and credits differ",
        remedy: "Send the whole ledger, or correct it; none of its figures is accepted")
}

extension FindingWriter {
    /// Books that are out of balance by more than their tolerance.
    func outOfBalance(_ amount: Double, tolerance: Double) -> Finding {
        let larger = amount > 0 ? "debits exceed credits" : "credits exceed debits"
        return finding(
            .outOfBalance, problem: "\(larger) by \(Self.cents(abs(amount)))",
            found: Self.cents(amount),
            expected: "a difference of at most \(PlainNumber.text(tolerance))",
            remedy: Rule.outOfBalance.remedy)
    }

    /// An amount to the hundredth, without the noise of binary fractions.
    static func cents(_ amount: Double) -> String {
        guard abs(amount) < 1e13 else { return PlainNumber.text(amount) }
        let rounded = (amount * 100).rounded() / 100
        return PlainNumber.text(rounded == 0 ? amount : rounded)
    }
}
