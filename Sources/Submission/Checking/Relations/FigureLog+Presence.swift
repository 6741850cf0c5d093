import Consortium
import MetricSpec

/// What is absent, told once for each measure or metric.
extension FigureLog {
    /// How many figures lack something, and the first of them.
    fileprivate struct Gap {
        var cities: [Int] = []
        var count = 0
        var period: Period
    }

    func presenceFindings(_ periods: [Period], _ stamps: StampReader) -> [Finding] {
        if presence.isFull || presence.words == 0 { return [] }
        let reported = presence.reported()
        return requiredFindings(reported, periods, stamps)
            + denominatorFindings(reported, periods)
    }

    // MARK: Required measures

    private func requiredFindings(
        _ reported: [(city: Int, period: Int)], _ periods: [Period], _ stamps: StampReader
    ) -> [Finding] {
        let standard = context.standard
        let byService = Dictionary(
            grouping: standard.measures.indices.filter { standard.measures[$0].service != nil },
            by: { standard.measures[$0].service ?? "" })
        var findings: [Finding] = []
        for (service, measures) in byService.sorted(by: { $0.key < $1.key }) {
            let required = measures.filter { standard.measures[$0].isRequired }
            if required.isEmpty { continue }
            var gaps: [Int: [Bool: Gap]] = [:]
            var reporting: Set<Int> = []
            for (city, period) in reported {
                let present = measures.filter { presence.has($0, city: city, period: period) }
                guard present.count > 1,
                    provisions.isProvided(service, city: city, in: periods[period])
                else { continue }
                reporting.insert(city)
                let closes = stamps.closesYear(periods[period], city: Int32(city))
                for measure in required where !present.contains(measure) {
                    if isKnown(measure, city, periods[period]) { continue }
                    gaps[measure, default: [:]][closes, default: Gap(period: periods[period])]
                        .add(city)
                }
            }
            findings += gapFindings(gaps, service, reporting.count)
        }
        return findings
    }

    private func gapFindings(
        _ gaps: [Int: [Bool: Gap]], _ service: String, _ reporting: Int
    ) -> [Finding] {
        gaps.sorted { $0.key < $1.key }.flatMap { measure, gaps in
            gaps.sorted { !$0.key && $1.key }.map { closes, gap in
                let finding = writer.requiredAbsent(
                    measure, service: service, cities: gap.cities.map(cityID),
                    reporting: reporting, closesYear: closes)
                return named(
                    finding, measure: measure, city: gap.cities.count == 1 ? gap.cities[0] : nil,
                    period: gap.count == 1 ? gap.period : nil)
            }
        }
    }

    // MARK: Denominators

    /// Metrics whose denominators the same office counts in the same period.
    private func denominatorFindings(
        _ reported: [(city: Int, period: Int)], _ periods: [Period]
    ) -> [Finding] {
        context.standard.metrics.flatMap { metric -> [Finding] in
            let above = operands(metric.plan.above)
            return operands(metric.plan.below).compactMap { below -> Finding? in
                guard let first = above.first, isDue(below, beside: first) else { return nil }
                var gap: Gap?
                for (city, period) in reported
                where above.contains(where: { presence.has($0, city: city, period: period) })
                    && !presence.has(below, city: city, period: period)
                    && !isKnown(below, city, periods[period])
                {
                    if gap == nil { gap = Gap(period: periods[period]) }
                    gap?.add(city)
                }
                return gap.map { gap in
                    let finding = writer.numeratorWithoutDenominator(
                        metric, numerator: first, denominator: below, count: gap.count,
                        first: "\(cityID(gap.cities[0])) \(gap.period.text)")
                    return named(finding, measure: first)
                }
            }
        }
    }

    /// Whether a file that has one measure is where the other is looked for.
    private func isDue(_ measure: Int, beside other: Int) -> Bool {
        let (one, two) = (context.standard.measures[measure], context.standard.measures[other])
        return one.kind == .flow && one.service != nil && one.service == two.service
            && measure != other
    }

    private func operands(_ terms: [MetricPlan.Term]) -> [Int] {
        terms.compactMap { term in
            guard case .measure(let position) = term.operand else { return nil }
            return position
        }
    }

    /// Whether an earlier submission has brought a figure.
    private func isKnown(_ measure: Int, _ city: Int, _ period: Period) -> Bool {
        context.earlier?.value(
            measure: Int32(measure), city: Int32(city), breakdown: 0, in: period) != nil
    }

    private func cityID(_ city: Int) -> String { context.cities.cities[city].id }
}

extension FigureLog.Gap {
    /// Counts a figure of a city; a city is named once.
    fileprivate mutating func add(_ city: Int) {
        if !cities.contains(city) { cities.append(city) }
        count += 1
    }
}
