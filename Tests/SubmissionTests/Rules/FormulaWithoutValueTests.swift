import TestFiles
import Testing

@testable import Submission

@Suite struct FormulaWithoutValueTests {
    private static func run(_ cell: TestCell) throws -> Outcome {
        let book = try WorkbookBytes(sheets: [
            .init(
                name: "Q3",
                [["City", "Quarter", "Calls", "Staff"], ["Springfield", "2026-Q1", cell, 4]])
        ]).bytes()
        return try Fixture.run(Fixture.wideKeys, bytes: book, path: "springfield.xlsx")
    }

    @Test func `a formula that was never calculated is no figure, least of all 0`() throws {
        let outcome = try Self.run(.formula("A1+B1"))
        #expect(outcome.rules == ["formula-without-value"])
        #expect(outcome.findings.first?.place == "springfield.xlsx, sheet \"Q3\", cell C2")
        #expect(outcome.findings.first?.found == "=A1+B1")
        #expect(outcome.findings.first?.measure == "ops/calls")
        #expect(outcome.values.map(\.measure) == ["ops/staff"])
        #expect(outcome.summary.rejected == 1)
    }

    @Test func `a saved result of 0 is a figure`() throws {
        let outcome = try Self.run(0)
        #expect(outcome.rules.isEmpty)
        #expect(outcome.values.map(\.value) == [0, 4])
    }

    @Test func `a text that begins as a formula is no number`() throws {
        #expect(try Self.run("=A1+B1").rules == ["not-a-number"])
    }
}
