import MetricSpec
import Testing

@testable import Consortium

/// The days of a quarter, and what is wrong with some.
@Suite struct ReportingCycleTests {
    private func cycle() throws -> ReportingCycle {
        try #require(SampleFolder.read().cycles.first)
    }

    private func day(_ text: String) throws -> CalendarDay {
        try #require(CalendarDay(parsing: text))
    }

    @Test(arguments: [
        ("2026-09-30", ReportingCycle.Stage.announced, "opens"), ("2026-10-01", .reporting, "due"),
        ("2026-10-31", .reporting, "due"), ("2026-11-01", .queries, "queries_until"),
        ("2026-11-10", .queries, "queries_until"),
        ("2026-11-11", .certification, "certify_until"),
        ("2026-11-15", .certification, "certify_until"), ("2026-11-16", .closing, "preview"),
        ("2026-11-19", .closing, "preview"), ("2026-11-20", .preview, "release"),
        ("2026-11-30", .preview, "release"), ("2026-12-01", .released, ""),
    ])
    func `a deadline's day is within, and a first day begins what it names`(
        day: String, stage: ReportingCycle.Stage, next: String
    ) throws {
        let day = try self.day(day)
        #expect(try cycle().stage(on: day) == stage)
        #expect(try cycle().next(on: day)?.step.rawValue ?? "" == next)
    }

    @Test func `a cycle without days is open for reports, and nothing comes next`() throws {
        let cycle = ReportingCycle(period: try #require(Period(parsing: "2026-Q3")))
        #expect(cycle.stage(on: try day("2026-11-11")) == .reporting)
        #expect(cycle.next(on: try day("2026-11-11")) == nil)
        #expect(cycle.steps.isEmpty)
    }

    @Test func `both ends of a blackout are within it`() throws {
        let blackout = try #require(try cycle().blackout)
        let within = try ["2026-10-31", "2026-11-01", "2026-11-05", "2026-11-06"].map {
            blackout.contains(try day($0))
        }
        #expect(within == [false, true, true, false])
        #expect(DayRange(parsing: "2026-11-01")?.text == "2026-11-01/2026-11-01")
    }

    @Test(arguments: ["before the election", "2026-11-05/2026-11-01", "2026-11-01/", "a/b/c"])
    func `a blackout that is no range of days is named with its place`(text: String) throws {
        #expect(
            try SampleFolder.faults(in: "calendar.csv", "2026-11-01/2026-11-05", text) == [
                "calendar.csv:2:8: blackout: \"\(text)\" are no days. Expected the first and "
                    + "the last one, like 2026-11-01/2026-11-05."
            ])
    }

    @Test func `days out of their order are named, and equal ones are not`() throws {
        #expect(
            try SampleFolder.faults(in: "calendar.csv", "2026-11-10", "2026-10-30") == [
                "calendar.csv:2:4: queries_until: 2026-10-30 is before 2026-10-31, the day of "
                    + "due. Expected the days in the order of the columns."
            ])
        #expect(try SampleFolder.faults(in: "calendar.csv", "2026-11-10", "2026-10-31").isEmpty)
    }

    @Test func `nothing is due before its period ends`() throws {
        #expect(
            try SampleFolder.faults(
                in: "calendar.csv", "2026-10-01,2026-10-31", "2026-07-01,2026-09-30")
                == [
                    "calendar.csv:2:3: due: 2026-09-30 is before the end of 2026-Q3: no city "
                        + "could report all of it by then. Expected 2026-10-01 or later."
                ])
        #expect(
            try SampleFolder.faults(in: "calendar.csv", "2026-10-31", "2026-10-01").isEmpty)
    }

    @Test func `a release in the blackout is refused, a preview is not`() throws {
        #expect(
            try SampleFolder.faults(
                in: "calendar.csv", "2026-11-01/2026-11-05", "2026-12-01/2026-12-02")
                == [
                    "calendar.csv:2:7: release: 2026-12-01 lies in the blackout "
                        + "2026-12-01/2026-12-02, when nothing is released. Move one of them."
                ])
        #expect(
            try SampleFolder.faults(
                in: "calendar.csv", "2026-11-01/2026-11-05", "2026-11-20/2026-11-30"
            ).isEmpty)
    }

    @Test func `a period has one line`() throws {
        #expect(
            try SampleFolder.faults(in: "calendar.csv", "2026-Q4", "2026-Q3") == [
                "calendar.csv:3:1: period: 2026-Q3 stands in line 2 already. Put its days into "
                    + "one line."
            ])
    }
}
