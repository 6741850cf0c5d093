// Expected values are derived in the test; those of other software are compared
// in OurReferenceTests.
import Benchmarking
import Testing

@Suite struct SpreadTests {
    @Test func `one far value does not move the median deviation`() {
        // Distances from 3: 2 1 0 1 997.
        #expect(medianAbsoluteDeviation(ofSorted: [1, 2, 3, 4, 1_000]) == 1)
        #expect(medianAbsoluteDeviation(ofSorted: []) == nil)
    }

    @Test func `a deviation of 0 has no score`() {
        #expect(robustScore(of: 9, median: 3, deviation: 0) == nil)
        #expect(Summary(of: [3, 3]).map { standardScore(of: 9, in: $0) == nil } == true)
        #expect(Summary(of: [3]).map { standardScore(of: 9, in: $0) == nil } == true)
    }

    @Test func `weights that are equal change nothing but the definition`() {
        // Definition 2: the mean of the middle two.
        #expect(weightedQuantile(0.5, of: [4, 1, 3, 2], weights: [2, 2, 2, 2]) == 2.5)
        #expect(weightedQuantile(0.25, of: [4, 1, 3, 2], weights: [2, 2, 2, 2]) == 1.5)
    }

    @Test func `a place with most of the weight is the median`() {
        #expect(weightedQuantile(0.5, of: [10, 20, 30], weights: [6, 2, 2]) == 10)
    }

    @Test func `tenths that do not sum exactly still hit the half`() {
        // 0.1 + 0.2 + 0.2 is not 0.5 exactly.
        #expect(
            weightedQuantile(0.5, of: [1, 2, 3, 4], weights: [0.1, 0.2, 0.2, 0.5]) == 3.5)
    }

    @Test func `no weight has no mean and no quantile`() {
        #expect(weightedMean([1], weights: [0]) == nil)
        #expect(weightedQuantile(0.5, of: [1], weights: [0]) == nil)
        #expect(weightedQuantile(1.5, of: [1], weights: [1]) == nil)
        #expect(weightedMean([1, 2], weights: [1]) == nil)
    }
}
