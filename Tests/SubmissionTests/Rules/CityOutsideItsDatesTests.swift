import Consortium
import MetricSpec
import Testing

@testable import Submission

@Suite struct CityOutsideItsDatesTests {
    private func run(
        _ rows: String, _ kind: Succession.Kind = .merger, on day: String = "2026-01-01"
    ) throws -> Outcome {
        let date = try #require(CalendarDay(parsing: day))
        return try Desk.run(
            rows,
            successions: [
                Succession(
                    city: "springfield", becomes: "st-john", kind: kind, date: date)
            ])
    }

    @Test func `figures after a city's end are one warning for the period`() throws {
        let outcome = try run(
            "town-1,2026-Q1,calls,5\nspringfield,2026-Q1,calls,12\nspringfield,2026-Q1,answered,9")
        #expect(
            outcome.of(.cityOutsideItsDates).map(\.message) == [
                "desk.csv, line 3: 2 figures of springfield for 2026-Q1, but it became st-john on "
                    + "2026-01-01. Expected periods that begin before that day. Correct the city or "
                    + "the period, or the date in successions.csv; they were accepted and are "
                    + "compared with nobody."
            ])
        #expect(outcome.of(.cityOutsideItsDates).map(\.severity) == [.warning])
        #expect(outcome.of(.cityOutsideItsDates).map(\.city) == ["springfield"])
        #expect(outcome.of(.cityOutsideItsDates).map { $0.period?.text } == ["2026-Q1"])
        #expect(outcome.values.count == 3)
    }

    @Test func `so are figures before a city came to be`() throws {
        let outcome = try run("st-john,2025-Q4,calls,12\nst-john,2025-Q3,calls,12")
        #expect(
            outcome.of(.cityOutsideItsDates).map(\.problem) == [
                "a figure of st-john for 2025-Q4, but it came to be of springfield on 2026-01-01 "
                    + "only",
                "a figure of st-john for 2025-Q3, but it came to be of springfield on 2026-01-01 "
                    + "only",
            ])
    }

    @Test(
        arguments: [
            ("springfield,2025-Q4,calls,12", Succession.Kind.merger),
            ("st-john,2026-Q1,calls,12", .merger), ("town-1,2026-Q1,calls,12", .merger),
            ("springfield,2026-Q1,calls,12", .separation),
            ("st-john,2025-Q4,calls,12", .absorption),
        ])
    func `a city in its time, another one, and one that went on are silent`(
        row: String, kind: Succession.Kind
    ) throws {
        #expect(try run(row, kind).of(.cityOutsideItsDates).isEmpty)
    }

    @Test func `the first day of the period decides`() throws {
        let row = "springfield,2026-Q1,calls,12"
        #expect(try run(row, on: "2026-01-01").of(.cityOutsideItsDates).count == 1)
        #expect(try run(row, on: "2026-01-02").of(.cityOutsideItsDates).isEmpty)
    }

    @Test func `a value that is missing is no figure`() throws {
        #expect(try run("springfield,2026-Q1,calls,").of(.cityOutsideItsDates).isEmpty)
    }
}
