import MetricSpec

extension Rule {
    /// Measures of the mapping's codes have no record in the file.
    static let mappedCodeMissing = Rule(
        id: "mapped-code-missing", severity: .info,
        title: "Codes of the mapping are in no record",
        remedy: "Nothing to do where there were none; otherwise look for a code that was renamed")
}

extension FindingWriter {
    /// Measures of which no code was met, as one finding; they get no figure.
    func mappedCodesMissing(_ measures: [Int32], column: Int) -> Finding {
        let codes = mapping.measure?.codes ?? [:]
        let words = measures.sorted().map { measure in
            let names = codes.filter { $0.value == measure }.keys.sorted()
            let shown = names.map(Self.quoted).joined(separator: ", ")
            return "\(context.standard.measures[Int(measure)].id) (\(shown))"
        }
        return finding(
            .mappedCodeMissing, column: column,
            problem: "no row has a code of \(words.joined(separator: ", "))",
            remedy: Rule.mappedCodeMissing.remedy)
    }
}
