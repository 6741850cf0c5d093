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

    private static let yearSoFar = """
        title: Desk, the year so far
        layout: wide
        city: {column: City}
        period: {column: Quarter}
        values: [{column: Calls YTD, measure: ops/calls, accumulates: fiscal-year}]
        """

    @Test func `the year so far of one file is settled by that of another`() throws {
        func file(_ quarter: Int, _ calls: Int) -> (String, String) {
            ("\(quarter).csv", "City,Quarter,Calls YTD\nSpringfield,2026-Q\(quarter),\(calls)\n")
        }
        let outcome = try run([file(1, 400), file(2, 700), file(3, 950)], Self.yearSoFar)
        #expect(outcome.findings.isEmpty, "\(outcome.findings.map(\.message))")
        #expect(
            outcome.values.map { "\($0.period) \($0.value)" } == [
                "2026-Q1 400.0", "2026-Q2 300.0", "2026-Q3 250.0",
            ])
        #expect(outcome.summary.accepted == 3)
        let alone = try run([file(2, 700)], Self.yearSoFar)
        #expect(alone.rules == ["no-earlier-figure"])
    }

    @Test func `two files that say the year so far otherwise are both told`() throws {
        let head = "City,Quarter,Calls YTD\nSpringfield,2026-Q1,"
        let outcome = try run(
            [("a.csv", head + "400\n"), ("b.csv", head + "401\n")], Self.yearSoFar)
        #expect(outcome.rules == ["duplicate-different", "duplicate-different"])
        #expect(outcome.findings.map(\.member) == ["a.csv", "b.csv"])
        #expect(outcome.values.isEmpty)
        let same = try run(
            [("a.csv", head + "400\n"), ("b.csv", head + "400\n")], Self.yearSoFar)
        #expect(same.rules == ["duplicate-equal"])
        #expect(same.values.map(\.value) == [400])
    }

    @Test func `a sum is held against parts that stand in another file`() throws {
        let standard = try Desk.standard()
        func outcome(_ lost: Int) throws -> Outcome {
            let head = "City,Period,Measure,Value\n"
            let zip = try WorkbookBytes.zip([
                ("a.csv", Array((head + "springfield,2026-Q1,answered,70\n").utf8)),
                (
                    "b.csv",
                    Array(
                        (head + "springfield,2026-Q1,lost,\(lost)\n"
                            + "springfield,2026-Q1,offered,90\n").utf8)
                ),
            ])
            return try Fixture.run(
                SourceFile(name: "desk.zip", bytes: zip), path: "desk.zip",
                mapping: MappingReader.read(
                    name: "test", text: Desk.keys, file: "mappings/test.yaml",
                    standard: standard),
                context: IntakeContext(standard: standard, cities: Desk.cities),
                duplicates: .found)
        }
        #expect(try outcome(20).of(.sumDiffers).isEmpty)
        let finding = try #require(try outcome(30).of(.sumDiffers).first)
        #expect((finding.member, finding.row) == ("b.csv", 3))
        #expect(finding.problem.hasPrefix("90 is not the sum of desk/answered + desk/lost"))
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
