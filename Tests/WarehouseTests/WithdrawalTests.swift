import MetricSpec
import Postgres
import Testing

@testable import Warehouse

@Suite struct WithdrawalTests {
    private let instant = Timestamp(secondsSince1970: 86_400)

    private func withdraw(_ number: Int, _ store: Store) throws -> WithdrawalReceipt {
        try store.warehouse.withdraw(submission: number, reason: "wrong year", at: instant)
    }

    private func undo(_ number: Int, _ store: Store) throws -> WithdrawalReceipt {
        try store.warehouse.undoWithdrawal(of: number, reason: "right after all", at: instant)
    }

    /// Calls of Ashford for 2026-Q1, with more white space for each number so
    /// that equal figures are different bytes.
    private func calls(_ value: Int, file number: Int) -> String {
        "City,Period,Calls\nAshford,2026-Q1,\(value)\n" + String(repeating: "\n", count: number)
    }

    @Test func `after a withdrawal what was current before is current again`() throws {
        let store = try Store()
        try store.load(calls(1, file: 1))
        try store.load(calls(2, file: 2))
        let receipt = try withdraw(2, store)
        #expect(receipt.submission == 2)
        #expect(receipt.file == "submissions/file.csv")
        #expect(receipt.values == 1)
        #expect(receipt.confirmed == 0)
        #expect(try store.current() == ["ashford ops/calls 1.0 #1"])
        #expect(try store.warehouse.submissions().map(\.state) == ["accepted", "withdrawn"])
        // History stays.
        #expect(try store.rows("select count(*) from warehouse.observation") == ["2"])
    }

    @Test func `withdrawing the only submission leaves nothing current`() throws {
        let store = try Store()
        try store.load(calls(1, file: 1))
        _ = try withdraw(1, store)
        #expect(try store.current() == [])
    }

    @Test func `withdrawing an older submission does not touch a newer one`() throws {
        let store = try Store()
        try store.load(calls(1, file: 1))
        try store.load(calls(2, file: 2))
        _ = try withdraw(1, store)
        #expect(try store.current() == ["ashford ops/calls 2.0 #2"])
    }

    @Test func `an undone withdrawal makes the submission count again`() throws {
        let store = try Store()
        try store.load(calls(1, file: 1))
        try store.load(calls(2, file: 2))
        _ = try withdraw(2, store)
        _ = try undo(2, store)
        #expect(try store.current() == ["ashford ops/calls 2.0 #2"])
        #expect(
            try store.rows(
                """
                select submission_id, event, action, reason,
                    to_char(happened_at at time zone 'UTC', 'YYYY-MM-DD')
                from intake.submission_event
                """)
                == [
                    "2 1 withdrawn wrong year 1970-01-02",
                    "2 2 restored right after all 1970-01-02",
                ])
    }

    @Test func `a value that a later submission repeated stays current`() throws {
        let store = try Store()
        try store.load(calls(1, file: 1))
        #expect(try store.load(calls(1, file: 2)).unchanged == 1)
        let receipt = try withdraw(1, store)
        #expect(receipt.confirmed == 1)
        #expect(try store.current() == ["ashford ops/calls 1.0 #2"])
        #expect(try store.warehouse.brokenPromises().isEmpty)
        _ = try undo(1, store)
        #expect(try store.current() == ["ashford ops/calls 1.0 #2"])
        #expect(try store.warehouse.brokenPromises().isEmpty)
    }

    @Test
    func `a value that two later submissions repeated survives the withdrawal of both others`()
        throws
    {
        let store = try Store()
        try store.load(calls(1, file: 1))
        try store.load(calls(1, file: 2))
        try store.load(calls(1, file: 3))
        _ = try withdraw(1, store)
        _ = try withdraw(2, store)
        #expect(try store.current() == ["ashford ops/calls 1.0 #3"])
        _ = try withdraw(3, store)
        #expect(try store.current() == [])
        _ = try undo(2, store)
        #expect(try store.current() == ["ashford ops/calls 1.0 #2"])
        #expect(try store.warehouse.brokenPromises().isEmpty)
    }

    @Test func `a repetition withdrawn while it slept counts when it is restored`() throws {
        let store = try Store()
        try store.load(calls(1, file: 1))
        try store.load(calls(1, file: 2))
        _ = try withdraw(2, store)
        _ = try withdraw(1, store)
        #expect(try store.current() == [])
        _ = try undo(2, store)
        #expect(try store.current() == ["ashford ops/calls 1.0 #2"])
        #expect(try store.warehouse.brokenPromises().isEmpty)
    }

    @Test func `a newer repetition outranks an older figure whose withdrawal is undone`() throws {
        let store = try Store()
        try store.load(calls(1, file: 1))
        try store.load(calls(2, file: 2))
        _ = try withdraw(2, store)
        // Says 1 while 1 is current, so that it confirms the first submission.
        #expect(try store.load(calls(1, file: 3)).unchanged == 1)
        _ = try undo(2, store)
        // Order is the submission number: the third said 1 last.
        #expect(try store.current() == ["ashford ops/calls 1.0 #3"])
        #expect(try store.warehouse.brokenPromises().isEmpty)
    }

    @Test func `loading a withdrawn submission again changes nothing and says so`() throws {
        let store = try Store()
        try store.load(calls(1, file: 1))
        _ = try withdraw(1, store)
        let before = try store.counts()
        let again = try store.load(calls(1, file: 1))
        #expect(again.outcome == .withdrawn)
        #expect(again.submission == 1)
        #expect(try store.counts() == before)
        #expect(try store.current() == [])
    }

    @Test func `a withdrawn value does not make the next one unchanged`() throws {
        let store = try Store()
        try store.load(calls(1, file: 1))
        _ = try withdraw(1, store)
        let receipt = try store.load(calls(1, file: 2))
        #expect(receipt.unchanged == 0)
        #expect(receipt.superseded == 0)
        #expect(try store.current() == ["ashford ops/calls 1.0 #2"])
    }

    // MARK: Refusals

    private func refusal(_ body: () throws -> WithdrawalReceipt) -> String {
        do {
            return "not refused: \(try body())"
        } catch {
            return "\(error)"
        }
    }

    @Test func `a submission that is not there cannot be withdrawn`() throws {
        let store = try Store()
        #expect(
            refusal { try withdraw(7, store) }
                == "there is no submission 7. `yardstick submissions` lists them.")
    }

    @Test func `a rejected submission cannot be withdrawn`() throws {
        let store = try Store()
        try store.load("")
        #expect(
            refusal { try withdraw(1, store) }
                == "submission 1 was rejected and brought nothing.")
    }

    @Test func `a withdrawn submission cannot be withdrawn again`() throws {
        let store = try Store()
        try store.load(calls(1, file: 1))
        _ = try withdraw(1, store)
        #expect(
            refusal { try withdraw(1, store) }
                == "submission 1 is withdrawn already. "
                + "`yardstick withdraw 1 --undo --reason TEXT` brings it back.")
        #expect(try store.rows("select count(*) from intake.submission_event") == ["1"])
    }

    @Test func `a submission that counts cannot be restored`() throws {
        let store = try Store()
        try store.load(calls(1, file: 1))
        #expect(refusal { try undo(1, store) } == "submission 1 is not withdrawn.")
        #expect(try store.rows("select count(*) from intake.submission_event") == ["0"])
    }
}
