import Tabular
import Testing

@testable import Submission

/// Files that no draft can be made of, and the smallest that one can.
@Suite struct UnusableFileTests {
    @Test(arguments: [
        ("empty.csv", ""), ("blank.csv", "\n\n  \n"), ("binary.csv", "a\u{0}b,c\n1,2\n"),
        ("quote.csv", "City,\"Quarter\n1,2\n"), ("number.json", "42"), ("text.json", "\"hello\""),
        ("list.json", "[1, 2, 3]"), ("nothing.json", "[]"), ("page.csv", "<html><p>a</p></html>"),
    ])
    func `a file that is no table is told so`(name: String, text: String) {
        #expect(throws: TableError.self) {
            try SuggestionFixture.suggest(text, name: name)
        }
    }

    @Test(arguments: [
        "City,Quarter,Calls\n", "Calls\n5\n", "Calls\n", "1,2\n3,4\n", ",,\n,,\n1,2,3\n",
    ])
    func `a table of any size has a draft that asks for what it lacks`(text: String) throws {
        let draft = try SuggestionFixture.suggest(text, path: "figures.csv")
        #expect(draft.questions >= 1)
        #expect(draft.text.contains("layout: wide"))
    }

    @Test func `ten thousand columns have ten thousand lines`() throws {
        let numbers = (0..<10_000).map(String.init)
        let text =
            numbers.map { "Column \($0)" }.joined(separator: ",") + "\n"
            + numbers.joined(separator: ",") + "\n"
        let draft = try SuggestionFixture.suggest(text)
        #expect(draft.columns.count == 10_000)
        #expect(draft.columns.allSatisfy { $0.measure == nil })
    }

    @Test(arguments: [
        "City,Quarter,Zebras\nSpringfield,2026-Q1,3\n",
        "City,Case,Opened\n"
            + (10...40).map { "Springfield,C\($0),2026-01-\($0 % 18 + 10)\n" }.joined(),
        "City,Quarter,Account,Debit,Credit\n"
            + (10...40).map { "Springfield,2026-Q1,\($0)00,5,5\n" }.joined(),
    ])
    func `a draft of questions alone is a mapping that reads no figure`(text: String) throws {
        let draft = try SuggestionFixture.suggest(text)
        #expect(draft.questions >= 1)
        let outcome = try Fixture.run(draft.text, text, path: "2026-Q1/springfield/figures.csv")
        #expect(outcome.values.isEmpty)
        #expect(!outcome.summary.isRejected)
    }
}
