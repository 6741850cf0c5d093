import TestFiles
import Testing

@testable import Submission

@Suite struct ErrorCellTests {
    private static func csv(_ cell: String) -> String {
        "City,Period,Measure,Value\nSpringfield,2026-Q1,calls,\(cell)\n"
    }

    @Test func `an error that a formula gave is no figure`() throws {
        let book = try WorkbookBytes(sheets: [
            .init(
                name: "Q3",
                [
                    ["City", "Period", "Measure", "Value"],
                    ["Springfield", "2026-Q1", "calls", .error("#DIV/0!")],
                    ["Springfield", "2026-Q2", "calls", 7],
                ])
        ]).bytes()
        let outcome = try Fixture.run(Fixture.longKeys, bytes: book, path: "springfield.xlsx")
        #expect(outcome.rules == ["error-cell"])
        #expect(
            outcome.findings.first?.message
                == "springfield.xlsx, sheet \"Q3\", cell D2: the formula gave \"#DIV/0!\" and no "
                + "figure. Expected a number. Mend the formula, or leave the cell empty where "
                + "there is no figure.")
        #expect(outcome.values.map(\.value) == [7])
        #expect(outcome.summary.rejected == 1)
    }

    @Test(arguments: ["#DIV/0!", "#n/a", "#REF!", "#VALUE!"])
    func `an error that was saved as text is one, too`(text: String) throws {
        #expect(try Fixture.run(Fixture.longKeys, Self.csv(text)).rules == ["error-cell"])
    }

    @Test func `an error that the mapping knows as missing is no fault`() throws {
        let outcome = try Fixture.run(
            Fixture.longKeys + "\nmissing: {\"#N/A\": not_collected}\n", Self.csv("#N/A"))
        #expect(outcome.rules.isEmpty)
        #expect(outcome.values.map(\.status) == ["not_collected"])
    }

    @Test func `a number sign alone makes no error`() throws {
        #expect(try Fixture.run(Fixture.longKeys, Self.csv("#12")).rules == ["not-a-number"])
    }
}
