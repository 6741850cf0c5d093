// Expected shares: the bars that the engine is held to; the others are derived
// in the test.
import Testing

@testable import Benchmarking

@Suite struct PeersToLearnFromTests {
    /// A quarter of cities with these true values, each drawn with this error.
    private func quarter(
        _ truth: [Double], error: Double, _ normals: inout SeededNormals
    ) -> GroupQuarter {
        GroupQuarter(
            values: truth.map { $0 + error * normals.next() }, errors: truth.map { _ in error })
    }

    private func named(_ truth: [Double], error: Double, cases: Int, seed: UInt64) -> [[Int]] {
        var normals = SeededNormals(seed: seed)
        return (0..<cases).map { _ in
            let baseline = (0..<4).map { _ in quarter(truth, error: error, &normals) }
            let recent = (0..<4).map { _ in quarter(truth, error: error, &normals) }
            return PeersToLearnFrom(baseline: baseline)?.peers(of: 0, in: recent) ?? []
        }
    }

    @Test func `where no city differs nobody is named in 98 of 100 cases`() {
        let cases = 2_000
        let names = named(Array(repeating: 50, count: 30), error: 2, cases: cases, seed: 1)
        let wrong = names.count { !$0.isEmpty }
        print("peers to learn from: named in \(wrong) of \(cases) cases without a difference")
        #expect(Double(wrong) / Double(cases) <= 0.02)
    }

    @Test func `a peer that is far better is named, its equals are not`() {
        // Five errors of one quarter: ten of the sum of four.
        var truth = (0..<30).map { 50 + Double($0 % 5) * 0.5 }
        truth[7] = 62
        truth[0] = 50
        let names = named(truth, error: 2, cases: 200, seed: 2)
        #expect(names.count { $0.contains(7) } > 190)
        #expect(names.count { $0.contains(5) } < 10)
    }

    @Test func `the city itself is never its own example`() {
        var truth = Array(repeating: 50.0, count: 30)
        truth[0] = 90
        #expect(named(truth, error: 1, cases: 50, seed: 3).allSatisfy { $0.isEmpty })
    }

    @Test func `nine cities, three quarters and a gap name nobody`() throws {
        var normals = SeededNormals(seed: 4)
        let nine = (0..<4).map { _ in quarter((0..<9).map(Double.init), error: 0.1, &normals) }
        #expect(PeersToLearnFrom(baseline: nine) == nil)
        let ten = (0..<4).map { _ in quarter((0..<10).map(Double.init), error: 0.1, &normals) }
        let rule = try #require(PeersToLearnFrom(baseline: ten))
        #expect(rule.peers(of: 0, in: ten).contains(9))
        #expect(rule.peers(of: 0, in: Array(ten.dropLast())).isEmpty)
        var gap = ten
        var values = gap[1].values
        values[9] = nil
        gap[1] = GroupQuarter(values: values, errors: gap[1].errors)
        #expect(!rule.peers(of: 0, in: gap).contains(9))
        #expect(PeersToLearnFrom(baseline: []) == nil)
    }
}
