import Testing

@testable import MetricSpec

@Suite struct CalendarDayTests {
    /// Numbers from Python: `date.toordinal() - date(2000, 1, 1).toordinal()`.
    @Test(arguments: [
        ("0001-01-01", -730119), ("1582-10-15", -152384), ("1899-12-31", -36525),
        ("1900-02-28", -36466), ("1900-03-01", -36465), ("1970-01-01", -10957),
        ("1999-12-31", -1), ("2000-01-01", 0), ("2000-02-29", 59), ("2000-03-01", 60),
        ("2026-11-21", 9821), ("2099-12-31", 36524), ("2100-02-28", 36583),
        ("2100-03-01", 36584), ("9999-12-31", 2_921_939),
    ])
    func `a day has PostgreSQL's number and its text comes back`(
        text: String, number: Int
    ) throws {
        let day = try #require(CalendarDay(parsing: text))
        #expect(day.number == Int32(number))
        #expect(CalendarDay(number: Int32(number)).text == text)
    }

    @Test func `every day of 800 years follows the one before`() throws {
        let first = try #require(CalendarDay(year: 1601, month: 1, day: 1)).number
        var expected = first
        for year in 1601...2400 {
            let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
            let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
            for (index, length) in lengths.enumerated() {
                for day in 1...length {
                    let made = CalendarDay(year: year, month: index + 1, day: day)
                    guard made?.number == expected else {
                        Issue.record("\(year)-\(index + 1)-\(day) is \(String(describing: made))")
                        return
                    }
                    let parts = CalendarDay(number: expected).parts
                    guard parts == (year, index + 1, day) else {
                        Issue.record("\(expected) is \(parts), not \(year)-\(index + 1)-\(day)")
                        return
                    }
                    expected += 1
                }
            }
        }
        // 800 years are two cycles of 400 years of 146,097 days.
        #expect(expected == first + 2 * 146_097)
    }

    @Test(arguments: [(1900, false), (2000, true), (2004, true), (2023, false), (2100, false)])
    func `centuries are leap years only every fourth time`(year: Int, hasLeapDay: Bool) {
        #expect((CalendarDay(year: year, month: 2, day: 29) != nil) == hasLeapDay)
        #expect(CalendarDay(year: year, month: 2, day: 30) == nil)
    }

    @Test(arguments: [
        (0, 1, 1), (10_000, 1, 1), (2026, 0, 1), (2026, 13, 1), (2026, 1, 0), (2026, 1, 32),
        (2026, 4, 31), (2026, 6, 31), (2026, 9, 31), (2026, 11, 31), (-4, 2, 29),
    ])
    func `a day that no calendar has is none`(year: Int, month: Int, day: Int) {
        #expect(CalendarDay(year: year, month: month, day: day) == nil)
    }

    @Test(arguments: [
        "", "2026", "2026-07", "2026-7-01", "2026-07-1", "26-07-01", "2026-07-32", "2026/07/01",
        "2026-07-01T00:00", " 2026-07-01", "2026-07-01 ", "01.07.2026", "2026-07--1",
        "2026-+7-01", "+026-07-01", "２０２６-07-01", "2026-02-30", "-026-07-01",
    ])
    func `a text that is no ISO date is refused`(text: String) {
        #expect(CalendarDay(parsing: text) == nil)
    }

    @Test func `earlier days come first`() {
        #expect(CalendarDay(number: -1) < CalendarDay(number: 0))
        #expect(!(CalendarDay(number: 0) < CalendarDay(number: 0)))
    }
}
