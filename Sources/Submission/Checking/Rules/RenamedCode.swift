import MetricSpec

extension Rule {
    /// An account has another name, or a category is written otherwise.
    static let renamedCode = Rule(
        id: "renamed-code", severity: .warning,
        title: "An account or category has another name than in the period before",
        remedy: "See whether it still means the same")
}

extension FindingWriter {
    private static var shownPairs: Int { 10 }

    /// All codes of a column that are called something else, as one finding;
    /// of categories only a warning where the mapping does not take the new
    /// text as it took the old one.
    func renamedCodes(_ drift: CodeDrift) -> Finding? {
        // What no code list knows is `unmapped-code`, which names the likely one.
        let pairs = drift.renamed.filter { !drift.kind.isListed || $0.new.use != nil }
            .sorted { Self.isLarger($0.new, $1.new) }
        if pairs.isEmpty { return nil }
        let isAccount = drift.kind == .account
        let changes = isAccount ? [] : pairs.filter { $0.old.use != $0.new.use }
        let likely = pairs.count == 1 ? "is likely" : "are likely"
        return finding(
            .renamedCode, severity: isAccount || !changes.isEmpty ? .warning : .info,
            row: firstLine(pairs.map(\.new)), column: drift.column,
            problem: isAccount
                ? "\(count(pairs.count, drift)) \(pairs.count == 1 ? "has" : "have") another name "
                    + "than in \(drift.before.text): \(Self.joined(pairs.map(accountWords)))"
                : "\(count(pairs.count, drift)) \(likely) what another was in "
                    + "\(drift.before.text): \(Self.joined(pairs.map { categoryWords($0, drift.kind) }))",
            found: pairs.first.map { isAccount ? $0.new.name : $0.new.text },
            expected: pairs.first.map { Self.quoted(isAccount ? $0.old.name : $0.old.text) },
            remedy: Self.change(changes, drift) + Rule.renamedCode.remedy)
    }

    private func accountWords(_ pair: CodeDrift.Pair) -> String {
        "\(words(pair.new, .account)) (\(weight(pair.new, .account))), which was \(Self.quoted(pair.old.name))"
    }

    private func categoryWords(_ pair: CodeDrift.Pair, _ kind: CodeColumn.Kind) -> String {
        let use = pair.old.use ?? ""
        return
            "\(words(pair.new, kind)) (\(weight(pair.new, kind))), which was \(words(pair.old, kind)) "
            + "(\(weight(pair.old, kind))" + (use.isEmpty ? ")" : ", in \(use))")
    }

    /// The first of several texts.
    static func joined(_ texts: [String]) -> String {
        let rest = texts.count - shownPairs
        return texts.prefix(shownPairs).joined(separator: ", ")
            + (rest > 0 ? " and \(rest) more" : "")
    }

    /// The change of one line that the pairs ask for.
    private static func change(_ pairs: [CodeDrift.Pair], _ drift: CodeDrift) -> String {
        if pairs.isEmpty { return "" }
        let texts = pairs.prefix(shownPairs).map { pair in
            drift.kind == .filter
                ? "\(shown(pair.old.text)), \(shown(pair.new.text))"
                : "\(quoted(pair.new.text)): \(pair.old.use ?? "")"
        }.joined(separator: ", ")
        return drift.kind == .filter
            ? "Likely: where: {\(shown(drift.header)): [\(texts)]}. "
            : "Likely: codes: {..., \(texts)}. "
    }
}
