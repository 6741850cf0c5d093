import Benchmarking
import Consortium
import MetricSpec
import Postgres

extension ReleaseWriter {
    /// The releases that trends are made of.
    func writeEarlier(_ release: Int32, _ earlier: EarlierReleases) throws {
        let copy = try connection.copyIn(
            """
            copy \(schema).release_earlier (release_id, earlier_release_id, period_start)
            from stdin (format binary)
            """)
        for entry in earlier.entries {
            try copy.beginRow(fields: 3)
            copy.rows.append(int32: release)
            copy.rows.append(int32: entry.release)
            copy.rows.append(day: entry.start.number)
        }
        _ = try copy.finish()
    }

    /// The courses of all figures that have an earlier one.
    func writeTrends(_ release: Int32, _ assessed: [AssessedMetric]) throws {
        let copy = try connection.copyIn(
            """
            copy \(schema).release_trend
                (slope, tau, chi_square, probability, autocorrelation, year_change,
                year_change_lower, year_change_upper, metric_id, release_id, city_id,
                breakdown_id, periods, method, direction, course)
            from stdin (format binary)
            """)
        for (metric, assessed) in zip(comparison.metrics, assessed) {
            let declared = comparison.registry.standard.metrics[metric.position]
            for (city, course) in assessed.courses {
                try copy.beginRow(fields: 16)
                Self.append(course, to: copy.rows)
                copy.rows.append(int32: ids.metrics[metric.position])
                copy.rows.append(int32: release)
                copy.rows.append(int32: ids.cities[city])
                copy.rows.append(int32: ids.breakdowns[Int(metric.breakdown)])
                copy.rows.append(int32: Int32(course.count))
                copy.rows.append(int16: course.method?.rawValue)
                copy.rows.append(int16: course.direction.map { Int16($0) })
                let value = metric.figures.values[city] ?? 0
                copy.rows.append(
                    int16: course.course(
                        polarity: declared.polarity, target: declared.target, value: value
                    ).map { Int16($0) })
            }
        }
        _ = try copy.finish()
    }

    private static func append(_ course: FigureCourse, to rows: CopyBuffer) {
        for figure in [
            course.slope, course.tau, course.chiSquare, course.probability, course.autocorrelation,
            course.yearChange, course.yearChangeInterval?.lower, course.yearChangeInterval?.upper,
        ] {
            rows.append(double: figure)
        }
    }

    /// What each metric is in this release.
    func writeMetrics(_ release: Int32) throws {
        let copy = try connection.copyIn(
            """
            copy \(schema).release_metric
                (multiplier, target_from, target_to, meaningful_difference, metric_id, release_id,
                decimals, is_difference_percent, is_ratio, polarity, uncertainty, formula)
            from stdin (format binary)
            """)
        for metric in comparison.metrics where metric.breakdown == 0 {
            let declared = comparison.registry.standard.metrics[metric.position]
            try copy.beginRow(fields: 12)
            copy.rows.append(double: metric.figures.multiplier)
            copy.rows.append(double: declared.target?.from)
            copy.rows.append(double: declared.target?.to)
            let gap = declared.meaningfulDifference
            copy.rows.append(double: gap?.size)
            copy.rows.append(int32: ids.metrics[metric.position])
            copy.rows.append(int32: release)
            copy.rows.append(int16: declared.decimals.map { Int16($0) })
            copy.rows.append(bool: gap?.isPercent)
            copy.rows.append(bool: declared.formula.isRatio)
            copy.rows.append(text: declared.polarity.rawValue)
            copy.rows.append(text: declared.uncertainty.rawValue)
            copy.rows.append(text: declared.formula.text)
        }
        _ = try copy.finish()
    }
}

extension MeaningfulDifference {
    fileprivate var size: Double {
        switch self {
        case .absolute(let size), .percent(let size): size
        }
    }

    fileprivate var isPercent: Bool {
        switch self {
        case .absolute: false
        case .percent: true
        }
    }
}
