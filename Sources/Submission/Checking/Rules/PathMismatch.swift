extension Rule {
    /// The path does not say what the mapping takes from it.
    static let pathMismatch = Rule(
        id: "path-mismatch", severity: .error, title: "The path does not name city or period",
        remedy: "Rename the file, or correct the path in the mapping")
}

extension FindingWriter {
    /// The path does not end as the mapping's template does.
    func pathMismatch(_ template: String, path: String) -> Finding {
        finding(
            .pathMismatch, problem: "the path \(Self.quoted(path)) does not match", found: path,
            expected: "one that ends like \"\(template)\"", remedy: Rule.pathMismatch.remedy)
    }
}
