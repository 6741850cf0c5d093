import Testing

@testable import Submission

@Suite struct UnknownVariantTests {
    private static let text = "City,Period,Measure,Value,Kind\nSpringfield,2026-Q1,calls,1,"

    @Test func `a variant that is not in the mapping rejects the row`() throws {
        let yaml = Fixture.longKeys + "\nvariant: {column: Kind, codes: {B: budget}}\n"
        let outcome = try Fixture.run(yaml, Self.text + "forecast\n")
        #expect(outcome.rules == ["unknown-variant"])
        #expect(outcome.values.isEmpty)
    }

    @Test func `without codes the words of the contract are read, and empty is actual`() throws {
        let yaml = Fixture.longKeys + "\nvariant: {column: Kind}\n"
        for (word, expected) in [("target", "target"), ("", "actual")] {
            let outcome = try Fixture.run(yaml, Self.text + word + "\n")
            #expect(outcome.findings.isEmpty)
            #expect(outcome.values.map(\.variant) == [expected])
        }
    }

    @Test func `with codes a word of the contract that is none of them is not known`() throws {
        let yaml = Fixture.longKeys + "\nvariant: {column: Kind, codes: {B: budget}}\n"
        #expect(try Fixture.run(yaml, Self.text + "b\n").values.map(\.variant) == ["budget"])
        #expect(try Fixture.run(yaml, Self.text + "target\n").rules == ["unknown-variant"])
    }
}
