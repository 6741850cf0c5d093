import MetricSpec

extension Rule {
    /// Accounts or categories of the period before are not in the file.
    static let vanishedCode = Rule(
        id: "vanished-code", severity: .warning,
        title: "Accounts or categories of the period before are gone",
        remedy: "Ask what became of them; where others took their place, add those to the mapping")
}

extension FindingWriter {
    private static var shownCodes: Int { 10 }

    /// All codes of a column that carried something before and are gone, as
    /// one finding; a warning where one of them made a figure.
    func vanishedCodes(_ drift: CodeDrift) -> Finding? {
        let gone = drift.vanished.sorted(by: Self.isLarger)
        if gone.isEmpty { return nil }
        return finding(
            .vanishedCode, severity: gone.contains { $0.use != nil } ? .warning : .info,
            column: drift.column,
            problem: "\(count(gone.count, drift)) of \(drift.before.text) "
                + "\(gone.count == 1 ? "is" : "are") not in the file, with \(weight(gone, drift.kind)) "
                + "then: " + list(gone, drift.kind), found: gone.first?.text,
            expected: "the \(drift.kind == .account ? "accounts" : "texts") of "
                + "\(drift.before.text), or others in their place",
            remedy: Rule.vanishedCode.remedy)
    }

    /// The largest amount first, or the most rows.
    static func isLarger(_ left: PeriodCodes.Code, _ right: PeriodCodes.Code) -> Bool {
        let (first, second) = (size(left), size(right))
        return first == second ? left.text < right.text : first > second
    }

    private static func size(_ code: PeriodCodes.Code) -> Double {
        abs(code.amount ?? Double(code.rows))
    }

    /// `3 accounts`, `1 text of "Category"`.
    func count(_ number: Int, _ drift: CodeDrift) -> String {
        if drift.kind == .account { return number == 1 ? "1 account" : "\(number) accounts" }
        return "\(number) \(number == 1 ? "text" : "texts") of \(Self.quoted(drift.header))"
    }

    /// The line of the first of some codes; nil where none is known.
    func firstLine(_ codes: [PeriodCodes.Code]) -> Int? {
        codes.map(\.line).filter { $0 > 0 }.min()
    }

    /// What codes carry together: amounts without their signs, or rows.
    func weight(_ codes: [PeriodCodes.Code], _ kind: CodeColumn.Kind) -> String {
        if kind == .account {
            return Self.cents(codes.reduce(0) { $0 + abs($1.amount ?? 0) })
        }
        let rows = codes.reduce(0) { $0 + $1.rows }
        let word = kind == .figure ? "value" : "row"
        return rows == 1 ? "1 \(word)" : "\(rows) \(word)s"
    }

    /// What one code carries; of figures their sum too, which has one unit.
    func weight(_ code: PeriodCodes.Code, _ kind: CodeColumn.Kind) -> String {
        guard kind == .figure, let amount = code.amount else { return weight([code], kind) }
        return code.rows == 1
            ? Self.cents(amount) : weight([code], kind) + ", \(Self.cents(amount)) in all"
    }

    /// The first codes, each with what it carries and the measures it is in.
    func list(_ codes: [PeriodCodes.Code], _ kind: CodeColumn.Kind) -> String {
        let shown = codes.prefix(Self.shownCodes).map { code in
            let use = code.use ?? ""
            let place = use.isEmpty ? "" : ", in " + use.replacing(" ", with: ", ")
            return "\(words(code, kind)) (\(weight(code, kind))\(place))"
        }
        let rest = codes.count - shown.count
        return shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
    }

    /// An account with its name, or a text in quotes.
    func words(_ code: PeriodCodes.Code, _ kind: CodeColumn.Kind) -> String {
        guard kind == .account else { return Self.quoted(code.text) }
        return code.name.isEmpty
            ? Self.shown(code.text) : "\(Self.shown(code.text)) \(Self.quoted(code.name))"
    }
}
