import MetricSpec

/// A part of what values say of themselves, as a mapping gives it.
struct BasisSource: Sendable, Equatable {
    /// The mapping's key, such as `cost_basis`.
    let key: String
    let column: ColumnReference?
    /// The part in a code of `ValueBasis` where no cell says otherwise.
    let constant: Int16
    /// Texts of cells with the part that they stand for: the words, and the
    /// file's own codes.
    let codes: [String: Int16]
}

/// The keys that say on which basis values were made.
extension MappingParts {
    static let basisKeys = ["cost_basis", "accounting_basis", "overhead_method", "audit_status"]

    /// The parts that a mapping gives.
    func bases(_ table: YAMLTable) -> [BasisSource] {
        [
            basis(table, "cost_basis") { (word: CostBasis) in ValueBasis(cost: word) },
            basis(table, "accounting_basis") { (word: AccountingBasis) in
                ValueBasis(accounting: word)
            },
            basis(table, "overhead_method") { (word: OverheadMethod) in
                ValueBasis(overhead: word)
            },
            basis(table, "audit_status") { (word: AuditStatus) in ValueBasis(audit: word) },
        ].compactMap { $0 }
    }

    private func basis<Word: Vocabulary>(
        _ table: YAMLTable, _ key: String, _ make: (Word) -> ValueBasis
    ) -> BasisSource? {
        guard let value = table.optional(key),
            let source = value.table(allowed: ["constant", "column", "codes", "optional"])
        else { return nil }
        if source.optional("column") == nil {
            if source.optional("constant") == nil {
                value.report("expected constant or column, found neither.")
            }
            source.optional("codes")?.report("codes belong to a column.")
        }
        var codes: [String: Int16] = [:]
        for word in Word.allCases { codes[word.rawValue] = make(word).code }
        for (code, word) in words(source.optional("codes"), Word.self) {
            codes[code] = make(word).code
        }
        let constant = source.optional("constant")?.word(Word.self).map { make($0).code }
        return BasisSource(
            key: key, column: column(source), constant: constant ?? 0, codes: codes)
    }
}
