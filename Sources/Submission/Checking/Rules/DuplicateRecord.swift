extension Rule {
    /// A record's key stands in an earlier row, too.
    static let duplicateRecord = Rule(
        id: "duplicate-record", severity: .warning, title: "A record stands twice in the file",
        remedy: "Send each record once, or say under key: in the mapping that each one counts")
}

extension FindingWriter {
    /// A record whose key was met before; one that differs from the first and
    /// does not count is an error.
    func duplicateRecord(
        _ key: String, first: Int, row: Int, column: Int, isEqual: Bool, isCounted: Bool
    ) -> Finding {
        let likeness =
            isCounted ? "" : isEqual ? ", with the same cells" : ", with other cells"
        let outcome = isCounted ? "both are counted" : "the first one is counted"
        return finding(
            .duplicateRecord, severity: isEqual || isCounted ? .warning : .error, row: row,
            column: column,
            problem:
                "\(Self.quoted(key)) stands in \(words(ofRow: first)) too\(likeness); \(outcome)",
            found: key, expected: isCounted ? nil : "one record for each key",
            remedy: isCounted
                ? "Nothing to do where both happened, as in the hour that the change to "
                    + "winter time doubles; otherwise say repeated: once under key: in the mapping"
                : Rule.duplicateRecord.remedy)
    }
}
