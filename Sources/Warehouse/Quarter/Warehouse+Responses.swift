public import MetricSpec
public import Postgres

extension Warehouse {
    /// Keeps what a city says about its own figure in the newest release of a
    /// period, which members may not see yet.
    ///
    /// It is shown with the figure once that release, or the next one, is
    /// published; of several the last counts, and another figure does not
    /// carry its words.
    ///
    /// - Parameter at: the instant to be noted.
    public func respond(
        _ request: ResponseRequest, at instant: Timestamp
    ) throws -> ResponseReceipt {
        try connection.transaction {
            try lockRegistry()
            let release = try lastRelease(of: request.period)
            let figure = try figures(of: request.city, in: release).first {
                ($0.metric, $0.breakdown) == (request.metric, request.breakdown)
            }
            guard let value = figure?.value else {
                throw WarehouseError(
                    .notFound,
                    "release \(release.number) has no figure of \(request.city) in "
                        + "\(request.metric) (\(request.breakdown)). "
                        + "`yardstick \(release.isHeld ? "preview" : "show") \(request.city) "
                        + "\(request.period.text)` shows what there is.")
            }
            let isKnown = try store(request, value: value, at: instant) == 0
            if !isKnown {
                try audit(
                    [Self.act(request, value: value, release: release.number)],
                    by: request.author, at: instant)
            }
            return ResponseReceipt(
                release: release.number, isHeld: release.isHeld, value: value, isKnown: isKnown)
        }
    }

    private static func act(
        _ request: ResponseRequest, value: Double, release: Int
    ) -> AuditAct {
        AuditAct(
            .responded, release: release,
            subject: "\(request.city) \(request.metric) \(request.period.text) "
                + request.breakdown,
            digest: Digest.of([PlainNumber.text(value), request.author, request.text]))
    }

    /// The newest release of a period, whether members see it or not; throws
    /// where there is none.
    public func lastRelease(of period: Period) throws -> Release {
        guard let last = try LastRelease(of: period, connection: connection) else {
            return try newestRelease(of: period)
        }
        return try release(numbered: Int(last.number))
    }

    /// Returns how many rows were added: none where the last response to the
    /// figure says the same.
    private func store(
        _ request: ResponseRequest, value: Double, at instant: Timestamp
    ) throws -> Int {
        try connection.query(
            """
            insert into intake.response
                (response_id, responded_at, value, metric_id, city_id, breakdown_id, period,
                author, response, office)
            select (select coalesce(max(response_id), 0) + 1 from intake.response),
                $1, $2, metric.metric_id, city.city_id, breakdown.breakdown_id, $3, $4, $5, $9
            from warehouse.metric
            cross join warehouse.city
            cross join warehouse.breakdown
            where metric.metric = $6 and city.city = $7 and breakdown.breakdown = $8
                and not exists (
                    select
                    from (
                        select known.value, known.author, known.response, known.office
                        from intake.response as known
                        where known.metric_id = metric.metric_id
                            and known.city_id = city.city_id
                            and known.breakdown_id = breakdown.breakdown_id
                            and known.period = $3
                        order by known.response_id desc
                        limit 1
                    ) as last
                    where last.value = $2 and last.author = $4 and last.response = $5
                        and last.office is not distinct from $9
                )
            returning response_id
            """,
            [
                .timestamp(instant), .double(value), .text(request.period.text),
                .text(request.author), .text(request.text), .text(request.metric),
                .text(request.city), .text(request.breakdown), .text(request.office),
            ]
        ).count
    }

    /// Puts the responses beside the figures of a release that members come
    /// to see.
    func attachResponses(to release: Int32) throws {
        try connection.query(
            """
            insert into member.release_response
                (metric_id, release_id, city_id, breakdown_id, responded_on, author, response,
                office)
            select last.metric_id, release_value.release_id, last.city_id, last.breakdown_id,
                (last.responded_at at time zone 'UTC')::date, last.author, last.response,
                last.office
            from (
                select distinct on (metric_id, city_id, breakdown_id) response.*
                from intake.response
                inner join member.release on release.period = response.period
                where release.release_id = $1
                order by metric_id, city_id, breakdown_id, response_id desc
            ) as last
            inner join member.release_value
                on release_value.metric_id = last.metric_id
                and release_value.city_id = last.city_id
                and release_value.breakdown_id = last.breakdown_id
                and release_value.value = last.value
            where release_value.release_id = $1
            """,
            [.int32(release)])
    }

    /// What a city says about its figures of a period, the last of each, by
    /// metric; released or not.
    public func responses(of city: String, in period: Period) throws -> [FigureResponse] {
        try connection.query(
            """
            select distinct on (metric.metric, breakdown.position, breakdown.breakdown)
                metric.metric, breakdown.breakdown, response.author, response.office,
                to_char(response.responded_at at time zone 'UTC', 'YYYY-MM-DD'),
                response.response
            from intake.response
            inner join warehouse.metric on metric.metric_id = response.metric_id
            inner join warehouse.city on city.city_id = response.city_id
            inner join warehouse.breakdown
                on breakdown.breakdown_id = response.breakdown_id
            where city.city = $1 and response.period = $2
            order by metric.metric, breakdown.position, breakdown.breakdown,
                response.response_id desc
            """,
            [.text(city), .text(period.text)]
        ).map(Self.response)
    }

    /// What a city says about its figures in a release that members see, by
    /// metric.
    public func responses(of city: String, in release: Release) throws -> [FigureResponse] {
        try connection.query(
            """
            select metric, breakdown, author, office, to_char(responded_on, 'YYYY-MM-DD'),
                response
            from \(release.schema).response_history
            where city = $1 and release = $2
            order by metric, breakdown <> 'total', breakdown
            """,
            [.text(city), .int32(Int32(release.number))]
        ).map(Self.response)
    }

    private static func response(_ row: Row) throws -> FigureResponse {
        FigureResponse(
            metric: try row.text(0), breakdown: try row.text(1), author: try row.text(2),
            office: try row.textOrNil(3), respondedOn: try row.text(4), text: try row.text(5))
    }
}
