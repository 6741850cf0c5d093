import MetricSpec
import Testing

@testable import Submission

@Suite struct ColumnsSwappedTests {
    /// Calls are about 120 and visits about 900 a year before.
    private func context() throws -> IntakeContext {
        let standard = try Fixture.standard()
        let period = try #require(Period(year: 2025, quarter: 1))
        let calls = try #require(standard.measureIndex("ops/calls"))
        let visits = try #require(standard.measureIndex("ops/visits"))
        return try Fixture.context(
            earlier: EarlierValues([
                .init(
                    measure: Int32(calls), city: 0, breakdown: 0, period: period, value: 120),
                .init(
                    measure: Int32(visits), city: 0, breakdown: 0, period: period, value: 900),
            ]))
    }

    private func run(_ calls: String, _ visits: String) throws -> [Finding] {
        let keys = Fixture.wideKeys.replacing("ops/staff", with: "ops/visits")
            .replacing("column: Staff", with: "column: Visits")
        return try Fixture.run(
            keys, "City,Quarter,Calls,Visits\nSpringfield,2026-Q1,\(calls),\(visits)\n",
            context: context()
        ).of(.columnsSwapped)
    }

    @Test func `figures that fit each other's measures only are a warning`() throws {
        let found = try run("880", "125")
        #expect(found.count == 1)
        #expect(found.first?.severity == .warning)
        #expect(
            found.first?.message
                == "springfield.csv, line 1, column C \"Calls\": the figures under \"Calls\" are "
                + "unlikely for it and likely for \"Visits\", and the other way round (2 figures). "
                + "Expected figures like those of a year before, or plausible ones. Compare both "
                + "columns with their headers, and send the file again if they are swapped.")
    }

    @Test func `figures that fit their own measures are silent`() throws {
        #expect(try run("125", "880").isEmpty)
    }

    @Test func `one unlikely column is no swap`() throws {
        #expect(try run("880", "880").isEmpty)
    }

    @Test func `twice the figure of a year before is still likely`() throws {
        // 240 is twice 120; 241 is not, but then it must fit visits, too.
        #expect(try run("240", "120").isEmpty)
        #expect(try run("451", "120").count == 1)
        #expect(try run("449", "120").isEmpty)
    }
}
