// Expected values are derived in the test; those of other software are compared
// in OurReferenceTests.
import Testing

@testable import Benchmarking

@Suite struct ProportionIntervalTests {
    @Test(arguments: [(-1.0, 10.0), (11, 10), (0, 0), (1, -1), (.nan, 10), (1, .nan)])
    func `counts that are no part of a whole have no interval`(count: Double, units: Double) {
        #expect(proportionInterval(count: count, of: units) == nil)
    }

    @Test func `none and all have exact ends`() throws {
        #expect(try #require(proportionInterval(count: 0, of: 7)).lower == 0)
        #expect(try #require(proportionInterval(count: 7, of: 7)).upper == 1)
    }

    @Test func `the interval is where the score test is at its edge`() throws {
        // (p - limit)^2 = z^2 limit (1 - limit) / n at both ends.
        let interval = try #require(proportionInterval(count: 30, of: 80))
        let z = ConfidenceLevel.percent95.z
        for limit in [interval.lower, interval.upper] {
            let distance = 30.0 / 80 - limit
            #expect(agrees(distance * distance, z * z * limit * (1 - limit) / 80, 1e-14))
        }
    }

    @Test func `a design effect of two counts half the units`() {
        #expect(
            proportionInterval(count: 30, of: 80, designEffect: 2)
                == proportionInterval(count: 15, of: 40))
    }

    @Test func `more units make it narrower`() throws {
        let widths = try [10.0, 100, 1_000].map {
            try #require(proportionInterval(count: $0 * 0.3, of: $0)).width
        }
        #expect(widths == widths.sorted(by: >))
    }
}

@Suite struct EventIntervalTests {
    @Test func `limits are exact below ten events and Byar's from ten`() {
        let level = ConfidenceLevel.percent95
        let below = 10.0.nextDown
        #expect(eventInterval(ofEvents: below) == exactEventInterval(ofEvents: below, at: level))
        #expect(eventInterval(ofEvents: 10) == byarInterval(ofEvents: 10, at: level))
        #expect(eventInterval(ofEvents: 10) != exactEventInterval(ofEvents: 10, at: level))
    }

    @Test func `no events can still be some`() throws {
        // exp(-upper) = 0.025.
        let interval = try #require(eventInterval(ofEvents: 0))
        #expect(interval.lower == 0)
        #expect(agrees(interval.upper, 3.688879454113936))
    }

    @Test(arguments: [-1, .nan, .infinity])
    func `what is no count has no interval`(events: Double) {
        #expect(eventInterval(ofEvents: events) == nil)
    }

    @Test(arguments: [0, -5, .nan])
    func `no exposure has no rate`(exposure: Double) {
        #expect(rateInterval(ofEvents: 3, exposure: exposure) == nil)
    }
}

@Suite struct MomentsTests {
    @Test func `values near a billion keep their spread when added one by one`() {
        // 1e9 + 1, 2, 3: mean 1e9 + 2, deviation 1.
        var moments = Moments()
        for value in [1e9 + 1, 1e9 + 2, 1e9 + 3] { moments.add(value) }
        #expect(moments.mean == 1e9 + 2)
        #expect(moments.standardDeviation == 1)
    }

    @Test func `sums that hold their digits give the spread exactly`() throws {
        // 1e6 + 1, 2, 3: the squares sum to 3e12 + 1.2e7 + 14, a whole number.
        let moments = try #require(
            Moments(count: 3, sum: 3e6 + 6, sumOfSquares: 3e12 + 1.2e7 + 14))
        #expect(moments.mean == 1e6 + 2)
        #expect(moments.squares == 2)
    }

    @Test func `a spread lost in a reported sum is not known, rather than noise`() throws {
        // Near 1e9 the squares sum to 3e18: steps of 512, where the spread is 2.
        let values = [1e9 + 1, 1e9 + 2, 1e9 + 3]
        let moments = try #require(
            Moments(
                count: 3, sum: values.reduce(0, +), sumOfSquares: values.reduce(0) { $0 + $1 * $1 })
        )
        #expect(moments.mean == 1e9 + 2)
        #expect(moments.standardDeviation == nil)
        #expect(meanInterval(of: moments) == nil)
    }

    @Test func `sums that no values have are refused`() {
        // Two values that sum to 10 have squares of 50 at least.
        #expect(Moments(count: 2, sum: 10, sumOfSquares: 49) == nil)
        #expect(Moments(count: 0, sum: 0, sumOfSquares: 0) == nil)
    }

    @Test func `parts that were summed apart add up`() {
        var (whole, first, second) = (Moments(), Moments(), Moments())
        for (index, value) in [3.0, 9, 4, 4, 12, -1, 7].enumerated() {
            whole.add(value)
            if index < 3 { first.add(value) } else { second.add(value) }
        }
        first.add(second)
        #expect(agrees(first.mean, whole.mean, 1e-15))
        #expect(agrees(first.squares, whole.squares, 1e-15))
    }

    @Test func `one value has a mean and no interval`() throws {
        let moments = try #require(Moments(count: 1, sum: 4, sumOfSquares: 16))
        #expect(moments.mean == 4)
        #expect(meanInterval(of: moments) == nil)
    }
}

@Suite struct PercentileIntervalTests {
    @Test func `six values are the fewest that bound a median`() {
        // All on one side: 2 (1/2)^6 = 3.1 %, 2 (1/2)^5 = 6.3 %.
        #expect(percentileInterval(0.5, ofSorted: [1, 2, 3, 4, 5]) == nil)
        #expect(
            percentileInterval(0.5, ofSorted: [1, 2, 3, 4, 5, 6]) == Interval(lower: 1, upper: 6))
    }

    @Test func `of twenty values the sixth and the fifteenth bound the median`() throws {
        // P(B <= 5) = 21,700 / 2^20 = 2.07 %, P(B <= 6) = 5.77 %.
        let ranks = try #require(percentileRanks(0.5, count: 20))
        #expect(ranks == (6, 15))
    }

    @Test func `a high percentile needs values above it`() {
        // 0.9^n at most 2.5 % from 36 values on.
        #expect(percentileRanks(0.9, count: 35) == nil)
        #expect(percentileRanks(0.9, count: 36)?.upper == 36)
    }

    @Test(arguments: [0, 1, .nan])
    func `a share that is no percentile has no interval`(share: Double) {
        #expect(percentileRanks(share, count: 100) == nil)
    }
}

@Suite struct MarginOfErrorTests {
    @Test func `a margin of the survey's 90 % is 1.645 standard errors`() throws {
        let level = try #require(ConfidenceLevel(0.9))
        #expect(agrees(standardError(ofMargin: 164.4853626951473, at: level), 100))
    }

    @Test func `errors of a sum add as squares`() {
        #expect(standardErrorOfSum([3, 4]) == 5)
        #expect(standardErrorOfSum([]) == 0)
        // 3e200 squared would overflow.
        #expect(agrees(standardErrorOfSum([3e200, 4e200]) / 1e200, 5, 1e-15))
    }

    @Test func `a ratio's errors add, a proportion's are shared`() {
        // sqrt(5^2 -+ (0.5 * 6)^2) / 10.
        #expect(
            agrees(
                standardErrorOfRatio(0.5, denominator: 10, errorAbove: 5, errorBelow: 6),
                34.0.squareRoot() / 10))
        #expect(
            standardErrorOfProportion(0.5, denominator: 10, errorAbove: 5, errorBelow: 6) == 0.4)
    }

    @Test func `a proportion with a negative root takes the ratio's form`() {
        // 5^2 - (0.5 * 24)^2 is below 0; 5, 12, 13.
        #expect(
            standardErrorOfProportion(0.5, denominator: 10, errorAbove: 5, errorBelow: 24) == 1.3)
    }
}

@Suite struct StandardisedIntervalTests {
    private func group(_ weight: Double, _ events: Double, _ population: Double)
        -> StandardisedGroup
    {
        StandardisedGroup(weight: weight, events: events, population: population)
    }

    @Test func `one group is the crude rate with Byar's limits`() throws {
        let rate = try #require(directlyStandardisedRate(of: [group(7, 40, 2_000)]))
        let crude = try #require(rateInterval(ofEvents: 40, exposure: 2_000))
        #expect(agrees(rate.value, 0.02))
        #expect(agrees(rate.interval.lower, crude.lower))
        #expect(agrees(rate.interval.upper, crude.upper))
    }

    @Test func `nine events in all have no rate, ten have one`() {
        let groups = { (events: Double) in [group(1, 4, 100), group(1, events, 100)] }
        #expect(directlyStandardisedRate(of: groups(5)) == nil)
        #expect(directlyStandardisedRate(of: groups(6)) != nil)
    }

    @Test func `a group without population has no rate`() {
        #expect(directlyStandardisedRate(of: [group(1, 20, 100), group(1, 0, 0)]) == nil)
    }

    @Test func `nothing expected is no ratio`() {
        #expect(indirectlyStandardisedRatio(observed: 5, expected: 0) == nil)
    }
}

@Suite struct ReliabilityTests {
    private let narrow = Interval(lower: 9, upper: 11)

    @Test func `a rate of nine events is unreliable, of ten not`() {
        #expect(isUnreliableRate(events: 9, value: 10, interval: narrow))
        #expect(!isUnreliableRate(events: 10, value: 10, interval: narrow))
    }

    @Test func `a rate with an interval above 160 % is unreliable`() {
        #expect(!isUnreliableRate(events: 50, value: 10, interval: Interval(lower: 2, upper: 18)))
        #expect(isUnreliableRate(events: 50, value: 10, interval: Interval(lower: 2, upper: 18.1)))
    }

    @Test func `a proportion of 29 units or 30 points width is unreliable`() {
        let slim = Interval(lower: 0.4, upper: 0.6)
        #expect(isUnreliableProportion(units: 29, interval: slim))
        #expect(!isUnreliableProportion(units: 30, interval: slim))
        #expect(isUnreliableProportion(units: 30, interval: Interval(lower: 0.25, upper: 0.5625)))
    }
}
