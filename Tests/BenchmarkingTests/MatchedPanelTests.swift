// Expected values are derived in the test.
import Testing

@testable import Benchmarking

@Suite struct MatchedPanelTests {
    private func figure(_ above: Double, _ below: Double) -> PanelFigure {
        PanelFigure(value: above / below, numerator: above, denominator: below)
    }

    @Test func `only cities with both periods count`() throws {
        let panel = try #require(
            MatchedPanel(
                before: [figure(1, 10), figure(4, 10), nil, figure(9, 10)],
                after: [figure(2, 10), figure(6, 20), figure(9, 9), nil]))
        #expect(panel.count == 2)
        #expect(panel.ratioBefore == 5.0 / 20)
        #expect(panel.ratioAfter == 8.0 / 30)
        #expect(agrees(panel.medianBefore, 0.25))
        #expect(agrees(panel.medianAfter, 0.25))
    }

    @Test func `no city with both is no panel`() {
        #expect(MatchedPanel(before: [figure(1, 2), nil], after: [nil, figure(1, 2)]) == nil)
        #expect(MatchedPanel(before: [], after: []) == nil)
    }

    @Test func `a city whose parts are not known leaves the ratio open`() throws {
        let panel = try #require(
            MatchedPanel(
                before: [figure(1, 2), PanelFigure(value: 3)],
                after: [figure(1, 2), PanelFigure(value: 3)]))
        #expect(panel.ratioBefore == nil)
        #expect(panel.medianBefore == 1.75)
    }

    @Test func `three in ten not yet in and nothing changing is no change`() throws {
        var normals = SeededNormals(seed: 9)
        var rawMoves = 0
        for _ in 0..<500 {
            // Cities a fifth apart that do not change at all.
            let all = (0..<20).map { _ in figure(100 * (1 + 0.2 * normals.next()), 100) }
            let reported = all.map { normals.next() > -0.5244 ? $0 : nil }
            let panel = try #require(MatchedPanel(before: all, after: reported))
            #expect(panel.medianAfter == panel.medianBefore)
            #expect(panel.ratioAfter == panel.ratioBefore)
            let raw =
                reported.compactMap { $0?.numerator }.reduce(0, +)
                / Double(reported.count { $0 != nil } * 100)
            let before = all.compactMap(\.numerator).reduce(0, +) / 2_000
            rawMoves += abs(raw / before - 1) > 0.01 ? 1 : 0
        }
        // What the panel is for: without it, a change is seen in most of them.
        #expect(rawMoves > 250)
    }
}
