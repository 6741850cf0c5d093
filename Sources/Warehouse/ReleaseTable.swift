import Postgres

/// The tables of a release, which stand in the schema of each audience.
enum ReleaseTable {
    /// Those with rows of their own for each release, beside `release` itself.
    static let facts = [
        "release_metric", "release_earlier", "release_trend", "release_peer", "release_value",
        "release_statistic", "release_standing", "release_lineage", "release_price",
        "release_recognition", "release_recognition_rule", "release_uncertified",
    ]

    /// What cities say about their figures: copied, and no part of what is
    /// computed again.
    static let beside = ["release_response"]

    /// Columns that the public does not get, by table: they name a person or a
    /// sender's file, or are a digest against which somebody could try what
    /// was not published. Members read them.
    static let membersOnly: [String: Set<String>] = [
        "submission": ["file", "digest", "part_member", "part_sheet"],
        "release": ["input_digest", "content_digest"],
        "release_lineage": ["explained_by", "row_digest"],
        "release_response": ["author"],
        "release_statistic": ["median_change", "group_value_change", "panel_cities"],
    ]

    /// Tables that the public does not get: they are made of earlier figures,
    /// which it may not have seen.
    static let membersOnlyTables: Set<String> = ["release_earlier", "release_trend"]

    /// Those that name what releases show, each with its key.
    static let names = [
        ("city", "city_id"), ("metric", "metric_id"), ("measure", "measure_id"),
        ("peer_group", "peer_group_id"), ("breakdown_value", "breakdown_id"),
    ]

    /// Tells the planner what is in the tables now: views that join them are a
    /// hundred times slower on a guess, until the server looks by itself.
    static func analyze(_ schema: String, _ connection: Connection) throws {
        let tables = ["release", "submission"] + facts + names.map(\.0)
        try connection.execute(
            "analyze " + tables.map { "\(schema).\($0)" }.joined(separator: ", "))
    }

    /// The columns of a table, in their order.
    static func columns(of table: String, _ connection: Connection) throws -> [String] {
        try connection.query(
            """
            select attname::text
            from pg_attribute
            where attrelid = $1::regclass and attnum > 0 and not attisdropped
            order by attnum
            """,
            [.text("member." + table)]
        ).map { try $0.text(0) }
    }
}

/// Copies a release from the schema of one audience to that of another.
struct ReleaseCopy {
    let release: Int32
    let source: Audience
    let target: Audience
    let connection: Connection

    /// What others refer to is written first.
    func write() throws {
        let isLast = try connection.query(
            "select coalesce(max(release_id), 0) < $1 from \(target).release", [.int32(release)]
        ).single.bool(0)
        for (table, key) in ReleaseTable.names {
            try copyNames(table, key: key, isLast: isLast)
        }
        try copyRows(
            of: "submission",
            where: "submission_id in (select submission_id from \(source).release_lineage "
                + "where release_id = $1)",
            andThen: "on conflict (submission_id) do nothing")
        if isLast { try copyChanges() }
        try copyHeader()
        for table in ReleaseTable.facts + ReleaseTable.beside where isFor(target, table) {
            try copyRows(of: table)
        }
        if target == .open {
            try digestAnew()
        } else {
            try copyRows(of: "release_digest")
        }
    }

    private func isFor(_ audience: Audience, _ table: String) -> Bool {
        audience != .open || !ReleaseTable.membersOnlyTables.contains(table)
    }

    /// The digests of what everybody reads: those of the members' tables cover
    /// what stays behind. Nothing for a release that has none.
    private func digestAnew() throws {
        let frozen = try ReleaseDigest(
            connection: connection, schema: source.rawValue, release: release
        ).stored()
        if frozen.isEmpty { return }
        let digest = ReleaseDigest(
            connection: connection, schema: target.rawValue, release: release)
        try digest.store(
            frozen.filter { isFor(target, $0.name) }.map { table in
                guard let hidden = ReleaseTable.membersOnly[table.name] else { return table }
                return try digest.digest(
                    table.name, columns: table.columns.filter { !hidden.contains($0) })
            })
    }

    /// Removes the release from its source, names excepted.
    func removeSource() throws {
        for table in ReleaseTable.facts + ReleaseTable.beside + ["release_digest", "release"] {
            try connection.query(
                "delete from \(source).\(table) where release_id = $1", [.int32(release)])
        }
    }

    /// Titles are those of the last release.
    private func copyNames(_ table: String, key: String, isLast: Bool) throws {
        let columns = try ReleaseTable.columns(of: table, connection)
        let list = columns.joined(separator: ", ")
        let changes = columns.filter { $0 != key }.map { "\($0) = excluded.\($0)" }
        try connection.execute(
            """
            insert into \(target).\(table) (\(list))
            select \(list) from \(source).\(table)
            on conflict (\(key)) do \(
                isLast ? "update set " + changes.joined(separator: ", ") : "nothing")
            """)
    }

    private func copyChanges() throws {
        let list = try ReleaseTable.columns(of: "metric_definition_change", connection)
            .joined(separator: ", ")
        let cityColumns = try ReleaseTable.columns(of: "registry_change", connection)
            .joined(separator: ", ")
        try connection.execute(
            """
            delete from \(target).metric_definition_change
            where metric_id in (select metric_id from \(source).metric);
            insert into \(target).metric_definition_change (\(list))
            select \(list) from \(source).metric_definition_change;
            delete from \(target).registry_change;
            insert into \(target).registry_change (\(cityColumns))
            select \(cityColumns) from \(source).registry_change
            """)
    }

    private func copyHeader() throws {
        try connection.query(
            """
            update \(target).release set is_newest = false
            where is_newest
                and period = (select period from \(source).release where release_id = $1)
            """,
            [.int32(release)])
        try copyRows(of: "release")
        try connection.query(
            "update \(target).release set is_newest = true where release_id = $1",
            [.int32(release)])
    }

    /// What is the members' stays behind where everybody reads.
    private func copyRows(
        of table: String, where condition: String = "release_id = $1", andThen: String = ""
    ) throws {
        let hidden = target == .open ? ReleaseTable.membersOnly[table] ?? [] : []
        let list = try ReleaseTable.columns(of: table, connection)
            .filter { !hidden.contains($0) }.joined(separator: ", ")
        try connection.query(
            """
            insert into \(target).\(table) (\(list))
            select \(list) from \(source).\(table) where \(condition) \(andThen)
            """,
            [.int32(release)])
    }
}
