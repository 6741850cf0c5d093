import MetricSpec

extension Rule {
    /// Accounts are neither mapped nor ignored on purpose.
    static let unmappedAccount = Rule(
        id: "unmapped-account", severity: .warning, title: "An account is not in the mapping",
        remedy: "Add it to a line, or to ignore: under ledger: in the mapping")
}

extension FindingWriter {
    private static var shownAccounts: Int { 10 }

    /// All accounts that nobody has decided about, as one finding.
    ///
    /// - Parameters:
    ///   - drifts: which of them the period before did not have.
    ///   - likeness: which mapped account each is likely to be.
    func unmappedAccounts(
        _ books: LedgerBooks, _ drifts: [CodeDrift] = [], likeness: AccountLikeness,
        column: Int
    ) -> Finding {
        let accounts = books.unmapped.sorted { left, right in
            let (first, second) = (abs(left.value.amount.value), abs(right.value.amount.value))
            return first == second ? left.key < right.key : first > second
        }
        let shown = accounts.prefix(Self.shownAccounts).map { account, entry in
            let name = entry.name.isEmpty ? "" : " \"\(Self.shown(entry.name))\""
            let shown = account.isEmpty ? "rows without an account" : account
            return "\(shown)\(name) (\(Self.cents(entry.amount.value))"
                + likely(account, entry, likeness) + ")"
        }
        let rest = accounts.count - shown.count
        let list = shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
        let share = books.unmappedGross.value / books.gross.value * 100
        let total = Self.cents(books.unmappedGross.value)
        let number = accounts.count == 1 ? "1 account is" : "\(accounts.count) accounts are"
        return finding(
            .unmappedAccount, row: accounts.map(\.value.line).min(), column: column,
            problem: "\(number) neither mapped nor ignored, with \(total), "
                + "\(PlainNumber.text((share * 10).rounded() / 10)) % of all amounts: \(list)"
                + Self.since(accounts.map(\.key), drifts),
            found: accounts.first?.key,
            remedy: change(accounts, likeness) + Rule.unmappedAccount.remedy)
    }

    /// How many of some accounts are new; empty where that is not known.
    private static func since(_ accounts: [String], _ drifts: [CodeDrift]) -> String {
        guard let before = drifts.map(\.before).min(by: { $0.start < $1.start }) else { return "" }
        let new = Set(drifts.flatMap { $0.new + $0.moved.map(\.new) }.map(\.text))
        let count = accounts.count { new.contains($0) }
        return count == 0
            ? "; none is new since \(before.text)" : "; \(count) new since \(before.text)"
    }

    /// What an account is likely to be, for the list.
    private func likely(
        _ account: String, _ entry: LedgerBooks.Unmapped, _ likeness: AccountLikeness
    ) -> String {
        guard let match = likeness.match(account, name: entry.name) else { return "" }
        return match.isGone
            ? ", likely what was \(match.account)" : ", likely beside \(match.account)"
    }

    /// The change of one line that the likely matches ask for.
    private func change(
        _ accounts: [(key: String, value: LedgerBooks.Unmapped)], _ likeness: AccountLikeness
    ) -> String {
        var byMeasure: [Int32: [String]] = [:]
        for (account, entry) in accounts {
            guard let match = likeness.match(account, name: entry.name),
                let measure = likeness.measure(match)
            else { continue }
            byMeasure[measure, default: []].append("\"\(account)\"")
        }
        return byMeasure.sorted { $0.key < $1.key }.map { measure, accounts in
            "Likely: accounts: [..., \(accounts.prefix(Self.shownAccounts).joined(separator: ", "))] "
                + "in the line of \(context.standard.measures[Int(measure)].id). "
        }.joined()
    }
}
