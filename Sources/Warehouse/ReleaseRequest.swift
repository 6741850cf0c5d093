public import MetricSpec
public import Postgres

/// What somebody wants released.
public struct ReleaseRequest: Sendable {
    public let period: Period
    /// When it is asked for.
    public let instant: Timestamp
    /// Whether the figures are meant to stay.
    public var isFinal = false
    /// Whom it is for; nil: whom the release that is held back is for, else
    /// members.
    public var visibility: Audience?
    /// Nobody but operators may see it before; nil: as the release that is
    /// held back, else at once.
    public var embargo: Timestamp?
    /// Why, in words that may be published.
    public var reason: String?

    /// A provisional release for members.
    public init(of period: Period, at instant: Timestamp) {
        self.period = period
        self.instant = instant
    }
}

/// The newest release of a period, wherever it lies.
struct LastRelease {
    let number: Int32
    let kind: ReleaseKind
    let inputDigest: String
    let visibility: Audience
    let embargo: Timestamp?
    let isHeld: Bool

    /// Nil where the period has none.
    init?(of period: Period, connection: Connection) throws {
        let rows = try connection.query(
            """
            select release_id, kind, input_digest, visibility, embargo_until, is_held
            from (
                select release_id, kind, input_digest, visibility, embargo_until, false as is_held
                from member.release
                where period = $1
                union all
                select release_id, kind, input_digest, visibility, embargo_until, true
                from preview.release
                where period = $1
            ) as release
            order by release_id desc
            limit 1
            """,
            [.text(period.text)])
        guard let row = try rows.singleOrNil else { return nil }
        number = try row.int32(0)
        kind = ReleaseKind(rawValue: try row.text(1)) ?? .provisional
        inputDigest = try row.text(2)
        visibility = Audience(rawValue: try row.text(3)) ?? .member
        embargo = try row.timestampOrNil(4)
        isHeld = try row.bool(5)
    }

    /// Whether it is what a request asks for, on the same input.
    func satisfies(_ request: ReleaseRequest) -> Bool {
        !request.isFinal || kind != .provisional
    }
}

/// What the next release of a period will be.
struct ReleasePlan {
    var kind: ReleaseKind
    var visibility: Audience
    var embargo: Timestamp?
    let instant: Timestamp
    let reason: String?

    /// What protects a release that is held back holds for the one that takes
    /// its place; that another one was open to the public opens nothing.
    ///
    /// - Parameter hasFinal: whether members have seen a final release.
    init(_ request: ReleaseRequest, after last: LastRelease?, hasFinal: Bool) {
        let held = last.flatMap { $0.isHeld ? $0 : nil }
        if hasFinal {
            kind = .corrected
        } else {
            kind = request.isFinal ? .final : held?.kind ?? .provisional
        }
        visibility = request.visibility ?? held?.visibility ?? .member
        embargo = request.embargo ?? held?.embargo
        instant = request.instant
        reason = request.reason
    }

    /// Whether it is kept from members for now.
    var isHeld: Bool {
        visibility == .preview || embargo.map { $0 > instant } ?? false
    }

    /// How it is held back, for the audit chain.
    var holdText: String {
        visibility.rawValue + (embargo == nil ? "" : ", under embargo")
    }

    /// The schema in which it is written.
    var schema: Audience { isHeld ? .preview : .member }
}
