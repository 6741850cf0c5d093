import Testing

@testable import Submission

@Suite struct NotANumberTests {
    @Test func `a letter O is found, located and explained`() throws {
        let yaml = Fixture.wideKeys + "\nformat: {thousands: \",\"}\n"
        let outcome = try Fixture.run(
            yaml, "City,Quarter,Calls,Staff\nSpringfield,2026-Q1,7,\"1,2O4\"\n")
        #expect(outcome.rules == ["not-a-number"])
        #expect(
            outcome.findings.first?.message
                == "springfield.csv, line 2, column D \"Staff\": \"1,2O4\" is not a number "
                + "(letter O). Expected a number like 1,204.5 (decimal mark \".\" by default).")
        #expect(outcome.findings.first?.rawText == "1,2O4")
        #expect(outcome.findings.first?.measure == "ops/staff")
        #expect(outcome.findings.first?.city == "springfield")
        #expect(outcome.values.map(\.measure) == ["ops/calls"])
        #expect(outcome.summary.rejected == 1)
    }

    @Test(arguments: ["1.2.3", "n/a", "nan", "-", "12a"])
    func `what is no number is rejected`(text: String) throws {
        let outcome = try Fixture.run(
            Fixture.wideKeys, "City,Quarter,Calls,Staff\nSpringfield,2026-Q1,7,\(text)\n")
        #expect(outcome.rules == ["not-a-number"])
        #expect(outcome.findings.first?.found == text)
    }

    @Test(arguments: ["", " ", "0", " 12 ", "-3", "1e2"])
    func `numbers and empty cells are silent`(text: String) throws {
        let outcome = try Fixture.run(
            Fixture.wideKeys, "City,Quarter,Calls,Staff\nSpringfield,2026-Q1,7,\(text)\n")
        #expect(outcome.findings.isEmpty)
        #expect(outcome.values.count == 2)
    }

    @Test(arguments: [("(12)", "parentheses"), ("12-", "trailing")])
    func `a lone negative of accounts names the key that reads it`(
        text: String, word: String
    ) throws {
        let file = "City,Quarter,Calls,Staff\nSpringfield,2026-Q1,7,\(text)\n"
        let outcome = try Fixture.run(Fixture.wideKeys, file)
        #expect(
            outcome.findings.first?.remedy
                == "Put negative: \(word) under format: in the mapping if it is a negative number")
        let given = try Fixture.run(Fixture.wideKeys + "\nformat: {negative: \(word)}\n", file)
        #expect(given.values.map(\.value) == [7, -12])
    }

    @Test func `a long cell is cut in the message and kept up to 32 KiB`() throws {
        let long = String(repeating: "é", count: 20_000)
        let outcome = try Fixture.run(
            Fixture.wideKeys, "City,Quarter,Calls,Staff\nSpringfield,2026-Q1,7,\(long)\n")
        #expect(outcome.findings.first?.found?.count == 200)
        #expect(outcome.findings.first?.rawText?.utf8.count == 32 << 10)
    }
}
