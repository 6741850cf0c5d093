import Tabular

/// The columns of a header that a mapping marks personal.
struct PersonalColumns {
    /// Their positions, from 0.
    let positions: [Int]
    /// Patterns that no column matches: such a column may be there under a
    /// new name, where nothing tells it from any other.
    let missing: [String]

    init(_ patterns: [String], in header: [String]) {
        let globs = patterns.map { Glob(column: $0) }
        let folded = header.map { CellText.folded($0) }
        positions = folded.indices.filter { index in
            globs.contains { $0.matches(folded[index]) }
        }
        missing = zip(patterns, globs).filter { _, glob in
            !folded.contains { glob.matches($0) }
        }.map(\.0)
    }
}
