extension Rule {
    /// Accounts are neither mapped nor ignored on purpose.
    static let unmappedAccount = Rule(
        id: "unmapped-account", severity: .warning, title: "An account is not in the mapping",
        remedy: "Add it to a line, or to ignore: under ledger: in the mapping")
}

extension FindingWriter {
    private static var shownAccounts: Int { 10 }

    /// All accounts that nobody has decided about, as one finding.
    func unmappedAccounts(_ books: LedgerBooks, column: Int) -> Finding {
        let accounts = books.unmapped.sorted { left, right in
            let (first, second) = (abs(left.value.amount.value), abs(right.value.amount.value))
            return first == second ? left.key < right.key : first > second
        }
        let shown = accounts.prefix(Self.shownAccounts).map { account, entry in
            "\(account) (\(Self.cents(entry.amount.value)))"
        }
        let rest = accounts.count - shown.count
        let list = shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
        let share = books.unmappedGross.value / books.gross.value * 100
        let total = Self.cents(books.unmappedGross.value)
        let number = accounts.count == 1 ? "1 account is" : "\(accounts.count) accounts are"
        return finding(
            .unmappedAccount, row: accounts.map(\.value.line).min(), column: column,
            problem: "\(number) neither mapped nor ignored, with \(total), "
                + "\(Self.plain((share * 10).rounded() / 10)) % of all amounts: \(list)",
            found: accounts.first?.key, remedy: Rule.unmappedAccount.remedy)
    }
}
