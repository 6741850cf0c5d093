import MetricSpec
public import Postgres

extension Warehouse {
    /// Puts a question about a figure, from either side.
    ///
    /// Refused where the same side's question on the same figure is not closed
    /// yet.
    ///
    /// - Parameter at: the instant to be noted.
    public func openQuery(_ request: QueryRequest, at instant: Timestamp) throws -> FigureQuery {
        try connection.transaction {
            try lockRegistry()
            let same = try queries(QueryFilter(period: request.period, city: request.city)).first {
                $0.measure == request.measure && $0.breakdown == request.breakdown
                    && $0.state != .closed && $0.entries.first?.side == request.side
            }
            if let same {
                throw WarehouseError(
                    .conflict,
                    "question \(same.number) asks about that figure already. Go on with "
                        + "`yardstick query answer \(same.number)`, or close it first.")
            }
            let number = try connection.query(
                """
                insert into intake.query
                    (query_id, measure_id, city_id, period_start, breakdown_id, period_months)
                select (select coalesce(max(query_id), 0) + 1 from intake.query),
                    measure.measure_id, city.city_id, $1, breakdown.breakdown_id, $2
                from warehouse.measure
                cross join warehouse.city
                cross join warehouse.breakdown
                where measure.measure = $3 and city.city = $4 and breakdown.breakdown = $5
                returning query_id
                """,
                [
                    .day(request.period.start.number), .int16(Int16(request.period.months)),
                    .text(request.measure), .text(request.city), .text(request.breakdown),
                ]
            ).single.int64(0)
            return try add(
                .opened, to: Int(number), side: request.side, author: request.author,
                message: request.message, at: instant)
        }
    }

    /// Adds an answer to a question, or closes it.
    ///
    /// - Parameters:
    ///   - side: who speaks; nil for the side whose word is awaited.
    ///   - at: the instant to be noted.
    public func continueQuery(
        _ number: Int, _ action: FigureQuery.Action, side: FigureQuery.Side?, author: String,
        message: String, at instant: Timestamp
    ) throws -> FigureQuery {
        try connection.transaction {
            try lockRegistry()
            guard let waitsFor = try query(number).waitsFor else {
                throw WarehouseError(
                    .conflict,
                    "question \(number) is closed. Open another with `yardstick query open`.")
            }
            return try add(
                action, to: number, side: side ?? waitsFor, author: author, message: message,
                at: instant)
        }
    }

    /// One question; throws where there is none of that number.
    public func query(_ number: Int) throws -> FigureQuery {
        guard let query = try queries(QueryFilter(number: number)).first else {
            throw WarehouseError(
                .notFound, "there is no question \(number). `yardstick query list` lists them.")
        }
        return query
    }

    private func add(
        _ action: FigureQuery.Action, to number: Int, side: FigureQuery.Side, author: String,
        message: String, at instant: Timestamp
    ) throws -> FigureQuery {
        try connection.query(
            """
            insert into intake.query_entry
                (query_id, value, written_at, entry, action, side, author, message)
            select $1, $2, $3, coalesce(max(query_entry.entry), 0) + 1, $4, $5, $6, $7
            from intake.query_entry
            where query_entry.query_id = $1
            """,
            [
                .int64(Int64(number)), .double(try current(number)), .timestamp(instant),
                .text(action.rawValue), .text(side.rawValue), .text(author), .text(message),
            ])
        let query = try query(number)
        try audit(
            [
                AuditAct(
                    Self.auditAction(action),
                    subject: "question \(number) \(query.city) \(query.measure) "
                        + "\(query.period.text) \(query.breakdown)",
                    digest: Digest.of([message]))
            ],
            by: author, at: instant)
        return query
    }

    private static func auditAction(_ action: FigureQuery.Action) -> AuditAct.Action {
        switch action {
        case .opened: .asked
        case .answered: .answered
        case .closed: .closed
        }
    }

    /// The figure that is current for a question, before it has any entry.
    private func current(_ number: Int) throws -> Double? {
        try connection.query(
            Self.currentStatement + "select value from current_value",
            [.int64(Int64(number)), .day(nil), .int16(nil), .text(nil)]
        ).singleOrNil?.doubleOrNil(0)
    }

    /// Questions, the first put first.
    public func queries(_ filter: QueryFilter) throws -> [FigureQuery] {
        let rows = try connection.query(
            Self.currentStatement + Self.entryStatement,
            [
                .int64(filter.number.map { Int64($0) }), .day(filter.period?.start.number),
                .int16(filter.period.map { Int16($0.months) }), .text(filter.city),
            ])
        var queries: [FigureQuery] = []
        for row in rows {
            let number = Int(try row.int64(0))
            if queries.last?.number != number {
                guard let query = try Self.query(row, number: number) else { continue }
                queries.append(query)
            }
            queries[queries.count - 1].entries.append(try Self.entry(row))
        }
        return queries
    }

    private static func query(_ row: Row, number: Int) throws -> FigureQuery? {
        guard
            let period = Period(
                start: CalendarDay(number: try row.day(5)), months: Int(try row.int16(6)))
        else { return nil }
        return FigureQuery(
            number: number, city: try row.text(1), measure: try row.text(2),
            service: try row.textOrNil(3), breakdown: try row.text(4), period: period,
            value: try row.doubleOrNil(7), entries: [])
    }

    private static func entry(_ row: Row) throws -> FigureQuery.Entry {
        FigureQuery.Entry(
            action: FigureQuery.Action(rawValue: try row.text(8)) ?? .answered,
            side: FigureQuery.Side(rawValue: try row.text(9)) ?? .consortium,
            author: try row.text(10), writtenAt: try row.text(11), message: try row.text(12),
            value: try row.doubleOrNil(13))
    }

    /// The questions that are meant, and the current value of each.
    private static let currentStatement = """
        with selected as (
            select query.query_id, query.measure_id, query.city_id, query.period_start,
                query.period_months, query.breakdown_id
            from intake.query
            inner join warehouse.city on city.city_id = query.city_id
            where ($1 is null or query.query_id = $1)
                and ($2 is null or query.period_start = $2)
                and ($3 is null or query.period_months = $3)
                and ($4 is null or city.city = $4)
        ),
        current_value as (
            select distinct on (selected.measure_id, selected.query_id)
                selected.query_id, observation.value
            from selected
            inner join warehouse.observation
                on observation.measure_id = selected.measure_id
                and observation.city_id = selected.city_id
                and observation.period_start = selected.period_start
                and observation.period_months = selected.period_months
                and observation.breakdown_id = selected.breakdown_id
                and observation.variant = 0
            inner join intake.submission
                on submission.submission_id = observation.submission_id
            where not submission.is_withdrawn
            order by selected.measure_id, selected.query_id, observation.submission_id desc
        )

        """

    private static let entryStatement = """
        select selected.query_id, city.city, measure.measure, measure.service,
            breakdown.breakdown, selected.period_start, selected.period_months,
            current_value.value, query_entry.action, query_entry.side, query_entry.author,
            to_char(
                query_entry.written_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
            query_entry.message, query_entry.value
        from selected
        inner join intake.query_entry on query_entry.query_id = selected.query_id
        inner join warehouse.city on city.city_id = selected.city_id
        inner join warehouse.measure on measure.measure_id = selected.measure_id
        inner join warehouse.breakdown on breakdown.breakdown_id = selected.breakdown_id
        left join current_value on current_value.query_id = selected.query_id
        order by selected.query_id, query_entry.entry
        """
}
