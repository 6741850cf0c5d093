import MetricSpec

/// Accounts that belong to one measure: found by their names, or asked by the
/// class that their first digit stands for.
struct AccountGroups: Sendable {
    /// Accounts from one to another.
    private struct Range: Sendable {
        let first: String
        var last: String
        var count = 1
        let measure: MeasureCandidate
        let name: String

        var text: String { first == last ? "\"\(first)\"" : "\(first)..\(last)" }
    }

    /// The part of a number such as 101-14-5110 that tells accounts apart best,
    /// from 1; nil where numbers have one part.
    let part: Int?
    private let accounts: [CodeSample.Code]
    private let found: [String: MeasureCandidate]
    private let ranges: [Range]
    private let scorer: MeasureScorer

    init(_ sample: CodeSample, scorer: MeasureScorer) {
        self.scorer = scorer
        let accounts = sample.codes.sorted {
            ($0.code.count, $0.code) < ($1.code.count, $1.code)
        }
        self.accounts = accounts
        part = Self.part(accounts.map(\.code))
        var found: [String: MeasureCandidate] = [:]
        for account in accounts { found[account.code] = Self.measure(account, scorer) }
        self.found = found
        ranges = Self.ranges(accounts, found)
    }

    private static func part(_ codes: [String]) -> Int? {
        let parts = codes.map { $0.split(separator: "-") }
        guard let count = parts.first?.count, count > 1, parts.allSatisfy({ $0.count == count })
        else { return nil }
        let distinct = (0..<count).map { part in Set(parts.map { $0[part] }).count }
        return distinct.indices.max { distinct[$0] < distinct[$1] }.map { $0 + 1 }
    }

    /// The digit that an account's class begins with.
    private func digit(_ code: String) -> Substring {
        guard let part else { return code.prefix(1) }
        return code.split(separator: "-")[part - 1].prefix(1)
    }

    /// The measure of money that an account's name means; nil where none is
    /// clear.
    private static func measure(
        _ account: CodeSample.Code, _ scorer: MeasureScorer
    ) -> MeasureCandidate? {
        let standard = scorer.names.standard
        let name =
            account.beside.sorted { $0.key < $1.key }.map(\.value)
            .first { $0.contains(where: \.isLetter) } ?? account.code
        let candidates = scorer.candidates(MatchSubject(text: name)).filter { candidate in
            let unit = standard.unit(standard.measures[candidate.index].unit)
            return unit?.dimension.powers["money"] == 1
        }
        guard let best = candidates.first, best.confidence >= Assignment.accepted,
            best.confidence - (candidates.dropFirst().first?.confidence ?? 0) >= Assignment.margin
        else { return nil }
        return best
    }

    private static func ranges(
        _ accounts: [CodeSample.Code], _ found: [String: MeasureCandidate]
    ) -> [Range] {
        var ranges: [Range] = []
        var isOpen = false
        for account in accounts {
            guard let measure = found[account.code] else {
                isOpen = false
                continue
            }
            let isNumber = account.code.utf8.allSatisfy { (48...57).contains($0) }
            if isOpen, isNumber, let last = ranges.last, last.measure.index == measure.index {
                ranges[ranges.count - 1].last = account.code
                ranges[ranges.count - 1].count += 1
            } else {
                ranges.append(
                    Range(
                        first: account.code, last: account.code, measure: measure,
                        name: account.beside.values.min() ?? ""))
            }
            isOpen = isNumber
        }
        return ranges
    }

    // MARK: Lines

    /// Whether no account's measure is clear.
    var isEmpty: Bool { ranges.isEmpty }

    func write(to text: inout DraftText) {
        for index in Set(ranges.map(\.measure.index)).sorted() {
            let own = ranges.filter { $0.measure.index == index }
            guard let first = own.first else { continue }
            let list = own.map(\.text).joined(separator: ", ")
            text.entry(
                "  - {measure: \(first.measure.measure), accounts: [\(list)]}",
                reason: WideDraft.reason(first.measure))
        }
        writeClasses(to: &text)
    }

    private static let revenueWords: Set<String> = [
        "tax", "fee", "revenue", "grant", "charge", "fine", "interest", "income", "sale", "rent",
        "permit", "licence", "levy", "reimbursement", "donation",
    ]
    private static let spendingWords: Set<String> = [
        "salary", "wage", "benefit", "overtime", "supply", "contract", "service", "utility",
        "travel", "training", "equipment", "insurance", "pension", "expenditure", "fuel",
        "repair", "maintenance", "payroll", "material", "consultant", "purchase", "retirement",
    ]

    /// The accounts that no name decides, by their first digit.
    private func writeClasses(to text: inout DraftText) {
        let open = accounts.filter {
            found[$0.code] == nil && digit($0.code).first?.isNumber == true
        }
        let classes = Dictionary(grouping: open) { digit($0.code) }
        for (digit, accounts) in classes.sorted(by: { $0.key < $1.key }) {
            let words = accounts.map { account in
                Set(account.beside.values.flatMap { HeaderWords($0).words })
            }
            let revenue = words.count { !$0.isDisjoint(with: Self.revenueWords) }
            let spending = words.count { !$0.isDisjoint(with: Self.spendingWords) }
            let isRevenue = revenue > spending
            let likely =
                max(revenue, spending) * 2 >= accounts.count
                ? scorer.candidates(
                    MatchSubject(text: isRevenue ? "operating revenue" : "operating expenditure")
                ).first?.measure : nil
            question(digit, accounts, likely, isReversed: isRevenue, &text)
        }
    }

    private func question(
        _ digit: Substring, _ accounts: [CodeSample.Code], _ likely: String?,
        isReversed: Bool, _ text: inout DraftText
    ) {
        let names = accounts.prefix(3).map { account in
            "\(account.code) \(account.beside.values.min() ?? "")"
        }
        let number = accounts.count == 1 ? "1 account begins" : "\(accounts.count) accounts begin"
        let place = part == nil ? "" : " in segment object"
        text.question(
            "\(number) with \(digit)\(place) (\(names.joined(separator: "; "))). Which measure do they "
                + "belong to, or are they left out under ignore:?", indent: 4)
        if let likely {
            let sign = isReversed ? ", sign: reversed" : ""
            let codes = "\"\(digit)*\""
            let rule = part == nil ? "accounts: [\(codes)]" : "segments: {object: \(codes)}"
            text.comment("- {measure: \(likely), \(rule)\(sign)}", indent: 4)
        }
    }

    /// The accounts as results.
    var suggestions: [Suggestion.Code] {
        accounts.map { account in
            let measure = found[account.code]
            return Suggestion.Code(
                code: account.code, measure: measure?.measure,
                confidence: measure?.confidence ?? 0,
                reason: measure?.reason ?? "its name decides nothing",
                question: measure == nil ? "which line does it belong to?" : nil,
                candidates: measure.map { [$0] } ?? [])
        }
    }
}
