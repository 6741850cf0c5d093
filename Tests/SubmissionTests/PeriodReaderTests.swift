import MetricSpec
import Testing

@testable import Submission

/// The calendar that begins in a month.
private func calendar(_ month: Int, _ named: FiscalCalendar.YearName = .end) -> FiscalCalendar {
    FiscalCalendar(yearStarts: month, yearNamed: named) ?? .january
}

private func read(
    _ text: String, _ style: PeriodReader.Style = .auto, _ calendar: FiscalCalendar = .january
) -> String? {
    PeriodReader(style: style, calendar: calendar).read(text).period?.text
}

@Suite struct PeriodReaderTests {
    @Test(
        arguments: [
            ("2026-Q3", "2026-Q3"), ("2026Q3", "2026-Q3"), ("Q3 2026", "2026-Q3"),
            ("2026/Q3", "2026-Q3"), ("q3-2026", "2026-Q3"), ("3Q2026", "2026-Q3"),
            ("FY2026 Q1", "2026-Q1"), ("2026-07", "2026-07"), ("2026", "2026"),
            ("2015-07/P1Y", "2015-07/P1Y"), ("2016-04/P3Y", "2016-04/P3Y"),
            ("Nov 2023", "2023-11"), ("March 2023", "2023-03"), ("sept 2023", "2023-09"),
            ("2023 May", "2023-05"), ("2018-12", "2018-12"), (" 2026-Q3 ", "2026-Q3"),
        ])
    func `a calendar year's periods are read as they stand`(text: String, expected: String) {
        #expect(read(text) == expected)
    }

    @Test(
        arguments: [
            "", "never", "2026-Q5", "2026-Q0", "2026-13", "2026-00", "26", "Q3", "202", "20266",
            "2018-19", "2018/19", "2010/11", "2026-Q", "2026-7", "Summer 2026", "2026-09-30",
            "3. Quartal", "2026--Q3-", "Q33 2026", "-2026", "2018-19;Q1",
        ])
    func `what is no period, or two, is not read`(text: String) {
        #expect(read(text) == nil)
    }

    @Test(
        arguments: [
            ("2018-19;Q1", "2018-Q2"), ("2018-19;Q4", "2019-Q1"), ("2022/23 Q3", "2022-Q4"),
            ("Q3 2022/23", "2022-Q4"), ("2018-19", "2018-04/P1Y"), ("2018/19", "2018-04/P1Y"),
            ("2010-14", "2010-04/P4Y"), ("2018-2019", "2018-04/P1Y"), ("2013/14", "2013-04/P1Y"),
            ("2018-12", "2018-12"), ("1999-00", "1999-04/P1Y"), ("2010/11", "2010-04/P1Y"),
        ])
    func `labels over two calendar years are of an April year`(text: String, expected: String) {
        #expect(read(text, .auto, calendar(4, .start)) == expected)
    }

    @Test func `a label that may be a month or a year needs a style`() {
        let april = calendar(4, .start)
        #expect(read("2010-11", .auto, april) == nil)
        #expect(read("2010-11", .fiscalYear, april) == "2010-04/P1Y")
        #expect(read("2011-12", .fiscalYear, april) == "2011-04/P1Y")
        #expect(read("2009-12", .fiscalYear, april) == "2009-04/P3Y")
        #expect(read("2010-11", .month, april) == "2010-11")
        #expect(read("2010-11", .auto) == "2010-11")
        #expect(read("2010/11", .month) == "2010-11")
    }

    @Test func `a year named by its end begins in the year before`() {
        let october = calendar(10, .end)
        #expect(read("FY2026 Q1", .auto, october) == "2025-Q4")
        #expect(read("2026-Q1", .auto, october) == "2025-Q4")
        #expect(read("2026-Q2", .auto, october) == "2026-Q1")
        #expect(read("FY26", .auto, october) == "2025-10/P1Y")
        #expect(read("FY2026", .auto, calendar(10, .start)) == "2026-10/P1Y")
        #expect(read("2026-02", .auto, october) == "2026-02")
    }

    @Test func `two digits are a year where the style says so`() {
        let july = calendar(7, .end)
        #expect(read("12", .year, july) == "2011-07/P1Y")
        #expect(read("12", .fiscalYear, july) == "2011-07/P1Y")
        #expect(read("99", .year) == "1999")
        #expect(read("12", .auto, july) == nil)
    }

    @Test func `a date ends a quarter or a month`() {
        #expect(read("2022-12-31", .quarterEndDate) == "2022-Q4")
        #expect(read("30.09.2026", .quarterEndDate) == "2026-Q3")
        #expect(read("6/30/2026", .quarterEndDate) == "2026-Q2")
        #expect(read("2022-12-30", .quarterEndDate) == nil)
        #expect(read("2022-11-30", .quarterEndDate) == nil)
        #expect(read("2022-11-30", .monthEndDate) == "2022-11")
        #expect(read("2024-02-29", .monthEndDate) == "2024-02")
        #expect(read("2023-02-29", .monthEndDate) == nil)
        #expect(read("13/31/2022", .monthEndDate) == nil)
    }

    @Test func `the reason says what is missing`() {
        func reason(_ text: String, _ calendar: FiscalCalendar) -> String {
            let reading = PeriodReader(calendar: calendar).read(text)
            if case .unreadable(let reason) = reading { return reason }
            return ""
        }
        #expect(reason("2018/19", .january).contains("calendar"))
        #expect(reason("2010-11", calendar(4)).contains("style"))
        #expect(reason("2022-12-31", .january).contains("quarter-end-date"))
        #expect(reason("soon", .january) == "no period in any known form")
        // Day 46,112 of a spreadsheet, by its own display.
        #expect(
            reason("46112", .january) == "a spreadsheet's number for the day 2026-03-31")
        #expect(reason("19999", .january) == "no period in any known form")
    }

    @Test func `a year of four digits that begins with 0 is none`() {
        for text in ["0000-Q1", "0026-Q1", "0099", "Q1 0026"] {
            #expect(PeriodReader().read(text).period == nil, "\(text)")
        }
        #expect(PeriodReader().read("1000-Q1").period != nil)
    }
}
