import MetricSpec
import Testing

@testable import Submission

@Suite struct LikelyGapZeroTests {
    /// Thirty towns, each with calls, answered and lost ones; springfield with
    /// those given.
    private func run(
        _ calls: String, others: [String] = ["answered,9", "lost,3"], towns: Int = 30,
        _ value: (Int) -> Int = { 90 + 10 * $0 }
    ) throws -> Outcome {
        let rows = ["calls,\(calls)"] + others
        return try Desk.run(
            Desk.towns("calls", towns) { "\(value($0))" } + "\n"
                + rows.map { "springfield,2026-Q1,\($0)" }.joined(separator: "\n"))
    }

    @Test func `a zero where all other figures are far from it is a warning`() throws {
        let alone = try run("0")
        #expect(alone.of(.likelyGapZero).map(\.row) == [32])
        #expect(
            alone.of(.likelyGapZero).first?.problem
                == "0 stands here, while the 30 other figures of desk/calls in this file are 100 "
                + "or more and the city reports other figures of the service")
        #expect(alone.of(.likelyGapZero).map(\.severity) == [.warning])
        #expect(alone.of(.likelyGapZero).first?.city == "springfield")
    }

    @Test func `where zeros are ordinary, or figures small, none is asked about`() throws {
        #expect(try run("0") { $0.isMultiple(of: 5) ? 0 : 100 }.of(.likelyGapZero).isEmpty)
        #expect(try run("0") { $0.isMultiple(of: 3) ? 1 : 40 }.of(.likelyGapZero).isEmpty)
        #expect(try run("0") { $0 == 1 ? 1 : 90 + 10 * $0 }.of(.likelyGapZero).isEmpty)
        #expect(try run("1").of(.likelyGapZero).isEmpty)
    }

    @Test func `a city that reports nothing else, or other unlikely zeros, is silent`() throws {
        #expect(try run("0", others: []).of(.likelyGapZero).isEmpty)
        #expect(try run("0", others: ["answered,0", "lost,0"]).of(.likelyGapZero).isEmpty)
    }

    @Test(arguments: [(18, 0), (19, 1)])
    func `twenty figures are needed, the zero among them`(towns: Int, count: Int) throws {
        #expect(try run("0", towns: towns).of(.likelyGapZero).count == count)
    }
}
