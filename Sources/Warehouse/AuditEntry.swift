public import Postgres

/// What the audit chain notes of one act, before it has its number.
///
/// An entry names what it was done to by number and digest and never holds its
/// text, so that what is erased later leaves the chain valid.
public struct AuditAct: Sendable {
    /// What can be done.
    public enum Action: String, Sendable, CaseIterable {
        /// A submission was stored.
        case loaded
        /// A file that is no table was kept as a rejected submission.
        case rejected
        /// Somebody explained a figure.
        case explained
        /// A submission was withdrawn.
        case withdrawn
        /// A withdrawal was undone.
        case undone
        /// The bytes of a submission and its texts were dropped.
        case erased
        /// A comparison was frozen as a release.
        case released
        /// Somebody certified the values of a city's service.
        case certified
        /// A question about a figure was put.
        case asked
        /// Something was said on a question.
        case answered
        /// A question was closed.
        case closed
        /// A city responded to its own figure in a release.
        case responded
        /// A release that is held back got another audience or embargo.
        case held
        /// Members, or everybody, came to see a release.
        case published
        /// A user was let in as one of an audience.
        case granted
        /// An audience was taken from a user.
        case revoked
    }

    let action: Action
    let submission: Int?
    let release: Int?
    let subject: String
    let digest: String?
    let reason: String

    /// Puts the parts together.
    ///
    /// - Parameters:
    ///   - subject: what else it was done to, such as
    ///     `ashford ops/calls 2026-Q1 total`.
    ///   - digest: SHA-256 of what it was done to, in hexadecimal.
    public init(
        _ action: Action, submission: Int? = nil, release: Int? = nil, subject: String = "",
        digest: String? = nil, reason: String = ""
    ) {
        self.action = action
        self.submission = submission
        self.release = release
        self.subject = subject
        self.digest = digest
        self.reason = reason
    }
}

/// Who acts, for the audit chain, and the clock that says when.
public struct AuditActor: Sendable {
    /// The name given, or the account that runs the program.
    public let name: String
    /// Reads the clock.
    public let now: @Sendable () -> Timestamp

    /// Puts the parts together.
    public init(name: String, now: @escaping @Sendable () -> Timestamp) {
        self.name = name
        self.now = now
    }
}

/// One link of the audit chain.
public struct AuditEntry: Sendable {
    /// Numbered from 1 without gaps.
    public let number: Int
    public let instant: Timestamp
    public let actor: String
    /// One of ``AuditAct/Action``, or that of a newer program.
    public let action: String
    public let submission: Int?
    public let release: Int?
    /// What else it was done to; "" where it was nothing.
    public let subject: String
    /// SHA-256 of what it was done to, in hexadecimal.
    public let digest: String?
    /// "" where none was given.
    public let reason: String
    /// SHA-256 over the entry before and this one, in hexadecimal.
    public internal(set) var chainDigest: String

    /// What the chain digest must be behind another entry's ("" for the
    /// first).
    ///
    /// It covers every field as its length in bytes, a colon, its text and a
    /// comma; "-," where there is none.
    func expectedDigest(after previous: String) -> String {
        let fields = [
            String(number), String(instant.microseconds), actor, action,
            submission.map { String($0) }, release.map { String($0) }, subject, digest, reason,
        ]
        var bytes = Array(previous.utf8)
        for field in fields {
            bytes += Array((field.map { "\($0.utf8.count):\($0)," } ?? "-,").utf8)
        }
        let sum = Digest()
        bytes.withUnsafeBytes { sum.add($0) }
        return sum.hexadecimal()
    }
}

extension AuditEntry {
    /// The entry of an act, behind another entry's digest.
    init(
        _ act: AuditAct, number: Int, actor: String, at instant: Timestamp, after previous: String
    ) {
        self.init(
            number: number, instant: instant, actor: actor, action: act.action.rawValue,
            submission: act.submission, release: act.release, subject: act.subject,
            digest: act.digest, reason: act.reason, chainDigest: "")
        chainDigest = expectedDigest(after: previous)
    }
}
