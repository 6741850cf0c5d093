public import MetricSpec
public import Postgres
/// What somebody says about a figure.
public struct ExplanationRequest: Sendable {
    /// The id of the city.
    public let city: String
    /// The id of the measure.
    public let measure: String
    /// The id of the breakdown's value; `total` for all.
    public let breakdown: String
    public let period: Period
    /// The figure, in the measure's unit; nil for the one that is current.
    public let value: Double?
    public let text: String
    public let author: String
    /// Whether it may be published beside the figure.
    public let isPublic: Bool

    /// Puts the parts together.
    public init(
        city: String, measure: String, breakdown: String, period: Period, value: Double?,
        text: String, author: String, isPublic: Bool
    ) {
        self.city = city
        self.measure = measure
        self.breakdown = breakdown
        self.period = period
        self.value = value
        self.text = text
        self.author = author
        self.isPublic = isPublic
    }
}

/// What became of an explanation.
public struct ExplanationReceipt: Sendable {
    /// The figure that is explained, in the measure's unit.
    public let value: Double
    /// The figure that is current; nil where none is.
    public let current: Double?
    /// Whether the same was said about the same figure before.
    public let isKnown: Bool
    /// Where the figure was rejected; nil where it is current, or was not.
    public let rejected: RejectedFigure?
}

extension Warehouse {
    /// Keeps what somebody says about a figure, so that it is not asked about
    /// again.
    ///
    /// The figure is the current one, or the one that is named, which may be
    /// sent later, or was rejected: then the same file is loaded again. The same explanation twice changes nothing.
    ///
    /// - Parameter at: the instant to be noted.
    public func explain(
        _ request: ExplanationRequest, at instant: Timestamp
    ) throws -> ExplanationReceipt {
        try connection.transaction {
            try lockRegistry()
            let current = try lastValues(ofCity: request.city, in: [request.period])
                .first { ($0.measure, $0.breakdown) == (request.measure, request.breakdown) }?
                .value
            guard let value = request.value ?? current else {
                throw WarehouseError(
                    .notFound,
                    "there is no current figure of \(request.measure) of \(request.city) for "
                        + "\(request.period.text). Name the figure that is meant with --value.")
            }
            let count = try store(request, value: value, at: instant)
            if count > 0 { try audit([Self.act(request, value: value)], at: instant) }
            return ExplanationReceipt(
                value: value, current: current, isKnown: count == 0,
                rejected: current == value ? nil : try rejection(of: request, value: value))
        }
    }

    private static func act(_ request: ExplanationRequest, value: Double) -> AuditAct {
        let subject = [
            request.city, request.measure, request.period.text, request.breakdown,
        ].joined(separator: " ")
        return AuditAct(
            .explained, subject: subject,
            digest: Digest.of([PlainNumber.text(value), request.author, request.text]))
    }

    private func store(
        _ request: ExplanationRequest, value: Double, at instant: Timestamp
    ) throws -> Int {
        try connection.query(
            """
            insert into intake.explanation
                (explanation_id, value, explained_at, measure_id, city_id, breakdown_id,
                is_public, period, author, explanation)
            select (select coalesce(max(explanation_id), 0) + 1 from intake.explanation),
                $1, $2, measure.measure_id, city.city_id, breakdown.breakdown_id, $3, $4, $5, $6
            from warehouse.measure
            cross join warehouse.city
            cross join warehouse.breakdown
            where measure.measure = $7 and city.city = $8 and breakdown.breakdown = $9
                and not exists (
                    select from intake.explanation as known
                    where known.measure_id = measure.measure_id
                        and known.city_id = city.city_id
                        and known.breakdown_id = breakdown.breakdown_id
                        and known.period = $4 and known.value = $1 and known.explanation = $6
                        and known.author = $5 and known.is_public = $3
                )
            returning explanation_id
            """,
            [
                .double(value), .timestamp(instant), .bool(request.isPublic),
                .text(request.period.text), .text(request.author), .text(request.text),
                .text(request.measure), .text(request.city), .text(request.breakdown),
            ]
        ).count
    }
}
