import MetricSpec
import Testing

@testable import Submission

@Suite struct UnknownUnitTests {
    private static let yaml = """
        title: Units in headers
        layout: wide
        city: {column: City}
        period: {constant: 2026-Q1}
        measure: {codes: {Spent: ops/spending, Waited: ops/waiting, Calls: ops/calls}}
        units:
          "thousand *": {unit: thousand-usd}
          hours: {unit: hours}
          number: {multiplier: 1}
        values: [{column: "{measure} ({unit})"}]
        """

    @Test func `each header's unit converts its figures`() throws {
        let outcome = try Fixture.run(
            Self.yaml,
            "City,Spent (thousand USD),Waited (Hours),Calls (number)\nSpringfield,1.5,2,3\n")
        #expect(outcome.rules == [])
        #expect(outcome.values.map(\.value) == [1500, 120, 3])
    }

    @Test func `a header with another unit rejects the file`() throws {
        let outcome = try Fixture.run(Self.yaml, "City,Spent (million USD)\nSpringfield,1.5\n")
        #expect(outcome.rules == ["unknown-unit"])
        #expect(outcome.findings.first?.column == 2)
        #expect(outcome.findings.first?.problem.contains("\"million USD\"") == true)
        #expect(outcome.summary.isRejected)
    }

    @Test(
        arguments: [
            (["City of Springfield", "Thousand  USD"], [] as [HeaderMatcher.Problem]),
            (["Springfield"], [.unit(found: ["Springfield"])]), ([], [.unit(found: [])]),
            (["thousand usd", "hours"], [.unit(found: ["thousand *", "hours"])]),
            (["thousand usd", "Thousand rand"], []),
        ])
    func `exactly one unit stands above the table`(
        titles: [String], problems: [HeaderMatcher.Problem]
    ) throws {
        let yaml = Self.yaml.replacing("{measure} ({unit})", with: "{measure} *")
        let matcher = HeaderMatcher(
            try Fixture.mapping(yaml), header: ["City", "Spent in 2026"], titles: titles,
            standard: try Fixture.standard())
        #expect(matcher.problems == problems)
        guard problems.isEmpty else { return }
        let readers = try #require(matcher.plan.values.first).readers
        let spending = try #require(try Fixture.standard().measureIndex("ops/spending"))
        #expect(Array("2".utf8).withUnsafeBytes { readers[spending].read($0).value } == 2000)
    }

    @Test func `several units above a table are told from none`() throws {
        let yaml = Self.yaml.replacing("{measure} ({unit})", with: "{measure} *")
        let rows = "City,Spent in 2026\nSpringfield,1.5\n"
        func problem(_ titles: String) throws -> String? {
            try Fixture.run(yaml, titles + "\n\n" + rows).of(.unknownUnit).first?.problem
        }
        #expect(
            try problem("Thousand USD\nHours")
                == "the lines above the table say several units: \"thousand *\", \"hours\"")
        #expect(
            try problem("Report of Springfield\nin million USD")
                == "none of the lines above the table says a unit of this mapping: "
                + "\"Report of Springfield\", \"in million USD\"")
    }

    @Test func `an entry's own multiplier counts before the table's unit`() throws {
        let yaml = Self.yaml.replacing("{measure} ({unit})\"", with: "{measure} *\", multiplier: 2")
        let matcher = HeaderMatcher(
            try Fixture.mapping(yaml), header: ["City", "Spent in 2026"], titles: ["hours"],
            standard: try Fixture.standard())
        let reader = try #require(matcher.plan.values.first).reader
        #expect(Array("2".utf8).withUnsafeBytes { reader.read($0).value } == 4)
        #expect(matcher.plan.values.first?.readers.isEmpty == true)
    }

    private static let plain = yaml.replacing("{measure} ({unit})", with: "{measure} of 2026")
        .replacing("\"thousand *\"", with: "$'000")
    private static let header = "City,Spent of 2026,Waited of 2026,Calls of 2026\n"

    @Test func `a row of units below the header converts each column`() throws {
        let outcome = try Fixture.run(
            Self.plain, Self.header + ",$'000,hours,number\nSpringfield,1.5,2,3\n")
        #expect(outcome.rules == ["header-detected"])
        #expect(outcome.values.map(\.value) == [1500, 120, 3])
        #expect(outcome.values.map(\.row) == [3, 3, 3])
    }

    @Test func `a unit of that row which the mapping does not have rejects the file`() throws {
        let outcome = try Fixture.run(
            Self.plain, Self.header + ",$m,hours,number\nSpringfield,1.5,2,3\n")
        #expect(outcome.rules == ["header-detected", "unknown-unit"])
        #expect(outcome.findings.last?.column == 2)
        #expect(outcome.findings.last?.problem.contains("\"$m\"") == true)
        #expect(outcome.summary.isRejected)
    }

    @Test func `sums of rows are in the unit of their column`() throws {
        let outcome = try Fixture.run(
            """
            title: Bills
            layout: records
            city: {constant: springfield}
            period: {constant: 2026-Q1}
            units: {"$'000": {unit: thousand-usd}, hours: {unit: hours}}
            figures:
              - {measure: ops/spending, aggregate: sum, column: Paid}
              - {measure: ops/waiting, aggregate: sum, column: Waited}
            ignore: [Bill]

            """, "Bill,Paid,Waited\n,$'000,hours\n1,1.5,2\n2,2,1\n")
        #expect(outcome.values.map(\.value) == [3500, 180])
    }

    @Test func `a column without a unit in that row is told, once for a ledger's lines`() throws {
        let wide = try Fixture.run(
            Self.plain, Self.header + ",$'000,,number\nSpringfield,1.5,2,3\n")
        #expect(
            wide.of(.unknownUnit).map(\.problem) == [
                "the row of units below the header says none for the column"
            ])
        let ledger = try Fixture.run(
            """
            title: Books
            layout: ledger
            city: {constant: springfield}
            period: {constant: 2026-Q1}
            units: {"$'000": {unit: thousand-usd}}
            ledger:
              account: Account
              amount: Amount
              lines:
                - {measure: ops/spending, accounts: 5000..5999}
                - {measure: ops/waiting, accounts: 6000..6999}

            """, "Account,Amount\n,$m\n5100,2\n")
        #expect(
            ledger.of(.unknownUnit).map(\.problem) == [
                "\"$m\" is not one of the units of this mapping"
            ])
    }
}
