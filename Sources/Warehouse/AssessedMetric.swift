import Benchmarking
import Consortium
import MetricSpec
import Postgres

/// What is said of one metric in total or in one group beyond its figures and
/// places: what the data can carry.
struct AssessedMetric {
    /// The course of each figure that has one, by city, ascending.
    let courses: [(city: Int, course: FigureCourse)]
    /// One entry for each of the metric's standings, in their order.
    let assessments: [AssessmentColumns]
}

/// Assesses the metrics of a comparison against earlier releases.
struct AssessedMetricMaker {
    let comparison: Comparison
    let earlier: EarlierReleases
    let connection: Connection
    /// Of cities that another one joined or left, how many periods before this
    /// one they were already what they are.
    private let beginnings: [Int: Int]

    init(comparison: Comparison, earlier: EarlierReleases, connection: Connection) {
        self.comparison = comparison
        self.earlier = earlier
        self.connection = connection
        let now = comparison.period
        beginnings = comparison.registry.consortium.areaChanges.compactMapValues { days in
            guard let last = days.filter({ $0 <= now.start }).max() else { return nil }
            return earlier.entries.filter { $0.start >= last }.map(\.periodsBefore).max() ?? 0
        }
    }

    /// How often errors are drawn for simultaneous rank intervals, and from
    /// what the draws begin.
    static let options = AssessmentOptions(draws: 1_000, seed: 20_260_101)

    /// One entry for each of the comparison's metrics, in their order.
    func assess() throws -> [AssessedMetric] {
        var figures = EarlierFigures(reach: 0, cityCount: comparison.ids.cities.count)
        var ranks: [[EarlierReleases.RankPlace: Int32]] = []
        var position: Int?
        return try comparison.metrics.map { metric in
            // The breakdowns of a metric follow one another.
            if position != metric.position {
                position = metric.position
                let id = comparison.ids.metrics[metric.position]
                figures = try earlier.figures(
                    ofMetric: id, since: metric.comparableFrom, ids: comparison.ids,
                    connection: connection)
                ranks =
                    declared(metric).uncertainty == .volume
                    ? try earlier.ranks(
                        ofMetric: id, since: metric.comparableFrom, connection: connection) : []
            }
            return AssessedMetric(
                courses: courses(of: metric, figures),
                assessments: assessments(of: metric, figures, ranks))
        }
    }

    private func declared(_ metric: ComparedMetric) -> Metric {
        comparison.registry.standard.metrics[metric.position]
    }

    private func assessments(
        of metric: ComparedMetric, _ earlier: EarlierFigures,
        _ ranks: [[EarlierReleases.RankPlace: Int32]]
    ) -> [AssessmentColumns] {
        let (ids, declared) = (comparison.ids, declared(metric))
        let breakdown = ids.breakdowns[Int(metric.breakdown)]
        let earlierRanks = metric.standings.map { standings in
            ranks.map { ranks in
                standings.cities.map { city in
                    ids.peerGroups[standings.group].flatMap {
                        ranks[.init(group: $0, breakdown: breakdown, city: ids.cities[Int(city)])]
                    } ?? 0
                }
            }
        }
        return comparison.engine.assess(
            metric.figures, metric: declared, standings: metric.standings,
            inGroups: metric.groups, earlier: yearBefore(metric, earlier),
            earlierRanks: ranks.isEmpty ? [] : earlierRanks, options: Self.options)
    }

    /// The figures of the same months a year before, without those of cities
    /// that were others then.
    private func yearBefore(
        _ metric: ComparedMetric, _ figures: EarlierFigures
    ) -> MetricColumns? {
        guard let entry = earlier.yearBefore,
            metric.comparableFrom.map({ $0 <= entry.start }) ?? true,
            let period = comparison.period.shifted(byMonths: -12)
        else { return nil }
        let found = (0..<metric.figures.cityCount).map { city in
            entry.periodsBefore <= beginnings[city] ?? .max
                ? figures.figure(entry.periodsBefore, city: city, breakdown: metric.breakdown)
                : nil
        }
        return MetricColumns(
            period: period, breakdown: metric.breakdown,
            statuses: found.map { $0 == nil ? .notReported : .reported },
            values: found.map { $0?.value }, numerators: found.map { $0?.numerator },
            denominators: found.map { $0?.denominator }, multiplier: metric.figures.multiplier)
    }

    private func courses(
        of metric: ComparedMetric, _ earlier: EarlierFigures
    ) -> [(city: Int, course: FigureCourse)] {
        guard earlier.reach > 0 else { return [] }
        let declared = declared(metric)
        let uncertainty = metric.figures.uncertainty
        return (0..<metric.figures.cityCount).compactMap { city in
            guard metric.figures.statuses[city] == .reported,
                let value = metric.figures.values[city]
            else { return nil }
            let reach = min(earlier.reach, beginnings[city] ?? earlier.reach)
            let before = stride(from: reach, to: 0, by: -1).map {
                earlier.figure($0, city: city, breakdown: metric.breakdown)?.point
            }
            guard before.contains(where: { $0 != nil }) else { return nil }
            let now = SeriesPoint(
                value: value, lower: uncertainty.lowers[city], upper: uncertainty.uppers[city])
            return FigureCourse(
                before + [now],
                months: Int(comparison.period.months),
                lastYear: comparison.period.start.parts.year,
                overlaps: declared.overlaps(in: comparison.period)
            ).map { (city, $0) }
        }
    }
}

extension Metric {
    /// Whether its figures of following periods share months: changes over
    /// more than a period do.
    fileprivate func overlaps(in period: Period) -> Bool {
        guard case .rateOfChange(_, let months) = formula else { return false }
        return months > Int(period.months)
    }
}
