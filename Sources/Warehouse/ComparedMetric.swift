import Benchmarking
import Consortium
import MetricSpec

/// One metric in total or in one group: figures, standings and what is told
/// beside them.
struct ComparedMetric {
    /// In the standard's metrics.
    let position: Int
    /// In the standard's breakdown values; 0 is the total.
    let breakdown: Int32
    let figures: MetricColumns
    /// In the comparison's groups, those that it is compared in.
    let groups: [Int]
    /// One entry for each of these groups.
    let standings: [StandingColumns]
    /// In prices of the series' base; empty for what is no money.
    let realValues: [Double?]
    /// Over the cities' price parities; empty where none is shown.
    let parityValues: [Double?]
    /// Over the four quarters that end with the period; empty for other
    /// periods and across a break.
    let rollingValues: [Double?]
    /// Of the group's breakdown, the share of nobody knows whom; empty for
    /// the total.
    let unknownShares: [Double?]
    /// The first day of the definition that holds; nil: no break before.
    let comparableFrom: CalendarDay?

    /// Why figures are not compared, one entry a figure: in all groups, or in
    /// any whose cities provide the service in another way.
    var reasons: [IncomparableReason] {
        var reasons = figures.reasons
        for standings in standings {
            for row in 0..<standings.count {
                let city = Int(standings.cities[row])
                if reasons[city] == nil { reasons[city] = standings.reason(at: row) }
            }
        }
        return reasons.compactMap(\.self)
    }
}

/// Computes metrics and their standings in one period.
struct ComparedMetricMaker {
    private let period: Period
    private let standard: Standard
    private let groups: [PeerResolution.Resolved]
    private let services: ServiceTable
    private let prices: PriceTable
    private let uncertified: UncertifiedServices
    private let evaluator: MetricEvaluator
    let engine: Engine

    init(
        period: Period, registry: Registry, observations: ObservationColumns,
        groups: [PeerResolution.Resolved], services: ServiceTable, prices: PriceTable,
        uncertified: UncertifiedServices = UncertifiedServices()
    ) {
        self.period = period
        standard = registry.standard
        self.groups = groups
        self.services = services
        self.prices = prices
        self.uncertified = uncertified
        let cityCount = registry.consortium.directory.cities.count
        evaluator = MetricEvaluator(
            standard: registry.standard, observations: observations, cityCount: cityCount,
            areaChanges: registry.consortium.areaChanges)
        engine = Engine(groups: groups.map(\.group), cityCount: cityCount)
    }

    /// The metric in total, then by the groups of its breakdowns; without
    /// those in which nobody has a figure.
    func compare(_ metric: Metric) -> [ComparedMetric] {
        compare(metric, figures(of: metric, in: [0]), unknownShares: [])
            + metric.breakdowns.flatMap { list -> [ComparedMetric] in
                let figures = figures(of: metric, in: standard.positions(ofBreakdown: list))
                guard !figures.isEmpty else { return [] }
                let shares = evaluator.unknownShares(
                    of: metric, byBreakdown: list, in: period,
                    service: services.column(metric.service))
                return compare(metric, figures, unknownShares: shares)
            }
    }

    private func figures(of metric: Metric, in breakdowns: [Int32]) -> [MetricColumns] {
        breakdowns.map {
            var figures = evaluator.evaluate(
                metric, in: period, breakdown: $0, service: services.column(metric.service))
            figures.setApart(uncertified.unranked(metric.service), .notCertified)
            return figures
        }.filter(\.hasReports)
    }

    private func compare(
        _ metric: Metric, _ figures: [MetricColumns], unknownShares: [Double?]
    ) -> [ComparedMetric] {
        guard let position = standard.metricIndex(metric.id) else { return [] }
        let serving = groups.indices.filter { groups[$0].rule.serves(metric: metric.id) }
        return figures.map { figures in
            ComparedMetric(
                position: position, breakdown: figures.breakdown, figures: figures,
                groups: serving,
                standings: engine.compare(figures, metric: metric, inGroups: serving),
                realValues: prices.realValues(of: figures, metric),
                parityValues: prices.parityValues(of: figures, metric),
                rollingValues: rollingValues(metric, breakdown: figures.breakdown),
                unknownShares: unknownShares,
                comparableFrom: standard.comparableSince(metric, on: period.start))
        }
    }

    /// What does not compare for a reason of its own has no rolling value.
    private func rollingValues(_ metric: Metric, breakdown: Int32) -> [Double?] {
        guard let year = RollingYear.of(period),
            standard.comparableSince(metric, on: year.start)
                == standard.comparableSince(metric, on: period.start),
            metric.notes.validFrom.map({ $0 <= year.start }) ?? true
        else { return [] }
        let figures = evaluator.evaluate(
            metric, in: year, breakdown: breakdown, service: services.column(metric.service))
        return (0..<figures.cityCount).map { city in
            figures.statuses[city] == .reported ? figures.values[city] : nil
        }
    }
}
