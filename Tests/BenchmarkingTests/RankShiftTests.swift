import MetricSpec
import Testing

@testable import Benchmarking

@Suite struct RankShiftTests {
    private let low: RankRule

    init() throws {
        low = try #require(RankRule(polarity: .lowGood, decimals: 0))
    }

    private func shift(
        _ before: Double, _ after: Double, _ peers: [(Double?, Double?)]
    ) -> RankShift {
        RankShift(
            from: before, to: after,
            among: peers.map { RankShift.Peer(before: $0.0, after: $0.1) }, by: low)
    }

    @Test func `a move by the own value alone is own`() {
        // 5 among 1, 3 and 7 is third; 2 is second.
        let move = shift(5, 2, [(1, 1), (3, 3), (7, 7)])
        #expect([move.before, move.own, move.others, move.membership] == [3, -1, 0, 0])
        #expect(move.after == 2)
    }

    @Test func `a peer whose value passes moves a city that did not change`() {
        let move = shift(5, 5, [(1, 6), (7, 4), (8, 4)])
        #expect([move.own, move.others, move.membership] == [0, 1, 0])
        #expect(move.after == 3)
    }

    @Test func `a better peer that comes costs a place, one that goes gives one`() {
        #expect(shift(5, 5, [(nil, 1), (nil, 9)]).membership == 1)
        #expect(shift(5, 5, [(1, nil), (9, nil)]).membership == -1)
    }

    @Test func `the three parts add up to the move, and are told apart`() {
        // 5 is second behind 1. Now it is 3: still second. The peer with 9 now
        // has 2, so that it is third; another comes with 1, so that it is
        // fourth.
        let move = shift(5, 3, [(1, 1), (9, 2), (nil, 1)])
        #expect([move.before, move.own, move.others, move.membership] == [2, 0, 1, 1])
        #expect(move.after == 4)
    }

    @Test func `values that are equal on the declared decimals tie`() {
        let move = shift(5, 5.4, [(5.2, 5.2)])
        #expect([move.before, move.own, move.after] == [1, 0, 1])
    }
}
