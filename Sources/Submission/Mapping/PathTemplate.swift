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

/// A pattern for names and paths: `?`, `*` within a folder, `**` across.
struct Glob: Sendable, Equatable {
    private let pattern: [UInt8]

    /// Reads a pattern for paths.
    init(_ pattern: String) { self.pattern = Array(pattern.utf8) }

    /// Reads a pattern for column names, in which a slash is no folder.
    init(column pattern: String) {
        let folded = CellText.folded(pattern)
        self.pattern = Array(folded.replacing("**", with: "*").replacing("*", with: "**").utf8)
    }

    /// Whether the whole of a text matches.
    func matches(_ text: String) -> Bool {
        Self.matches(pattern[...], Array(text.utf8)[...])
    }

    private static func matches(_ pattern: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>) -> Bool {
        var (pattern, text) = (pattern, text)
        while let first = pattern.first {
            if first == UInt8(ascii: "*") { return star(pattern, text) }
            guard let byte = text.first else { return false }
            let isOne = first == UInt8(ascii: "?") && byte != UInt8(ascii: "/")
            guard isOne || first == byte else { return false }
            pattern = pattern.dropFirst()
            text = text.dropFirst()
        }
        return text.isEmpty
    }

    private static func star(_ pattern: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>) -> Bool {
        let crosses = pattern.dropFirst().first == UInt8(ascii: "*")
        let rest = pattern.drop { $0 == UInt8(ascii: "*") }
        if crosses, rest.first == UInt8(ascii: "/"), matches(rest.dropFirst(), text) { return true }
        if rest.isEmpty { return crosses || !text.contains(UInt8(ascii: "/")) }
        var text = text
        while true {
            if matches(rest, text) { return true }
            guard let byte = text.first, crosses || byte != UInt8(ascii: "/") else { return false }
            text = text.dropFirst()
        }
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
