extension Rule {
    /// No title, or not the sheet's name, says what the mapping takes from it.
    static let titleMismatch = Rule(
        id: "title-mismatch", severity: .error,
        title: "The title or sheet does not name city or period",
        remedy: "Send the whole sheet with its title, or correct the pattern in the mapping")
}

extension FindingWriter {
    /// Nothing matches the pattern for the titles, or for the sheet's name.
    func titleMismatch(_ pattern: String, isSheet: Bool, found: [String]) -> Finding {
        let place = isSheet ? "the sheet's name" : "no line above the table"
        let texts = found.map(Self.quoted).joined(separator: ", ")
        let problem =
            isSheet
            ? found.isEmpty ? "the file has no sheets" : "\(place) \(texts) does not match"
            : found.isEmpty
                ? "there is no line above the table" : "\(place) matches; there are \(texts)"
        return finding(
            .titleMismatch, problem: problem, found: found.first,
            expected: "one like \"\(pattern)\"", remedy: Rule.titleMismatch.remedy)
    }
}
