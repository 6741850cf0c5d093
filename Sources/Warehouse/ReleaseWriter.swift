import Benchmarking
import MetricSpec
import Postgres

/// Writes a comparison into the tables that members see, as a new release.
struct ReleaseWriter {
    let comparison: Comparison
    let connection: Connection

    var ids: RegistryIDs { comparison.ids }

    /// The breakdown `total`; others come with breakdowns in the standard.
    static let total: Int32 = 0
    /// Stands for the owner of a common group.
    static let nobody: Int32 = 0

    /// Returns the number of the release.
    func write() throws -> Int {
        let used = usedObservations()
        let release = try writeRelease(used)
        try writeNames()
        try writeSubmissions(used)
        try writePeers(release)
        try writeValues(release)
        try writeStatistics(release)
        try writeStandings(release)
        try writeLineage(release)
        try refreshStatistics()
        return Int(release)
    }

    /// Tells the planner what is in the tables now: views that join them are a
    /// hundred times slower on a guess, until the server looks by itself.
    private func refreshStatistics() throws {
        try connection.execute(
            """
            analyze member.release, member.release_peer, member.release_value,
                member.release_statistic, member.release_standing, member.release_lineage,
                member.submission, member.city, member.metric, member.measure,
                member.peer_group
            """)
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

    private func writeRelease(_ used: Set<Int>) throws -> Int32 {
        let period = comparison.period
        try connection.query(
            "update member.release set is_newest = false where period = $1 and is_newest",
            [.text(period.text)])
        let origins = comparison.observations.origins
        let submissions = Set(used.map { origins[$0].submission })
        return try connection.query(
            """
            insert into member.release
                (release_id, period, period_start, period_end, kind, standard,
                standard_version, input_digest, last_submission_id, data_received_at, is_newest)
            select
                (select coalesce(max(release_id), 0) + 1 from member.release),
                $1, $2, $3, 'provisional', $4, $5, $6,
                coalesce(max(submission.submission_id), 0), max(submission.received_at), true
            from intake.submission
            where submission.submission_id = any ($7)
            returning release_id
            """,
            [
                .text(period.text), .day(period.start.number), .day(period.end.number),
                .text(comparison.registry.standard.id),
                .text(comparison.registry.standard.version), .text(comparison.inputDigest),
                .int64Array(submissions.sorted()),
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
            ("breakdown", "breakdown_id, breakdown", "breakdown = excluded.breakdown"),
        ]
        for (table, columns, changes) in copies {
            try connection.execute(
                """
                insert into member.\(table) (\(columns))
                select \(columns) from warehouse.\(table)
                on conflict (\(table)_id) do update set \(changes)
                """)
        }
    }

    private func writeSubmissions(_ used: Set<Int>) throws {
        let origins = comparison.observations.origins
        try connection.query(
            """
            insert into member.submission
                (submission_id, received_at, file, mapping, standard_version, digest)
            select
                submission.submission_id, submission.received_at, submission.file,
                mapping.mapping, standard_version.version, submission.digest
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
            copy member.release_peer (release_id, peer_group_id, owner_city_id, city_id)
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

    private func writeValues(_ release: Int32) throws {
        let codes = Dictionary(
            uniqueKeysWithValues: StandingStatus.allCases.map { ($0, $0.code) })
        let copy = try connection.copyIn(
            """
            copy member.release_value
                (value, numerator, denominator, metric_id, release_id, city_id, breakdown_id,
                status)
            from stdin (format binary)
            """)
        for metric in comparison.metrics {
            let figures = metric.figures
            for city in 0..<figures.cityCount {
                try copy.beginRow(fields: 8)
                copy.rows.append(double: figures.values[city])
                copy.rows.append(double: figures.numerators[city])
                copy.rows.append(double: figures.denominators[city])
                copy.rows.append(int32: ids.metrics[metric.position])
                copy.rows.append(int32: release)
                copy.rows.append(int32: ids.cities[city])
                copy.rows.append(int32: Self.total)
                copy.rows.append(int16: codes[figures.statuses[city]])
            }
        }
        _ = try copy.finish()
    }

    private func writeLineage(_ release: Int32) throws {
        let copy = try connection.copyIn(
            """
            copy member.release_lineage
                (submission_id, measure_value, metric_id, release_id, city_id, breakdown_id,
                measure_id, source_row, source_column, measure_period, raw_text)
            from stdin (format binary)
            """)
        for metric in comparison.metrics {
            for city in 0..<metric.figures.cityCount
            where metric.figures.values[city] != nil {
                let rows = Set(
                    metric.figures.numeratorSources(ofCity: city)
                        + metric.figures.denominatorSources(ofCity: city))
                for row in rows.sorted() {
                    try appendLineage(
                        row, metric: metric.position, city: city, release: release, to: copy)
                }
            }
        }
        _ = try copy.finish()
    }

    private func appendLineage(
        _ row: Int, metric: Int, city: Int, release: Int32, to copy: CopyIn
    ) throws {
        let (columns, origin) = (
            comparison.observations.columns, comparison.observations.origins[row]
        )
        try copy.beginRow(fields: 11)
        copy.rows.append(int64: origin.submission)
        copy.rows.append(double: columns.values[row])
        copy.rows.append(int32: ids.metrics[metric])
        copy.rows.append(int32: release)
        copy.rows.append(int32: ids.cities[city])
        copy.rows.append(int32: columns.breakdowns[row])
        copy.rows.append(int32: ids.measures[Int(columns.measures[row])])
        copy.rows.append(int32: origin.sourceRow)
        copy.rows.append(int16: origin.sourceColumn)
        copy.rows.append(text: columns.period(at: row)?.text)
        copy.rows.append(text: origin.rawText)
    }
}
