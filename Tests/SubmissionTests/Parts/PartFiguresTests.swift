import Tabular
import TestFiles
import Testing

@testable import Submission

/// Figures that are made of the rows of several tables.
@Suite struct PartFiguresTests {
    private static let records = """
        title: Records
        layout: records
        city: {column: City}
        period: {date: Opened, length: quarter}
        key: {columns: [Number]}
        figures: [{measure: ops/calls, aggregate: count}]
        """

    private static func month(_ month: Int, _ cities: String...) -> String {
        "Number,City,Opened\n"
            + cities.enumerated().map { "\(month)\($0.offset),\($0.element),2026-0\(month)-15\n" }
            .joined()
    }

    private func run(_ files: [(String, String)], _ yaml: String) throws -> Outcome {
        try Fixture.run(
            yaml, bytes: WorkbookBytes.zip(files.map { ($0.0, Array($0.1.utf8)) }),
            path: "2026-Q1/x/city.zip")
    }

    @Test func `three monthly files make one quarter`() throws {
        let outcome = try run(
            [
                ("1.csv", Self.month(1, "Springfield", "Springfield", "St. John")),
                ("2.csv", Self.month(2, "Springfield")),
                ("3.csv", Self.month(3, "St. John", "Springfield")),
            ], Self.records)
        #expect(outcome.values.map(\.city) == ["springfield", "st-john"])
        #expect(outcome.values.map(\.value) == [4, 2])
        #expect(outcome.values.map(\.period) == ["2026-Q1", "2026-Q1"])
        #expect(outcome.summary.rows == 6)
    }

    @Test func `a record that stands in two files counts once, and both places are said`() throws {
        let outcome = try run(
            [
                ("1.csv", Self.month(1, "Springfield", "Springfield")),
                ("2.csv", Self.month(1, "Springfield")),
            ], Self.records)
        #expect(outcome.values.map(\.value) == [2])
        let found = try #require(outcome.of(.duplicateRecord).first)
        #expect((found.member, found.row) == ("2.csv", 2))
        #expect(found.problem.contains("stands in line 2 of 1.csv too"), "\(found.problem)")
    }

    @Test func `where one file is missing no figure is made`() throws {
        let outcome = try run(
            [("1.csv", Self.month(1, "Springfield")), ("2.csv", "Number,City\n1,Springfield\n")],
            Self.records)
        #expect(outcome.summary.isRejected)
        #expect(outcome.of(.mappedColumnMissing).map(\.member) == ["2.csv"])
    }

    @Test func `figures are held against those of the other files`() throws {
        func file(_ city: String, last: String) -> String {
            let rows = (0..<12).map { index in
                let calls = index == 11 ? last : "\(90 + index)"
                return "\(city),\(2020 + index / 4)-Q\(index % 4 + 1),1,\(calls)\n"
            }
            return "City,Quarter,Calls,Staff\n" + rows.joined()
        }
        let files = [
            ("a.csv", file("Springfield", last: "101")),
            ("b.csv", file("St. John", last: "101000")),
        ]
        let outcome = try run(files, Fixture.wideKeys)
        let finding = try #require(outcome.of(.wrongMagnitude).first, "\(outcome.rules)")
        #expect((finding.member, finding.row, finding.columnName) == ("b.csv", 13, "Staff"))
        // Twelve figures by themselves say nothing of where one should lie.
        #expect(try run([files[1]], Fixture.wideKeys).of(.wrongMagnitude).isEmpty)
    }

    @Test func `what is wrong with the books as a whole names no one file`() throws {
        let yaml = """
            title: Ledger
            layout: ledger
            city: {constant: springfield}
            period: {constant: 2026-Q1}
            ledger:
              account: Account
              amount: Amount
              tolerance: 1
              ignore: [900]
              lines: [{measure: ops/spending, accounts: 500..599}]
            """
        let outcome = try run(
            [("1.csv", "Account,Amount\n500,70\n"), ("2.csv", "Account,Amount\n501,30\n")], yaml)
        let finding = try #require(outcome.findings.first { $0.rule == "out-of-balance" })
        #expect(finding.member == nil && finding.place == "city.zip")
        let balanced = try run(
            [("1.csv", "Account,Amount\n500,70\n"), ("2.csv", "Account,Amount\n900,-70\n")], yaml)
        #expect(balanced.values.map(\.value) == [70])
    }

    @Test func `a row before it becomes a figure keeps its file`() throws {
        let zip = try WorkbookBytes.zip(
            [("1.csv", Self.month(1, "Springfield")), ("2.csv", Self.month(2, "Springfield"))]
                .map { ($0.0, Array($0.1.utf8)) })
        let intake = Intake(
            SourceFile(name: "city.zip", bytes: zip), path: "city.zip",
            mapping: try Fixture.mapping(Self.records), context: try Fixture.context(),
            duplicates: .found)
        var places: [String] = []
        let summary = try intake.readings { reading in
            places.append("\(reading.part?.member ?? "") \(reading.line)")
        }
        #expect(places == ["1.csv 2", "2.csv 2"])
        #expect(summary.readings == 2)
    }
}
