import Benchmarking
import MetricSpec
import Postgres
import Testing

@testable import Warehouse

/// Load, provisional, correction, final, diff, verify, log, lineage.
@Suite struct ReleaseStoryTests {
    private let store: Store
    private let period: Period

    /// Rates of 10, 20, 30 and 40 calls per 1,000.
    init() throws {
        store = try Store()
        period = try #require(Period(parsing: "2026-Q1"))
        try store.load(
            """
            City,Period,Calls,Residents
            Ashford,2026-Q1,10,1000
            Bexley,2026-Q1,40,2000
            Colne,2026-Q1,90,3000
            Derby,2026-Q1,160,4000

            """, file: "first.csv")
        try store.compare(at: 10)
    }

    private func release(isFinal: Bool = true, reason: String? = nil) throws {
        var request = ReleaseRequest(of: period, at: Timestamp(secondsSince1970: 20))
        request.isFinal = isFinal
        request.reason = reason
        _ = try store.warehouse.release(request, registry: store.registry, ids: store.ids)
    }

    private func difference(_ before: Int, _ after: Int) throws -> ReleaseDifference {
        try store.warehouse.difference(
            from: before, to: after, standard: store.registry.standard)
    }

    private func words(_ change: ReleasedChange) -> String {
        let causes = change.causes.map { "\($0.kind) \($0.submission ?? 0)" }
        return "\(change.kind) \(change.city) \(change.before ?? -1) \(change.after ?? -1) "
            + causes.joined(separator: ", ")
    }

    private func words(_ move: ReleasedMove) -> String {
        let shift = move.shift.map { "\($0.own) \($0.others) \($0.membership)" } ?? "untold"
        return "\(move.city) \(move.before ?? 0) \(move.after ?? 0): \(shift)"
    }

    @Test func `a difference says what moved, and by which submission`() throws {
        // Ashford falls from first to third; Exeter comes in before all.
        try store.load(
            "City,Period,Calls,Residents\nAshford,2026-Q1,35,\nExeter,2026-Q1,1,1000\n",
            file: "second.csv", received: 5)
        try store.load("City,Period,Residents\nAshford,2026-Q1,1000\n", file: "third.csv")
        try release()
        let found = try difference(1, 2)
        #expect(
            found.values.map(words) == [
                "changed ashford 10.0 35.0 received 2, received 3",
                "added exeter -1.0 1.0 received 2",
            ])
        #expect(
            found.values[0].causes.map(\.file)
                == ["submissions/second.csv", "submissions/third.csv"])
        // With a pencil: Ashford's own value costs two places, Exeter one more;
        // Bexley and Colne pass Ashford and are passed by Exeter.
        #expect(
            found.ranks.map(words) == [
                "ashford 1 4: 2 0 1", "derby 4 5: 0 0 1", "exeter 0 1: untold",
            ])
        #expect(found.members.isEmpty)
        #expect(try difference(2, 2).isEmpty)
    }

    @Test func `a withdrawal, its undoing and a value taken back are told as such`() throws {
        let instant = Timestamp(secondsSince1970: 30)
        try store.load("City,Period,Calls\nAshford,2026-Q1,11\n")
        try store.compare()
        _ = try store.warehouse.withdraw(submission: 2, reason: "x", at: instant)
        try store.compare()
        #expect(try difference(2, 3).values.map(words) == ["changed ashford 11.0 10.0 withdrawn 2"])
        _ = try store.warehouse.undoWithdrawal(of: 2, reason: "x", at: instant)
        try store.compare()
        #expect(try difference(3, 4).values.map(words) == ["changed ashford 10.0 11.0 restored 2"])
        try store.load("City,Period,Calls\nAshford,2026-Q1,n/a\n")
        try store.compare()
        #expect(try difference(4, 5).values.map(words) == ["removed ashford 11.0 -1.0 received 3"])
        for number in 1...5 {
            #expect(try store.warehouse.verify(release: number).holds, "\(number)")
        }
    }

    @Test func `who joined or left a peer group is told, and what that moved`() throws {
        _ = try store.bringIn(
            Sample.registry(["peer-groups/all.yaml": "title: All\nlist: [bexley, colne, exeter]\n"])
        )
        try store.compare()
        let found = try difference(1, 2)
        #expect(
            found.members.map { "\($0.city) \($0.hasJoined)" } == ["ashford false", "derby false"])
        #expect(
            found.ranks.map(words) == [
                "ashford 1 0: untold", "bexley 2 1: 0 0 -1", "colne 3 2: 0 0 -1",
                "derby 4 0: untold",
            ])
        #expect(found.values.isEmpty)
    }

    @Test func `releases of two periods have no difference`() throws {
        try store.load("City,Period,Calls,Residents\nAshford,2026-Q2,10,1000\n")
        try store.compare("2026-Q2")
        let error = #expect(throws: WarehouseError.self) { _ = try difference(1, 2) }
        #expect(
            error?.message == "release 1 is of 2026-Q1, release 2 of 2026-Q2. Name two of one "
                + "period; `yardstick releases` lists them.")
    }

    // MARK: Verification

    @Test func `a release is computed again, whatever came after it`() throws {
        try store.load("City,Period,Calls\nAshford,2026-Q1,10\n", file: "again.csv")
        try release()
        _ = try store.warehouse.withdraw(
            submission: 1, reason: "x", at: Timestamp(secondsSince1970: 0))
        try store.load("City,Period,Calls\nAshford,2026-Q1,99\n", received: -1000)
        _ = try store.bringIn(
            Sample.registry([
                "services.csv": "city,service,mode\nbexley,fire,none\n",
                "peer-groups/all.yaml": "title: Some\nlist: [ashford, colne]\n",
                "cities.csv": (Sample.files["cities.csv"] ?? "") + "\nfenton,Fenton,\n",
            ]))
        try store.compare()
        _ = try store.warehouse.erase(
            submission: 1, reason: "x", actor: "x", at: Timestamp(secondsSince1970: 0))
        for number in 1...3 {
            let found = try store.warehouse.verify(release: number)
            #expect(found.holds, "\(found)")
            #expect(found.tables.count == ReleaseTable.facts.count)
        }
        #expect(try store.rows("select count(*) from member.release") == ["3"])
        #expect(try store.warehouse.brokenPromises().isEmpty)
    }

    @Test func `a value that somebody changed in a release is found`() throws {
        try store.connection.execute(
            "update member.release_value set value = 11 where city_id = 1")
        let found = try store.warehouse.verify(release: 1)
        #expect(!found.holds)
        let table = try #require(found.tables.first { $0.name == "release_value" })
        #expect(!table.isUntouched)
        #expect(table.isRebuilt)
        #expect(table.differences.count == 2)
        #expect(table.differences[0].contains("\"value\":11,"))
        #expect(table.differences[1].contains("\"value\":10,"))
        #expect(found.tables.filter { !$0.holds }.count == 1)
    }

    @Test func `an observation that somebody changed is found`() throws {
        try store.connection.execute(
            "update warehouse.observation set value = 11 where city_id = 1 and value = 10")
        let found = try store.warehouse.verify(release: 1)
        #expect(!found.holds)
        #expect(!found.hasSameInput)
        #expect(found.tables.allSatisfy { $0.isUntouched })
        let table = try #require(found.tables.first { $0.name == "release_value" })
        #expect(!table.isRebuilt)
    }

    @Test func `a release that kept no input says that it cannot be computed again`() throws {
        try store.connection.execute("delete from warehouse.release_file")
        let error = #expect(throws: WarehouseError.self) {
            _ = try store.warehouse.verify(release: 1)
        }
        #expect(error?.message.contains("cannot be computed again") == true)
    }

    // MARK: Log and lineage

    @Test func `the log has what each release changed, with its reason`() throws {
        try release(reason: "All is in.")
        try store.load("City,Period,Calls\nAshford,2026-Q1,11\n")
        try release(reason: "A station was counted twice.")
        let log = try store.warehouse.releaseLog(
            for: .member, standard: store.registry.standard)
        #expect(log.map(\.release.number) == [2, 3])
        #expect(log.map(\.release.kind) == [.final, .corrected])
        #expect(log.map(\.release.reason) == ["All is in.", "A station was counted twice."])
        #expect(log[0].difference.isEmpty)
        #expect(log[1].difference.values.map(words) == ["changed ashford 10.0 11.0 received 2"])
        #expect(
            try store.warehouse.releaseLog(for: .open, standard: store.registry.standard).isEmpty)
    }

    @Test func `a figure leads to its cells, by the keys that begin with its metric`() throws {
        let release = try store.warehouse.newestRelease(of: period)
        let found = try store.warehouse.lineage(
            of: "bexley", metric: "ops/call-rate", breakdown: "total", in: release)
        #expect(found.value == 20)
        #expect(
            found.sources.map {
                "\($0.measure) \($0.file) \($0.row ?? 0) \($0.column ?? 0) \($0.rawText ?? "")"
            }
                == [
                    "ops/calls submissions/first.csv 3 3 40",
                    "ops/residents submissions/first.csv 3 4 2000",
                ])
        let missing = try store.warehouse.lineage(
            of: "exeter", metric: "ops/call-rate", breakdown: "total", in: release)
        #expect(missing.status == "not_reported")
        #expect(missing.sources.isEmpty)
        let error = #expect(throws: WarehouseError.self) {
            _ = try store.warehouse.lineage(
                of: "exeter", metric: "ops/none", breakdown: "total", in: release)
        }
        #expect(error?.kind == .notFound)
    }

    @Test func `the facts behind a figure are found by an index on the metric`() throws {
        // A plan says something of tables that are not read whole anyway.
        try store.connection.execute(Self.manyFigures)
        let plan = try store.connection.transaction {
            try store.connection.execute(Warehouse.lineageSetting)
            return try store.connection.query(
                "explain " + Warehouse.lineageStatement(.member),
                ["ops/call-rate", .int32(1), "bexley", "total"]
            ).map { try $0.text(0) }.joined(separator: "\n")
        }
        for fact in ["release_value", "release_lineage"] {
            #expect(plan.contains("Index Scan using \(fact)_pkey on \(fact)"), "\(plan)")
            #expect(!plan.contains("Seq Scan on \(fact)"), "\(plan)")
        }
        #expect(plan.matches(of: /Index Cond: \(\(metric_id = metric/).count == 2, "\(plan)")
    }

    @Test func `a figure's lineage is the same in a session of its own, and its time is told`()
        throws
    {
        try store.connection.execute(Self.manyFigures)
        var times: [Duration] = []
        for _ in 1...9 {
            let session = try Store(database: store.database, registry: store.registry)
            let release = try session.warehouse.newestRelease(of: period)
            let start = ContinuousClock.now
            let found = try session.warehouse.lineage(
                of: "bexley", metric: "ops/call-rate", breakdown: "total", in: release)
            times.append(ContinuousClock.now - start)
            #expect(found.sources.count == 2)
        }
        print("lineage, first in its session: median \(times.sorted()[4]) of 9")
    }

    /// 24,000 figures of other metrics, cities and releases.
    private static let manyFigures = """
        insert into member.metric (metric_id, metric, title, unit, polarity)
        select number, 'ops/m' || number, '', 'usd', 'low_good'
        from generate_series(100, 139) as number;
        insert into member.city (city_id, city, name)
        select number, 'c' || number, '' from generate_series(100, 299) as number;
        insert into member.release_value
            (value, metric_id, release_id, city_id, breakdown_id, status)
        select 1, metric_id, release_id, city_id, 0, 0
        from member.metric cross join member.city cross join generate_series(2, 4) as release_id;
        insert into member.release_lineage
            (submission_id, measure_value, metric_id, release_id, city_id, breakdown_id,
            measure_id, source_row, source_column, measure_period)
        select 1, 1, metric_id, release_id, city_id, 0, 1, 1, 1, '2026-Q1'
        from member.metric cross join member.city cross join generate_series(2, 4) as release_id;
        analyze
        """
}
