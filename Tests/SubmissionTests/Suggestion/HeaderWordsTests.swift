import Testing

@testable import Submission

@Suite struct HeaderWordsTests {
    @Test func `camel case, underscores and blanks part words`() {
        for text in ["taxRevenue", "Tax_Revenue", "tax revenue", "TAX-REVENUE", "Tax.Revenue"] {
            #expect(HeaderWords(text).words == ["tax", "revenue"])
        }
    }

    @Test func `short forms are written out`() {
        #expect(HeaderWords("GF Opex").words == ["general", "fund", "operating", "expenditure"])
        #expect(HeaderWords("Inter_Gov_Rev").words == ["intergovernmental", "revenue"])
        #expect(HeaderWords("Avg Pct Bal").words == ["average", "share", "balance"])
    }

    @Test func `years, and units in brackets, are left out`() {
        #expect(HeaderWords("2016 Population").words == ["population"])
        #expect(HeaderWords("TANF16 Recipients").words == ["tanf", "recipient"])
        #expect(HeaderWords("Refuse (t)").words == ["refuse"])
        #expect(HeaderWords("Refuse (t)").brackets == ["t"])
    }

    @Test func `a number that is no year stays`() {
        #expect(HeaderWords("911 calls").words == ["911", "call"])
    }

    @Test func `plurals, accents and spellings make no difference`() {
        #expect(HeaderWords("Licenses").words == HeaderWords("licence").words)
        #expect(HeaderWords("Åskollen énergie").words == ["askollen", "energie"])
        #expect(HeaderWords("Libraries").words == ["library"])
        #expect(HeaderWords("Business").words == ["business"])
    }

    @Test func `up to a limit is on time`() {
        #expect(HeaderWords("Invoices <= 30 d").words.contains("ontime"))
        #expect(HeaderWords("Invoices paid on time").words.contains("ontime"))
    }

    @Test func `a number written with hyphens stays one`() {
        #expect(HeaderWords("9-1-1 calls").words == ["911", "call"])
        #expect(HeaderWords("9-1-1 calls").letters != HeaderWords("Calls").letters)
    }
}
