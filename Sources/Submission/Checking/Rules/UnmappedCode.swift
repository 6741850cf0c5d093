import MetricSpec

extension Rule {
    /// Codes of records are neither mapped to a measure nor ignored.
    static let unmappedCode = Rule(
        id: "unmapped-code", severity: .error,
        title: "Codes of records are not in the mapping",
        remedy: "Add them to codes: or ignore_codes: under measure: in the mapping")
}

extension FindingWriter {
    private static var shownCodes: Int { 10 }

    /// All codes that nobody has decided about, as one finding; their rows do
    /// not count.
    ///
    /// - Parameter drifts: which codes of the period before they likely were.
    func unmappedCodes(
        _ books: RecordBooks, _ drifts: [CodeDrift] = [], column: Int
    ) -> Finding {
        let codes = books.unmapped.sorted { left, right in
            left.value.rows == right.value.rows
                ? left.key < right.key : left.value.rows > right.value.rows
        }
        let shown = codes.prefix(Self.shownCodes).map { code, entry in
            "\(Self.quoted(code)) (\(entry.rows))"
        }
        let rest = codes.count - shown.count
        let list = shown.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
        let rows = codes.reduce(0) { $0 + $1.value.rows }
        let number = codes.count == 1 ? "1 code is" : "\(codes.count) codes are"
        return finding(
            .unmappedCode, row: codes.map(\.value.line).min(), column: column,
            problem: "\(number) neither mapped nor ignored, with \(rows) "
                + "\(rows == 1 ? "row" : "rows"), "
                + "\(Self.percent(rows, of: books.codedRows)) of all: \(list)",
            found: codes.first?.key,
            remedy: hint(codes.first?.key, drifts) + Rule.unmappedCode.remedy)
    }

    private func hint(_ code: String?, _ drifts: [CodeDrift]) -> String {
        guard let code else { return "" }
        let pair = drifts.filter { $0.kind == .measure }.flatMap(\.renamed)
            .first { $0.new.text == code }
        if let pair, let use = pair.old.use {
            return "Likely: codes: {..., \(Self.quoted(code)): \(use)}, what was "
                + "\(words(pair.old)) before. "
        }
        let known = mapping.measure.map { Array($0.codes.keys).sorted() } ?? []
        guard let near = Spelling.nearest(to: code, among: known) else { return "" }
        return "Is \"\(code)\" what was \"\(near)\"? "
    }
}
