import Testing

@testable import Submission

@Suite struct NotATableTests {
    @Test func `an unclosed quote rejects the file where it was opened`() throws {
        let outcome = try Fixture.run(
            Fixture.longKeys,
            "City,Period,Measure,Value\nSpringfield,2026-Q1,calls,1\n\"Spring,2026-Q1,calls,1\n")
        #expect(outcome.rules == ["not-a-table"])
        #expect(outcome.findings.first?.severity == .fatal)
        #expect(
            outcome.findings.first?.message
                == "springfield.csv, line 3, column A: the quote opened here is never closed. "
                + "Close it, or double it (\"\") where it is part of the text.")
        #expect(outcome.summary.isRejected)
        #expect(outcome.summary.accepted == 0)
    }

    @Test(arguments: ["", "\n\n", "%PDF-1.4 x", "a,b\n1,\u{0}\n"])
    func `a file that is empty or no text is rejected`(text: String) throws {
        let outcome = try Fixture.run(Fixture.longKeys, text)
        #expect(outcome.rules == ["not-a-table"])
        #expect(outcome.summary.isRejected)
        #expect(outcome.summary.hasRejections)
    }

    @Test func `a quote that is closed is no fault`() throws {
        let outcome = try Fixture.run(
            Fixture.longKeys,
            "City,Period,Measure,Value\n\"Springfield\",2026-Q1,calls,\"1\"\n")
        #expect(outcome.findings.isEmpty)
        #expect(outcome.values.map(\.value) == [1])
    }

    @Test func `a fault in a later batch rejects the whole file`() throws {
        var text = "City,Period,Measure,Value\n"
        for year in 1001...9000 { text += "Springfield,\(year)-Q1,calls,1\n" }
        let outcome = try Fixture.run(Fixture.longKeys, text + "\"open")
        #expect(outcome.summary.isRejected)
        #expect(outcome.summary.accepted == 0)
        #expect(outcome.findings.last?.row == 8_002)
    }
}
