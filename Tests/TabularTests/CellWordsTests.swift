import Testing

@testable import Tabular

@Suite struct CellWordsTests {
    @Test(arguments: [
        "1", "1,234.50", "-5", "5-", "(5)", "+5", "1e5", "12 %", "$5", "1'234", "1.234,5", "12.5%",
        "2101", "1899", "3-4-", "\u{2019}5", "1\u{A0}234", "5 €", "1.2",
    ])
    func `digits with marks, a sign or a currency around them are a figure`(text: String) {
        #expect(CellWords.isFigure(text))
    }

    @Test(arguments: [
        "", "-", "%", "2019", "1900", "2100", "2026-09-30", "30.09.2026", "30/9/2026", "3-4", "5+",
        "1e", "e5", "a1", "1a", "1\t2", "1\r\n", "Q3", "5\u{2013}6",
        "12345678901234567890123456789012345678901",
    ])
    func `years, dates, codes and words are no figure`(text: String) {
        #expect(!CellWords.isFigure(text))
    }

    @Test func `a header in one line has single blanks inside and none around it`() {
        #expect(CellWords.oneLine("This quarter") == "This quarter")
        #expect(CellWords.oneLine(" This  quarter\t") == "This quarter")
        #expect(CellWords.oneLine("This\u{A0}quarter") == "This quarter")
        #expect(CellWords.oneLine("Popu-\nlation\nserved") == "Population served")
        #expect(CellWords.oneLine("") == "")
        #expect(CellWords.oneLine(" ") == "")
        #expect(CellWords.folded("Café  CALLS") == "café calls")
    }
}
