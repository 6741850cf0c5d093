import Tabular

/// A pattern with names in it, for the end of a file's path.
///
/// `*` stands for any text without a slash; `{city}`, `{period}` and
/// `{status}` for text that is taken out.
struct PathTemplate: Sendable, Equatable {
    /// The template as it was written.
    let text: String
    /// A pattern for each folder or file name.
    private let components: [TextPattern]

    /// Reads a template; nil where a brace is not closed or a name unknown.
    init?(_ text: String) {
        self.text = text
        var components: [TextPattern] = []
        for component in text.split(separator: "/") {
            guard let pattern = TextPattern(component),
                pattern.names.allSatisfy({ ["city", "period", "status"].contains($0) })
            else { return nil }
            components.append(pattern)
        }
        guard !components.isEmpty else { return nil }
        self.components = components
    }

    /// Whether the template takes a name out.
    func takes(_ name: String) -> Bool { components.contains { $0.names.contains(name) } }

    /// What stands for each name in a path; nil where it does not match.
    func match(_ path: String) -> [String: String]? {
        let folders = path.split(separator: "/")
        guard folders.count >= components.count else { return nil }
        var found: [String: String] = [:]
        for (pattern, folder) in zip(components, folders.suffix(components.count)) {
            guard let names = pattern.match(folder) else { return nil }
            found.merge(names) { _, last in last }
        }
        return found
    }
}

/// Finds the mapping that serves a file.
public enum MappingMatcher {
    /// The mappings whose `files:` match a path relative to `submissions/`.
    ///
    /// In the order given; one is what a file needs, none or several are
    /// the operator's to settle.
    public static func candidates(for path: String, among mappings: [Mapping]) -> [Mapping] {
        mappings.filter { mapping in
            mapping.files.contains { Glob($0).matches(path) }
        }
    }
}
