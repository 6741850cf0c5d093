import MetricSpec
import Testing

@testable import Submission

@Suite struct ShareTooLargeTests {
    private func run(_ share: String, fullTime: String = "") throws -> Outcome {
        try Fixture.run(
            """
            title: Posts
            layout: positions
            city: {constant: springfield}
            period: {constant: "2026-Q1"}
            posts: {share: Share\(fullTime)}
            figures: [{measure: ops/spending, aggregate: budgeted-equivalents}]
            ignore: [Post]

            """, "Post,Share\nA1,1\nA2,\(share)\n")
    }

    @Test(arguments: ["50", "100", "-0.5", "1.51"])
    func `a share that no post can have is an error, and its row counts for nothing`(
        share: String
    ) throws {
        let outcome = try run(share)
        #expect(outcome.rules == ["share-too-large"])
        #expect(outcome.findings.first?.row == 3)
        #expect(outcome.findings.first?.column == 2)
        #expect(outcome.values.map(\.value) == [1])
        #expect(outcome.summary.rejected == 1)
    }

    @Test(arguments: ["0", "0.5", "1", "1.5"])
    func `shares up to one and a half posts are none`(share: String) throws {
        let outcome = try run(share)
        #expect(outcome.rules == [])
        #expect(outcome.values.map(\.value) == [1 + (Double(share) ?? .nan)])
    }

    @Test func `per cent are shares where the mapping says what a whole post has`() throws {
        let keys = ", full_time: 100"
        let outcome = try run("50", fullTime: keys)
        #expect(outcome.rules == [])
        // The first post has 1 per cent.
        #expect(outcome.values.map(\.value) == [0.51])
        let beyond = try run("151", fullTime: keys)
        #expect(beyond.rules == ["share-too-large"])
        #expect(beyond.findings.first?.expected == "a number from 0 to 150")
    }

    @Test func `a full-time post of nothing is an error of the mapping`() {
        #expect(throws: SpecError.self) { try run("1", fullTime: ", full_time: 0") }
    }
}
