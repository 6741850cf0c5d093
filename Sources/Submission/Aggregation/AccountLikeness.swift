import MetricSpec

/// Which mapped account a new one is likely to be, or to stand beside.
struct AccountLikeness {
    /// What a new account is like.
    struct Match {
        let account: String
        /// Position in the ledger's lines.
        let line: Int
        /// Whether the mapping names it and the file no longer has it.
        let isGone: Bool
    }

    private let figures: [Figure]
    private let books: LedgerBooks
    /// The accounts that lines name one by one and the file does not have,
    /// with their lines.
    private let gone: [String: Int]

    init(_ figures: [Figure], _ books: LedgerBooks) {
        self.figures = figures
        self.books = books
        var gone: [String: Int] = [:]
        for (line, figure) in figures.enumerated() {
            for rule in figure.segments where rule.segment < 0 {
                for range in rule.ranges
                where range.isOneAccount && books.linesOfAccount[range.text] == nil {
                    gone[range.text] = line
                }
            }
        }
        self.gone = gone
    }

    /// The likely match: one that is gone and is written nearly so, else one
    /// of the file with the same name, else one that differs in its last two
    /// characters only; nil where there is none.
    func match(_ account: String, name: String) -> Match? {
        let near = Spelling.nearest(to: account, among: gone.keys.sorted())
        if let near, near.count == account.count, let line = gone[near] {
            return Match(account: near, line: line, isGone: true)
        }
        if let same = books.accountsOfName[name.lowercased()], !name.isEmpty,
            let line = books.linesOfAccount[same]?.first
        {
            return Match(account: same, line: line, isGone: false)
        }
        let beside = books.linesOfAccount.filter { other, _ in
            other.count == account.count && account.count > 3
                && other.dropLast(2) == account.dropLast(2)
        }.min { $0.key < $1.key }
        guard let beside, let line = beside.value.first else { return nil }
        return Match(account: beside.key, line: line, isGone: false)
    }

    /// The measure of a line.
    func measure(_ match: Match) -> Int32? { figures[match.line].measure }
}

extension AccountRange {
    /// Whether it names one account alone.
    var isOneAccount: Bool { !text.contains("..") && !text.contains("*") }
}
