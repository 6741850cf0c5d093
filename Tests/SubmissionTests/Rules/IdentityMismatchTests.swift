import TestFiles
import Testing

@testable import Submission

@Suite struct IdentityMismatchTests {
    private static let bySheet = """
        title: By sheet and path
        layout: wide
        city: {sheet: "{city}", path: "{city}-*.xlsx"}
        period: {constant: 2026-Q1}
        values: [{column: Calls, measure: ops/calls}]
        """

    private static func workbook(sheet: String) throws -> [UInt8] {
        try WorkbookBytes(sheets: [.init(name: sheet, [["Calls"], [1]])]).bytes()
    }

    @Test func `a sheet of another city than the path rejects the file`() throws {
        let outcome = try Fixture.run(
            Self.bySheet, bytes: try Self.workbook(sheet: "St. John"), path: "springfield-q1.xlsx")
        #expect(outcome.rules == ["identity-mismatch"])
        #expect(outcome.summary.isRejected)
        #expect(
            outcome.findings.first?.problem
                == "the path says \"springfield\" (springfield), but the sheet's name says "
                + "\"St. John\" (st-john)")
    }

    @Test func `a sheet of nobody beside the path of a city rejects the file too`() throws {
        let outcome = try Fixture.run(
            Self.bySheet, bytes: try Self.workbook(sheet: "BYU"), path: "springfield-q1.xlsx")
        #expect(outcome.rules == ["identity-mismatch"])
        #expect(outcome.findings.first?.problem.hasSuffix("\"BYU\" (no known city)") == true)
    }

    @Test func `two spellings of one city are silent`() throws {
        let outcome = try Fixture.run(
            Self.bySheet, bytes: try Self.workbook(sheet: " city of  Springfield "),
            path: "springfield-q1.xlsx")
        #expect(outcome.rules == [])
        #expect(outcome.values.map(\.city) == ["springfield"])
    }

    private static let byRow = """
        title: By row and path
        layout: wide
        city: {column: City, path: "{period}/{city}/*.csv"}
        period: {column: Month, path: "{period}/{city}/*.csv"}
        values: [{column: Calls, measure: ops/calls}]
        """

    @Test func `a row of another city than the path is rejected, the others are not`() throws {
        let outcome = try Fixture.run(
            Self.byRow,
            "City,Month,Calls\nSpringfield,2026-01,1\nSt. John,2026-02,2\nSpringfield,2026-03,3\n",
            path: "2026-Q1/springfield/calls.csv")
        #expect(outcome.rules == ["identity-mismatch"])
        let finding = try #require(outcome.findings.first)
        #expect(finding.row == 3)
        #expect(finding.column == 1)
        #expect(
            finding.problem == "the row says \"St. John\", but the file is of springfield")
        #expect(outcome.values.map(\.value) == [1, 3])
    }

    @Test(arguments: [("2025-12", false), ("2026-01", true), ("2026", true), ("2026-04", false)])
    func `a row's period shares a day with that of the path`(period: String, isSilent: Bool) throws
    {
        let outcome = try Fixture.run(
            Self.byRow, "City,Month,Calls\nSpringfield,\(period),1\n",
            path: "2026-Q1/springfield/calls.csv")
        #expect(outcome.rules == (isSilent ? [] : ["identity-mismatch"]))
        #expect(outcome.findings.allSatisfy { $0.column == 2 })
    }

    @Test func `records of another city are counted in one finding`() throws {
        let yaml = """
            title: Records by row and path
            layout: records
            city: {column: City, path: "{city}/*.csv"}
            period: {date: Day}
            figures: [{measure: ops/calls, aggregate: count}]
            """
        let outcome = try Fixture.run(
            yaml, "City,Day\nSpringfield,2026-01-02\nSt. John,2026-01-03\nSt. John,2026-01-04\n",
            path: "springfield/calls.csv")
        #expect(outcome.of(.identityMismatch).count == 1)
        #expect(outcome.values.map(\.value) == [1])
    }
}
