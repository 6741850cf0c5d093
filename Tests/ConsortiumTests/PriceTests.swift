import MetricSpec
import Testing

@testable import Consortium

@Suite struct PriceTests {
    private static let head = "series,period,value,vintage,source\n"

    private func faults(_ rows: String) -> [String] {
        SampleFolder.faults(["prices.csv": Self.head + rows])
    }

    @Test func `prices are read with series, period, vintage and source`() throws {
        let consortium = try SampleFolder.read([
            "prices.csv": Self.head
                + "cpi,2017,245.12,2018-01-12,Bureau\ncpi,2018-Q1,249.25,2018-04-11,\n"
        ])
        #expect(
            consortium.prices == [
                PricePoint(
                    series: "cpi", period: try period("2017"), value: 245.12,
                    vintage: try day("2018-01-12"), source: "Bureau"),
                PricePoint(
                    series: "cpi", period: try period("2018-Q1"), value: 249.25,
                    vintage: try day("2018-04-11"), source: ""),
            ])
    }

    @Test func `without prices.csv there are no prices`() throws {
        let consortium = try SampleFolder.read()
        #expect(consortium.prices.isEmpty)
        #expect(consortium.newestPrices.isEmpty)
        #expect(consortium.priceIndex("cpi").isEmpty)
    }

    @Test func `of each period the newest vintage counts, whatever the order of rows`() throws {
        let rows = """
            wages,2024-Q1,90,2024-05-01,
            cpi,2024-Q2,104,2024-09-01,revised
            cpi,2024-Q1,101,2024-05-01,
            cpi,2024-Q2,103,2024-08-01,first
            cpi,2024-Q2,102,2024-07-01,flash

            """
        let consortium = try SampleFolder.read(["prices.csv": Self.head + rows])
        #expect(consortium.newestPrices.map(\.series) == ["cpi", "cpi", "wages"])
        let index = consortium.priceIndex("cpi")
        #expect(index.map(\.period.text) == ["2024-Q1", "2024-Q2"])
        #expect(index.map(\.index) == [101, 104])
        #expect(consortium.priceIndex("wages").map(\.index) == [90])
        #expect(consortium.prices.count == 5)
    }

    @Test func `one vintage has one value for a period`() {
        #expect(
            faults("cpi,2017,245,2018-01-12,\ncpi,2017,246,2018-01-12,\n") == [
                "prices.csv:3: the price of cpi for 2017 of 2018-01-12 stands in line 2 already. "
                    + "Leave one out, or give the vintage its own day."
            ])
        #expect(faults("cpi,2017,245,2018-01-12,\ncpi,2017,246,2018-01-13,\n") == [])
    }

    @Test(
        arguments: [
            (
                "cpi,2017,0,2018-01-12,",
                "2:3: value: 0 is no price index. Expected a number above 0."
            ),
            (
                "cpi,2017,-1,2018-01-12,",
                "2:3: value: -1 is no price index. Expected a number above 0."
            ),
            ("cpi,2017,,2018-01-12,", "2:3: value: the index is missing."),
            ("cpi,2017,many,2018-01-12,", "2:3: value: \"many\" is no number."),
            (
                "cpi,spring,1,2018-01-12,",
                "2:2: period: \"spring\" is no period. Expected one like 2026-Q3."
            ),
            ("cpi,2017,1,,", "2:4: vintage: the date is missing."),
            (
                "cpi,2017,1,soon,",
                "2:4: vintage: \"soon\" is no date. Expected one like 2026-07-01."
            ),
        ])
    func `a cell that is none is named with its line and column`(row: String, message: String) {
        #expect(faults(row + "\n") == ["prices.csv:\(message)"])
    }

    @Test func `the smallest index above 0 is one`() {
        #expect(faults("cpi,2017,0.001,2018-01-12,\n") == [])
    }

    private func period(_ text: String) throws -> Period { try #require(Period(parsing: text)) }

    private func day(_ text: String) throws -> CalendarDay {
        try #require(CalendarDay(parsing: text))
    }
}
