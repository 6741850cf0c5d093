import MetricSpec
import Testing

@testable import Submission

@Suite struct UnknownBasisTests {
    private static let yaml =
        Fixture.longKeys + "\ncost_basis: {column: Cost}\naudit_status: {column: Audit}\n"
    private static let head = "City,Period,Measure,Value,Cost,Audit\nSpringfield,2026-Q1,calls,1,"

    @Test func `a word that is no basis rejects the value`() throws {
        let outcome = try Fixture.run(Self.yaml, Self.head + "fully,audited\n")
        #expect(
            outcome.findings.map(\.message) == [
                "springfield.csv, line 2, column E \"Cost\": \"fully\" is no cost_basis in this "
                    + "mapping. Expected \"direct\", \"direct_and_capital\", \"full\", an empty "
                    + "cell. Did you mean \"full\"? Add it to codes: under cost_basis: in the "
                    + "mapping."
            ])
        #expect(outcome.rules == ["unknown-basis"])
        #expect(outcome.findings.first?.rawText == "Springfield,2026-Q1,calls,1,fully,audited")
        #expect(outcome.values.isEmpty)
        #expect(outcome.summary.rejected == 1)
    }

    @Test func `each column that says nothing known is named`() throws {
        let outcome = try Fixture.run(Self.yaml, Self.head + "some,perhaps\n")
        #expect(outcome.rules == ["unknown-basis", "unknown-basis"])
        #expect(outcome.findings.map(\.columnName) == ["Cost", "Audit"])
        #expect(outcome.findings.map(\.found) == ["some", "perhaps"])
    }

    @Test(arguments: ["full,audited", " FULL , Audited ", ",", "full,"])
    func `known and empty cells are silent`(cells: String) throws {
        let outcome = try Fixture.run(Self.yaml, Self.head + cells + "\n")
        #expect(outcome.findings.isEmpty)
        #expect(outcome.values.count == 1)
    }
}
