import TestFiles
import Testing

@testable import Submission

@Suite struct HiddenCellsTests {
    private static let rows: [[TestCell]] = [
        ["City", "Quarter", "Calls", "Staff"], ["Springfield", "2026-Q1", 1, 2],
        ["Springfield", "2026-Q2", 3, 4],
    ]

    private static func run(_ sheets: [WorkbookBytes.Sheet]) throws -> Outcome {
        try Fixture.run(
            Fixture.wideKeys, bytes: WorkbookBytes(sheets: sheets).bytes(), path: "a.xlsx")
    }

    @Test func `hidden rows and columns are read, and it is said`() throws {
        let outcome = try Self.run([
            .init(Self.rows, hiddenRows: [3], hiddenColumns: [4, 9])
        ])
        #expect(outcome.values.count == 4)
        #expect(outcome.rules == ["hidden-cells", "hidden-cells"])
        #expect(
            outcome.findings.map(\.problem) == [
                "rows are hidden (3) and were read as the others",
                "columns are hidden (D) and were read as the others",
            ])
        #expect(outcome.findings.allSatisfy { $0.severity == .info })
    }

    @Test func `a hidden sheet with figures is not read, and it is said`() throws {
        let outcome = try Self.run([
            .init(name: "Now", Self.rows), .init(name: "Old", Self.rows, state: "hidden"),
        ])
        #expect(outcome.values.count == 4)
        #expect(
            outcome.findings.map(\.problem) == [
                "hidden sheets hold figures (\"Old\") and were not read"
            ])
    }

    @Test func `nothing is said of hidden sheets without figures or of hidden empty rows`() throws {
        let outcome = try Self.run([
            .init(name: "Now", Self.rows + [[nil]], hiddenRows: [4], hiddenColumns: [5]),
            .init(name: "Lists", [["yes"], ["no"]], state: "veryHidden"),
        ])
        #expect(outcome.rules.isEmpty)
    }
}
