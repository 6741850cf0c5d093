import MetricSpec

extension Rule {
    /// An account has another number than in the period before.
    static let movedAccount = Rule(
        id: "moved-account", severity: .warning,
        title: "An account has another number than in the period before",
        remedy: "See that its amount is in the line it belongs to")
}

extension FindingWriter {
    /// All accounts with the name of one that is gone, as one finding; a
    /// warning where they are in other lines of the mapping than those were.
    ///
    /// What is in no line is `unmapped-account`, which names the likely one.
    func movedAccounts(_ drift: CodeDrift) -> Finding? {
        let pairs = drift.moved.filter { $0.new.use != nil }
            .sorted { Self.isLarger($0.new, $1.new) }
        if pairs.isEmpty { return nil }
        let changes = pairs.filter { $0.old.use != $0.new.use }
        let texts = pairs.map { pair in
            "\(words(pair.new, .account)) (\(weight(pair.new, .account))\(Self.place(pair.new))), which was "
                + "\(Self.shown(pair.old.text)) (\(weight(pair.old, .account))\(Self.place(pair.old)))"
        }
        return finding(
            .movedAccount, severity: changes.isEmpty ? .info : .warning,
            row: pairs.map(\.new.line).min(), column: drift.column,
            problem: "\(count(pairs.count, drift)) likely \(pairs.count == 1 ? "has" : "have") "
                + "another number than in \(drift.before.text): \(Self.joined(texts))",
            found: pairs.first?.new.text, expected: pairs.first?.old.text,
            remedy: Self.change(changes) + Rule.movedAccount.remedy)
    }

    private static func place(_ code: PeriodCodes.Code) -> String {
        switch code.use {
        case nil: ", in no line"
        case ""?: ", left out"
        case let use?: ", in " + use.replacing(" ", with: ", ")
        }
    }

    /// The changes of one line each that the pairs ask for.
    private static func change(_ pairs: [CodeDrift.Pair]) -> String {
        let byUse = Dictionary(grouping: pairs) { $0.old.use ?? "" }
        return byUse.sorted { $0.key < $1.key }.filter { !$0.key.isEmpty }.map { use, pairs in
            let accounts = pairs.map { "\"\($0.new.text)\"" }.sorted()
            return "Likely: accounts: [..., \(joined(accounts))] in the line of "
                + "\(use.replacing(" ", with: ", ")). "
        }.joined()
    }
}
