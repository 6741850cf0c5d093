import Testing

@testable import Submission

@Suite struct MappedColumnTwiceTests {
    @Test func `a mapped name that stands twice rejects the file`() throws {
        let outcome = try Fixture.run(
            Fixture.wideKeys, "City,Quarter,Calls,Staff,calls\nSpringfield,2026-Q1,1,2,3\n")
        #expect(outcome.rules.contains("mapped-column-twice"))
        #expect(outcome.of(.mappedColumnTwice).first?.message.contains("2 times") == true)
        #expect(outcome.summary.isRejected)
    }

    @Test func `names that are not mapped may stand twice`() throws {
        let outcome = try Fixture.run(
            Fixture.wideKeys + "\nignore: [Note]\n",
            "City,Quarter,Calls,Staff,Note,Note\nSpringfield,2026-Q1,1,2,,\n")
        #expect(outcome.findings.isEmpty)
        #expect(outcome.values.count == 2)
    }

    @Test func `two names of one column are no double name; the first one counts`() throws {
        let yaml = Fixture.wideKeys.replacing("column: Calls", with: "column: [Calls, Phone calls]")
        let outcome = try Fixture.run(
            yaml + "\nignore: [Phone calls]\n",
            "City,Quarter,Phone calls,Staff,Calls\nSpringfield,2026-Q1,1,2,3\n")
        #expect(outcome.findings.isEmpty)
        #expect(outcome.values.map(\.value) == [3, 2])
    }
}
