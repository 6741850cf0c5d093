/// Equal findings as one: those of one rule, severity and column, in all
/// tables of a submission, and of one text where the rule is about what a code means.
public struct FindingGroup: Sendable, Equatable {
    /// How many places are kept; the others are counted.
    public static let keptPlaces = 3

    /// The first findings, in the order met; never empty.
    public private(set) var first: [Finding]
    /// How many findings there are, those that were not kept too.
    public private(set) var count: Int

    init(_ finding: Finding) {
        first = [finding]
        count = 1
    }

    /// The first of the findings, whose message stands for all.
    public var example: Finding { first[0] }

    mutating func add(_ finding: Finding) {
        count += 1
        if first.count < Self.keptPlaces { first.append(finding) }
    }

    /// The places in words: `lines 14, 17, 22 and 31 more`, in several tables
    /// `line 14 of a.csv, line 3 of b.csv and 31 more`; empty for a finding
    /// about a whole file.
    public var places: String {
        if first.contains(where: { $0.table != example.table }) { return placesInTables }
        let lines = first.compactMap(\.row)
        guard !lines.isEmpty else { return "" }
        let unit = example.rowWord
        let rest = count - lines.count
        // A list ends with "and": either the last place or how many more.
        var items = lines.map(String.init)
        let last = rest > 0 ? "\(rest) more" : items.removeLast()
        let list = items.joined(separator: ", ")
        let plural = count == 1 ? unit : unit + "s"
        return items.isEmpty ? "\(plural) \(last)" : "\(plural) \(list) and \(last)"
    }

    private var placesInTables: String {
        var items = first.map { finding in
            let row = finding.row.map { "\(finding.rowWord) \($0) of " } ?? ""
            return row + (finding.table ?? finding.file)
        }
        let last = count > first.count ? "\(count - first.count) more" : items.removeLast()
        return "\(items.joined(separator: ", ")) and \(last)"
    }
}

/// Collects findings into groups, in memory that does not grow with their
/// number.
public struct FindingGroups: Sendable {
    /// What findings have in common that are one.
    private struct Key: Hashable {
        let rule: String
        let severity: Severity
        let column: Int?
        let columnName: String?
        /// What was found, or, about a whole file or header, what is wrong.
        let text: String?
    }

    /// Texts of one rule beyond these are one group.
    static let textLimit = 200
    /// Rules of which each text is a matter of its own: a code has one
    /// meaning wherever it stands.
    private static let rulesByText = Set(
        [
            Rule.unknownBasis, .unknownBreakdown, .unknownCity, .unknownCode, .unknownPeriod,
            .unknownStatus, .unknownVariant,
        ].map(\.id))

    private var positions: [Key: Int] = [:]
    private var texts: [String: Int] = [:]
    private var inOrder: [FindingGroup] = []
    /// All findings that came.
    public private(set) var count = 0

    /// Nothing yet.
    public init() {}

    /// Takes findings in the order met.
    public mutating func add(_ findings: some Sequence<Finding>) {
        for finding in findings { add(finding) }
    }

    /// Takes one finding.
    public mutating func add(_ finding: Finding) {
        count += 1
        var key = Self.key(finding, text: text(finding))
        if let position = positions[key] { return inOrder[position].add(finding) }
        if key.text != nil {
            if texts[finding.rule, default: 0] < Self.textLimit {
                texts[finding.rule, default: 0] += 1
            } else {
                key = Self.key(finding, text: nil)
                if let position = positions[key] { return inOrder[position].add(finding) }
            }
        }
        positions[key] = inOrder.count
        inOrder.append(FindingGroup(finding))
    }

    /// The groups, the heaviest first, then in the order met.
    public var groups: [FindingGroup] {
        inOrder.enumerated().sorted { left, right in
            let (first, second) = (left.element.example.severity, right.element.example.severity)
            return first == second ? left.offset < right.offset : first > second
        }.map(\.element)
    }

    private func text(_ finding: Finding) -> String? {
        // Each column that is gone is a matter of its own.
        if finding.row == nil || finding.rule == Rule.mappedColumnMissing.id {
            return finding.problem
        }
        return Self.rulesByText.contains(finding.rule) ? finding.found : nil
    }

    private static func key(_ finding: Finding, text: String?) -> Key {
        Key(
            rule: finding.rule, severity: finding.severity, column: finding.column,
            columnName: finding.columnName, text: text)
    }
}
