import MetricSpec
public import Postgres

extension Warehouse {
    /// Certifies the current values of a city's services in a period.
    ///
    /// A service without values, or with a question that waits for the city,
    /// is left out and named. The same values twice change nothing.
    ///
    /// - Parameter at: the instant to be noted.
    public func certify(
        _ request: CertificationRequest, at instant: Timestamp
    ) throws -> [CertifiedService] {
        try connection.transaction {
            try lockRegistry()
            let lines = try CertifiedValues(period: request.period, connection: connection)
                .lines(of: request.city)
            let queries = try queries(
                QueryFilter(period: request.period, city: request.city))
            let known = try certifications(of: request.period, city: request.city)
            let services: [String?] =
                request.services.isEmpty
                ? lines.keys.sorted { ($0 ?? "") < ($1 ?? "") } : request.services
            let outcomes = try services.map { service in
                let waiting = queries.filter { $0.service == service && $0.waitsFor == .city }
                guard let lines = lines[service], waiting.isEmpty else {
                    return CertifiedService(
                        service: service, outcome: lines[service] == nil ? .nothing : .queried,
                        values: lines[service]?.count ?? 0, digest: nil,
                        queries: waiting.map(\.number))
                }
                let digest = Digest.of(lines)
                let isKnown = known.contains { ($0.service, $0.digest) == (service, digest) }
                if !isKnown {
                    try store(request, service: service, lines, digest: digest, at: instant)
                }
                return CertifiedService(
                    service: service, outcome: isKnown ? .known : .certified,
                    values: lines.count, digest: digest, queries: [])
            }
            try auditCertification(request, outcomes, at: instant)
            return outcomes
        }
    }

    private func auditCertification(
        _ request: CertificationRequest, _ services: [CertifiedService], at instant: Timestamp
    ) throws {
        let acts = services.filter { $0.outcome == .certified }.map { service in
            AuditAct(
                .certified,
                subject: [request.city, service.service, request.period.text]
                    .compactMap(\.self).joined(separator: " "),
                digest: service.digest, reason: request.office)
        }
        if !acts.isEmpty { try audit(acts, by: request.certifier, at: instant) }
    }

    private func store(
        _ request: CertificationRequest, service: String?, _ lines: [String], digest: String,
        at instant: Timestamp
    ) throws {
        try connection.query(
            """
            insert into intake.certification
                (certification_id, certified_at, city_id, period_start, period_months, service,
                certifier, office, digest, certified)
            select
                (select coalesce(max(certification_id), 0) + 1 from intake.certification),
                $1, city.city_id, $2, $3, $4, $5, $6, $7, $8
            from warehouse.city
            where city.city = $9
            """,
            [
                .timestamp(instant), .day(request.period.start.number),
                .int16(Int16(request.period.months)), .text(service ?? ""),
                .text(request.certifier), .text(request.office), .text(digest),
                .textArray(lines), .text(request.city),
            ])
    }

    /// All certifications of a period, of one city or all, the first made
    /// first.
    func certifications(of period: Period, city: String? = nil) throws -> [Certification] {
        try connection.query(
            """
            select certification.certification_id, city.city, certification.service,
                certification.certifier, certification.office,
                to_char(
                    certification.certified_at at time zone 'UTC',
                    'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
                certification.digest
            from intake.certification
            inner join warehouse.city on city.city_id = certification.city_id
            where certification.period_start = $1 and certification.period_months = $2
                and ($3 is null or city.city = $3)
            order by certification.certification_id
            """,
            [.day(period.start.number), .int16(Int16(period.months)), .text(city)]
        ).map { row in
            let service = try row.text(2)
            return Certification(
                number: Int(try row.int64(0)), city: try row.text(1),
                service: service.isEmpty ? nil : service, certifier: try row.text(3),
                office: try row.text(4), certifiedAt: try row.text(5), digest: try row.text(6))
        }
    }

    /// The values that were certified, one line each.
    func lines(certifiedIn number: Int) throws -> [String] {
        try connection.query(
            "select certified from intake.certification where certification_id = $1",
            [.int64(Int64(number))]
        ).single.textArray(0).compactMap(\.self)
    }
}
