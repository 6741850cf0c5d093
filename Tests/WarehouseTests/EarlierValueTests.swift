import Consortium
import MetricSpec
import Postgres
import Submission
import Tabular
import Testing

@testable import Warehouse

/// Changes since a year before that must be explained.
@Suite struct EarlierValueTests {
    private func earlier(_ store: Store, _ text: String) throws -> EarlierValues? {
        let standard = store.registry.standard
        let intake = Intake(
            SourceFile(name: "file.csv", bytes: Array(text.utf8)), path: "file.csv",
            mapping: try Sample.mapping(Sample.wide, for: store.registry),
            context: IntakeContext(standard: standard, consortium: store.registry.consortium),
            duplicates: .deferred)
        return try store.warehouse.history(for: intake, registry: store.registry)?.values
    }

    @Test func `of a file's cities the values of its measures are read, up to its end`() throws {
        let store = try Store(Sample.full())
        let file = "City,Period,Calls,Spending\nAshford,2026-Q1,100,10\n"
        #expect(try earlier(store, file) == nil)
        try store.load(
            """
            City,Period,Calls,Residents
            Ashford,2025-Q1,50,10
            Ashford,2025-Q2,60,10
            Ashford,2026-Q2,65,10
            Bexley,2025-Q1,70,10

            """)
        try store.load("City,Period,Calls\nAshford,2025-Q1,55\n")
        let found = try #require(try earlier(store, file))
        let standard = store.registry.standard
        let calls = try #require(standard.measureIndex("ops/calls"))
        // Residents come with the calls, which are compared by resident.
        let read = found.rows.map { row in
            "\(standard.measures[Int(row.measure)].id) \(row.city) \(row.period.text) \(row.value)"
        }
        #expect(
            read.filter { $0.hasPrefix("ops/calls") } == [
                "ops/calls 0 2025-Q1 55.0", "ops/calls 0 2025-Q2 60.0",
            ])
        #expect(!read.contains { $0.contains("2026-Q2") || $0.hasPrefix("ops/spending") })
        let period = try #require(Period(parsing: "2026-Q1"))
        #expect(
            found.value(measure: Int32(calls), city: 0, breakdown: 0, yearBefore: period) == 55)
    }

    @Test func `nothing is read where nothing is stored`() throws {
        let store = try Store()
        #expect(try earlier(store, "City,Period,Calls\nAshford,2026-Q1,100\n") == nil)
    }

    @Test func `a load says which figure has changed much`() throws {
        let store = try Store(Sample.full())
        try store.load("City,Period,Calls\nAshford,2025-Q1,50\nBexley,2025-Q1,50\n")
        let receipt = try store.load("City,Period,Calls\nAshford,2026-Q1,100\nBexley,2026-Q1,60\n")
        #expect(receipt.accepted == 2)
        let findings = try store.warehouse.findings(ofSubmission: 2)
        #expect(findings.map(\.finding.rule) == ["change-to-explain"])
        #expect(findings.first?.finding.city == "ashford")
        #expect(findings.first?.finding.severity == .warning)
        // The same file read again is the same submission.
        _ = try store.warehouse.withdraw(
            submission: 1, reason: "wrong", at: .init(secondsSince1970: 0))
        let mended = try store.load("City,Period,Calls\nAshford,2026-Q1,101\n")
        #expect(mended.findings.isEmpty)
    }
}
