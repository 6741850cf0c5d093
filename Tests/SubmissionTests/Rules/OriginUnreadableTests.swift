import MetricSpec
import Tabular
import Testing

@testable import Submission

@Suite struct OriginUnreadableTests {
    private let keys =
        Fixture.longKeys + "\naggregate: {row_count: Rows, filter: Filter, digest: Digest}\n"
    private let header = "City,Period,Measure,Value,Rows,Filter,Digest\n"

    @Test func `a count or digest that was changed is an error`() throws {
        let outcome = try Fixture.run(
            keys,
            header + "springfield,2026-Q1,calls,5,many,count,00ff00ff00ff00ff\n"
                + "springfield,2026-Q2,calls,5,7,count,1.2E+15\n")
        #expect(outcome.rules == ["origin-unreadable", "origin-unreadable"])
        #expect(outcome.findings.map(\.column) == [5, 7])
        #expect(outcome.values.isEmpty)
        #expect(outcome.summary.rejected == 2)
    }

    @Test func `what stands there becomes the value's origin`() throws {
        let file = SourceFile(
            name: "figures.csv",
            bytes: Array((header + "springfield,2026-Q1,calls,5,7,count,00ff00ff00ff00ff\n").utf8))
        let intake = Intake(
            file, path: "figures.csv", mapping: try Fixture.mapping(keys),
            context: try Fixture.context(), duplicates: .found)
        var origins: [AggregateOrigin] = []
        let summary = try intake.run { origins += $0.aggregates }
        #expect(summary.findings.isEmpty)
        #expect(
            origins == [
                AggregateOrigin(
                    rowCount: 7, filter: "count", digest: 0x00FF_00FF_00FF_00FF, moments: nil)
            ])
    }

    @Test func `a figure of no row has an origin, one of fewer has none`() throws {
        func rules(_ count: String) throws -> [String] {
            try Fixture.run(
                keys, header + "springfield,2026-Q1,calls,0,\(count),count,00ff00ff00ff00ff\n"
            ).rules
        }
        #expect(try rules("0") == [])
        #expect(try rules("-1") == ["origin-unreadable"])
    }
}
