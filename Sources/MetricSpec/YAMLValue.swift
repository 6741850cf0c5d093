import Yams

/// A YAML value that knows its file, line and key, read strictly.
///
/// Wrong types and missing or unknown keys go to the issue log with their
/// place; the readers then return nil, so that one run shows every fault.
public struct YAMLValue {
    let node: Node
    /// The file the value stands in.
    public let file: String
    /// The path of keys from the top of the file, `a.b[2].c`.
    public let key: String
    let log: IssueLog

    /// Parses a whole file; nil, with an issue, when it is no YAML.
    public static func parse(_ text: String, file: String, log: IssueLog) -> YAMLValue? {
        do {
            // Types are ours to tell, and telling them by Yams' patterns takes
            // longer than all the rest.
            guard let node = try Yams.compose(yaml: text, .basic, .default, .utf8) else {
                log.add(
                    SpecIssue(
                        file: file, line: 1, column: 1, key: "",
                        message: "the file is empty. Expected keys and values."))
                return nil
            }
            return YAMLValue(node: node, file: file, key: "", log: log)
        } catch {
            log.add(Self.issue(of: error, file: file))
            return nil
        }
    }

    /// The line of the value, from 1.
    public var line: Int { node.mark?.line ?? 0 }

    /// The value at a path of keys below this one, or the last on the way that
    /// is there: where a complaint about the path belongs.
    func at(_ path: String...) -> YAMLValue {
        var value = self
        for name in path {
            guard case .mapping(let mapping) = value.node,
                let child = mapping.first(where: { $0.key.scalar?.string == name })?.value
            else { return value }
            let childKey = value.key.isEmpty ? name : "\(value.key).\(name)"
            value = YAMLValue(node: child, file: file, key: childKey, log: log)
        }
        return value
    }

    /// An entry of a list, from 0; the value itself where there is none.
    func item(_ index: Int) -> YAMLValue {
        guard case .sequence(let sequence) = node, sequence.indices.contains(index) else {
            return self
        }
        return YAMLValue(
            node: sequence[index], file: file, key: "\(key)[\(index)]", log: log)
    }

    /// Adds advice at this value: what may be better and stops nobody.
    func advise(_ message: String) {
        log.advise(
            SpecIssue(
                file: file, line: line, column: node.mark?.column ?? 0, key: key,
                message: message))
    }

    /// Adds an issue at this value.
    public func report(_ message: String) {
        log.add(
            SpecIssue(
                file: file, line: line, column: node.mark?.column ?? 0, key: key,
                message: message))
    }

    /// The value as a table of keys; nil, with an issue, when it is none or
    /// has a key that is not in `allowed`.
    public func table(allowed: [String]) -> YAMLTable? {
        guard let table = anyTable() else { return nil }
        for (index, name) in table.names.enumerated() where !allowed.contains(name) {
            table.value(at: index).report(Self.unknownKey(name, allowed: allowed))
        }
        return table
    }

    /// The value as a table with any keys, in the order of the file.
    public func anyTable() -> YAMLTable? {
        guard case .mapping(let mapping) = node else {
            report("expected keys and values, found \(kindText).")
            return nil
        }
        return YAMLTable(value: self, mapping: mapping)
    }

    /// The value as a list; a single value is a list of one.
    public func list() -> [YAMLValue] {
        guard case .sequence(let sequence) = node else { return [self] }
        return sequence.enumerated().map { position, child in
            YAMLValue(node: child, file: file, key: "\(key)[\(position)]", log: log)
        }
    }

    /// Whether the value is a list.
    public var isList: Bool {
        if case .sequence = node { true } else { false }
    }

    /// Whether the value is a table of keys.
    public var isTable: Bool {
        if case .mapping = node { true } else { false }
    }

    /// The value as text; nil, with an issue, for a list or table.
    public func string() -> String? {
        guard case .scalar(let scalar) = node else {
            report("expected text, found \(kindText).")
            return nil
        }
        return scalar.string
    }

    /// The value as a list of texts; a single text is a list of one.
    public func strings() -> [String] {
        list().compactMap { $0.string() }
    }

    /// The value as a whole number.
    public func integer() -> Int? {
        guard let text = string() else { return nil }
        guard let number = Int(text) else {
            report("\"\(text)\" is not a whole number.")
            return nil
        }
        return number
    }

    /// The value as a finite number.
    public func double() -> Double? {
        guard let text = string() else { return nil }
        guard let number = Double(text), number.isFinite else {
            report("\"\(text)\" is not a number.")
            return nil
        }
        return number
    }

    /// The value as `true` or `false`.
    public func boolean() -> Bool? {
        guard let text = string() else { return nil }
        switch text {
        case "true": return true
        case "false": return false
        default:
            report("\"\(text)\" is neither true nor false.")
            return nil
        }
    }

    /// The value as an ISO date.
    public func day() -> CalendarDay? {
        guard let text = string() else { return nil }
        guard let day = CalendarDay(parsing: text) else {
            report("\"\(text)\" is not a date. Expected one like 2026-07-01.")
            return nil
        }
        return day
    }

    /// The value as a word of a vocabulary.
    public func word<Word: Vocabulary>(_ type: Word.Type) -> Word? {
        guard let text = string() else { return nil }
        guard let word = Word(rawValue: text) else {
            let words = Word.allCases.map(\.rawValue)
            report(Self.unknownWord(text, allowed: words))
            return nil
        }
        return word
    }

    private var kindText: String {
        switch node {
        case .scalar(let scalar): "\"\(scalar.string)\""
        case .mapping: "a table of keys"
        case .sequence: "a list"
        case .alias: "an alias"
        }
    }

    private static func issue(of error: any Error, file: String) -> SpecIssue {
        if let error = error as? YamlError {
            switch error {
            case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
                .composer(_, let problem, let mark, _):
                return SpecIssue(
                    file: file, line: mark.line, column: mark.column, key: "",
                    message: "not valid YAML: \(problem).")
            case .duplicatedKeysInMapping(let duplicates, let context):
                let names = duplicates.map { "\($0)" }.joined(separator: ", ")
                return SpecIssue(
                    file: file, line: context.mark.line, column: context.mark.column,
                    key: "", message: "a key stands twice in one table: \(names).")
            default: break
            }
        }
        return SpecIssue(
            file: file, line: 0, column: 0, key: "", message: "not valid YAML: \(error)")
    }

    static func unknownKey(_ name: String, allowed: [String]) -> String {
        "the key \"\(name)\" is not known here." + suggestion(for: name, among: allowed)
    }

    static func unknownWord(_ name: String, allowed: [String]) -> String {
        "\"\(name)\" is not one of the words allowed here."
            + suggestion(for: name, among: allowed)
    }

    private static func suggestion(for name: String, among allowed: [String]) -> String {
        if let near = Spelling.nearest(to: name, among: allowed) {
            return " Did you mean \"\(near)\"?"
        }
        return " Allowed: \(allowed.joined(separator: ", "))."
    }
}

/// The keys and values of one YAML table.
public struct YAMLTable {
    /// The table itself, for its place.
    public let value: YAMLValue
    /// The keys, in the order of the file.
    let names: [String]
    private let nodes: [Node]

    init(value: YAMLValue, mapping: Node.Mapping) {
        self.value = value
        names = mapping.keys.map { $0.scalar?.string ?? "" }
        nodes = Array(mapping.values)
    }

    /// Keys and values in the order of the file.
    public var entries: [(name: String, value: YAMLValue)] {
        names.indices.map { (names[$0], value(at: $0)) }
    }

    /// The value of a key; nil when it is absent.
    public func optional(_ name: String) -> YAMLValue? {
        names.firstIndex(of: name).map { value(at: $0) }
    }

    /// A child with its path of keys.
    func value(at index: Int) -> YAMLValue {
        let key = value.key.isEmpty ? names[index] : "\(value.key).\(names[index])"
        return YAMLValue(node: nodes[index], file: value.file, key: key, log: value.log)
    }

    /// The value of a key; nil, with an issue, when it is absent.
    public func required(_ name: String) -> YAMLValue? {
        if let value = optional(name) { return value }
        value.report("the key \"\(name)\" is missing.")
        return nil
    }

    /// The text of a required key, "" with an issue when there is none.
    public func string(_ name: String) -> String {
        required(name)?.string() ?? ""
    }

    /// The texts of an optional key; none when it is absent.
    public func strings(_ name: String) -> [String] {
        optional(name)?.strings() ?? []
    }

    /// The text of an optional key.
    public func optionalString(_ name: String) -> String? {
        optional(name)?.string()
    }
}
