public import MetricSpec
import Postgres

/// What one comparison did.
public struct ComparisonReceipt: Sendable {
    public let period: Period
    /// The number of the release; nil when no city reports any metric and
    /// none ever did.
    public let release: Int?
    /// Whether the input was that of the newest release, which stays.
    public let isUnchanged: Bool
    public let metrics: Int
    public let standings: Int
    /// How many figures stand in it without being compared, by reason.
    public let notComparable: [IncomparableReason: Int]
}

extension Warehouse {
    /// Compares all metrics of a period and freezes the result as a numbered
    /// provisional release.
    ///
    /// On input that has not changed since the newest release of the period,
    /// nothing is written and that release is named.
    public func compare(
        _ period: Period, registry: Registry, ids: RegistryIDs
    ) throws -> ComparisonReceipt {
        try connection.transaction {
            try lockRegistry()
            let comparison = try Comparison(
                period: period, registry: registry, ids: ids, connection: connection)
            guard try !comparison.metrics.isEmpty || hasRelease(of: period) else {
                return ComparisonReceipt(
                    period: period, release: nil, isUnchanged: true, metrics: 0, standings: 0,
                    notComparable: [:])
            }
            if let release = try newestRelease(of: period, digest: comparison.inputDigest) {
                return comparison.receipt(release: release, isUnchanged: true)
            }
            let writer = ReleaseWriter(comparison: comparison, connection: connection)
            let release = try writer.write()
            try audit([AuditAct(.released, release: release, digest: comparison.inputDigest)])
            return comparison.receipt(release: release, isUnchanged: false)
        }
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

    /// Whether a period was released: when all was withdrawn since, an empty
    /// release takes the place of what members see.
    private func hasRelease(of period: Period) throws -> Bool {
        try connection.query(
            "select exists (select from member.release where period = $1)", [.text(period.text)]
        ).single.bool(0)
    }

    private func newestRelease(of period: Period, digest: String) throws -> Int? {
        try connection.query(
            """
            select release.release_id
            from member.release
            where release.period = $1 and release.is_newest and release.input_digest = $2
            """,
            [.text(period.text), .text(digest)]
        ).singleOrNil.map { Int(try $0.int32(0)) }
    }
}
