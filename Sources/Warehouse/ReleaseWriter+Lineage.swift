import Benchmarking
import MetricSpec
import Postgres

extension ReleaseWriter {
    /// The observations behind each figure, and the people served where they
    /// stand in the place of a population.
    func writeLineage(_ release: Int32) throws {
        let copy = try connection.copyIn(
            """
            copy member.release_lineage
                (submission_id, measure_value, metric_id, release_id, city_id, breakdown_id,
                measure_id, source_row, source_column, measure_period, raw_text,
                measure_breakdown_id)
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
                    rows.sorted().map(observation)
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
    }

    private func observation(_ row: Int) -> Source {
        let columns = comparison.observations.columns
        let origin = comparison.observations.origins[row]
        return Source(
            submission: origin.submission, value: columns.values[row],
            measure: Int(columns.measures[row]), breakdown: columns.breakdowns[row],
            period: columns.period(at: row)?.text, sourceRow: origin.sourceRow,
            sourceColumn: origin.sourceColumn, rawText: origin.rawText)
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
        try copy.beginRow(fields: 12)
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
    }
}
