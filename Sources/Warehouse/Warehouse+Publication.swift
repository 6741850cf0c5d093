import MetricSpec
public import Postgres

/// What a publication did.
public struct PublicationReceipt: Sendable {
    public let release: Int
    /// In canonical text.
    public let period: String
    public let kind: ReleaseKind
    /// Who sees it now.
    public let visibility: Audience
    /// Whether they saw it before.
    public let isUnchanged: Bool
}

extension Warehouse {
    /// Lets members, or the public too, see a release.
    ///
    /// Its rows are copied into the tables of that audience: no condition in a
    /// view keeps anybody from what lies in a table that he may read. Throws
    /// under an embargo, and for a release that another one has replaced.
    ///
    /// - Parameters:
    ///   - audience: who may see it; nil: whom it was made for.
    ///   - at: the instant to be noted.
    public func publish(
        release number: Int, to audience: Audience?, at instant: Timestamp
    ) throws -> PublicationReceipt {
        try connection.transaction {
            try lockRegistry()
            let release = try release(numbered: number)
            try checkIsNotReplaced(release)
            let wanted = audience ?? release.visibility
            if release.isHeld {
                try checkEmbargo(release, at: instant)
                try checkIsPublic(wanted, release)
                try connection.query(
                    "update preview.release set visibility = $2 where release_id = $1",
                    [.int32(Int32(number)), .text(wanted.rawValue)])
                try move(Int32(number), at: instant)
                return receipt(release, wanted, isUnchanged: false)
            }
            if wanted == .preview { throw Self.seen(Int32(number)) }
            let isNew = try wanted == .open && open(Int32(number), at: instant)
            return receipt(release, wanted, isUnchanged: !isNew)
        }
    }

    /// Publishes all releases whose embargo is over; returns what was done.
    public func publishDue(at instant: Timestamp) throws -> [PublicationReceipt] {
        let due = try connection.query(
            """
            select release.release_id
            from preview.release
            where release.is_newest and release.visibility <> 'preview'
                and release.embargo_until <= $1
                and not exists (
                    select from member.release as newer
                    where newer.period = release.period
                        and newer.release_id > release.release_id
                )
            order by release.release_id
            """,
            [.timestamp(instant)]
        ).map { Int(try $0.int32(0)) }
        return try due.map { try publish(release: $0, to: nil, at: instant) }
    }

    private func receipt(
        _ release: Release, _ audience: Audience, isUnchanged: Bool
    ) -> PublicationReceipt {
        PublicationReceipt(
            release: release.number, period: release.period.text, kind: release.kind,
            visibility: audience, isUnchanged: isUnchanged)
    }

    /// What is held back replaces nothing that members see.
    private func checkIsNotReplaced(_ release: Release) throws {
        let last =
            try release.isHeld
            ? LastRelease(of: release.period, connection: connection).map { Int($0.number) }
            : newestRelease(of: release.period).number
        if let last, last != release.number {
            throw WarehouseError(
                .conflict,
                "release \(release.number) of \(release.period.text) was replaced by release "
                    + "\(last). Publish that one.")
        }
    }

    private func checkEmbargo(_ release: Release, at instant: Timestamp) throws {
        let isOver = try connection.query(
            "select coalesce(embargo_until <= $2, true) from preview.release where release_id = $1",
            [.int32(Int32(release.number)), .timestamp(instant)]
        ).single.bool(0)
        if !isOver {
            throw WarehouseError(
                .conflict,
                "release \(release.number) is under embargo until \(release.embargoUntil ?? ""). "
                    + "Wait, or set another one: `yardstick release \(release.period.text) "
                    + "--embargo INSTANT`.")
        }
    }

    private func checkIsPublic(_ audience: Audience, _ release: Release) throws {
        if audience == .preview {
            throw WarehouseError(
                .conflict,
                "release \(release.number) is a preview. Say for whom it is published: "
                    + "--visibility member or --visibility open.")
        }
    }

    /// Members have seen it.
    static func seen(_ number: Int32) -> WarehouseError {
        WarehouseError(
            .conflict,
            "release \(number) is published already: what members have seen is not taken back. "
                + "Hold back the next one, when its input has changed.")
    }

    /// What becomes of the newest release where a request finds its input
    /// unchanged.
    func keep(
        _ last: LastRelease, _ plan: ReleasePlan, _ request: ReleaseRequest
    ) throws -> ReleasePlan {
        var kept = plan
        kept.kind = last.kind
        if last.isHeld {
            try connection.query(
                """
                update preview.release
                set visibility = $2, embargo_until = $3, reason = coalesce($4, reason)
                where release_id = $1
                """,
                [
                    .int32(last.number), .text(plan.visibility.rawValue),
                    .timestamp(plan.embargo), .text(plan.reason),
                ])
            if plan.isHeld {
                if last.visibility != plan.visibility || last.embargo != plan.embargo {
                    try audit(
                        [
                            AuditAct(
                                .held, release: Int(last.number), subject: plan.holdText,
                                digest: try release(numbered: Int(last.number)).contentDigest,
                                reason: plan.reason ?? "")
                        ], at: request.instant)
                }
            } else {
                try move(last.number, at: request.instant)
            }
            return kept
        }
        if plan.isHeld { throw Self.seen(last.number) }
        kept.embargo = nil
        if last.visibility == .open { kept.visibility = .open }
        if kept.visibility == .open { _ = try open(last.number, at: request.instant) }
        return kept
    }

    /// From the operators' tables to the members', and on where it is for all.
    private func move(_ release: Int32, at instant: Timestamp) throws {
        let copy = ReleaseCopy(
            release: release, source: .preview, target: .member, connection: connection)
        try copy.write()
        try connection.query(
            "update member.release set published_at = $2 where release_id = $1",
            [.int32(release), .timestamp(instant)])
        try copy.removeSource()
        try attachResponses(to: release)
        try noteSeen(by: .member, release, at: instant)
        try ReleaseTable.analyze(Audience.member.rawValue, connection)
        let isOpen = try connection.query(
            "select visibility = 'open' from member.release where release_id = $1",
            [.int32(release)]
        ).single.bool(0)
        if isOpen { _ = try open(release, at: instant) }
    }

    /// Copies a release that members see for everybody; false where everybody
    /// sees it already.
    func open(_ release: Int32, at instant: Timestamp) throws -> Bool {
        let isOpen = try connection.query(
            "select exists (select from open.release where release_id = $1)", [.int32(release)]
        ).single.bool(0)
        if isOpen { return false }
        try connection.query(
            "update member.release set visibility = 'open' where release_id = $1",
            [.int32(release)])
        try ReleaseCopy(
            release: release, source: .member, target: .open, connection: connection
        ).write()
        try connection.query(
            "update open.release set published_at = $2 where release_id = $1",
            [.int32(release), .timestamp(instant)])
        try noteSeen(by: .open, release, at: instant)
        try ReleaseTable.analyze(Audience.open.rawValue, connection)
        return true
    }

    private func noteSeen(by audience: Audience, _ number: Int32, at instant: Timestamp) throws {
        try audit(
            [
                AuditAct(
                    .published, release: Int(number), subject: audience.rawValue,
                    digest: try release(numbered: Int(number)).contentDigest)
            ], at: instant)
    }
}
