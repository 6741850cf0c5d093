import MetricSpec
import Postgres
import Testing

@testable import Warehouse

/// Submissions that a later one replaced as a whole, which comparisons do not
/// read.
@Suite struct SupersessionTests {
    private let instant = Timestamp(secondsSince1970: 86_400)

    private let first =
        "City,Period,Calls,Residents\nAshford,2026-Q1,5,1000\nBexley,2026-Q1,7,2000\n"
    private let second =
        "City,Period,Calls,Residents\nAshford,2026-Q1,6,1001\nBexley,2026-Q1,8,2001\n"

    private func superseded(_ store: Store) throws -> [String] {
        try store.rows(
            "select submission_id, superseded_by from intake.submission order by submission_id")
    }

    @Test func `a submission is superseded when another replaced its every value`() throws {
        let store = try Store()
        try store.load(first)
        try store.load(second)
        #expect(try superseded(store) == ["1 2", "2 null"])
        #expect(
            try store.current() == [
                "ashford ops/calls 6.0 #2", "ashford ops/residents 1001.0 #2",
                "bexley ops/calls 8.0 #2", "bexley ops/residents 2001.0 #2",
            ])
        #expect(try store.warehouse.brokenPromises().isEmpty)
    }

    @Test func `one value that stays, or is sent again, keeps it from that`() throws {
        let store = try Store()
        try store.load(first)
        try store.load(
            "City,Period,Calls,Residents\nAshford,2026-Q1,6,1001\nBexley,2026-Q1,8,2000\n")
        #expect(try superseded(store) == ["1 null", "2 null"])
        // The last value of the first submission goes, but not by one alone.
        try store.load("City,Period,Residents\nBexley,2026-Q1,2001\n")
        #expect(try superseded(store) == ["1 null", "2 null", "3 null"])
        #expect(
            try store.current() == [
                "ashford ops/calls 6.0 #2", "ashford ops/residents 1001.0 #2",
                "bexley ops/calls 8.0 #2", "bexley ops/residents 2001.0 #3",
            ])
    }

    @Test func `an empty cell replaces a value too`() throws {
        let store = try Store()
        try store.load("City,Period,Calls\nAshford,2026-Q1,5\n")
        try store.load("City,Period,Calls\nAshford,2026-Q1,\n")
        #expect(try superseded(store) == ["1 2", "2 null"])
        #expect(try store.current() == ["ashford ops/calls not_reported #2"])
    }

    @Test func `what withdrawn submissions replaced is read again`() throws {
        let store = try Store()
        try store.load(first)
        try store.load(second)
        let before = try store.current()
        _ = try store.warehouse.withdraw(submission: 2, reason: "wrong year", at: instant)
        #expect(
            try store.current() == [
                "ashford ops/calls 5.0 #1", "ashford ops/residents 1000.0 #1",
                "bexley ops/calls 7.0 #1", "bexley ops/residents 2000.0 #1",
            ])
        _ = try store.warehouse.undoWithdrawal(of: 2, reason: "right after all", at: instant)
        #expect(try store.current() == before)
    }

    @Test func `a value replaced twice while one was withdrawn is counted once`() throws {
        let store = try Store()
        try store.load("City,Period,Calls,Residents\nAshford,2026-Q1,5,1000\n")
        try store.load("City,Period,Calls\nAshford,2026-Q1,6\n")
        _ = try store.warehouse.withdraw(submission: 2, reason: "wrong year", at: instant)
        try store.load("City,Period,Calls\nAshford,2026-Q1,7\n")
        _ = try store.warehouse.undoWithdrawal(of: 2, reason: "right after all", at: instant)
        #expect(try superseded(store) == ["1 null", "2 null", "3 null"])
        #expect(
            try store.current() == [
                "ashford ops/calls 7.0 #3", "ashford ops/residents 1000.0 #1",
            ])
    }

    @Test func `what was known before is read from all submissions`() throws {
        let store = try Store()
        try store.load(first, received: 0)
        try store.load(second, received: 200_000)
        #expect(
            try store.current(known: KnownState(at: Timestamp(secondsSince1970: 100_000))) == [
                "ashford ops/calls 5.0 #1", "ashford ops/residents 1000.0 #1",
                "bexley ops/calls 7.0 #1", "bexley ops/residents 2000.0 #1",
            ])
    }
}
