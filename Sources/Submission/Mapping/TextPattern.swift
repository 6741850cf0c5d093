/// A pattern for one line of text, with names in it: `{quarter} * {year}`.
///
/// `*` stands for any text, `{name}` for text of at least one character that
/// is taken out; both take as little as they can.
struct TextPattern: Sendable, Equatable {
    private enum Part: Sendable, Equatable {
        case text([Character])
        case any
        case name(String)
    }

    /// The pattern as it was written.
    let text: String
    /// The names in it.
    let names: [String]
    private let parts: [Part]

    /// Whether a text has anything of a pattern in it.
    static func isPattern(_ text: String) -> Bool { text.contains("*") || text.contains("{") }

    /// Reads a pattern; nil where a brace is not closed or a name is none.
    init?(_ text: some StringProtocol) {
        self.text = String(text)
        var parts: [Part] = []
        var names: [String] = []
        var rest = text[...]
        while let first = rest.first {
            if first == "*" {
                rest = rest.dropFirst()
                if parts.last != .any { parts.append(.any) }
            } else if first == "{" {
                guard let close = rest.firstIndex(of: "}") else { return nil }
                let name = String(rest[rest.index(after: rest.startIndex)..<close])
                guard Self.isName(name), !names.contains(name) else { return nil }
                parts.append(.name(name))
                names.append(name)
                rest = rest[rest.index(after: close)...]
            } else {
                let end = rest.firstIndex { $0 == "*" || $0 == "{" } ?? rest.endIndex
                parts.append(.text(Array(rest[..<end])))
                rest = rest[end...]
            }
        }
        self.parts = parts
        self.names = names
    }

    private static func isName(_ name: String) -> Bool {
        !name.isEmpty && name.allSatisfy { $0.isASCII && ($0.isLowercase || $0 == "_") }
    }

    /// What stands for each name in a text, all of which must match; nil
    /// where it does not.
    func match(_ text: some StringProtocol, ignoringCase: Bool = false) -> [String: String]? {
        var match = Match(text: Array(text), ignoresCase: ignoringCase)
        return match.run(parts[...], from: 0) ? match.found : nil
    }

    /// The pattern with texts in the place of its names.
    func filled(_ texts: [String: String]) -> String {
        parts.map { part in
            switch part {
            case .text(let characters): String(characters)
            case .any: ""
            case .name(let name): texts[name] ?? ""
            }
        }.joined()
    }

    /// One search for a pattern in a text.
    ///
    /// Remembers which parts match nowhere from which place on, so that its
    /// time grows with the square of the text's length at most.
    private struct Match {
        let text: [Character]
        let ignoresCase: Bool
        var found: [String: String] = [:]
        private var failed: Set<Int> = []

        init(text: [Character], ignoresCase: Bool) {
            self.text = text
            self.ignoresCase = ignoresCase
        }

        mutating func run(_ parts: ArraySlice<Part>, from start: Int) -> Bool {
            guard let part = parts.first else { return start == text.count }
            let state = parts.count * (text.count + 1) + start
            if failed.contains(state) { return false }
            let rest = parts.dropFirst()
            if case .text(let literal) = part {
                if starts(with: literal, at: start), run(rest, from: start + literal.count) {
                    return true
                }
            } else {
                let least = part == .any ? start : start + 1
                for end in stride(from: least, through: text.count, by: 1)
                where run(rest, from: end) {
                    if case .name(let name) = part { found[name] = String(text[start..<end]) }
                    return true
                }
            }
            failed.insert(state)
            return false
        }

        private func starts(with literal: [Character], at start: Int) -> Bool {
            guard start + literal.count <= text.count else { return false }
            return zip(literal, text[start...]).allSatisfy { wanted, character in
                wanted == character
                    || ignoresCase && wanted.lowercased() == character.lowercased()
            }
        }
    }
}
