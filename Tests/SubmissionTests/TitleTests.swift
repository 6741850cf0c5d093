import TestFiles
import Testing

@testable import Submission

/// A sheet with its city and unit above the table.
@Suite struct TitleTests {
    private static let yaml = """
        title: A table with titles
        format: {header_row: 4}
        layout: wide
        city: {title: "*: {city} - Table *", sheet: "{city}"}
        period: {constant: 2026-Q1}
        units: {in thousands: {unit: thousand-usd}, "in *dollars": {unit: usd}}
        values: [{column: Spent, measure: ops/spending}, {column: Calls, measure: ops/calls}]
        """

    private static func run(_ unit: TestCell, sheet: String = "Springfield") throws -> Outcome {
        let rows: [[TestCell]] = [
            ["Harbour: City of Springfield - Table 7"], [nil, unit], [], ["Spent", "Calls"],
            [2.5, 7],
        ]
        return try Fixture.run(
            yaml, bytes: try WorkbookBytes(sheets: [.init(name: sheet, rows)]).bytes(),
            path: "q1.xlsx")
    }

    @Test func `the lines above say city and unit of the table`() throws {
        let outcome = try Self.run("In  thousands")
        #expect(outcome.rules == [])
        #expect(
            outcome.values.map(\.description) == [
                "springfield ops/spending 2026-Q1 normal 2500.0 @5:1 <2.5>",
                "springfield ops/calls 2026-Q1 normal 7.0 @5:2",
            ])
    }

    @Test func `another line says another unit`() throws {
        #expect(try Self.run("in US dollars").values.map(\.value) == [2.5, 7])
    }

    @Test func `a line with an unknown unit rejects the file`() throws {
        let outcome = try Self.run("in millions")
        #expect(outcome.rules == ["unknown-unit"])
        #expect(outcome.summary.isRejected)
    }

    @Test func `a sheet of another code than its title is refused`() throws {
        let outcome = try Self.run("in thousands", sheet: "BYU")
        #expect(outcome.rules == ["identity-mismatch"])
        #expect(outcome.summary.isRejected)
    }
}
