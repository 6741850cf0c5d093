import Testing

@testable import Submission

@Suite struct FractionOfACountTests {
    @Test func `counts that are no whole numbers are one warning of their measure`() throws {
        let outcome = try Desk.run(
            "springfield,2026-Q1,calls,7\nspringfield,2026-Q2,calls,7.5\n"
                + "springfield,2026-Q3,calls,8.25")
        #expect(
            outcome.findings.map(\.message) == [
                "desk.csv, line 3, column D \"Value\": 7.5 is no whole number, and desk/calls "
                    + "counts separate things; nor is 1 more of the measure. Expected a whole "
                    + "number. Check that it is a count and not a rate, a mean or an estimate."
            ])
        #expect(outcome.rules == ["fraction-of-a-count"])
        #expect(outcome.values.count == 3)
    }

    @Test(arguments: ["7", "7.0", "0", "12345678901", "7e3"])
    func `whole numbers are silent, however they are written`(value: String) throws {
        #expect(try Desk.run("springfield,2026-Q1,calls,\(value)").findings.isEmpty)
    }

    @Test func `an estimate, a balance and a share may have a fraction`() throws {
        #expect(try Desk.run("springfield,2026-Q1,calls,7.5,e", more: ",Flag").findings.isEmpty)
        #expect(try Desk.run("springfield,2026-Q1,balance,7.5").findings.isEmpty)
        #expect(try Desk.run("springfield,2026-Q1,quota,0.5").findings.isEmpty)
    }
}
