import Benchmarking
public import MetricSpec
import Postgres

extension Warehouse {
    /// What the meeting on a period's figures is to talk about; changes
    /// nothing. Confidential values are left out.
    ///
    /// - Parameter moves: how many of each service's largest moves are told.
    public func agenda(
        of period: Period, standard: Standard, moves count: Int
    ) throws -> Agenda {
        try connection.transaction(.readOnlySnapshot) {
            let figures = try comparedFigures(of: period)
            return Agenda(
                queries: try queries(QueryFilter(period: period)).filter { $0.state != .closed },
                moves: Self.largest(figures, standard: standard, count: count),
                flagged: try flagged(in: period, figures), explanations: try explanations(period))
        }
    }

    /// A current figure and the one a year before.
    private struct ComparedFigure {
        let name: FigureName
        let now: Double?
        let before: Double?
        let submission: Int64?
    }

    private func comparedFigures(of period: Period) throws -> [ComparedFigure] {
        let earlier = period.shifted(byMonths: -12) ?? period
        return try connection.query(
            Self.figureStatement,
            [
                .day(period.start.number), .day(earlier.start.number),
                .int16(Int16(period.months)),
            ]
        ).map { row in
            ComparedFigure(
                name: FigureName(
                    city: try row.text(0), measure: try row.text(1), breakdown: try row.text(2)),
                now: try row.doubleOrNil(3), before: try row.doubleOrNil(4),
                submission: try row.int64OrNil(5))
        }
    }

    private static let figureStatement = """
        with current_value as (
            select distinct on (\(ObservationTable.keyColumns(of: "observation")))
                observation.measure_id, observation.city_id, observation.breakdown_id,
                observation.period_start, observation.value, observation.confidentiality,
                observation.submission_id
            from warehouse.observation
            inner join intake.submission
                on submission.submission_id = observation.submission_id
            where observation.period_start in ($1, $2) and observation.period_months = $3
                and observation.variant = 0 and not submission.is_withdrawn
            order by \(ObservationTable.keyColumns(of: "observation")),
                observation.submission_id desc
        )
        select city.city, measure.measure, breakdown.breakdown,
            max(current_value.value) filter (where current_value.period_start = $1),
            max(current_value.value) filter (where current_value.period_start = $2),
            max(current_value.submission_id) filter (where current_value.period_start = $1)
        from current_value
        inner join warehouse.measure on measure.measure_id = current_value.measure_id
        inner join warehouse.city on city.city_id = current_value.city_id
        inner join warehouse.breakdown
            on breakdown.breakdown_id = current_value.breakdown_id
        where current_value.confidentiality = 0 and current_value.value is not null
        group by city.city, measure.measure, breakdown.breakdown, current_value.breakdown_id
        order by city.city, measure.measure, current_value.breakdown_id
        """

    /// Few events move much by chance: below this many in both periods a
    /// count is left out.
    private static let leastCount = 20.0

    /// Of totals, by service in the order of the standard, the farthest first.
    private static func largest(
        _ figures: [ComparedFigure], standard: Standard, count: Int
    ) -> [MovedFigure] {
        let counted = Set(standard.measures.filter(standard.isCounted).map(\.id))
        let moved = figures.compactMap { figure -> MovedFigure? in
            guard figure.name.breakdown == "total", let now = figure.now,
                let before = figure.before, let move = Move(before: before, now: now),
                move.distance > 0,
                !counted.contains(figure.name.measure) || max(now, before) >= leastCount
            else { return nil }
            return MovedFigure(name: figure.name, move: move)
        }
        let byService = Dictionary(grouping: moved) {
            standard.measure($0.name.measure)?.service
        }
        return (standard.services.map(\.id) + [nil]).flatMap { service in
            (byService[service] ?? []).sorted { $0.move.distance > $1.move.distance }
                .prefix(count)
        }
    }

    /// What rules find unlikely in files that brought current figures: the
    /// figures that are current, and those that were not accepted.
    private func flagged(
        in period: Period, _ figures: [ComparedFigure]
    ) throws -> [FlaggedFigure] {
        let current = Dictionary(
            figures.map { ($0.name, $0.now) }, uniquingKeysWith: { first, _ in first })
        let submissions = Set(figures.compactMap(\.submission)).sorted()
        return try connection.query(
            """
            select distinct on (city, measure, breakdown, value, rule)
                city, measure, breakdown, value, severity = 'error', rule, problem, expected
            from intake.finding
            where submission_id = any ($1) and period = $2 and value is not null
                and severity in ('warning', 'error')
            order by city, measure, breakdown, value, rule, submission_id desc, finding
            """,
            [.int64Array(submissions), .text(period.text)]
        ).compactMap { row in
            let figure = FlaggedFigure(
                name: FigureName(
                    city: try row.text(0), measure: try row.text(1), breakdown: try row.text(2)),
                value: try row.double(3), isRejected: try row.bool(4), rule: try row.text(5),
                problem: try row.text(6), expected: try row.textOrNil(7))
            return figure.isRejected || current[figure.name] == figure.value ? figure : nil
        }
    }

    private func explanations(_ period: Period) throws -> [FigureExplanation] {
        try connection.query(
            """
            select city.city, measure.measure, breakdown.breakdown, explanation.value,
                explanation.author, explanation.explanation, explanation.is_public
            from intake.explanation
            inner join warehouse.measure on measure.measure_id = explanation.measure_id
            inner join warehouse.city on city.city_id = explanation.city_id
            inner join warehouse.breakdown
                on breakdown.breakdown_id = explanation.breakdown_id
            left join intake.submission
                on submission.submission_id = explanation.submission_id
            where explanation.period = $1 and submission.is_withdrawn is not true
            order by explanation.explanation_id
            """,
            [.text(period.text)]
        ).map { row in
            FigureExplanation(
                name: FigureName(
                    city: try row.text(0), measure: try row.text(1), breakdown: try row.text(2)),
                value: try row.double(3), author: try row.text(4), text: try row.text(5),
                isPublic: try row.bool(6))
        }
    }
}

extension Standard {
    /// Whether a measure counts separate things.
    fileprivate func isCounted(_ measure: Measure) -> Bool {
        guard let unit = unit(measure.unit) else { return false }
        return dimensions.contains { $0.isCounted && unit.dimension.powers == [$0.id: 1] }
    }
}
