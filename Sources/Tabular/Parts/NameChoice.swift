/// Which of several sheets or files are meant: patterns for their names.
public struct NameChoice: Sendable, Equatable {
    /// One pattern as it was written.
    public struct Wanted: Sendable, Equatable {
        let glob: Glob
        /// Whether it is one name, without `*` or `?`.
        let isName: Bool
    }

    /// What is taken: at least one pattern.
    public let wanted: [Wanted]
    /// What is not taken although it is like a pattern.
    private let unwanted: [Glob]
    private let areSheets: Bool

    /// Patterns for the names of sheets, without regard to case.
    ///
    /// One that begins with `!` says what is left out. Nil where nothing is
    /// taken.
    public init?(sheets patterns: [String]) { self.init(patterns, areSheets: true) }

    /// Patterns for the names, or the whole paths, of files.
    ///
    /// One that begins with `!` says what is left out. Nil where nothing is
    /// taken.
    public init?(files patterns: [String]) { self.init(patterns, areSheets: false) }

    private init?(_ patterns: [String], areSheets: Bool) {
        let glob = { (text: String) in areSheets ? Glob(column: text) : Glob(text) }
        self.areSheets = areSheets
        wanted = patterns.filter { !$0.hasPrefix("!") }.map { text in
            Wanted(glob: glob(text), isName: !text.contains { $0 == "*" || $0 == "?" })
        }
        unwanted = patterns.filter { $0.hasPrefix("!") }.map { glob(String($0.dropFirst())) }
        guard !wanted.isEmpty else { return nil }
    }

    /// Whether a name is taken.
    public func takes(_ name: String) -> Bool { wanted.contains { takes(name, for: $0) } }

    /// Whether a name stands among the patterns as it is.
    public func names(_ name: String) -> Bool {
        wanted.contains { $0.isName && takes(name, for: $0) }
    }

    /// Whether a name is taken for one of the patterns.
    func takes(_ name: String, for wanted: Wanted) -> Bool {
        let last = areSheets ? nil : name.split(separator: "/").last.map(String.init)
        let name = areSheets ? CellWords.folded(name) : name
        func matches(_ glob: Glob) -> Bool {
            glob.matches(name) || last.map { glob.matches($0) } ?? false
        }
        return matches(wanted.glob) && !unwanted.contains { matches($0) }
    }
}
