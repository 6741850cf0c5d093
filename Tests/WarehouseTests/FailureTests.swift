import Foundation
import MetricSpec
import Postgres
import Submission
import Synchronization
import TestSupport
import Testing

@testable import Warehouse

/// A crash or fault at any instant leaves whole submissions only.
@Suite struct FailureTests {
    /// Four quarters of many cities: several batches of 36,000 values.
    private static let cityCount = 3_000

    private func manyCities() throws -> Store {
        let rows = (1...Self.cityCount).map { "c\($0),City \($0)" }
        return try Store(
            Sample.registry(["cities.csv": "id,name\n" + rows.joined(separator: "\n") + "\n"]))
    }

    private func manyRows(year: Int = 2026) -> String {
        var text = "City,Period,Calls,Residents,Spending\n"
        for quarter in 1...4 {
            for city in 1...Self.cityCount {
                text += "c\(city),\(year)-Q\(quarter),\(city),\(city * 10),\(quarter)\n"
            }
        }
        return text
    }

    private struct Stopped: Error {}

    @Test func `a failure in the middle of a load leaves nothing, and the retry loads all`() throws
    {
        let store = try manyCities()
        #expect(throws: Stopped.self) {
            try store.load(manyRows()) { values in
                if values > 5_000 { throw Stopped() }
            }
        }
        #expect(try store.counts() == ["0 0 0 0 0 0"])
        #expect(try store.years() == [])
        let receipt = try store.load(manyRows())
        #expect(receipt.submission == 1)
        #expect(receipt.accepted == Self.cityCount * 12)
        #expect(try store.warehouse.brokenPromises().isEmpty)
    }

    @Test func `a database that stops in the middle of a load keeps nothing of it`() throws {
        let store = try manyCities()
        try store.load("City,Period,Calls\nc1,2025-Q1,1\n")
        let before = try store.counts()
        let other = try store.database.connect()
        var hasKilled = false
        let error = #expect(throws: PostgresError.self) {
            try store.load(manyRows()) { values in
                guard values > 5_000, !hasKilled else { return }
                hasKilled = true
                try other.query(
                    "select pg_terminate_backend($1)", [.int32(store.connection.serverProcess)])
            }
        }
        #expect(hasKilled)
        #expect(error?.sql?.contains("c2999") != true)
        // The server needs a moment to roll back and let go of its lock.
        let reopened = try Store(database: store.database, registry: store.registry)
        #expect(try reopened.counts() == before)
        #expect(try reopened.years() == ["observation_2025"])
        let receipt = try reopened.load(manyRows())
        #expect(receipt.submission == 2)
        #expect(receipt.accepted == Self.cityCount * 12)
        #expect(try reopened.warehouse.brokenPromises().isEmpty)
    }

    @Test func `a failure while a correction is stored leaves what was current`() throws {
        let store = try Store()
        try store.load("City,Period,Calls\nAshford,2026-Q1,1\n")
        let before = try store.counts()
        #expect(throws: Stopped.self) {
            try store.load("City,Period,Calls\nAshford,2026-Q1,2\nBexley,2027-Q1,3\n") { _ in
                throw Stopped()
            }
        }
        #expect(try store.counts() == before)
        #expect(try store.current() == ["ashford ops/calls 1.0 #1"])
        #expect(try store.years() == ["observation_2026"])
    }

    @Test func `a file that proves at its end to be no table leaves its bytes and a fatal finding`()
        throws
    {
        let store = try manyCities()
        let text = manyRows() + "c1,2027-Q1,\"5,1,1\n"
        let receipt = try store.load(text)
        #expect(receipt.outcome == .rejected)
        #expect(receipt.accepted == 0)
        #expect(receipt.hasRejections)
        #expect(receipt.findings[.fatal] == 1)
        #expect(try store.rows("select count(*) from warehouse.observation") == ["0"])
        #expect(try store.years() == [])
        #expect(
            try store.rows(
                "select is_rejected, accepted, rejected > 0, unchanged from intake.submission")
                == ["true 0 true 0"])
        #expect(
            try store.rows("select rule from intake.finding where severity = 'fatal'")
                == ["not-a-table"])
        let chunks = try store.connection.query(
            "select bytes from intake.submission_chunk order by chunk")
        #expect(try chunks.flatMap { try Compression.decompress($0.bytes(0)) } == Array(text.utf8))
        #expect(try store.warehouse.brokenPromises().isEmpty)
        #expect(try store.warehouse.submissions().map(\.state) == ["rejected"])
        // The mended file is another submission.
        #expect(try store.load(manyRows()).submission == 2)
    }

    @Test func `a file whose mapped column is gone is rejected with all its values`() throws {
        let store = try Store()
        let receipt = try store.load("City,Period,Measure\nAshford,2026-Q1,calls\n", Sample.long)
        #expect(receipt.outcome == .rejected)
        #expect(try store.rows("select rule from intake.finding") == ["mapped-column-missing"])
        #expect(try store.rows("select count(*) from warehouse.observation") == ["0"])
    }

    @Test func `two loads at once end with both there`() throws {
        let store = try Store()
        let (database, registry) = (store.database, store.registry)
        let second = SecondLoad()
        let watcher = try database.connect()
        try store.load("City,Period,Calls\nAshford,2026-Q1,1\nBexley,2026-Q1,2\n") { _ in
            guard
                second.start({
                    try Store(database: database, registry: registry)
                        .load("City,Period,Calls\nAshford,2026-Q1,3\nColne,2026-Q1,4\n")
                })
            else { return }
            // Hold this load open until the other one waits for it.
            try Self.wait {
                try watcher.query(
                    """
                    select count(*) from pg_locks
                    inner join pg_database on pg_database.oid = pg_locks.database
                    where locktype = 'advisory' and not granted and datname = current_database()
                    """
                ).single.int64(0) == 1
            }
        }
        let receipt = try second.finish()
        #expect(receipt.submission == 2)
        #expect(receipt.superseded == 1)
        #expect(
            try store.current() == [
                "ashford ops/calls 3.0 #2", "bexley ops/calls 2.0 #1", "colne ops/calls 4.0 #2",
            ])
        #expect(try store.warehouse.brokenPromises().isEmpty)
    }

    /// Waits up to 20 seconds for a condition.
    private static func wait(_ condition: () throws -> Bool) throws {
        for _ in 0..<2_000 {
            if try condition() { return }
            usleep(10_000)
        }
        throw Stopped()
    }
}

/// A load on a thread of its own.
final class SecondLoad: Sendable {
    private let result = Mutex<Result<LoadReceipt, any Error>?>(nil)
    private let hasStarted = Mutex(false)
    private let done = DispatchSemaphore(value: 0)

    /// Starts it; false when it runs already.
    func start(_ body: @escaping @Sendable () throws -> LoadReceipt) -> Bool {
        let isFirst = hasStarted.withLock { started in
            defer { started = true }
            return !started
        }
        guard isFirst else { return false }
        Thread { [self] in
            let outcome = Result { try body() }
            result.withLock { $0 = outcome }
            done.signal()
        }.start()
        return true
    }

    /// Its receipt, once it is there.
    func finish() throws -> LoadReceipt {
        done.wait()
        return try #require(result.withLock { $0 }).get()
    }
}
