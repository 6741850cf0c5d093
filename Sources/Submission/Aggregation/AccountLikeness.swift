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
    /// By account: the one with its name that the period before had.
    private let moved: [String: Match]

    /// - Parameter moved: accounts with the name of one that is gone.
    init(
        _ figures: [Figure], _ books: LedgerBooks, moved: [CodeDrift.Pair], _ standard: Standard
    ) {
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
        self.moved = Dictionary(
            moved.compactMap { pair in
                Self.line(of: pair.old, figures, standard).map { line in
                    (pair.new.text, Match(account: pair.old.text, line: line, isGone: true))
                }
            }, uniquingKeysWith: { first, _ in first })
    }

    /// The line that an account of the period before was in.
    private static func line(
        of code: PeriodCodes.Code, _ figures: [Figure], _ standard: Standard
    ) -> Int? {
        let ids = (code.use ?? "").split(separator: " ").map(String.init)
        return figures.firstIndex { figure in
            figure.measure.map { ids.contains(standard.measures[Int($0)].id) } ?? false
        }
    }

    /// The likely match: one that is gone and had its name or is written
    /// nearly so, else one of the file with the same name, else one that differs in its last two
    /// characters only; nil where there is none.
    func match(_ account: String, name: String) -> Match? {
        if let known = moved[account] { return known }
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
