import Testing

@testable import MetricSpec

@Suite struct PeriodTests {
    /// Start, exclusive end and days by hand from a calendar.
    @Test(arguments: [
        ("2026", "2026-01-01", "2027-01-01", 365),
        ("2024", "2024-01-01", "2025-01-01", 366),
        ("2026-Q1", "2026-01-01", "2026-04-01", 90),
        ("2024-Q1", "2024-01-01", "2024-04-01", 91),
        ("2026-Q2", "2026-04-01", "2026-07-01", 91),
        ("2026-Q3", "2026-07-01", "2026-10-01", 92),
        ("2026-Q4", "2026-10-01", "2027-01-01", 92),
        ("2026-02", "2026-02-01", "2026-03-01", 28),
        ("2024-02", "2024-02-01", "2024-03-01", 29),
        ("2026-12", "2026-12-01", "2027-01-01", 31),
        ("2015-07/P1Y", "2015-07-01", "2016-07-01", 366),
        ("2016-04/P3Y", "2016-04-01", "2019-04-01", 1095),
        ("2016-04/P30M", "2016-04-01", "2018-10-01", 913),
        ("2026-02/P3M", "2026-02-01", "2026-05-01", 89),
        ("2025-01/P2Y", "2025-01-01", "2027-01-01", 730),
    ])
    func `a canonical text is read, written and has its days`(
        text: String, start: String, end: String, days: Int
    ) throws {
        let period = try #require(Period(parsing: text))
        #expect(period.text == text)
        #expect(period.start.text == start)
        #expect(period.end.text == end)
        #expect(period.dayCount == days)
    }

    @Test(arguments: [
        ("2015-07/P12M", "2015-07/P1Y"), ("2026-01/P1Y", "2026"), ("2026-01/P12M", "2026"),
        ("2026-04/P3M", "2026-Q2"), ("2026-04/P1M", "2026-04"), ("2026-01/P24M", "2026-01/P2Y"),
    ])
    func `a longer way of saying a period becomes the canonical one`(
        text: String, canonical: String
    ) throws {
        #expect(try #require(Period(parsing: text)).text == canonical)
    }

    @Test(arguments: [
        ("2015-07/P1Y", "2015-07--P1Y"), ("2016-04/P30M", "2016-04--P30M"),
        ("2026-Q3", "2026-Q3"), ("2026-07", "2026-07"), ("2026", "2026"),
    ])
    func `in file names two hyphens stand for the slash`(text: String, file: String) throws {
        let period = try #require(Period(parsing: text))
        #expect(period.fileText == file)
        #expect(Period(parsing: file) == period)
    }

    @Test(arguments: [
        "", "26", "02026", "2026-Q0", "2026-Q5", "2026-q1", "2026-Q", "2026-Q11", "2026-00",
        "2026-13", "2026-7", "2026-07-01", "2026/P1Y", "2026-07/P0M", "2026-07/P", "2026-07/1Y",
        "2026-07/P1D", "2026-07/P1.5Y", "2026-07/P-1Y", "2026-07/P1Y2M", "2026-07/", "/P1Y",
        "2026-07---P1Y", "2026-Q3/P1Y", " 2026", "2026 ", "0000", "2026-07/P1201M",
        "2026-07/P101Y", "٢٠٢٦", "2018-19",
    ])
    func `a text that is no period is refused`(text: String) {
        #expect(Period(parsing: text) == nil)
    }

    @Test func `a fiscal quarter whose days are a calendar quarter is that quarter`() throws {
        // The first quarter of a year that begins in April 2018.
        let fiscal = try #require(Period(year: 2018, month: 4, months: 3))
        #expect(fiscal == Period(year: 2018, quarter: 2))
        #expect(fiscal.text == "2018-Q2")
        // The first quarter of a year that begins in February is none.
        #expect(Period(year: 2018, month: 2, months: 3)?.text == "2018-02/P3M")
    }

    @Test func `a fiscal year is written with its start and length`() {
        #expect(Period(year: 2018, month: 10, months: 12)?.text == "2018-10/P1Y")
    }

    @Test func `a period begins on the first of a month`() throws {
        let first = try #require(CalendarDay(parsing: "2026-07-01"))
        #expect(Period(start: first, months: 3)?.text == "2026-Q3")
        let second = try #require(CalendarDay(parsing: "2026-07-02"))
        #expect(Period(start: second, months: 3) == nil)
    }

    @Test func `a period without length or outside the calendar is none`() {
        #expect(Period(year: 2026, month: 1, months: 0) == nil)
        #expect(Period(year: 2026, month: 0, months: 1) == nil)
        #expect(Period(year: 2026, month: 13, months: 1) == nil)
        #expect(Period(year: 0, month: 1, months: 12) == nil)
        #expect(Period(year: 2026, quarter: 0) == nil)
        #expect(Period(year: 2026, quarter: 5) == nil)
        #expect(Period(year: 9999, month: 12, months: 2) == nil)
        #expect(Period(year: 9998, month: 1, months: 1200) == nil)
    }

    @Test func `the last period that ends within the calendar is one`() throws {
        let period = try #require(Period(year: 9998, month: 1, months: 12))
        #expect(period.end.text == "9999-01-01")
        #expect(period.dayCount == 365)
    }

    @Test func `earlier starts come first, then shorter periods`() {
        let texts = ["2026-Q2", "2026", "2025-10/P1Y", "2026-01", "2026-Q1", "2026-04"]
        let sorted = texts.compactMap { Period(parsing: $0) }.sorted().map(\.text)
        #expect(sorted == ["2025-10/P1Y", "2026-01", "2026-Q1", "2026", "2026-04", "2026-Q2"])
    }

    @Test func `months are counted from January of year 0`() throws {
        let period = try #require(Period(parsing: "2026-Q3"))
        #expect(period.firstMonth == 2026 * 12 + 6)
        #expect(period.endMonth == 2026 * 12 + 9)
    }
}
