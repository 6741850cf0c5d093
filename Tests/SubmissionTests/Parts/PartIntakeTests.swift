import TestFiles
import Testing

@testable import Submission

/// Several tables of one submission: files of an archive, sheets of a workbook.
@Suite struct PartIntakeTests {
    private static let head = "City,Quarter,Calls,Staff\n"
    private static let ashford = head + "Springfield,2026-Q1,10,4\n"
    private static let john = head + "St. John,2026-Q1,20,5\nSt. John,2026-Q2,x,6\n"

    private func run(
        _ files: [(String, String)], _ yaml: String = Fixture.wideKeys
    ) throws -> Outcome {
        try Fixture.run(
            yaml, bytes: WorkbookBytes.zip(files.map { ($0.0, Array($0.1.utf8)) }),
            path: "2026-Q1/x/city.zip")
    }

    @Test func `files of an archive are one submission, rows counted through them`() throws {
        let outcome = try run([("b.csv", Self.john), ("a.csv", Self.ashford)])
        #expect(outcome.values.map(\.value) == [10, 4, 20, 5, 6])
        #expect(outcome.values.map(\.row) == [2, 2, 4, 4, 5])
        #expect(
            outcome.summary.parts == [
                SubmissionPart(firstRow: 0, member: "a.csv", sheet: nil),
                SubmissionPart(firstRow: 2, member: "b.csv", sheet: nil),
            ])
        #expect(outcome.summary.rows == 3)
        #expect(outcome.summary.accepted == 5 && outcome.summary.rejected == 1)
        #expect(!outcome.summary.isRejected)
    }

    @Test func `a finding names the file and the row in it`() throws {
        let outcome = try run([("b.csv", Self.john), ("a.csv", Self.ashford)])
        let finding = try #require(outcome.of(.notANumber).first)
        #expect((finding.file, finding.member, finding.row) == ("city.zip", "b.csv", 3))
        #expect(finding.place == "city.zip/b.csv, line 3, column C \"Calls\"")
        #expect(outcome.findings.count == 1)
    }

    @Test func `columns may stand in another order in each file`() throws {
        let other = "Staff,Calls,Quarter,City\n5,x,2026-Q1,St. John\n"
        let outcome = try run([("a.csv", Self.ashford), ("b.csv", other)])
        #expect(outcome.values.map(\.value) == [10, 4, 5])
        let finding = try #require(outcome.of(.notANumber).first)
        #expect((finding.column, finding.columnName, finding.row) == (2, "Calls", 2))
    }

    @Test func `a file of another shape is refused, and the others count`() throws {
        let outcome = try run([
            ("a.csv", Self.ashford), ("b.csv", "Name,Size\nx,1\ny,2\n"), ("c.csv", Self.john),
        ])
        #expect(outcome.values.map(\.value) == [10, 4, 20, 5, 6])
        #expect(outcome.values.map(\.row) == [2, 2, 7, 7, 8])
        #expect(!outcome.summary.isRejected && outcome.summary.hasRejections)
        let missing = outcome.of(.mappedColumnMissing)
        #expect(!missing.isEmpty && missing.allSatisfy { $0.member == "b.csv" && $0.row == 1 })
        #expect(outcome.of(.notANumber).map(\.member) == ["c.csv"])
    }

    @Test func `a file that breaks off brings nothing, and the others count`() throws {
        let outcome = try run([
            ("a.csv", Self.head + "Springfield,2026-Q1,10,4\nSt. John,2026-Q1,\"5,4\n"),
            ("b.csv", Self.john),
        ])
        #expect(outcome.values.map(\.value) == [20, 5, 6])
        let finding = try #require(outcome.of(.notATable).first)
        #expect((finding.file, finding.member) == ("city.zip", "a.csv"))
        #expect(!outcome.summary.isRejected)
        #expect(outcome.summary.parts.map(\.member) == ["b.csv"])
    }

    @Test func `an archive of which no file can be read is rejected`() throws {
        let outcome = try run([("a.csv", "Name\nx\n"), ("b.csv", "Name\ny\n")])
        #expect(outcome.summary.isRejected)
        #expect(outcome.values.isEmpty)
        #expect(outcome.of(.mappedColumnMissing).map(\.member).contains("b.csv"))
    }

    @Test func `equal figures in two files are one, and both places are said`() throws {
        let outcome = try run([("a.csv", Self.ashford), ("b.csv", Self.ashford)])
        let found = outcome.of(.duplicateEqual)
        #expect(found.map(\.member) == ["b.csv", "b.csv"])
        #expect(found.map(\.row) == [2, 2])
        #expect(
            found.first?.problem == "ops/calls of springfield for 2026-Q1 is given again, with "
                + "the same figure as in line 2 of a.csv")
        #expect(outcome.summary.accepted == 2)
    }

    @Test func `different figures in two files are both rejected`() throws {
        let other = Self.head + "\nSpringfield,2026-Q1,11,4\n"
        let outcome = try run([("a.csv", Self.ashford), ("b.csv", other)])
        let found = outcome.of(.duplicateDifferent)
        #expect(found.map(\.message).count == 2)
        #expect(
            found.map(\.problem) == [
                "ops/calls of springfield for 2026-Q1 is \"10\" here and \"11\" in line 3 of b.csv",
                "ops/calls of springfield for 2026-Q1 is \"11\" here and \"10\" in line 2 of a.csv",
            ])
        #expect(found.map(\.place).first?.hasPrefix("city.zip/a.csv, line 2") == true)
    }

    @Test func `the path of a file in the archive says its city`() throws {
        let yaml = """
            title: Members
            layout: wide
            city: {path: "{city}.csv"}
            period: {column: Quarter}
            values: [{column: Calls, measure: ops/calls}]
            """
        let text = "Quarter,Calls\n2026-Q1,3\n"
        let outcome = try run([("springfield.csv", text), ("st-john.csv", text)], yaml)
        #expect(outcome.values.map(\.city) == ["springfield", "st-john"])
        let unknown = try run([("springfield.csv", text), ("nowhere.csv", text)], yaml)
        #expect(unknown.of(.unknownCity).map(\.member) == ["nowhere.csv"])
        #expect(unknown.values.map(\.city) == ["springfield"])
    }

    // MARK: Sheets

    private static let sheets = """
        title: One sheet a city
        layout: wide
        format: {sheet: ["*", "!Notes"]}
        city: {sheet: "{city}"}
        period: {column: Quarter}
        values: [{column: Calls, measure: ops/calls}]
        """

    private static func sheet(_ name: String, _ calls: TestCell...) -> WorkbookBytes.Sheet {
        .init(
            name: name,
            [["Quarter", "Calls"]]
                + calls.enumerated().map { [.text("2026-Q\($0.offset + 1)"), $0.element] })
    }

    private func book(_ sheets: [WorkbookBytes.Sheet], _ yaml: String = sheets) throws -> Outcome {
        try Fixture.run(yaml, bytes: WorkbookBytes(sheets: sheets).bytes(), path: "x/c.xlsx")
    }

    @Test func `one sheet a city is one submission`() throws {
        let outcome = try book([
            .init(name: "Notes", [["Read me"]]), Self.sheet("Springfield", 1, 2),
            Self.sheet("St. John", 3, "4O"),
        ])
        #expect(outcome.values.map(\.city) == ["springfield", "springfield", "st-john"])
        #expect(outcome.values.map(\.row) == [2, 3, 5])
        #expect(outcome.summary.parts.map(\.sheet) == ["Springfield", "St. John"])
        #expect(outcome.summary.parts.map(\.firstRow) == [0, 3])
        let finding = try #require(outcome.of(.notANumber).first)
        #expect(finding.place == "c.xlsx, sheet \"St. John\", cell B3")
        #expect(outcome.findings.count == 1)
    }

    @Test func `the name of each sheet may say its period`() throws {
        let yaml = """
            title: One sheet a quarter
            layout: wide
            format: {sheet: "*"}
            city: {column: City}
            period: {sheet: "{period}"}
            values: [{column: Calls, measure: ops/calls}]
            """
        let outcome = try book(
            ["2026-Q1", "2026-Q2", "Summary"].map { name in
                .init(name: name, [["City", "Calls"], ["Springfield", 7]])
            }, yaml)
        #expect(outcome.values.map(\.period) == ["2026-Q1", "2026-Q2"])
        #expect(outcome.of(.unknownPeriod).map(\.sheet) == ["Summary"])
        #expect(outcome.of(.duplicateEqual).isEmpty)
    }

    @Test func `equal findings of several sheets are one group with all places`() throws {
        let outcome = try book([
            Self.sheet("Springfield", "1O"), Self.sheet("St. John", "2O", "3O", "4O"),
        ])
        var groups = FindingGroups()
        groups.add(outcome.findings)
        #expect(groups.groups.count == 1)
        #expect(
            groups.groups.first?.places
                == "row 2 of sheet \"Springfield\", row 2 of sheet \"St. John\", row 3 of sheet "
                + "\"St. John\" and 1 more")
    }

    @Test func `a sheet that is no city is refused by its name`() throws {
        let outcome = try book([Self.sheet("Springfield", 1), Self.sheet("Atlantis", 3)])
        #expect(outcome.values.map(\.value) == [1])
        #expect(outcome.of(.unknownCity).map(\.sheet) == ["Atlantis"])
    }

    @Test func `figures copied from one sheet to another are found`() throws {
        let wide = """
            title: Wide by quarter
            layout: wide
            format: {sheet: "*"}
            city: {sheet: "{city}"}
            period: {constant: 2026-Q1}
            values:
              - {column: A, measure: ops/calls}
              - {column: B, measure: ops/staff}
              - {column: C, measure: ops/visits}
              - {column: D, measure: ops/waiting}
              - {column: E, measure: ops/spending}
            """
        let row: [TestCell] = [1111, 2222, 3333, 4444, 5555]
        let copied = try book(
            ["Springfield", "St. John"].map { name in
                .init(name: name, [["A", "B", "C", "D", "E"], row])
            }, wide)
        let finding = try #require(copied.of(.copiedFromAnotherCity).first)
        #expect(finding.sheet == "St. John")
        #expect(finding.row == 2)
        #expect(finding.problem.contains("also in line 2 of sheet \"Springfield\""))
    }

    @Test func `hidden sheets are told of once`() throws {
        let outcome = try book([
            Self.sheet("Springfield", 1), Self.sheet("St. John", 2),
            .init(name: "Old", [["Quarter", "Calls"], ["2025-Q1", 9]], state: "hidden"),
        ])
        #expect(outcome.of(.hiddenCells).count == 1)
    }
}
