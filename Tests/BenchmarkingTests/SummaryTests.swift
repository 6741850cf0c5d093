// Expected values are derived in the test; those of other software are compared
// in OurReferenceTests.
import Benchmarking
import Testing

@Suite struct SummaryTests {
    @Test func `no values have no summary`() {
        #expect(Summary(of: []) == nil)
    }

    @Test func `one value has no deviation`() throws {
        let summary = try #require(Summary(of: [4]))
        #expect(summary.mean == 4)
        #expect(summary.standardDeviation == nil)
    }

    @Test func `values near a billion with a small spread keep it`() throws {
        // 1e9 + 1, 2, 3: mean 1e9 + 2, deviation 1.
        let summary = try #require(Summary(of: [1e9 + 1, 1e9 + 2, 1e9 + 3]))
        #expect(summary.mean == 1e9 + 2)
        #expect(summary.standardDeviation == 1)
    }

    @Test func `equal values have their value as mean and no spread`() throws {
        let summary = try #require(Summary(of: Array(repeating: 0.1, count: 7)))
        #expect(summary.mean == 0.1)
        #expect(summary.standardDeviation == 0)
    }

    @Test func `values whose sum overflows have a mean`() throws {
        // The deviation of a and 3a is a times the root of two.
        let summary = try #require(Summary(of: [0.5e308, 1.5e308]))
        #expect(agrees(summary.mean / 1e308, 1))
        #expect(agrees((summary.standardDeviation ?? 0) / 1e308, 2.0.squareRoot() / 2))
    }

    @Test func `a deviation beyond the range is none`() throws {
        let summary = try #require(Summary(of: [-1.7e308, 1.7e308]))
        #expect(summary.mean == 0)
        #expect(summary.standardDeviation == nil)
    }

    @Test func `denormal values have a spread`() throws {
        let tiny = Double.leastNonzeroMagnitude
        let summary = try #require(Summary(of: [0, 4 * tiny]))
        #expect(summary.mean == 2 * tiny)
        // 2 * root(2) = 2.83 units, stored as 3.
        #expect(summary.standardDeviation == 3 * tiny)
    }

    @Test func `the order of the values leaves no trace`() {
        var generator = Generator(seed: 7)
        let values = (0..<500).map { _ in Double.random(in: -1e6...1e6, using: &generator) }
        let shuffled = values.shuffled(using: &generator)
        #expect(Summary(of: values) == Summary(of: shuffled))
    }
}
