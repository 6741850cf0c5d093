// Expected values are derived in the test; those of other software are compared
// in OurReferenceTests.
import Foundation
import Testing

@testable import Benchmarking

@Suite struct FunnelTests {
    @Test func `a funnel of shares ends at 0 and 1`() {
        // 0.5 -+ 1.96 * 0.5 / 1 would leave them.
        #expect(
            funnelLimits(ofProportion: 0.5, units: 1, at: .percent99_8)
                == Interval(lower: 0, upper: 1))
    }

    @Test func `a place at the edge of its funnel has the target at the edge of its interval`()
        throws
    {
        let limits = funnelLimits(ofProportion: 0.3, units: 200, at: .percent95)
        let own = try #require(proportionInterval(count: limits.upper * 200, of: 200))
        #expect(agrees(own.lower, 0.3))
    }

    @Test func `no events leave the funnel open above`() {
        let limits = funnelLimits(ofRate: 2, events: 0, at: .percent95)
        #expect(limits == Interval(lower: 0, upper: .infinity))
    }

    @Test(arguments: [
        (1.0, FunnelPosition.farBelow), (2, .below), (3, .within), (7, .within), (8, .above),
        (10, .farAbove),
    ])
    func `a position names the limit that is passed`(value: Double, position: FunnelPosition) {
        #expect(
            FunnelPosition(
                of: value, inner: Interval(lower: 3, upper: 7),
                outer: Interval(lower: 1.5, upper: 9)) == position)
    }
}

@Suite struct OverDispersionTests {
    @Test func `the mean square of chance is that of a winsorised normal value`() {
        // E z^2 within +-q is 0.8 - 2 q f(q); each tail of 10 % counts q^2.
        let q = normalQuantile(upperTail: 0.1)
        let density = exp(-q * q / 2) / (2 * Double.pi).squareRoot()
        let expected = 0.8 - 2 * q * density + 0.2 * q * q
        #expect(abs(OverDispersion.meanSquareOfChance - expected) < 1e-6)
    }

    @Test func `nine places have no variance between them, ten may`() {
        let scores = (0..<10).map { Double($0) - 4.5 }
        let errors = [Double](repeating: 0.1, count: 10)
        #expect(
            OverDispersion(scores: Array(scores.dropLast()), errors: Array(errors.dropLast()))
                == nil)
        #expect(OverDispersion(scores: scores, errors: errors) != nil)
    }

    @Test func `places that differ by chance alone have none`() throws {
        // The normal quantiles of 100 places: as even as chance can be.
        let scores = (0..<100).map { normalQuantile(upperTail: (Double($0) + 0.5) / 100) }
        let dispersion = try #require(
            OverDispersion(scores: scores, errors: scores.map { _ in 0.1 }))
        #expect(abs(dispersion.phi - 1) < 0.02)
        #expect(dispersion.variance < 0.02 * 0.1 * 0.1)
    }

    @Test func `twice the scatter of chance is three more variances of it`() throws {
        // Equal errors: tau2 = s^2 (n phi - (n - 1)) / (n - 1), phi = 4.
        let scores = (0..<1_000).map { 2 * normalQuantile(upperTail: (Double($0) + 0.5) / 1_000) }
        let dispersion = try #require(
            OverDispersion(scores: scores, errors: scores.map { _ in 0.1 }))
        #expect(abs(dispersion.phi - 4) < 0.02)
        #expect(abs(dispersion.variance / 0.01 - 3) < 0.03)
    }

    @Test(arguments: [0, 0.2, 0.5, 1])
    func `a share comes back from its scale`(part: Double) {
        #expect(agrees(share(ofStabilised: stabilised(share: part)), part, 1e-15))
    }

    @Test func `limits beyond the scale are none and all`() {
        #expect(share(ofStabilised: -0.1) == 0)
        #expect(share(ofStabilised: 2) == 1)
    }
}
