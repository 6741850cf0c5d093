// Expected values are derived in the test; those of other software are compared
// in OurReferenceTests.
import Benchmarking
import Testing

@Suite struct QuantileTests {
    @Test func `no values have no quantile`() {
        #expect(quantile(0.5, ofSorted: [Double]()) == nil)
    }

    @Test(arguments: [-0.01, 1.01, .nan])
    func `a share outside 0 to 1 has no quantile`(share: Double) {
        #expect(quantile(share, ofSorted: [1, 2]) == nil)
    }

    @Test func `one value is each of its quantiles`() {
        #expect([0, 0.3, 1].map { quantile($0, ofSorted: [7.5]) } == [7.5, 7.5, 7.5])
    }

    @Test func `a quarter of four values lies three quarters up the first gap`() {
        // (4 - 1) * 0.25 = 0.75 of the way from 10 to 20.
        #expect(quantile(0.25, ofSorted: [10, 20, 30, 40]) == 17.5)
    }

    @Test func `a position that is nearly whole takes the order statistic`() {
        // 1 + 3p is 2.9999999999999996: without the fuzz, the second value
        // would still weigh 4e-16 * 1e15.
        #expect(quantile((2.0 / 3).nextDown, ofSorted: [-1e15, -1e15, 4, 5]) == 4)
    }

    @Test func `huge values of both signs do not overflow`() {
        #expect(quantile(0.5, ofSorted: [-1.7e308, 1.7e308]) == 0)
    }

    @Test func `a slice that is not contiguous is read alike`() {
        #expect(quantile(0.5, ofSorted: [1.0, 2, 4].lazy.map { $0 * 2 }) == 4)
    }
}
