import MetricSpec
import Postgres

/// Writes the standard: its version with its texts, what is in it, what it
/// means.
struct StandardWriter {
    let connection: Connection
    let registry: Registry

    private var standard: Standard { registry.standard }

    /// Returns what changed, such as `yardstick 1.0.0 -> 1.1.0: 1 break`.
    ///
    /// Throws where a definition changes without a version that says so.
    func write() throws -> String {
        let history = try StandardHistory(connection: connection, standard: standard)
        try history.check()
        try writeVersion()
        try writeMeasures()
        try writeMetrics()
        try writeDefinitions()
        try writeChanges()
        try writeBreakdowns()
        return history.summary
    }

    /// The version, and its texts, so that any version can be read back.
    private func writeVersion() throws {
        try connection.query("update warehouse.standard_version set is_current = false")
        let number = try connection.query(
            """
            insert into warehouse.standard_version
                (standard_version_id, standard, version, digest, is_current)
            select coalesce(max(standard_version_id), 0) + 1, $1, $2, $3, true
            from warehouse.standard_version
            on conflict (standard, version, digest) do update set is_current = true
            returning standard_version_id
            """,
            [.text(standard.id), .text(standard.version), .text(registry.standardDigest)]
        ).single.int32(0)
        try connection.query(
            """
            insert into warehouse.standard_file (standard_version_id, file, content)
            select $1, given.file, given.content
            from unnest($2, $3) as given (file, content)
            on conflict (standard_version_id, file) do nothing
            """,
            [
                .int32(number), .textArray(registry.standardTexts.map(\.name)),
                .textArray(registry.standardTexts.map(\.text)),
            ])
    }

    private func writeMeasures() throws {
        let measures = standard.measures
        try connection.query("update warehouse.measure set is_current = false")
        try connection.query(
            """
            insert into warehouse.measure
                (measure_id, measure, title, definition, unit, kind, service, is_current)
            select
                (select coalesce(max(measure_id), 0) from warehouse.measure)
                    + row_number() over (order by given.measure),
                given.measure, given.title, given.definition, given.unit, given.kind,
                nullif(given.service, ''), true
            from unnest($1, $2, $3, $4, $5, $6)
                as given (measure, title, definition, unit, kind, service)
            on conflict (measure) do update
            set title = excluded.title, definition = excluded.definition,
                unit = excluded.unit, kind = excluded.kind, service = excluded.service,
                is_current = true
            """,
            [
                .textArray(measures.map(\.id)), .textArray(measures.map(\.title)),
                .textArray(measures.map(\.definition)), .textArray(measures.map(\.unit)),
                .textArray(measures.map(\.kind.rawValue)),
                .textArray(measures.map { $0.service ?? "" }),
            ])
    }

    private func writeMetrics() throws {
        let metrics = standard.metrics
        try connection.query("update warehouse.metric set is_current = false")
        try connection.query(
            """
            insert into warehouse.metric
                (metric_id, metric, title, definition, unit, polarity, service, is_current)
            select
                (select coalesce(max(metric_id), 0) from warehouse.metric)
                    + row_number() over (order by given.metric),
                given.metric, given.title, given.definition, given.unit, given.polarity,
                nullif(given.service, ''), true
            from unnest($1, $2, $3, $4, $5, $6)
                as given (metric, title, definition, unit, polarity, service)
            on conflict (metric) do update
            set title = excluded.title, definition = excluded.definition,
                unit = excluded.unit, polarity = excluded.polarity,
                service = excluded.service, is_current = true
            """,
            [
                .textArray(metrics.map(\.id)), .textArray(metrics.map(\.title)),
                .textArray(metrics.map(\.definition)), .textArray(metrics.map(\.unit)),
                .textArray(metrics.map(\.polarity.rawValue)),
                .textArray(metrics.map { $0.service ?? "" }),
            ])
    }

    /// What this version means; the check was that nothing moved that counts.
    private func writeDefinitions() throws {
        let definitions = StandardDefinition.all(of: standard)
        try connection.query(
            """
            insert into warehouse.definition
                (standard, version, subject, id, definition, unit, kind, formula)
            select $1, $2, given.subject, given.id, given.definition, given.unit, given.kind,
                given.formula
            from unnest($3, $4, $5, $6, $7, $8)
                as given (subject, id, definition, unit, kind, formula)
            on conflict (standard, version, subject, id) do update
            set definition = excluded.definition, unit = excluded.unit, kind = excluded.kind,
                formula = excluded.formula
            """,
            [
                .text(standard.id), .text(standard.version),
                .textArray(definitions.map(\.subject.rawValue)),
                .textArray(definitions.map(\.id)), .textArray(definitions.map(\.definition)),
                .textArray(definitions.map(\.unit)), .textArray(definitions.map(\.kind)),
                .textArray(definitions.map(\.formula)),
            ])
    }

    private func writeChanges() throws {
        try connection.query("delete from warehouse.definition_change")
        let changes = StandardDefinition.all(of: standard).flatMap { definition in
            standard.namedChanges(of: definition).map { (definition, $0) }
        }
        try connection.query(
            """
            insert into warehouse.definition_change
                (subject, id, version, change_date, what, is_comparable, is_restated,
                is_correction)
            select given.subject, given.id, given.version, given.change_date, given.what,
                given.is_comparable, given.is_restated, given.is_correction
            from unnest($1, $2, $3, $4, $5, $6, $7, $8)
                as given (subject, id, version, change_date, what, is_comparable, is_restated,
                    is_correction)
            on conflict do nothing
            """,
            [
                .textArray(changes.map(\.0.subject.rawValue)), .textArray(changes.map(\.0.id)),
                .textArray(changes.map(\.1.version)),
                .dayArray(changes.map(\.1.date.number)), .textArray(changes.map(\.1.what)),
                .boolArray(changes.map(\.1.isComparable)),
                .boolArray(changes.map(\.1.isRestated)),
                .boolArray(changes.map(\.1.isCorrection)),
            ])
    }

    private func writeBreakdowns() throws {
        let groups = standard.breakdowns.flatMap { list in
            list.values.enumerated().map { (list: list, position: $0 + 1, value: $1) }
        }
        try connection.query(
            "update warehouse.breakdown set is_current = false where breakdown_id <> 0")
        try connection.query(
            """
            insert into warehouse.breakdown
                (breakdown_id, breakdown, title, list, list_title, is_unknown, is_reference,
                position, is_current)
            select
                (select coalesce(max(breakdown_id), 0) from warehouse.breakdown)
                    + row_number() over (order by given.list, given.position),
                given.breakdown, given.title, given.list, given.list_title, given.is_unknown,
                given.is_reference, given.position, true
            from unnest($1, $2, $3, $4, $5, $6, $7)
                as given (breakdown, title, list, list_title, is_unknown, is_reference, position)
            on conflict (breakdown) do update
            set title = excluded.title, list = excluded.list, list_title = excluded.list_title,
                is_unknown = excluded.is_unknown, is_reference = excluded.is_reference,
                position = excluded.position, is_current = true
            """,
            [
                .textArray(groups.map(\.value.id)), .textArray(groups.map(\.value.title)),
                .textArray(groups.map(\.list.id)), .textArray(groups.map(\.list.title)),
                .boolArray(groups.map(\.value.isUnknown)),
                .boolArray(groups.map { $0.list.reference == $0.value.id }),
                .int32Array(groups.map { Int32($0.position) }),
            ])
    }
}
