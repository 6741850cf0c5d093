import MetricSpec
import Tabular
import Testing

@testable import Submission

/// Files put together at random in the layouts in which many rows make a
/// figure: whatever is in them, the books balance.
@Suite struct RandomAggregateTests {
    private static let cells = [
        "", "1", "2.5", "1e308", "-3", "x", "01/05/2026", "2026-01-05", "13/13/2026", "Request",
        "Closed", "Cancelled", "vacant", "100-5100", "100-4100", "200", "\"", "é", "a,b", "\n",
    ]

    private static let shapes: [(keys: String, header: String)] = [
        (
            Requests.keys + """
                  - {measure: ops/calls, aggregate: sum-of-squares, column: Hours}
                  - {measure: ops/staff, aggregate: distinct, column: Case}
                  - {measure: ops/visits, aggregate: percentile, column: Hours, percent: 9, keep: 3}

                """, Requests.header
        ),
        (TrialBalance.keys, "Account,Name,Debit,Credit\n"),
        (PostList.keys, PostList.header),
    ]

    @Test(arguments: [0, 1, 2])
    func `figures and rows are accepted or rejected with a reason`(shape: Int) throws {
        let (keys, header) = Self.shapes[shape]
        let (mapping, context) = (try Fixture.mapping(keys), try Fixture.context())
        var random = SeededGenerator(state: UInt64(shape) + 1)
        let width = header.split(separator: ",").count
        for _ in 0..<500 {
            let rows = (0..<Int.random(in: 0...10, using: &random)).map { _ in
                (0..<width).map { _ in Self.cells.randomElement(using: &random) ?? "" }
                    .joined(separator: ",") + "\n"
            }
            let text = header + rows.joined()
            let outcome = try Fixture.run(
                SourceFile(name: "random.csv", bytes: Array(text.utf8)),
                path: "2026-Q1/random.csv", mapping: mapping, context: context,
                duplicates: .found)
            let summary = outcome.summary
            #expect(summary.values == summary.accepted + summary.rejected, "\(text)")
            #expect(outcome.values.count == summary.accepted || summary.isRejected, "\(text)")
            #expect(outcome.values.allSatisfy { $0.value.isFinite }, "\(text)")
            #expect(
                summary.hasRejections == outcome.findings.contains { $0.severity >= .error },
                "\(text)")
        }
    }
}
