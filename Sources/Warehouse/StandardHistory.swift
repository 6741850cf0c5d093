import MetricSpec
import Postgres

/// What the database knows of the standard's earlier states, so that no
/// definition changes without being said.
struct StandardHistory {
    let connection: Connection
    let standard: Standard
    /// The standard that was brought in last; nil for the first.
    let last: Version?
    /// What it meant, by key; empty where that was never stored.
    let before: [String: StandardDefinition]

    struct Version: Equatable {
        let standard: String
        let version: String
    }

    init(connection: Connection, standard: Standard) throws {
        self.connection = connection
        self.standard = standard
        last = try connection.query(
            "select standard, version from warehouse.standard_version where is_current"
        ).singleOrNil.map { Version(standard: try $0.text(0), version: try $0.text(1)) }
        before = try last.map { try Self.stored($0, connection: connection) } ?? [:]
    }

    private var new: Version { Version(standard: standard.id, version: standard.version) }

    /// Throws when a measure that has values, or a metric that stands in a
    /// release, means something else without a version that says so.
    func check() throws {
        guard let last else { return }
        let stored = last == new ? before : try Self.stored(new, connection: connection)
        var faults = try changes(since: stored).filter { try isUsed($0.definition) }
        if last != new, stored.isEmpty || !isReturn(to: last) {
            faults += try changes(since: before).filter {
                try !isNamed($0.definition, since: last) && isUsed($0.definition)
            }
        }
        guard !faults.isEmpty else { return }
        let texts = Set(
            faults.map { "\($0.definition.id) (\($0.parts.joined(separator: ", ")))" })
        throw WarehouseError(
            .changedDefinition,
            "the standard \(standard.id) \(standard.version) changes what "
                + "\(texts.sorted().joined(separator: ", ")) means, and the database holds "
                + "values of it. Raise the version in standard.yaml and name the change under "
                + "`changes:` of that measure or metric, with the new version.")
    }

    /// What the new state changed, in one line, such as
    /// `yardstick 1.0.0 -> 1.1.0: 2 definitions changed, 1 break`.
    var summary: String {
        guard let last else { return "\(standard.id) \(standard.version)" }
        let head: String
        switch (last.standard == new.standard, last.version == new.version) {
        case (true, true): head = "\(standard.id) \(standard.version)"
        case (true, false): head = "\(standard.id) \(last.version) -> \(standard.version)"
        default:
            head = "\(last.standard) \(last.version) -> \(standard.id) \(standard.version)"
        }
        let parts = before.isEmpty ? [] : counts(since: last)
        return parts.isEmpty ? head : "\(head): \(parts.joined(separator: ", "))"
    }

    private func counts(since last: Version) -> [String] {
        let all = StandardDefinition.all(of: standard)
        let keys = Set(all.map(\.key))
        func count(_ count: Int, _ noun: String, _ verb: String) -> String? {
            count == 0 ? nil : "\(count) \(noun)\(count == 1 ? "" : "s")\(verb)"
        }
        func added(_ subject: StandardDefinition.Subject) -> Int {
            all.count { $0.subject == subject && before[$0.key] == nil }
        }
        func removed(_ subject: StandardDefinition.Subject) -> Int {
            before.values.count { $0.subject == subject && !keys.contains($0.key) }
        }
        let breaks = all.reduce(0) { sum, definition in
            sum
                + standard.namedChanges(of: definition).count {
                    $0.isBreak && isNew($0, since: last)
                }
        }
        return [
            count(added(.measure), "measure", " added"),
            count(removed(.measure), "measure", " removed"),
            count(added(.metric), "metric", " added"),
            count(removed(.metric), "metric", " removed"),
            count(changes(since: before).count, "definition", " changed"),
            count(breaks, "break", ""),
        ].compactMap { $0 }
    }

    // MARK: Details

    /// Definitions that an earlier state had otherwise, with what differs.
    private func changes(
        since earlier: [String: StandardDefinition]
    ) -> [(definition: StandardDefinition, parts: [String])] {
        StandardDefinition.all(of: standard).compactMap { definition in
            guard let other = earlier[definition.key] else { return nil }
            let parts = definition.changedParts(against: other)
            return parts.isEmpty ? nil : (definition, parts)
        }
    }

    /// Whether the new version is an earlier one than the last.
    private func isReturn(to last: Version) -> Bool {
        guard last.standard == new.standard, let old = SemanticVersion(last.version),
            let now = SemanticVersion(new.version)
        else { return false }
        return now < old
    }

    private func isNamed(_ definition: StandardDefinition, since last: Version) -> Bool {
        standard.namedChanges(of: definition).contains { isNew($0, since: last) }
    }

    /// Whether a change came after the last version brought in.
    private func isNew(_ change: DefinitionChange, since last: Version) -> Bool {
        guard last.standard == new.standard else { return change.version == new.version }
        guard let version = SemanticVersion(change.version),
            let old = SemanticVersion(last.version), let now = SemanticVersion(new.version)
        else { return false }
        return old < version && version <= now
    }

    /// Whether any value of a measure, or any figure of a metric, is stored.
    private func isUsed(_ definition: StandardDefinition) throws -> Bool {
        let sql =
            switch definition.subject {
            case .measure:
                """
                select exists (
                    select from warehouse.observation
                    where observation.measure_id =
                        (select measure_id from warehouse.measure where measure = $1)
                )
                """
            case .metric:
                """
                select exists (
                    select from member.release_value
                    where release_value.metric_id =
                        (select metric_id from warehouse.metric where metric = $1)
                )
                """
            }
        return try connection.query(sql, [.text(definition.id)]).single.bool(0)
    }

    private static func stored(
        _ version: Version, connection: Connection
    ) throws -> [String: StandardDefinition] {
        var definitions: [String: StandardDefinition] = [:]
        for row in try connection.query(
            """
            select subject, id, definition, unit, kind, formula
            from warehouse.definition
            where standard = $1 and version = $2
            """,
            [.text(version.standard), .text(version.version)])
        {
            guard let subject = StandardDefinition.Subject(rawValue: try row.text(0)) else {
                continue
            }
            let definition = StandardDefinition(
                subject: subject, id: try row.text(1), definition: try row.text(2),
                unit: try row.text(3), kind: try row.text(4), formula: try row.text(5))
            definitions[definition.key] = definition
        }
        return definitions
    }
}
