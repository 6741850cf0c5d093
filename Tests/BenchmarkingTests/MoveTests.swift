import Testing

@testable import Benchmarking

/// How far a figure moved.
@Suite struct MoveTests {
    @Test(arguments: [(100.0, 150.0, 0.5), (100, 50, -0.5), (-100, -150, -0.5), (80, 80, 0)])
    func `a move is a part of the earlier figure`(before: Double, now: Double, share: Double) {
        #expect(Move(before: before, now: now)?.share == share)
    }

    @Test func `a doubling is as far as a halving`() throws {
        let doubled = try #require(Move(before: 10, now: 20))
        let halved = try #require(Move(before: 20, now: 10))
        #expect(doubled.distance == halved.distance)
        // The natural logarithm of 2.
        #expect(abs(doubled.distance - 0.693147180559945) < 1e-14)
    }

    @Test(arguments: [(0.0, 5.0), (5, 0), (0, 0), (-5, 5)])
    func `what was or is zero, or changed its sign, has no ratio`(before: Double, now: Double) {
        #expect(Move(before: before, now: now) == nil)
    }
}
