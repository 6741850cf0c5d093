import Benchmarking
import MetricSpec
import Postgres

/// Writes a comparison into the tables of an audience, as a new release.
struct ReleaseWriter {
    let comparison: Comparison
    let connection: Connection
    /// Where the tables lie: the name of an audience, or `pg_temp`.
    let schema: String

    var ids: RegistryIDs { comparison.ids }

    /// Stands for the owner of a common group.
    static let nobody: Int32 = 0

    /// Whether it goes into tables of this session, to be compared and lost.
    var isRebuilt: Bool { schema == Self.temporary }

    /// The schema of tables that end with the session.
    static let temporary = "pg_temp"

    /// Returns the number of the release.
    func write(_ plan: ReleasePlan) throws -> Int {
        let used = usedObservations()
        let earlier = try EarlierReleases(before: comparison.period, connection: connection)
        let release = try writeRelease(used, plan)
        try writeNames()
        try writeSubmissions(used)
        try writeFacts(release, used, earlier)
        try ReleaseFiles(connection: connection)
            .write(comparison.registry.folderFiles, of: release)
        try ReleaseDigest(connection: connection, schema: schema, release: release).store()
        try ReleaseTable.analyze(schema, connection)
        return Int(release)
    }

    /// Writes all but names under a number, into tables that are there.
    ///
    /// - Parameter earlier: the releases that it was made with.
    func writeFacts(_ release: Int32, earlier: EarlierReleases) throws {
        try writeFacts(release, usedObservations(), earlier)
    }

    private func writeFacts(
        _ release: Int32, _ used: Set<Int>, _ earlier: EarlierReleases
    ) throws {
        let assessed = try AssessedMetricMaker(
            comparison: comparison, earlier: earlier, connection: connection
        ).assess()
        try writeMetrics(release)
        try writeEarlier(release, earlier)
        try writeTrends(release, assessed)
        try writePeers(release)
        try writeValues(release)
        try writeStatistics(release, assessed)
        try writeStandings(release, assessed)
        try writeLineage(release, used)
        try writePrices(release)
        try writeRecognition(release)
        try comparison.uncertified.write(
            release, schema: schema, isRebuilt: isRebuilt, connection)
    }

    /// Rows of the observations that stand behind any figure.
    private func usedObservations() -> Set<Int> {
        var used: Set<Int> = []
        for metric in comparison.metrics {
            for city in 0..<metric.figures.cityCount {
                used.formUnion(metric.figures.numeratorSources(ofCity: city))
                used.formUnion(metric.figures.denominatorSources(ofCity: city))
            }
        }
        return used
    }

    private func writeRelease(_ used: Set<Int>, _ plan: ReleasePlan) throws -> Int32 {
        let period = comparison.period
        try connection.query(
            "update \(schema).release set is_newest = false where period = $1 and is_newest",
            [.text(period.text)])
        let origins = comparison.observations.origins
        let submissions = Set(used.map { origins[$0].submission })
        return try connection.query(
            """
            insert into \(schema).release
                (release_id, period, period_start, period_end, kind, standard,
                standard_version, input_digest, visibility, embargo_until, released_at,
                published_at, reason, last_submission_id, data_received_at, is_newest,
                known_submission_id, known_event, known_explanation_id, standard_digest,
                rank_draws, rank_seed)
            select
                greatest(
                    (select coalesce(max(release_id), 0) from member.release),
                    (select coalesce(max(release_id), 0) from preview.release)) + 1,
                $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12,
                coalesce(max(submission.submission_id), 0), max(submission.received_at), true,
                (select coalesce(max(submission_id), 0) from intake.submission),
                (select coalesce(max(position), 0) from intake.submission_event),
                (select coalesce(max(explanation_id), 0) from intake.explanation), $14, $15, $16
            from intake.submission
            where submission.submission_id = any ($13)
            returning release_id
            """,
            [
                .text(period.text), .day(period.start.number), .day(period.end.number),
                .text(plan.kind.rawValue), .text(comparison.registry.standard.id),
                .text(comparison.registry.standard.version), .text(comparison.inputDigest),
                .text(plan.visibility.rawValue), .timestamp(plan.embargo),
                .timestamp(plan.instant), .timestamp(plan.isHeld ? nil : plan.instant),
                .text(plan.reason), .int64Array(submissions.sorted()),
                .text(comparison.registry.standardDigest),
                .int32(Int32(AssessedMetricMaker.options.draws)),
                .int64(Int64(AssessedMetricMaker.options.seed)),
            ]
        ).single.int32(0)
    }

    /// Copies the names that this release shows.
    private func writeNames() throws {
        let copies = [
            ("city", "city_id, city, name", "name = excluded.name"),
            (
                "metric", "metric_id, metric, title, unit, polarity",
                "title = excluded.title, unit = excluded.unit, polarity = excluded.polarity"
            ),
            (
                "measure", "measure_id, measure, title, unit",
                "title = excluded.title, unit = excluded.unit"
            ),
            ("peer_group", "peer_group_id, peer_group, title", "title = excluded.title"),
        ]
        for (table, columns, changes) in copies {
            try connection.execute(
                """
                insert into \(schema).\(table) (\(columns))
                select \(columns) from warehouse.\(table)
                on conflict (\(table)_id) do update set \(changes)
                """)
        }
        try writeBreakdowns()
        try writeChanges()
        try writeRegistryChanges()
    }

    /// What became of cities, as the folder tells it now.
    private func writeRegistryChanges() throws {
        try connection.execute(
            """
            delete from \(schema).registry_change;
            insert into \(schema).registry_change
                (change_date, city_id, becomes_city_id, kind, name, new_name, share)
            select change_date, city_id, becomes_city_id, kind, name, new_name, share
            from warehouse.registry_change
            """)
    }

    private func writeBreakdowns() throws {
        try connection.execute(
            """
            insert into \(schema).breakdown_value
                (breakdown_id, breakdown, title, list, list_title, is_unknown, is_reference,
                position)
            select breakdown_id, breakdown, title, list, list_title, is_unknown, is_reference,
                position
            from warehouse.breakdown
            on conflict (breakdown_id) do update
            set title = excluded.title, list = excluded.list, list_title = excluded.list_title,
                is_unknown = excluded.is_unknown, is_reference = excluded.is_reference,
                position = excluded.position
            """)
    }

    /// The changes that touch each metric, as the standard names them now.
    private func writeChanges() throws {
        try connection.query(
            """
            delete from \(schema).metric_definition_change where metric_id = any ($1)
            """,
            [.int32Array(ids.metrics)])
        let standard = comparison.registry.standard
        let touched = standard.metrics.enumerated().flatMap { position, metric in
            ([metric.id] + standard.ids(within: metric)).map { (ids.metrics[position], $0) }
        }
        try connection.query(
            """
            insert into \(schema).metric_definition_change
                (metric_id, subject, id, version, change_date, what, is_comparable, is_restated,
                is_correction)
            select touched.metric_id, definition_change.subject, definition_change.id,
                definition_change.version, definition_change.change_date,
                definition_change.what, definition_change.is_comparable,
                definition_change.is_restated, definition_change.is_correction
            from unnest($1, $2) as touched (metric_id, id)
            inner join warehouse.definition_change on definition_change.id = touched.id
            on conflict do nothing
            """,
            [.int32Array(touched.map(\.0)), .textArray(touched.map(\.1))])
    }

    private func writeSubmissions(_ used: Set<Int>) throws {
        let origins = comparison.observations.origins
        try connection.query(
            """
            insert into \(schema).submission
                (submission_id, received_at, file, mapping, standard_version, digest,
                part_first_row, part_member, part_sheet, vintage)
            select
                submission.submission_id, submission.received_at, submission.file,
                mapping.mapping, standard_version.version, submission.digest,
                submission.part_first_row, submission.part_member, submission.part_sheet,
                mapping.vintage
            from intake.submission
            inner join intake.mapping on mapping.mapping_id = submission.mapping_id
            inner join warehouse.standard_version
                on standard_version.standard_version_id = submission.standard_version_id
            where submission.submission_id = any ($1)
            on conflict (submission_id) do nothing
            """,
            [.int64Array(Set(used.map { origins[$0].submission }).sorted())])
    }

    private func writePeers(_ release: Int32) throws {
        let copy = try connection.copyIn(
            """
            copy \(schema).release_peer (release_id, peer_group_id, owner_city_id, city_id)
            from stdin (format binary)
            """)
        func add(_ group: Int32, owner: Int32, members: [Int32]) throws {
            for member in Set(members).sorted() {
                try copy.beginRow(fields: 4)
                copy.rows.append(int32: release)
                copy.rows.append(int32: group)
                copy.rows.append(int32: owner)
                copy.rows.append(int32: ids.cities[Int(member)])
            }
        }
        for group in comparison.groups {
            switch group.group.members {
            case .common(let members):
                try add(group.number, owner: Self.nobody, members: members)
            case .own(let lists):
                for list in lists {
                    try add(
                        group.number, owner: ids.cities[Int(list.owner)], members: list.members)
                }
            }
        }
        _ = try copy.finish()
    }
}
