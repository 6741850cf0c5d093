import Testing

@testable import Submission

@Suite struct CodeMatchTests {
    private let header = "City,Period,Indicator,Measure,Value\n"

    @Test func `units tell measures of one name apart, for their indicator alone`() throws {
        let draft = try SuggestionFixture.suggest(
            header + "Springfield,2026-Q1,Household waste recycled,Percentage,0.4\n"
                + "Springfield,2026-Q1,Household waste recycled,$,1200\n", isExtended: true)
        #expect(draft.codes.map(\.code) == ["Percentage", "$"])
        #expect(
            draft.codes.map { $0.question == nil ? $0.measure : nil }
                == ["extra/recycled-share", "extra/recycled"])
        #expect(draft.text.contains("where: {Indicator: [Household waste recycled]}"))
    }

    @Test func `a code with several figures asks which of them is meant`() throws {
        let draft = try SuggestionFixture.suggest(
            header + "Springfield,2026-Q1,Calls,Count,4\nSpringfield,2026-Q1,Calls,Rate,0.1\n"
                + "Springfield,2026-Q1,Visits,Count,4\nSpringfield,2026-Q1,Visits,Rate,0.1\n")
        #expect(draft.text.contains("question: a code has several figures, told apart by Measure"))
        #expect(draft.text.contains("where: {Measure: [Count]}"))
    }

    @Test func `what is not recycled is not taken for what is`() throws {
        let draft = try SuggestionFixture.suggest(
            header + "Springfield,2026-Q1,Household waste not recycled,$,1200\n",
            isExtended: true)
        #expect(draft.codes.allSatisfy { $0.question != nil || $0.measure == nil })
    }

    @Test func `a list of codes says what they stand for`() throws {
        let text =
            "City,Period,Code,Value\nSpringfield,2026-Q1,A01,120\nSpringfield,2026-Q1,A02,7\n"
        let list = "Nr,Our code,Meaning\n1,A01,Calls\n2,A02,Visits\n3,A03,Staff\n"
        let bare = try SuggestionFixture.suggest(text)
        #expect(bare.codes.map(\.measure) == [nil, nil])
        let told = try SuggestionFixture.suggest(text, codes: list)
        #expect(told.codes.map(\.measure) == ["ops/calls", "ops/visits"])
        let other = try SuggestionFixture.suggest(text, codes: "Code,Meaning\nB01,Calls\n")
        #expect(other.codes.map(\.measure) == [nil, nil])
    }

    @Test func `a code that each city has one of names no measure`() throws {
        let draft = try SuggestionFixture.suggest(
            "City,Town Code,Calls\nSpringfield,A,120\nSt. John,B,90\n")
        #expect(draft.layout == .wide)
        #expect(SuggestionFixture.found(draft)[2] == "ops/calls")
    }

    @Test func `a column whose cells are like measures needs no telling header`() throws {
        let draft = try SuggestionFixture.suggest(
            "City,Period,What,Value\nSpringfield,2026-Q1,Calls,120\n"
                + "Springfield,2026-Q1,Visits,7\n")
        #expect(draft.layout == .long)
        #expect(draft.codes.map(\.measure) == ["ops/calls", "ops/visits"])
    }

    @Test func `a table with periods over its columns has measures in its rows`() throws {
        let text = "Kind,2026-Q1,2026-Q2,2026-Q3\nCalls,1,2,3\nVisits,4,5,6\nZebras,7,8,9\n"
        let draft = try SuggestionFixture.suggest(text)
        #expect(draft.codes.map(\.measure) == ["ops/calls", "ops/visits", nil])
        let outcome = try Fixture.run(draft.text, text, path: "2026-Q1/springfield/figures.csv")
        #expect(outcome.values.count == 6)
        #expect(outcome.rules == [])
    }

    @Test func `codes that nobody knows are asked for, and the draft is a mapping`() throws {
        let text = "City,Period,Code,Value\nSpringfield,2026-Q1,X7,120\n"
        let draft = try SuggestionFixture.suggest(text)
        #expect(draft.text.contains("question: what do these codes stand for?"))
        let outcome = try Fixture.run(draft.text, text)
        #expect(outcome.values.isEmpty)
        #expect(!outcome.summary.isRejected)
    }
}
