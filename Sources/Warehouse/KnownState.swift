import Postgres

/// A state of the store: what is current, or what was known before.
struct KnownState {
    /// What was received and withdrawn up to here; nil for no bound.
    private var instant: Timestamp?
    /// The last submission and the last event; nil for no bound.
    private var submission: Int64?
    private var event: Int64?
    private var explanation: Int64?
    /// Whether nothing bounds it.
    let isCurrent: Bool

    static let current = KnownState()

    private init() { isCurrent = true }

    /// What was known at an instant; current without one.
    init(at instant: Timestamp?) {
        self.instant = instant
        isCurrent = instant == nil
    }

    /// What was known when a release was computed, whatever the clock said.
    init(submission: Int64, event: Int64, explanation: Int64) {
        self.submission = submission
        self.event = event
        self.explanation = explanation
        isCurrent = false
    }

    /// The binds that ``observations(_:)`` and ``counted(_:)`` refer to, from
    /// a number on; none for what is current.
    var binds: [Bind] {
        isCurrent ? [] : [.timestamp(instant), .int64(submission), .int64(event)]
    }

    /// Where observations are read from: the table, or what counted of it.
    ///
    /// - Parameters:
    ///   - first: the number of the first of ``binds`` in the statement.
    ///   - measures: an array of measures, as SQL.
    ///   - starts: the first and the last start of a period, as SQL.
    func observations(
        _ first: Int, measures: String = "null", starts: (String, String) = ("null", "null")
    ) -> String {
        observations(numbers(first), measures, starts)
    }

    /// The same for COPY, which takes no binds: they are written out.
    ///
    /// - Parameters:
    ///   - measures: an array of measures, as SQL.
    ///   - starts: the first and the last start of a period, as SQL.
    func observations(measures: String, starts: (String, String)) -> String {
        observations(written, measures, starts)
    }

    private func observations(
        _ bounds: String, _ measures: String, _ starts: (String, String)
    ) -> String {
        if isCurrent { return "warehouse.observation" }
        return "warehouse.observation_known(\(bounds), \(measures), \(starts.0), "
            + "\(starts.1)) as observation"
    }

    /// The bounds as SQL; hours, since an interval's seconds are few.
    private var written: String {
        let instant = instant.map { instant in
            let (hours, rest) = instant.microseconds.quotientAndRemainder(
                dividingBy: 3_600_000_000)
            return "timestamptz '2000-01-01 00:00:00Z' + interval '\(hours) hours "
                + "\(rest / 1_000_000) seconds \(rest % 1_000_000) microseconds'"
        }
        let numbers = [submission, event].map { $0.map { "\($0)" } ?? "null" }
        return ([instant ?? "null"] + numbers).joined(separator: ", ")
    }

    /// The condition that a submission of the joined table counts, for
    /// statements that read ``observations(_:measures:starts:)``.
    ///
    /// What is known is chosen by the function; of a table it is asked here.
    var counts: String { isCurrent ? "not submission.is_withdrawn" : "true" }

    /// The condition that a submission of the joined table counts, for
    /// statements that read what submissions brought beside values; takes
    /// ``binds``.
    func countsSubmission(_ first: Int) -> String {
        if isCurrent { return "not submission.is_withdrawn" }
        return """
            submission.submission_id in (
                select counted.submission_id
                from warehouse.counted_submission(\(numbers(first))) as counted
            )
            """
    }

    /// The condition that a release of the joined table was the newest of its
    /// period that members saw; takes ``binds``.
    func isNewestRelease(_ first: Int) -> String {
        if isCurrent { return "release.is_newest" }
        func wasSeen(_ table: String) -> String {
            "coalesce(\(table).published_at, \(table).released_at, \(table).data_received_at) "
                + "<= $\(first)"
        }
        // What else is bound is named, for its type to be known.
        return """
            \(wasSeen("release"))
            and coalesce($\(first + 1)::bigint, $\(first + 2)::bigint) is null
            and not exists (
                select
                from member.release as later
                where later.period = release.period and later.release_id > release.release_id
                    and \(wasSeen("later"))
            )
            """
    }

    /// The condition that an explanation was known, with the submission that
    /// brought it.
    func explains(_ first: Int) -> String {
        if isCurrent { return "submission.is_withdrawn is not true" }
        return """
            (
                explanation.submission_id is null
                or explanation.submission_id in (
                    select counted.submission_id
                    from warehouse.counted_submission(\(numbers(first))) as counted
                )
            )
            and ($\(first)::timestamptz is null or explanation.explained_at <= $\(first))
            and ($\(first + 3)::bigint is null or explanation.explanation_id <= $\(first + 3))
            """
    }

    /// The binds of ``explains(_:)``.
    var explanationBinds: [Bind] { isCurrent ? [] : binds + [.int64(explanation)] }

    private func numbers(_ first: Int) -> String {
        "$\(first)::timestamptz, $\(first + 1)::bigint, $\(first + 2)::bigint"
    }
}
