public import MetricSpec
public import Postgres

/// What one comparison did.
public struct ComparisonReceipt: Sendable {
    public let period: Period
    /// The number of the release; nil when no city reports any metric and
    /// none ever did.
    public let release: Int?
    /// Whether the input was that of the newest release, which stays.
    public let isUnchanged: Bool
    public let kind: ReleaseKind
    /// Whom it is for.
    public let visibility: Audience
    /// Whether members do not see it yet.
    public let isHeld: Bool
    /// Nobody but operators sees it before; nil for no embargo.
    public let embargo: Timestamp?
    public let metrics: Int
    public let standings: Int
    /// How many figures stand in it without being compared, by reason.
    public let notComparable: [IncomparableReason: Int]
    /// Of a final or corrected release: services whose figures nobody had
    /// certified, by city.
    public let uncertified: [ServiceKey]
}

extension Warehouse {
    /// Compares all metrics of a period and freezes the result as a numbered
    /// release: provisional before a final one, corrected after it.
    ///
    /// On input that has not changed since the newest release of the period,
    /// nothing is written and that release is named.
    ///
    /// - Parameter at: the instant to be noted.
    public func compare(
        _ period: Period, registry: Registry, ids: RegistryIDs, at instant: Timestamp
    ) throws -> ComparisonReceipt {
        try release(ReleaseRequest(of: period, at: instant), registry: registry, ids: ids)
    }

    /// As ``compare(_:registry:ids:at:)``, for an audience and as final where
    /// that is asked for.
    ///
    /// A final release is one of its own, also on the input of the provisional
    /// one before it. A release that is held back stays so under the next
    /// one's number; once its embargo is over, it is published. Throws where
    /// something would be taken back that members have seen, and where
    /// populations of several vintages would stand in it.
    public func release(
        _ request: ReleaseRequest, registry: Registry, ids: RegistryIDs
    ) throws -> ComparisonReceipt {
        try connection.transaction {
            try lockRegistry()
            let last = try LastRelease(of: request.period, connection: connection)
            let plan = ReleasePlan(
                request, after: last, hasFinal: try hasPublishedFinal(of: request.period))
            let comparison = try Comparison(
                period: request.period, registry: registry, ids: ids, connection: connection,
                uncertified: plan.kind == .provisional
                    ? UncertifiedServices()
                    : UncertifiedServices(
                        in: request.period, registry: registry, warehouse: self))
            // When all was withdrawn since, an empty release takes the place of
            // what members see.
            guard !comparison.metrics.isEmpty || last != nil else {
                return comparison.receipt(release: nil, isUnchanged: true, plan)
            }
            if let last, last.inputDigest == comparison.inputDigest, last.satisfies(request) {
                let kept = try keep(last, plan, request)
                return comparison.receipt(
                    release: Int(last.number), isUnchanged: true, kept)
            }
            try PopulationVintages(comparison: comparison, connection: connection).check()
            let writer = ReleaseWriter(
                comparison: comparison, connection: connection, schema: plan.schema.rawValue)
            let number = try writer.write(plan)
            try audit(
                [
                    AuditAct(
                        .released, release: number,
                        subject: "\(request.period.text) \(plan.kind.rawValue)",
                        digest: try release(numbered: number).contentDigest,
                        reason: plan.reason ?? "")
                ], at: plan.instant)
            if !plan.isHeld { try attachResponses(to: Int32(number)) }
            if !plan.isHeld, plan.visibility == .open {
                _ = try open(Int32(number), at: plan.instant)
            }
            return comparison.receipt(release: number, isUnchanged: false, plan)
        }
    }

    /// What would have been compared at an instant, with the folder as it is
    /// now; stores nothing.
    ///
    /// The release is the one that was made of the same input, nil for none.
    public func comparison(
        of period: Period, registry: Registry, asOf instant: Timestamp
    ) throws -> ComparisonReceipt {
        try connection.transaction(.readOnlySnapshot) {
            let ids = try RegistryWriter(connection: connection, registry: registry).readIDs()
            let comparison = try Comparison(
                period: period, registry: registry, ids: ids, connection: connection,
                known: KnownState(at: instant))
            let plan = ReleasePlan(
                ReleaseRequest(of: period, at: instant), after: nil, hasFinal: false)
            return comparison.receipt(
                release: try firstRelease(on: comparison)?.number, isUnchanged: true, plan)
        }
    }

    /// The first release that members saw on the input of a comparison, each
    /// with the certifications that it rests on.
    private func firstRelease(on comparison: Comparison) throws -> Release? {
        try releases().first { release in
            guard release.period == comparison.period, !release.isHeld else { return false }
            let uncertified = try UncertifiedServices(
                of: release, consortium: comparison.registry.consortium, connection: connection)
            return try Self.inputDigest(of: release, connection)
                == comparison.inputDigest(with: uncertified)
        }
    }

    /// SHA-256 over all that a release was computed from.
    static func inputDigest(of release: Release, _ connection: Connection) throws -> String {
        try connection.query(
            "select input_digest from \(release.schema).release where release_id = $1",
            [.int32(Int32(release.number))]
        ).single.text(0)
    }

    private func hasPublishedFinal(of period: Period) throws -> Bool {
        try connection.query(
            """
            select exists (
                select from member.release
                where period = $1 and kind in ('final', 'corrected')
            )
            """,
            [.text(period.text)]
        ).single.bool(0)
    }

    /// The periods for which any value is stored, ascending.
    public func periodsWithValues() throws -> [Period] {
        let rows = try connection.query(
            """
            select distinct observation.period_start, observation.period_months
            from warehouse.observation
            where observation.variant = 0 and observation.value is not null
            """)
        return try rows.compactMap {
            Period(start: CalendarDay(number: try $0.day(0)), months: Int(try $0.int16(1)))
        }.sorted()
    }
}
