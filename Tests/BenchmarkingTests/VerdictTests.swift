// Expected values are derived in the test.
import Testing

@testable import Benchmarking

@Suite struct VerdictTests {
    private func difference(_ value: Double, error: Double) throws -> Difference {
        try #require(Difference(of: 10 + value, error: error, from: 10, error: 0))
    }

    @Test func `better needs exclusion of 0 and a gap that matters`() throws {
        // 1.96 errors of 1; a gap of 2.
        let far = try difference(3, error: 1)
        #expect(far.verdict(meaningful: 2, isHigherBetter: true) == .better)
        #expect(far.verdict(meaningful: 2, isHigherBetter: false) == .worse)
        let unsure = try difference(3, error: 1.6)
        #expect(unsure.verdict(meaningful: 2, isHigherBetter: true) == .notDistinguishable)
        let small = try difference(3, error: 1)
        #expect(small.verdict(meaningful: 3, isHigherBetter: true) == .notDistinguishable)
    }

    @Test func `about level is claimed only with the whole interval inside`() throws {
        // 0.5 -+ 0.49 * 1.96 reaches 1.46.
        let close = try difference(0.5, error: 0.49)
        #expect(close.verdict(meaningful: 1.5, isHigherBetter: true) == .aboutLevel)
        #expect(close.verdict(meaningful: 1.4, isHigherBetter: true) == .notDistinguishable)
    }

    @Test func `a real but small difference is about level`() throws {
        let certain = try difference(0.5, error: 0.01)
        #expect(certain.verdict(meaningful: 1, isHigherBetter: true) == .aboutLevel)
    }

    @Test func `both errors count`() throws {
        let both = try #require(Difference(of: 20, error: 3, from: 10, error: 4))
        #expect(both.value == 10)
        #expect(both.error == 5)
        // Two errors: 4.55 %.
        #expect(agrees(both.probability, 0.04550026389635842))
    }

    @Test func `without any error nothing is compared`() {
        #expect(Difference(of: 1, error: 0, from: 2, error: 0) == nil)
        #expect(Difference(of: .nan, error: 1, from: 2, error: 0) == nil)
        #expect(Difference(of: .greatestFiniteMagnitude, error: 1, from: -1e308, error: 1) == nil)
    }
}

@Suite struct FalseDiscoveryTests {
    @Test func `the largest that lies below its step takes the smaller ones along`() {
        // Steps of 0.10 / 5: 0.02 0.04 0.06 0.08 0.10.
        #expect(
            discoveries([0.055, 0.001, 0.045, 0.9, 0.085]) == [true, true, true, false, false])
    }

    @Test func `nothing below its step is nothing claimed`() {
        #expect(discoveries([0.11, 0.3]) == [false, false])
        #expect(discoveries([]) == [])
    }

    @Test func `what is not a number is no finding and no trial`() {
        // Alone, 0.10 is at its step; among two trials it would not be.
        #expect(discoveries([.nan, 0.10]) == [false, true])
    }
}

@Suite struct BenchmarkErrorTests {
    @Test func `six peers are the fewest whose median has an error`() {
        // The first and the sixth bound it: 5 / (2 x 1.96).
        #expect(
            agrees(
                standardErrorOfMedian(ofSorted: [1, 2, 3, 4, 5, 6]),
                5 / (2 * 1.959963984540054)))
        #expect(standardErrorOfMedian(ofSorted: [1, 2, 3, 4, 5]) == nil)
    }
}

@Suite struct RankRangeTests {
    @Test func `the last four periods count`() throws {
        let range = try #require(RankRange([1, 9, 5, nil, 7]))
        #expect((range.best, range.worst, range.count) == (5, 9, 3))
    }

    @Test func `one rank has no range`() {
        #expect(RankRange([3]) == nil)
        #expect(RankRange([3, nil, nil, nil, 4]) == nil)
    }
}
