import MetricSpec
import Tabular

/// The draft of a trial balance: lines from account numbers and names.
struct LedgerDraft {
    private let basis: DraftBasis
    private var table: DraftTable { basis.table }
    private var layout: LayoutGuess { basis.layout }

    init(_ basis: DraftBasis) { self.basis = basis }

    func suggestion() throws(TableError) -> Suggestion {
        var text = DraftText()
        basis.head(of: &text, figures: [])
        let account = layout.code ?? 0
        let amounts = self.amounts
        var roles: [Int: Suggestion.Role] = [account: .row]
        for amount in amounts { roles[amount.column] = .row }
        let names = table.free.filter {
            roles[$0.position] == nil && !$0.isNumeric && !PersonalGuess.isPersonal($0)
        }
        let sample = try CodeSample(
            table, code: account, value: amounts.first?.column, beside: names.map(\.position))
        let accounts = AccountGroups(sample, scorer: basis.scorer)
        write(to: &text, account: account, amounts, accounts)
        return basis.finished(text, roles: roles, codes: accounts.suggestions)
    }

    // MARK: Amounts

    /// A key of the ledger and the column behind it.
    private typealias Amount = (key: String, column: Int)

    private var amounts: [Amount] {
        let figures = table.free.filter { $0.isNumeric && $0.position != layout.code }
        func named(_ words: [String]) -> Int? {
            figures.first { profile in
                words.contains { CellText.folded(profile.name).contains($0) }
            }?.position
        }
        if let debit = named(["debit", "soll", "dr"]),
            let credit = named(["credit", "haben", "cr"]),
            debit != credit
        {
            return [("debit", debit), ("credit", credit)]
        }
        let amount = named(["ytd", "year to date"]) ?? named(LayoutGuess.amountNames)
        return (amount ?? figures.last?.position).map { [("amount", $0)] } ?? []
    }

    private var isAccumulated: Bool {
        amounts.contains { amount in
            let name = CellText.folded(table.profiles[amount.column].name)
            return name.contains("ytd") || name.contains("to date")
        }
    }

    private func write(
        to text: inout DraftText, account: Int, _ amounts: [Amount], _ accounts: AccountGroups
    ) {
        text.plain("ledger:")
        text.entry("account: \(YAMLText.scalar(table.profiles[account].name))")
        if let part = accounts.part {
            text.entry("segments:")
            text.entry(
                "  object: {column: \(YAMLText.scalar(table.profiles[account].name)), "
                    + "part: \(part)}", reason: "the part that differs most")
        }
        for amount in amounts {
            text.entry("\(amount.key): \(YAMLText.scalar(table.profiles[amount.column].name))")
        }
        if isAccumulated {
            text.entry("accumulates: fiscal-year", reason: "the header says year to date")
        } else {
            text.question(
                "are the amounts those of the fiscal year so far? Then: accumulates: fiscal-year",
                indent: 2)
        }
        text.list("  lines", isEmpty: accounts.isEmpty)
        accounts.write(to: &text)
    }
}
