import Benchmarking
import MetricSpec
import Postgres

extension ReleaseWriter {
    /// The observations behind each figure, and the people served where they
    /// stand in the place of a population.
    ///
    /// - Parameter used: the rows of all observations behind any figure.
    func writeLineage(_ release: Int32, _ used: Set<Int>) throws {
        let aggregates = try aggregates(used)
        let copy = try connection.copyIn(
            """
            copy \(schema).release_lineage
                (submission_id, measure_value, metric_id, release_id, city_id, breakdown_id,
                measure_id, source_row, source_column, measure_period, raw_text,
                measure_breakdown_id, row_count, row_digest, filter, explanation, explained_by)
            from stdin (format binary)
            """)
        let standard = comparison.registry.standard
        for metric in comparison.metrics {
            let populations =
                metric.breakdown == 0
                ? standard.servedPopulations(of: standard.metrics[metric.position]) : []
            for city in 0..<metric.figures.cityCount where metric.figures.values[city] != nil {
                let rows = Set(
                    metric.figures.numeratorSources(ofCity: city)
                        + metric.figures.denominatorSources(ofCity: city))
                let sources =
                    rows.sorted().map { observation($0, aggregates) }
                    + populations.compactMap { served($0, by: metric, city: city) }
                for source in sources {
                    try append(source, of: metric, city: city, release: release, to: copy)
                }
            }
        }
        _ = try copy.finish()
    }

    /// One value behind a figure.
    private struct Source {
        /// 0 for what stands in the consortium folder.
        let submission: Int64
        let value: Double
        let measure: Int
        let breakdown: Int32
        let period: String?
        var sourceRow: Int32 = 0
        var sourceColumn: Int16 = 0
        var rawText: String?
        /// Nil where the value stands in a cell.
        var aggregate: AggregateOrigins.Origin?
        /// What the city said about it and lets be published.
        var explanation: PublishedExplanations.Explanation?
    }

    /// What those of the used observations that are aggregates were made of.
    private func aggregates(_ used: Set<Int>) throws -> AggregateOrigins {
        let columns = comparison.observations.columns
        let origins = comparison.observations.origins
        return try AggregateOrigins(
            measures: Set(used.map { ids.measures[Int(columns.measures[$0])] }).sorted(),
            submissions: Set(used.map { origins[$0].submission }).sorted(),
            connection: connection)
    }

    private func observation(_ row: Int, _ aggregates: AggregateOrigins) -> Source {
        let columns = comparison.observations.columns
        let origin = comparison.observations.origins[row]
        let period = columns.period(at: row)
        let key = AggregateOrigins.Key(
            submission: origin.submission, measure: ids.measures[Int(columns.measures[row])],
            city: ids.cities[Int(columns.cities[row])],
            breakdown: ids.breakdowns[Int(columns.breakdowns[row])],
            periodStart: period?.start.number ?? 0, months: Int16(period?.months ?? 0))
        return Source(
            submission: origin.submission, value: columns.values[row],
            measure: Int(columns.measures[row]), breakdown: columns.breakdowns[row],
            period: period?.text, sourceRow: origin.sourceRow,
            sourceColumn: origin.sourceColumn, rawText: origin.rawText,
            aggregate: aggregates[key],
            explanation: comparison.explanations.explanation(
                ofRow: row, in: comparison.observations, ids: ids))
    }

    /// Nil where services.csv does not say how many the city serves.
    private func served(_ population: Int, by metric: ComparedMetric, city: Int) -> Source? {
        let standard = comparison.registry.standard
        let service = standard.metrics[metric.position].service
        guard let persons = comparison.services.column(service)?.populationServed[city] else {
            return nil
        }
        let factor = standard.unit(standard.measures[population].unit)?.factor ?? 1
        return Source(
            submission: 0, value: persons / factor, measure: population, breakdown: 0,
            period: comparison.period.text, rawText: "\(persons)")
    }

    private func append(
        _ source: Source, of metric: ComparedMetric, city: Int, release: Int32, to copy: CopyIn
    ) throws {
        try copy.beginRow(fields: 17)
        copy.rows.append(int64: source.submission)
        copy.rows.append(double: source.value)
        copy.rows.append(int32: ids.metrics[metric.position])
        copy.rows.append(int32: release)
        copy.rows.append(int32: ids.cities[city])
        copy.rows.append(int32: ids.breakdowns[Int(metric.breakdown)])
        copy.rows.append(int32: ids.measures[source.measure])
        copy.rows.append(int32: source.sourceRow)
        copy.rows.append(int16: source.sourceColumn)
        copy.rows.append(text: source.period)
        copy.rows.append(text: source.rawText)
        copy.rows.append(int32: ids.breakdowns[Int(source.breakdown)])
        copy.rows.append(int64: source.aggregate?.rowCount)
        copy.rows.append(int64: source.aggregate?.rowDigest)
        copy.rows.append(text: source.aggregate?.filter)
        copy.rows.append(text: source.explanation?.text)
        copy.rows.append(text: source.explanation?.author)
    }
}
