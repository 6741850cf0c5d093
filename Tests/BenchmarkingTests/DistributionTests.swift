// Expected values: closed forms and sums, derived in the test; z as METHODS.md
// gives it (R's qnorm).
import Foundation
import Testing

@testable import Benchmarking

@Suite struct DistributionTests {
    @Test func `the points of 95 and 99.8 % are R's`() {
        #expect(agrees(ConfidenceLevel.percent95.z, 1.959963984540054, 1e-15))
        #expect(agrees(ConfidenceLevel.percent99_8.z, 3.090232306167813, 1e-15))
    }

    @Test(arguments: [1e-300, 1e-20, 1e-4, 0.02, 0.3, 0.5, 0.7, 0.999])
    func `the normal quantile undoes the tail`(tail: Double) {
        let back = normalUpperTail(at: normalQuantile(upperTail: tail))
        #expect(abs(back - tail) <= 1e-12 * tail)
    }

    @Test func `tails of 0 and 1 lie at infinity`() {
        #expect(normalQuantile(upperTail: 0) == .infinity)
        #expect(normalQuantile(upperTail: 1) == -.infinity)
    }

    @Test(arguments: [0.01, 1, 5, 40.0])
    func `the gamma distribution of shape 1 is the exponential`(point: Double) {
        let tails = gammaTails(at: point, shape: 1)
        #expect(agrees(tails.lower, -expm1(-point), 1e-14))
        #expect(abs(tails.upper - exp(-point)) <= 1e-13 * exp(-point))
    }

    @Test(arguments: [0.5, 1, 3, 9.5, 120, 1e6], [1e-6, 0.001, 0.025, 0.4, 0.5, 0.975])
    func `the gamma quantile undoes both tails`(shape: Double, tail: Double) {
        let low = gammaQuantile(lowerTail: tail, shape: shape)
        #expect(abs(gammaTails(at: low, shape: shape).lower / tail - 1) < 1e-9)
        let high = gammaQuantile(upperTail: tail, shape: shape)
        #expect(abs(gammaTails(at: high, shape: shape).upper / tail - 1) < 1e-9)
    }

    @Test func `a Poisson count's tail is the sum of its densities`() {
        // P(X <= 7) where 4.2 are expected: by definition and by the gamma law.
        var term = exp(-4.2)
        var sum = term
        for count in 1...7 {
            term *= 4.2 / Double(count)
            sum += term
            #expect(agrees(poissonDensity(at: Double(count), mean: 4.2), term, 1e-14))
        }
        #expect(agrees(gammaTails(at: 4.2, shape: 8).upper, sum, 1e-14))
    }

    @Test func `the density of a large count is Stirling's`() {
        // At x = m the density is 1 / sqrt(2 pi m) less 1 part in 12 m.
        let mean = 1e9
        let expected = (1 - 1 / (12 * mean)) / (2 * .pi * mean).squareRoot()
        #expect(abs(poissonDensity(at: mean, mean: mean) / expected - 1) < 1e-12)
    }

    @Test(arguments: [0.1, 0.5, 0.93])
    func `a binomial count's tail is the sum of its densities`(share: Double) {
        let trials = 12
        var sum = 0.0
        var ways = 1.0
        for count in 0...trials {
            sum += ways * pow(share, Double(count)) * pow(1 - share, Double(trials - count))
            ways *= Double(trials - count) / Double(count + 1)
            #expect(
                agrees(binomialTails(at: count, trials: trials, share: share).lower, sum, 1e-13))
        }
        #expect(binomialTails(at: -1, trials: trials, share: share).upper == 1)
    }

    @Test(arguments: [0.1, 1, 12.7, 300])
    func `Student's law has closed forms at one and two degrees of freedom`(point: Double) {
        let one = atan(1 / point) / .pi
        #expect(agrees(studentUpperTail(at: point, freedom: 1), one, 1e-14))
        let two = (1 - point / (2 + point * point).squareRoot()) / 2
        #expect(agrees(studentUpperTail(at: point, freedom: 2), two, 1e-14))
    }

    @Test(arguments: [1.0, 2, 7.5, 29, 1e6], [0.001, 0.025, 0.3])
    func `Student's quantile undoes the tail`(freedom: Double, tail: Double) {
        let point = studentQuantile(upperTail: tail, freedom: freedom)
        #expect(abs(studentUpperTail(at: point, freedom: freedom) / tail - 1) < 1e-12)
    }
}
