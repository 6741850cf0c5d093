/// What is different between two versions of a standard.
public struct StandardDiff: Sendable {
    /// The id and version of each.
    public let old: String
    public let new: String
    /// Parts of one kind, in the order of this list: measures, metrics,
    /// services, units, breakdowns; kinds without a difference are left out.
    public let sections: [Section]

    /// Compares two standards; `new` should be the later one.
    public init(from old: Standard, to new: Standard) {
        self.old = "\(old.id) \(old.version)"
        self.new = "\(new.id) \(new.version)"
        let since = SemanticVersion(old.version)
        let measures = Section(
            kind: "measures", old: old.measures.map { Part($0) },
            new: new.measures.map { Part($0) }, since: since)
        sections = [
            measures,
            Section(
                kind: "metrics", old: old.metrics.map { Part($0) },
                new: new.metrics.map { Part($0) }, since: since,
                broken: measures.changed.filter(\.isBreak)),
            Section(
                kind: "services", old: old.services.map { Part($0) },
                new: new.services.map { Part($0) }, since: since),
            Section(
                kind: "units", old: old.units.map { Part($0) }, new: new.units.map { Part($0) },
                since: since),
            Section(
                kind: "breakdowns", old: old.breakdowns.map { Part($0) },
                new: new.breakdowns.map { Part($0) }, since: since),
        ].filter { !$0.isEmpty }
    }

    /// Whether nothing is different.
    public var isEmpty: Bool { sections.isEmpty }

    /// Measures and metrics that count something else now without saying so
    /// under `changes:`.
    public var undeclared: [Change] {
        sections.flatMap(\.changed).filter { $0.verdict == .undeclared }
    }

    /// Changes of measures and metrics that break a series.
    public var breaks: [Change] {
        sections.flatMap(\.changed).filter(\.isBreak)
    }

    /// The differences in one kind of parts.
    public struct Section: Sendable {
        public let kind: String
        public let added: [Entry]
        public let removed: [Entry]
        public let changed: [Change]

        var isEmpty: Bool { added.isEmpty && removed.isEmpty && changed.isEmpty }
    }

    /// A part that is there in one version only.
    public struct Entry: Sendable {
        public let id: String
        public let title: String
        /// Of a removed part the id that came in its place, of an added one the
        /// id whose place it took.
        public let counterpart: String?
    }

    /// A part that is different.
    public struct Change: Sendable {
        public let id: String
        public let title: String
        public let fields: [FieldChange]
        /// Nil for parts without values: services, units, breakdowns.
        public let verdict: Verdict?

        /// Whether a series of values is cut here.
        public var isBreak: Bool {
            switch verdict {
            case .declared(let change), .through(_, let change): change.isBreak
            default: false
            }
        }
    }

    /// One key that is different; a text is empty where the key is absent.
    public struct FieldChange: Sendable, Hashable {
        public let name: String
        public let old: String
        public let new: String
    }

    /// Whether values under the two definitions compare.
    public enum Verdict: Sendable, Hashable {
        /// Nothing that is counted has changed.
        case unaffected
        /// The standard says so, at a date.
        case declared(DefinitionChange)
        /// What is counted has changed, and the standard does not say whether
        /// values compare.
        case undeclared
        /// A measure that the metric is made of has a break.
        case through(measure: String, DefinitionChange)
    }
}
