/// A pattern for names and paths: `?`, `*` within a folder, `**` across.
public struct Glob: Sendable, Equatable, CustomStringConvertible {
    private let pattern: [UInt8]
    /// The pattern as it was written.
    public let description: String

    /// Reads a pattern for paths.
    public init(_ pattern: String) {
        self.pattern = Array(pattern.utf8)
        description = pattern
    }

    /// Reads a pattern for the texts of cells, in which a slash is no folder.
    public init(column pattern: String) {
        let folded = CellWords.folded(pattern)
        self.pattern = Array(folded.replacing("**", with: "*").replacing("*", with: "**").utf8)
        description = pattern
    }

    /// Whether the whole of a text matches.
    public func matches(_ text: String) -> Bool {
        Self.matches(pattern[...], Array(text.utf8)[...])
    }

    /// Whether the whole of a cell matches, without regard to case and white
    /// space.
    func matches(cell: UnsafeRawBufferPointer) -> Bool {
        matches(CellWords.folded(String(decoding: cell, as: UTF8.self)))
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
