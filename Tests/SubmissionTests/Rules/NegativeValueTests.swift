import Testing

@testable import Submission

@Suite struct NegativeValueTests {
    @Test func `a figure below 0 of a measure that cannot be is a warning`() throws {
        let outcome = try Fixture.run(
            Fixture.wideKeys, "City,Quarter,Calls,Staff\nSpringfield,2026-Q1,-12,1\n")
        #expect(
            outcome.findings.map(\.message) == [
                "springfield.csv, line 2, column C \"Calls\": \"-12\" is negative, and ops/calls "
                    + "cannot be. Expected 0 or more things. Correct the figure or its unit, or "
                    + "explain it in a column that the mapping names as explanation; it was "
                    + "accepted as it is."
            ])
        #expect(outcome.rules == ["negative-value"])
        #expect(outcome.findings.map(\.severity) == [.warning])
    }

    @Test func `at the end of a year it is an error, and rejected`() throws {
        let outcome = try Fixture.run(
            Fixture.wideKeys, "City,Quarter,Calls,Staff\nSpringfield,2026-Q4,-12,1\n")
        #expect(outcome.findings.map(\.severity) == [.error])
        #expect(outcome.values.map(\.measure) == ["ops/staff"])
    }

    @Test(arguments: ["0", "-0", "-0.0", "0.5"])
    func `0 is not negative`(value: String) throws {
        let outcome = try Fixture.run(
            Fixture.wideKeys, "City,Quarter,Calls,Staff\nSpringfield,2026-Q1,\(value),1\n")
        #expect(outcome.of(.negativeValue).isEmpty)
    }

    @Test func `a balance may be negative`() throws {
        #expect(try Desk.run("springfield,2026-Q1,balance,-12").findings.isEmpty)
    }

    @Test func `a turned sign among many positive figures as large is a warning`() throws {
        let rows = Desk.towns("balance", 30) { "\(90 + 10 * $0)" }
        let outcome = try Desk.run(rows + "\nspringfield,2026-Q1,balance,-250")
        #expect(outcome.rules == ["negative-value"])
        #expect(outcome.findings.first?.expected == "250, if the sign was turned")
        #expect(outcome.findings.first?.row == 32)
        let small = try Desk.run(rows + "\nspringfield,2026-Q1,balance,-1")
        #expect(small.findings.isEmpty)
    }

    @Test func `where many balances are negative none is asked about`() throws {
        let rows = Desk.towns("balance", 40) {
            $0.isMultiple(of: 9) ? "-\(100 + $0)" : "\(100 + $0)"
        }
        #expect(try Desk.run(rows).findings.isEmpty)
    }
}
