import Benchmarking
import Consortium
import MetricSpec
import Postgres

/// Of which vintages the populations behind a comparison are: all cities and
/// periods of a release take one (METHODS 2).
struct PopulationVintages {
    let comparison: Comparison
    let connection: Connection

    /// How many cities a message names.
    private static let named = 10

    /// Throws where populations of several vintages stand behind figures, and
    /// names their cities.
    ///
    /// A value that a file of the vintage only repeats is of that vintage,
    /// too. Where no mapping names one, none is asked for.
    func check() throws {
        let columns = comparison.observations.columns
        let rows = populationRows()
        let vintages = try vintages(ofRows: rows)
        if vintages.isEmpty { return }
        let faults = try Dictionary(grouping: rows) { columns.measures[$0] }
            .sorted { $0.key < $1.key }
            .compactMap { try fault(measure: Int($0.key), rows: $0.value.sorted(), vintages) }
        if !faults.isEmpty {
            throw WarehouseError(.conflict, faults.joined(separator: " "))
        }
    }

    /// Rows of populations behind any figure.
    private func populationRows() -> [Int] {
        let isPopulation = comparison.registry.standard.measures.map {
            $0.population != nil && $0.kind == .stock
        }
        let measures = comparison.observations.columns.measures
        var rows: Set<Int> = []
        for figures in comparison.metrics.map(\.figures) {
            for city in 0..<figures.cityCount where figures.values[city] != nil {
                for row in figures.numeratorSources(ofCity: city)
                    + figures.denominatorSources(ofCity: city)
                where isPopulation[Int(measures[row])] { rows.insert(row) }
            }
        }
        return rows.sorted()
    }

    private func submission(ofRow row: Int) -> Int64 {
        comparison.observations.origins[row].submission
    }

    /// What the mappings of submissions say, those that say anything.
    private func vintages(ofRows rows: [Int]) throws -> [Int64: String] {
        let found = try connection.query(
            """
            select submission.submission_id, mapping.vintage
            from intake.submission
            inner join intake.mapping on mapping.mapping_id = submission.mapping_id
            where submission.submission_id = any ($1) and mapping.vintage is not null
            """,
            [.int64Array(Set(rows.map(submission)).sorted())])
        var vintages: [Int64: String] = [:]
        for row in found { vintages[try row.int64(0)] = try row.text(1) }
        return vintages
    }

    /// The message on one measure; nil where all is of one vintage.
    private func fault(
        measure: Int, rows: [Int], _ vintages: [Int64: String]
    ) throws -> String? {
        var groups = Dictionary(grouping: rows) { vintages[submission(ofRow: $0)] }
        guard groups.count > 1, let main = groups.max(by: { weight($0) < weight($1) })?.key
        else { return nil }
        for (vintage, rows) in groups where vintage != main {
            let repeated = try repeated(rows, by: main)
            groups[vintage] = rows.filter { !repeated.contains($0) }
        }
        let strays = groups.filter { $0.key != main && !$0.value.isEmpty }
        guard !strays.isEmpty, let standing = groups[main] else { return nil }
        let others = strays.sorted { ($0.key ?? "") < ($1.key ?? "") }.map { vintage, rows in
            "\(Self.words(vintage)) for \(names(rows)) (\(submissions(rows)))"
        }
        return "\(comparison.registry.standard.measures[measure].id) behind figures of "
            + "\(comparison.period.text) is of several vintages: \(Self.words(main)) for "
            + "\(Self.count(cities(standing).count)), \(others.joined(separator: ", ")). A release "
            + "takes one for all cities and periods. Load the values of these cities of that "
            + "vintage, name it under vintage: in their mapping, or withdraw the submission."
    }

    /// How many cities a vintage has, then the newest submission.
    private func weight(_ group: (key: String?, value: [Int])) -> (Int, Int64) {
        (cities(group.value).count, group.value.map(submission).max() ?? 0)
    }

    private func cities(_ rows: [Int]) -> Set<Int32> {
        Set(rows.map { comparison.observations.columns.cities[$0] })
    }

    private static func count(_ cities: Int) -> String {
        cities == 1 ? "1 city" : "\(cities) cities"
    }

    private static func words(_ vintage: String?) -> String {
        vintage.map { "\"\($0)\"" } ?? "none named"
    }

    private func names(_ rows: [Int]) -> String {
        let directory = comparison.registry.consortium.directory.cities
        let ids = cities(rows).map { directory[Int($0)].id }.sorted()
        let more = ids.count > Self.named ? " and \(ids.count - Self.named) more" : ""
        return ids.prefix(Self.named).joined(separator: ", ") + more
    }

    private func submissions(_ rows: [Int]) -> String {
        let numbers = Set(rows.map(submission)).sorted()
        return (numbers.count == 1 ? "submission " : "submissions ")
            + numbers.prefix(Self.named).map { "\($0)" }.joined(separator: ", ")
            + (numbers.count > Self.named ? " and more" : "")
    }

    /// Those of the rows whose value a submission of the vintage repeated.
    private func repeated(_ rows: [Int], by vintage: String?) throws -> Set<Int> {
        let (columns, ids) = (comparison.observations.columns, comparison.ids)
        let periods = rows.map { columns.period(at: $0) }
        let found = try connection.query(
            Self.repeatedStatement,
            [
                .text(vintage), .int64Array(rows.map(submission)),
                .int32Array(rows.map { ids.measures[Int(columns.measures[$0])] }),
                .int32Array(rows.map { ids.cities[Int(columns.cities[$0])] }),
                .dayArray(periods.map { $0?.start.number ?? 0 }),
                .int16Array(periods.map { Int16($0?.months ?? 0) }),
                .int32Array(rows.map { ids.breakdowns[Int(columns.breakdowns[$0])] }),
            ])
        return Set(try found.map { rows[Int(try $0.int64(0)) - 1] })
    }

    private static let repeatedStatement = """
        with wanted as materialized (
            select submission.submission_id
            from intake.submission
            inner join intake.mapping on mapping.mapping_id = submission.mapping_id
            where mapping.vintage is not distinct from $1
                and not submission.is_withdrawn
        )
        select given.position
        from unnest($2, $3, $4, $5, $6, $7) with ordinality as given
            (submission_id, measure_id, city_id, period_start, period_months, breakdown_id,
            position)
        where exists (
                select
                from intake.confirmation
                inner join wanted on wanted.submission_id = confirmation.submission_id
                where confirmation.confirmed_submission_id = given.submission_id
                    and confirmation.measure_id = given.measure_id
                    and confirmation.city_id = given.city_id
                    and confirmation.period_start = given.period_start
                    and confirmation.period_months = given.period_months
                    and confirmation.breakdown_id = given.breakdown_id
                    and confirmation.variant = 0
            )
            or exists (
                select
                from intake.confirmation_block
                inner join wanted on wanted.submission_id = confirmation_block.submission_id
                cross join lateral unnest(
                    confirmation_block.measure_ids, confirmation_block.city_ids
                ) as value (measure_id, city_id)
                where confirmation_block.confirmed_submission_id = given.submission_id
                    and confirmation_block.period_start = given.period_start
                    and confirmation_block.period_months = given.period_months
                    and confirmation_block.breakdown_id = given.breakdown_id
                    and confirmation_block.variant = 0
                    and value.measure_id = given.measure_id
                    and value.city_id = given.city_id
            )
        """
}
