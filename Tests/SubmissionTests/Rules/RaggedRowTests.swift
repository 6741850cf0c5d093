import Testing

@testable import Submission

@Suite struct RaggedRowTests {
    @Test(arguments: ["Springfield,2026-Q1,calls", "Springfield,2026-Q1,calls,1,5"])
    func `a row with another number of cells is rejected with its text`(row: String) throws {
        let outcome = try Fixture.run(
            Fixture.longKeys,
            "City,Period,Measure,Value\n\(row)\nSpringfield,2026-Q2,calls,1\n")
        #expect(outcome.rules == ["ragged-row"])
        #expect(outcome.findings.first?.row == 2)
        #expect(outcome.findings.first?.rawText == row)
        #expect(outcome.findings.first?.message.contains("the header 4") == true)
        #expect(outcome.values.map(\.row) == [3])
        #expect(outcome.summary.rejected == 1)
        #expect(!outcome.summary.isRejected)
    }

    @Test func `further cells that are empty are no fault`() throws {
        let outcome = try Fixture.run(
            Fixture.longKeys, "City,Period,Measure,Value\nSpringfield,2026-Q1,calls,1, ,\n")
        #expect(outcome.findings.isEmpty)
        #expect(outcome.values.count == 1)
    }

    @Test func `a wide row that is rejected counts all its values`() throws {
        let outcome = try Fixture.run(
            Fixture.wideKeys, "City,Quarter,Calls,Staff\nSpringfield,2026-Q1,1\n")
        #expect(outcome.summary.rejected == 2)
        #expect(outcome.summary.values == 2)
    }

    @Test func `a row with too few cells is not told to put text in quotes`() throws {
        let outcome = try Fixture.run(
            Fixture.longKeys, "City,Period,Measure,Value\nSpringfield,2026-Q1,ca")
        let remedy = try #require(outcome.findings.first?.remedy)
        #expect(
            remedy
                == "Fill in what is missing; if it is the last row, the file may have been cut off")
        let long = try Fixture.run(
            Fixture.longKeys, "City,Period,Measure,Value\nSpringfield,2026-Q1,calls,1,204\n")
        #expect(long.findings.first?.remedy == "Put text that holds the delimiter in quotes")
    }
}
