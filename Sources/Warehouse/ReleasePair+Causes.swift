import Postgres

extension ReleasePair {
    /// The figures that differ, each with what moved it.
    func changesWithCauses() throws -> [ReleasedChange] {
        var changes = try changes()
        if changes.isEmpty { return [] }
        let sources = try movedSources()
        let states = try SubmissionStates(pair: self, sources: sources)
        var causes: [FigureKey: Set<ReleasedChange.Cause>] = [:]
        for (key, rows) in Dictionary(grouping: sources, by: \.figure) {
            causes[key] = states.causes(of: rows)
        }
        for index in changes.indices {
            let change = changes[index]
            let key = FigureKey(
                metric: change.metric, city: change.city, breakdown: change.breakdown)
            changes[index].causes += (causes[key] ?? [])
                .sorted { ($0.submission ?? 0) < ($1.submission ?? 0) }
            if changes[index].causes.isEmpty { changes[index].causes = [.registry] }
        }
        return changes
    }

    /// A figure by its names.
    struct FigureKey: Hashable {
        let metric: String
        let city: String
        let breakdown: String
    }

    /// An observation that stands behind a figure in one release alone, or
    /// with another value.
    struct Source {
        let figure: FigureKey
        let key: ObservationKey
        /// Nil where the release does not use it.
        let before: Int64?
        let after: Int64?
    }

    /// What an observation is of; its period in canonical text.
    struct ObservationKey: Hashable {
        let measure: Int32
        let city: Int32
        let period: String
        let breakdown: Int32
    }

    private static let sourceKey =
        valueKey + ["measure_id", "measure_period", "measure_breakdown_id", "submission_id"]

    private func movedSources() throws -> [Source] {
        try connection.query(
            """
            with changed as (
                select coalesce(later.metric_id, earlier.metric_id) as metric_id,
                    coalesce(later.city_id, earlier.city_id) as city_id,
                    coalesce(later.breakdown_id, earlier.breakdown_id) as breakdown_id
                from \(sides("release_value", key: Self.valueKey))
                where \(Self.changed)
            ),
            moved as (
                select coalesce(later.metric_id, earlier.metric_id) as metric_id,
                    coalesce(later.city_id, earlier.city_id) as city_id,
                    coalesce(later.breakdown_id, earlier.breakdown_id) as breakdown_id,
                    coalesce(later.measure_id, earlier.measure_id) as measure_id,
                    coalesce(later.measure_period, earlier.measure_period) as measure_period,
                    coalesce(later.measure_breakdown_id, earlier.measure_breakdown_id)
                        as measure_breakdown_id,
                    earlier.submission_id as earlier_id,
                    later.submission_id as later_id
                from \(sides("release_lineage", key: Self.sourceKey))
                where earlier.measure_value is distinct from later.measure_value
            )
            select metric.metric, city.city, breakdown_value.breakdown, moved.measure_id,
                moved.city_id, moved.measure_period, moved.measure_breakdown_id,
                moved.earlier_id, moved.later_id
            from moved
            inner join changed
                on changed.metric_id = moved.metric_id
                and changed.city_id = moved.city_id
                and changed.breakdown_id = moved.breakdown_id
            inner join \(after.schema).metric on metric.metric_id = moved.metric_id
            inner join \(after.schema).city on city.city_id = moved.city_id
            inner join \(after.schema).breakdown_value
                on breakdown_value.breakdown_id = moved.breakdown_id
            """,
            binds
        ).map { row in
            Source(
                figure: FigureKey(
                    metric: try row.text(0), city: try row.text(1), breakdown: try row.text(2)),
                key: ObservationKey(
                    measure: try row.int32(3), city: try row.int32(4), period: try row.text(5),
                    breakdown: try row.int32(6)),
                before: try row.int64OrNil(7), after: try row.int64OrNil(8))
        }
    }
}

/// Which submissions counted for each of two releases.
private struct SubmissionStates {
    private let pair: ReleasePair
    private let countedBefore: Set<Int64>
    private let countedAfter: Set<Int64>
    private let files: [Int64: (file: String, receivedAt: String)]
    /// The submission that last said something of a key for which the later
    /// release has no value.
    private let lastSaid: [ReleasePair.ObservationKey: Int64]

    init(pair: ReleasePair, sources: [ReleasePair.Source]) throws {
        self.pair = pair
        let states = (try pair.known(pair.before), try pair.known(pair.after))
        countedBefore = try pair.counted(states.0)
        countedAfter = try pair.counted(states.1)
        let replaced = Set(sources.filter { $0.after != nil }.map(\.key))
        let gone = Set(sources.map(\.key)).subtracting(replaced)
        lastSaid = try pair.lastSaid(of: gone, states.1)
        let named =
            sources.flatMap { [$0.before, $0.after].compactMap(\.self) } + lastSaid.values
        files = try pair.files(of: Set(named))
    }

    /// What moved one figure, from the observations that stand behind it once.
    func causes(of sources: [ReleasePair.Source]) -> Set<ReleasedChange.Cause> {
        var found: Set<ReleasedChange.Cause> = []
        for source in sources {
            if source.before == 0 || source.after == 0 { found.insert(.registry) }
            if let later = source.after, later > 0 {
                if !countedBefore.contains(later) {
                    found.insert(cause(isNew(later) ? .received : .restored, later))
                }
            } else if let earlier = source.before, earlier > 0 {
                if !countedAfter.contains(earlier) {
                    found.insert(cause(.withdrawn, earlier))
                } else if let said = lastSaid[source.key], said != earlier {
                    found.insert(cause(.received, said))
                }
            }
        }
        return found
    }

    private func isNew(_ submission: Int64) -> Bool {
        submission > pair.lastKnown(pair.before)
    }

    private func cause(
        _ kind: ReleasedChange.Cause.Kind, _ submission: Int64
    ) -> ReleasedChange.Cause {
        ReleasedChange.Cause(
            kind: kind, submission: Int(submission), file: files[submission]?.file,
            receivedAt: files[submission]?.receivedAt)
    }
}

extension ReleasePair {
    /// The last submission that was there; for releases of older program
    /// versions the last that they used.
    func lastKnown(_ release: Release) -> Int64 {
        Int64(release.knownSubmission ?? release.lastSubmission)
    }

    /// The state that a release was computed from.
    func known(_ release: Release) throws -> KnownState {
        let row = try connection.query(
            """
            select known_event, known_explanation_id
            from \(release.schema).release
            where release_id = $1
            """,
            [.int32(Int32(release.number))]
        ).single
        return KnownState(
            submission: lastKnown(release), event: try row.int64OrNil(0) ?? 0,
            explanation: try row.int64OrNil(1) ?? 0)
    }

    fileprivate func counted(_ state: KnownState) throws -> Set<Int64> {
        Set(
            try connection.query(
                "select submission_id from warehouse.counted_submission($1, $2, $3)", state.binds
            ).map { try $0.int64(0) })
    }

    fileprivate func files(
        of submissions: Set<Int64>
    ) throws -> [Int64: (file: String, receivedAt: String)] {
        var files: [Int64: (file: String, receivedAt: String)] = [:]
        for row in try connection.query(
            """
            select submission_id, file,
                to_char(received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
            from intake.submission
            where submission_id = any ($1)
            """,
            [.int64Array(submissions.sorted())])
        {
            files[try row.int64(0)] = (try row.text(1), try row.text(2))
        }
        return files
    }

    fileprivate func lastSaid(
        of keys: Set<ObservationKey>, _ state: KnownState
    ) throws -> [ObservationKey: Int64] {
        if keys.isEmpty { return [:] }
        let keys = Array(keys)
        let rows = try connection.query(
            """
            select asked.position, max(observation.submission_id)
            from unnest($4, $5, $6, $7) with ordinality
                as asked (measure_id, city_id, period, breakdown_id, position)
            inner join \(state.observations(1, measures: "$4"))
                on observation.measure_id = asked.measure_id
                and observation.city_id = asked.city_id
                and observation.breakdown_id = asked.breakdown_id
                and warehouse.period_text(observation.period_start, observation.period_months)
                    = asked.period
            where observation.variant = 0
            group by asked.position
            """,
            state.binds + [
                .int32Array(keys.map(\.measure)), .int32Array(keys.map(\.city)),
                .textArray(keys.map(\.period)), .int32Array(keys.map(\.breakdown)),
            ])
        var said: [ObservationKey: Int64] = [:]
        for row in rows { said[keys[Int(try row.int64(0)) - 1]] = try row.int64(1) }
        return said
    }
}

extension ReleasedChange.Cause {
    /// What no submission did.
    static let registry = Self(kind: .registry, submission: nil, file: nil, receivedAt: nil)
    static let certification = Self(
        kind: .certification, submission: nil, file: nil, receivedAt: nil)
}
