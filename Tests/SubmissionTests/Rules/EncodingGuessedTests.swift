import Testing

@testable import Submission

@Suite struct EncodingGuessedTests {
    private static let text = Array("City,Period,Measure,Value\nSpringfield,2026-Q1,calls,1".utf8)

    @Test func `text that is not UTF-8 is read as Windows-1252 and said to be`() throws {
        let yaml = Fixture.longKeys + "\nmissing: {\"–\": withheld}\n"
        let bytes = Self.text.dropLast() + [0x96]
        let outcome = try Fixture.run(yaml, bytes: Array(bytes))
        #expect(outcome.rules == ["encoding-guessed"])
        #expect(outcome.findings.first?.severity == .info)
        #expect(outcome.values.map(\.status) == ["withheld"])
    }

    @Test func `the guess is judged by a word, and by what else it might be`() throws {
        // ö is 0x94 in CP850, where Windows-1252 has a quotation mark.
        let city = Array("Malm".utf8) + [0x94]
        let row = Array(",2026-Q1,calls,1\n".utf8)
        let bytes = Array("City,Period,Measure,Value\n".utf8) + city + row
        let outcome = try Fixture.run(Fixture.longKeys, bytes: bytes)
        #expect(
            outcome.findings.first?.message
                == "springfield.csv: the text is not UTF-8; it was read as CP850 (detected, 73 % "
                + "sure): line 2 has \"Malmö\", which WINDOWS-1252 would make \"Malm”\". Declare "
                + "the encoding in the mapping, or save the file as CSV (UTF-8).")
        #expect(outcome.of(.unknownCity).first?.found == "Malmö")
    }

    @Test func `a declared encoding is no guess`() throws {
        let yaml = Fixture.longKeys + "\nformat: {encoding: cp850}\nmissing: {\"û\": withheld}\n"
        let outcome = try Fixture.run(yaml, bytes: Array(Self.text.dropLast() + [0x96]))
        #expect(outcome.findings.isEmpty)
        #expect(outcome.values.map(\.status) == ["withheld"])
    }

    @Test func `UTF-8 that is declared but not there is said`() throws {
        let yaml = Fixture.longKeys + "\nformat: {encoding: utf-8}\n"
        let outcome = try Fixture.run(yaml, bytes: Self.text + [0x0A, 0xFF])
        #expect(outcome.findings.first?.message.contains("although the mapping says utf-8") == true)
    }

    @Test func `a byte order mark before bytes that are not UTF-8 is said`() throws {
        let outcome = try Fixture.run(
            Fixture.longKeys, bytes: [0xEF, 0xBB, 0xBF] + Self.text + [0x0A, 0xFF, 0x0A])
        #expect(outcome.rules == ["encoding-guessed", "ragged-row"])
        #expect(outcome.findings.last?.rawText == "\u{FFFD}")
        #expect(outcome.values.count == 1)
    }

    @Test func `ASCII is UTF-8`() throws {
        let outcome = try Fixture.run(Fixture.longKeys, bytes: Self.text)
        #expect(outcome.findings.isEmpty)
        #expect(outcome.values.count == 1)
    }
}
