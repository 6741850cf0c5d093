import MetricSpec

extension Rule {
    /// Codes are neither mapped to a measure nor ignored.
    static let unmappedCode = Rule(
        id: "unmapped-code", severity: .error,
        title: "Codes of measures are not in the mapping, with all that they carry",
        remedy: "Add them to codes: or ignore_codes: under measure: in the mapping")
}

extension FindingWriter {
    private static var shownCodes: Int { 10 }

    /// All codes that nobody has decided about, as one finding; their rows do
    /// not count.
    ///
    /// - Parameters:
    ///   - all: how many rows, or values, have a code.
    ///   - drifts: which codes of the period before they likely were.
    func unmappedCodes(
        _ codes: [PeriodCodes.Code], of all: Int, _ drifts: [CodeDrift], in column: CodeColumn
    ) -> Finding {
        let kind = column.kind
        let codes = codes.sorted { left, right in
            left.rows == right.rows ? left.text < right.text : left.rows > right.rows
        }
        let shown = codes.prefix(Self.shownCodes)
        let list = shown.map { code in
            "\(Self.quoted(code.text)) (\(kind == .figure ? weight(code, kind) : "\(code.rows)"))"
        }
        let rest = codes.count - shown.count
        let rows = codes.reduce(0) { $0 + $1.rows }
        let number = codes.count == 1 ? "1 code is" : "\(codes.count) codes are"
        return finding(
            .unmappedCode, row: firstLine(codes), column: column.column,
            problem: "\(number) neither mapped nor ignored, with \(weight(codes, kind)), "
                + "\(Self.percent(rows, of: all)) of all: \(list.joined(separator: ", "))"
                + (rest > 0 ? " and \(rest) more" : ""),
            found: codes.first?.text,
            remedy: hint(shown.map(\.text), drifts) + Rule.unmappedCode.remedy)
    }

    /// What codes likely were before, with the change of one line; else what
    /// the first one may be.
    private func hint(_ codes: [String], _ drifts: [CodeDrift]) -> String {
        let pairs = codes.compactMap { code in
            drifts.flatMap(\.renamed).first { $0.new.text == code && $0.old.use != nil }
        }
        if !pairs.isEmpty {
            let lines = pairs.map { "\(Self.quoted($0.new.text)): \($0.old.use ?? "")" }
            let olds = pairs.map { pair in
                Self.quoted(pair.old.text) + (pair.isByFigures ? " by its figures" : "")
            }
            return "Likely: codes: {..., \(lines.joined(separator: ", "))}, what was "
                + "\(olds.joined(separator: " and ")) before. "
        }
        let known = mapping.measure.map { Array($0.codes.keys).sorted() } ?? []
        guard let code = codes.first, let near = Spelling.nearest(to: code, among: known) else {
            return ""
        }
        return "Is \"\(code)\" what was \"\(near)\"? "
    }
}
