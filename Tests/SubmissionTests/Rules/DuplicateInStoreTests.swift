import MetricSpec
import Testing

@testable import Submission

@Suite struct DuplicateInStoreTests {
    private static let keys = Cases.keys.replacing("[Case, ", with: "[")
        .replacing("ignore:", with: "key: [Case]\nignore:")

    private func read(
        _ numbers: [Int], _ month: String, _ change: (inout IntakeContext) throws -> Void = { _ in }
    ) throws -> Outcome {
        var context = try Fixture.context()
        try change(&context)
        let rows = numbers.map { "A\($0),2026-\(month)-15,,road,1\n" }.joined()
        return try Fixture.run(
            Self.keys + Cases.count, Cases.header + rows, path: "cases.csv", context: context)
    }

    /// What is said of cases of 2026-Q2 where others are stored for 2026-Q1.
    private func run(_ numbers: [Int], after stored: [Int]) throws -> Outcome {
        let first = try #require(try read(stored, "02").summary.recordKeys.first)
        let second = try #require(try read(numbers, "05").summary.recordKeys.first)
        #expect(first.period.text == "2026-Q1" && first.keys.count == Set(stored).count)
        let common = second.common(with: first.keys)
        return try read(numbers, "05") { context in
            guard !common.isEmpty else { return }
            context.countedBefore = [
                CountedBefore(
                    city: second.city, period: second.period, earlier: first.period,
                    submission: 4, keys: common)
            ]
        }
    }

    @Test func `records that another period had are one warning at the first`() throws {
        let outcome = try run([9, 2, 3], after: [1, 2, 3])
        let finding = try #require(outcome.of(.duplicateInStore).first)
        #expect(
            finding.message
                == "cases.csv, line 3, column A \"Case\": 2 of 3 records, the first of them here, of "
                + "springfield for 2026-Q2 were counted for 2026-Q1 already (submission 4). Expected "
                + "records that were not counted for another period. Take out of the file what was "
                + "counted, or withdraw the earlier submission.")
        #expect(finding.severity == .warning)
        #expect(outcome.of(.duplicateInStore).count == 1)
    }

    @Test func `one record is enough, and others are silent`() throws {
        #expect(
            try run([9, 3], after: [1, 2, 3]).of(.duplicateInStore).first?.problem
                == "1 of 2 records of springfield for 2026-Q2 was counted for 2026-Q1 already "
                + "(submission 4)")
        #expect(try run([9, 8], after: [1, 2, 3]).of(.duplicateInStore).isEmpty)
    }

    @Test func `a file that was counted for others is said to be that, and no more`() throws {
        let history =
            try HistorySample.quarters([1210, 1345, 1275, 1302])
            + HistorySample.quarters([5120, 4880, 5340, 5010], measure: "ops/waiting")
        var context = try Fixture.context(earlier: EarlierValues(history))
        let text =
            "City,Quarter,What,Value,Kind,Note\nSpringfield,2026-Q1,spending,1302,,\n"
            + "Springfield,2026-Q1,waiting,5010,,\n"
        let without = try Fixture.run(HistorySample.mapping, text, context: context)
        #expect(without.rules == ["same-as-last-period"])
        context.sameContent = SameContent(
            submission: 3, file: "2025-Q4/springfield.csv", place: "springfield and 2025-Q4")
        let with = try Fixture.run(HistorySample.mapping, text, context: context)
        #expect(
            with.findings.map(\.message) == [
                "springfield.csv: the file is, byte for byte, 2025-Q4/springfield.csv of submission "
                    + "3, which was counted for springfield and 2025-Q4. Expected a file of its own "
                    + "for each city and period. Send the file that was meant, or withdraw the "
                    + "earlier submission."
            ])
    }

    @Test func `a key has the same digest in every file, and another in another city`() throws {
        let one = try read([1, 2], "02").summary.recordKeys
        let other = try read([2, 1, 7], "05").summary.recordKeys
        #expect(one[0].common(with: other[0].keys) == one[0].keys)
        #expect(one[0].keys == one[0].keys.sorted())
        let elsewhere = try Fixture.run(
            Self.keys.replacing("constant: springfield", with: "constant: st-john") + Cases.count,
            Cases.header + "A1,2026-02-15,,road,1\n", path: "cases.csv"
        ).summary.recordKeys
        #expect(one[0].common(with: elsewhere[0].keys).isEmpty)
    }
}
