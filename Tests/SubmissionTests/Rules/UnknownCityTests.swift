import Testing

@testable import Submission

@Suite struct UnknownCityTests {
    @Test func `a city that is not in the directory rejects its row once`() throws {
        let outcome = try Fixture.run(
            Fixture.wideKeys,
            "City,Quarter,Calls,Staff\nSpringfeld,2026-Q1,1,2\nSt. John,2026-Q1,1,2\n")
        #expect(outcome.rules == ["unknown-city"])
        #expect(
            outcome.findings.first?.message
                == "springfield.csv, line 2, column A \"City\": \"Springfeld\" is no city of "
                + "cities.csv. Expected an id, name or alias of cities.csv. Did you mean "
                + "\"Springfield\"? Correct the spelling, or add it to the aliases in cities.csv.")
        #expect(outcome.findings.first?.rawText == "Springfeld,2026-Q1,1,2")
        #expect(outcome.summary.rejected == 2)
        #expect(outcome.values.map(\.city) == ["st-john", "st-john"])
    }

    @Test(arguments: ["springfield", " Springfield ", "CITY OF  SPRINGFIELD", "St. john"])
    func `id, name and alias are known in any case`(name: String) throws {
        let outcome = try Fixture.run(
            Fixture.wideKeys, "City,Quarter,Calls,Staff\n\"\(name)\",2026-Q1,1,2\n")
        #expect(outcome.findings.isEmpty)
        #expect(outcome.values.count == 2)
    }

    @Test func `an empty city is missing`() throws {
        let outcome = try Fixture.run(
            Fixture.wideKeys, "City,Quarter,Calls,Staff\n,2026-Q1,1,2\n")
        #expect(outcome.findings.first?.message.contains("the city is missing") == true)
    }

    @Test func `a constant that is no city rejects the file`() throws {
        let yaml = Fixture.wideKeys.replacing("{column: City}", with: "{constant: Atlantis}")
        let outcome = try Fixture.run(yaml, "Quarter,Calls,Staff\n2026-Q1,1,2\n")
        #expect(outcome.rules == ["unknown-city"])
        #expect(outcome.summary.isRejected)
    }

    @Test func `a letter of another alphabet in a name is told, and what it looks like`() throws {
        let outcome = try Fixture.run(
            Fixture.wideKeys, "City,Quarter,Calls,Staff\nS\u{440}ringfield,2026-Q1,1,2\n")
        let message = try #require(outcome.findings.first?.message)
        #expect(message.contains("the letter \"\u{440}\" in it is of another alphabet"))
        #expect(message.contains("Did you mean \"Springfield\"?"))
    }

    @Test func `characters that nobody sees are shown by their codes`() throws {
        let outcome = try Fixture.run(
            Fixture.wideKeys, "City,Quarter,Calls,Staff\nSpring\u{8}field\u{200B},2026-Q1,1,2\n")
        let finding = try #require(outcome.findings.first)
        #expect(finding.problem == "\"Spring<U+0008>field<U+200B>\" is no city of cities.csv")
        #expect(finding.rawText?.contains("\u{8}") == true)
    }
}
