import Testing

@testable import MetricSpec

@Suite struct MetricTests {
    @Test func `a reported metric is its measure`() {
        let formula = Formula.reported("fire/calls")
        #expect(formula.numerator == ["fire/calls"])
        #expect(formula.denominator.isEmpty)
        #expect(formula.measures == ["fire/calls"])
        #expect(!formula.isRatio)
        #expect(formula.statedMultiplier == 1)
    }

    @Test func `a sum has all its measures above the line`() {
        let formula = Formula.sum(["a/x", "a/y"])
        #expect(formula.numerator == ["a/x", "a/y"])
        #expect(formula.denominator.isEmpty)
        #expect(!formula.isRatio)
        #expect(formula.statedMultiplier == 1)
    }

    @Test func `a ratio names numerators first, then denominators`() {
        let formula = Formula.ratio(
            numerator: ["a/x", "a/y"], denominator: ["a/n"], multiplier: 1000)
        #expect(formula.measures == ["a/x", "a/y", "a/n"])
        #expect(formula.denominator == ["a/n"])
        #expect(formula.isRatio)
        #expect(formula.statedMultiplier == 1000)
    }

    @Test(arguments: [
        (9.0, 1.0), (10.0, 0.0), (12.0, 0.0), (15.0, 0.0), (15.5, 0.5), (-10.0, 20.0),
    ])
    func `the distance to a target is 0 inside and counts from the nearer end`(
        value: Double, distance: Double
    ) {
        #expect(TargetRange(from: 10, to: 15).distance(of: value) == distance)
    }

    @Test func `both ends of a plausible range belong to it`() {
        let range = PlausibleRange(minimum: 0, maximum: 100)
        #expect(range.contains(0))
        #expect(range.contains(100))
        #expect(!range.contains(-0.001))
        #expect(!range.contains(100.001))
    }

    @Test func `an open end of a plausible range lets everything through`() {
        #expect(PlausibleRange(minimum: nil, maximum: 1).contains(-1e300))
        #expect(PlausibleRange(minimum: 0, maximum: nil).contains(1e300))
        #expect(PlausibleRange(minimum: nil, maximum: nil).contains(0))
    }

    @Test func `a metric's domain is the part before the slash`() throws {
        let standard = try SampleStandard.read()
        #expect(standard.metric("fire/call-rate")?.domain == "fire")
    }
}
