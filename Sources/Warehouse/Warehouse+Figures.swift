import MetricSpec
import Postgres

extension Warehouse {
    /// The figures of one city in a release, in total and by group, by metric.
    public func figures(of city: String, in release: Release) throws -> [ReleasedFigure] {
        try connection.query(
            """
            select metric, breakdown, status, reason, value, cost_basis, accounting_basis,
                overhead_method, audit_status, comparable_from, real_value, parity_value,
                rolling_year, unknown_share
            from \(release.schema).metric_value_history
            where city = $1 and release = $2
            order by metric, breakdown <> 'total', breakdown
            """,
            [.text(city), .int32(Int32(release.number))]
        ).map { row in
            ReleasedFigure(
                metric: try row.text(0), breakdown: try row.text(1),
                status: StandingStatus(rawValue: try row.text(2)) ?? .notReported,
                reason: try row.textOrNil(3).flatMap { IncomparableReason(rawValue: $0) },
                value: try row.doubleOrNil(4), basis: try Self.basis(row, from: 5),
                comparableFrom: try row.dayOrNil(9).map { CalendarDay(number: $0) },
                realValue: try row.doubleOrNil(10), parityValue: try row.doubleOrNil(11),
                rollingYear: try row.doubleOrNil(12), unknownShare: try row.doubleOrNil(13))
        }
    }

    private static func basis(_ row: Row, from column: Int) throws -> ValueBasis {
        ValueBasis(
            cost: try row.textOrNil(column).flatMap { CostBasis(rawValue: $0) },
            accounting: try row.textOrNil(column + 1).flatMap { AccountingBasis(rawValue: $0) },
            overhead: try row.textOrNil(column + 2).flatMap { OverheadMethod(rawValue: $0) },
            audit: try row.textOrNil(column + 3).flatMap { AuditStatus(rawValue: $0) })
    }

    /// What a city was given for reporting and good practice, for the city
    /// itself: below the first level nobody else sees it.
    ///
    /// Nil where the release recognises nobody.
    public func recognition(
        of city: String, in release: Release
    ) throws -> ReleasedRecognition? {
        let binds: [Bind] = [.text(city), .int32(Int32(release.number))]
        guard
            let row = try connection.query(
                """
                select release_recognition.level, release_recognition.level_title,
                    release_recognition.points, release_recognition.possible,
                    release_recognition.share
                from warehouse.release_recognition
                inner join \(release.schema).city on city.city_id = release_recognition.city_id
                where city.city = $1 and release_recognition.release_id = $2
                """,
                binds
            ).singleOrNil
        else { return nil }
        let rules = try connection.query(
            """
            select release_recognition_rule.rule, release_recognition_rule.title,
                release_recognition_rule.points, release_recognition_rule.possible
            from warehouse.release_recognition_rule
            inner join \(release.schema).city on city.city_id = release_recognition_rule.city_id
            where city.city = $1 and release_recognition_rule.release_id = $2
            order by release_recognition_rule.position
            """,
            binds
        ).map { row in
            ReleasedRecognition.Rule(
                rule: try row.text(0), title: try row.text(1), points: try row.double(2),
                possible: try row.double(3))
        }
        return ReleasedRecognition(
            level: try row.textOrNil(0), levelTitle: try row.textOrNil(1),
            points: try row.double(2), possible: try row.double(3), share: try row.double(4),
            rules: rules)
    }
}
