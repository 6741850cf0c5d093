import Foundation
import Testing

/// A file of `sql/` or of `Sources/Warehouse` and the statements in it.
struct StatementFile: Sendable {
    /// Relative to the repository.
    let name: String
    /// Each without comments and with its quoted texts emptied.
    let statements: [String]

    /// All files; `sql/schema.sql` is a dump of what the others make.
    static let all: [StatementFile] =
        files("sql", ".sql").filter { $0.name != "sql/schema.sql" }
        + files("Sources/Warehouse", ".swift")

    private static let repository = URL(fileURLWithPath: Root.sql).deletingLastPathComponent()

    private static func files(_ folder: String, _ suffix: String) -> [StatementFile] {
        let names = FileManager.default.enumerator(
            atPath: repository.appendingPathComponent(folder).path)
        return (names?.compactMap { $0 as? String } ?? []).sorted()
            .filter { $0.hasSuffix(suffix) }
            .compactMap { name in
                let path = folder + "/" + name
                let url = repository.appendingPathComponent(path)
                guard let text = try? String(contentsOf: url, encoding: .utf8) else { return nil }
                let texts = suffix == ".swift" ? literals(text) : [text]
                return StatementFile(name: path, statements: texts.flatMap(statements))
            }
    }

    /// The texts in quotes of a Swift file that read like SQL.
    private static func literals(_ text: String) -> [String] {
        let long = text.matches(of: /"""\n(?<body>(?s:.*?))"""/).map { String($0.body) }
        let rest = text.replacing(/"""\n(?s:.*?)"""/, with: "")
        let short = rest.matches(of: /"(?<body>(?:[^"\\\n]|\\.)*)"/).map { String($0.body) }
        let words = /\b(?:select|insert|update|delete|copy|create|alter|drop|join|merge|lock)\b/
        return (long + short).filter { $0.contains(words) }
    }

    private static func statements(_ sql: String) -> [String] {
        sql.replacing(/--[^\n]*/, with: "").replacing(/'(?:[^']|'')*'/, with: "''")
            .split(separator: ";").map { $0.lowercased() }
            .filter { !$0.allSatisfy(\.isWhitespace) }
    }
}
