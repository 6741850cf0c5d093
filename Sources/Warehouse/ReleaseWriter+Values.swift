import Benchmarking
import MetricSpec
import Postgres

extension ReleaseWriter {
    func writeValues(_ release: Int32) throws {
        let codes = ReleaseCodes()
        let copy = try connection.copyIn(
            """
            copy \(schema).release_value
                (value, numerator, denominator, real_value, parity_value, rolling_value,
                unknown_share, lower, upper, standard_error, rank_key, target_gap, metric_id,
                release_id, city_id, breakdown_id, comparable_from, status, reason, basis,
                provision_mode, is_reliable)
            from stdin (format binary)
            """)
        for metric in comparison.metrics {
            let declared = comparison.registry.standard.metrics[metric.position]
            let keys = metric.figures.rankKeys(declared)
            let modes = metric.figures.comparedModes(declared)
            for city in 0..<metric.figures.cityCount {
                try copy.beginRow(fields: 22)
                Self.append(metric, city, to: copy.rows)
                copy.rows.append(double: keys[city])
                copy.rows.append(
                    double: metric.figures.values[city].flatMap { declared.target?.gap(of: $0) })
                copy.rows.append(int32: ids.metrics[metric.position])
                copy.rows.append(int32: release)
                copy.rows.append(int32: ids.cities[city])
                copy.rows.append(int32: ids.breakdowns[Int(metric.breakdown)])
                copy.rows.append(day: metric.comparableFrom?.number)
                copy.rows.append(int16: codes.status[metric.figures.statuses[city]])
                copy.rows.append(int16: codes.code(metric.figures.reasons[city]))
                copy.rows.append(int16: metric.figures.basisCodes[city])
                copy.rows.append(int16: modes.isEmpty ? nil : codes.code(modes[city]))
                let uncertainty = metric.figures.uncertainty
                copy.rows.append(
                    bool: uncertainty.lowers[city] == nil ? nil : !uncertainty.isUnreliable[city])
            }
        }
        _ = try copy.finish()
    }

    private static func append(_ metric: ComparedMetric, _ city: Int, to rows: CopyBuffer) {
        rows.append(double: metric.figures.values[city])
        rows.append(double: metric.figures.numerators[city])
        rows.append(double: metric.figures.denominators[city])
        for column in [
            metric.realValues, metric.parityValues, metric.rollingValues, metric.unknownShares,
        ] {
            rows.append(double: column.isEmpty ? nil : column[city])
        }
        let uncertainty = metric.figures.uncertainty
        rows.append(double: uncertainty.lowers[city])
        rows.append(double: uncertainty.uppers[city])
        rows.append(double: uncertainty.errors[city])
    }

    /// The price index of each metric whose figures were put into its prices.
    func writePrices(_ release: Int32) throws {
        let copy = try connection.copyIn(
            """
            copy \(schema).release_price
                (index_value, base_index_value, metric_id, release_id, series, base_period,
                vintage, source)
            from stdin (format binary)
            """)
        for metric in comparison.metrics where metric.breakdown == 0 {
            let standard = comparison.registry.standard
            guard let id = standard.metrics[metric.position].prices?.series,
                let series = comparison.prices[id],
                let now = series.index.average(over: comparison.period),
                let base = series.index.average(over: series.index.base)
            else { continue }
            try copy.beginRow(fields: 8)
            copy.rows.append(double: now)
            copy.rows.append(double: base)
            copy.rows.append(int32: ids.metrics[metric.position])
            copy.rows.append(int32: release)
            copy.rows.append(text: id)
            copy.rows.append(text: series.index.base.text)
            copy.rows.append(day: series.vintage.number)
            copy.rows.append(text: series.source)
        }
        _ = try copy.finish()
    }
}

/// The numbers of words, looked up once instead of at every row.
struct ReleaseCodes {
    let status = Dictionary(
        uniqueKeysWithValues: StandingStatus.allCases.map { ($0, $0.code) })
    private let reasons = Dictionary(
        uniqueKeysWithValues: IncomparableReason.allCases.map { ($0, $0.code) })

    private let modes = Dictionary(
        uniqueKeysWithValues: ProvisionMode.allCases.enumerated().map { ($1, Int16($0 + 1)) })

    func code(_ reason: IncomparableReason?) -> Int16? {
        reason.flatMap { reasons[$0] }
    }

    func code(_ mode: ProvisionMode?) -> Int16? {
        mode.flatMap { modes[$0] }
    }
}
