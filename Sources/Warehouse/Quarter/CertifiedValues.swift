import MetricSpec
import Postgres

/// One service of one city; nil is what no service of the standard has.
public struct ServiceKey: Hashable, Comparable, Sendable {
    public let city: String
    /// Nil for measures of no service.
    public let service: String?

    /// As it is stored: measures of no service have a blank one.
    init(city: String, stored service: String) {
        self.city = city
        self.service = service.isEmpty ? nil : service
    }

    init(city: String, service: String?) {
        self.city = city
        self.service = service
    }

    /// By city, then by service; measures of no service come first.
    public static func < (left: ServiceKey, right: ServiceKey) -> Bool {
        (left.city, left.service ?? "") < (right.city, right.service ?? "")
    }
}

/// Reads the current values of a period as certifications name them: one line
/// a value, by city and service.
///
/// A value belongs to the period if all its days do: months count for their
/// quarter. Only the variant actual counts, which is what is compared.
struct CertifiedValues {
    let period: Period
    let connection: Connection

    /// What is there of one city's service.
    struct Tally {
        /// Values, and statements that one is missing.
        let values: Int
        let missing: Int
        /// Of all lines, as `intake.certification` has it.
        let digest: String
    }

    /// Of each city's service with anything at all.
    func tallies() throws -> [ServiceKey: Tally] {
        var tallies: [ServiceKey: Tally] = [:]
        let rows = try read(
            """
            select city, service, count(value), count(*) - count(value),
                encode(
                    sha256(
                        string_agg(
                            convert_to(line, 'UTF8') || '\\x00'::bytea, ''::bytea
                            order by line collate "C")),
                    'hex')
            from line
            group by city, service
            """, city: nil)
        for row in rows {
            tallies[ServiceKey(city: try row.text(0), stored: try row.text(1))] = Tally(
                values: Int(try row.int64(2)), missing: Int(try row.int64(3)),
                digest: try row.text(4))
        }
        return tallies
    }

    /// Of one city, by service; sorted as the digest wants them.
    func lines(of city: String) throws -> [String?: [String]] {
        var lines: [String?: [String]] = [:]
        let rows = try read(
            """
            select service, array_agg(line order by line collate "C")
            from line
            group by service
            """, city: city)
        for row in rows {
            let key = ServiceKey(city: city, stored: try row.text(0))
            lines[key.service] = try row.textArray(1).compactMap(\.self)
        }
        return lines
    }

    private func read(_ select: String, city: String?) throws -> Rows {
        // Digits enough for every number to be read back as itself.
        try connection.execute("set extra_float_digits = 1")
        return try connection.query(
            Self.lineStatement + select,
            [
                .day(period.start.number), .day(period.end.number),
                .textArray(ObservationStatus.allCases.map(\.rawValue)), .text(city),
            ])
    }

    private static let lineStatement = """
        with current_value as (
            select distinct on (\(ObservationTable.keyColumns(of: "observation")))
                observation.measure_id, observation.city_id, observation.breakdown_id,
                observation.period_start, observation.period_months, observation.status,
                observation.value, city.city
            from warehouse.observation
            inner join intake.submission
                on submission.submission_id = observation.submission_id
            inner join warehouse.city on city.city_id = observation.city_id
            where observation.period_start >= $1 and observation.period_start < $2
                and observation.period_start
                    + make_interval(months => observation.period_months::integer) <= $2
                and observation.variant = 0 and not submission.is_withdrawn
                and ($4 is null or city.city = $4)
            order by \(ObservationTable.keyColumns(of: "observation")),
                observation.submission_id desc
        ),
        line as (
            select current_value.city, coalesce(measure.service, '') as service,
                current_value.value,
                concat_ws(
                    ' ', measure.measure, breakdown.breakdown,
                    to_char(current_value.period_start, 'YYYY-MM') || '/P'
                        || current_value.period_months || 'M',
                    $3[current_value.status + 1], current_value.value::text) as line
            from current_value
            inner join warehouse.measure on measure.measure_id = current_value.measure_id
            inner join warehouse.breakdown
                on breakdown.breakdown_id = current_value.breakdown_id
        )

        """
}
