import Consortium
import MetricSpec
import Testing

@testable import Submission

@Suite struct NotProvidedButReportedTests {
    private func run(
        _ row: String, _ mode: ProvisionMode, from: String? = nil, to: String? = nil
    ) throws -> Outcome {
        let valid = Validity(
            from: from.flatMap { CalendarDay(parsing: $0) },
            to: to.flatMap { CalendarDay(parsing: $0) })
        let provision = ServiceProvision(
            city: "springfield", service: "desk", mode: mode, valid: valid)
        return try Desk.run(row, more: ",Flag", provisions: [provision])
    }

    @Test func `a figure of a service that the city does not provide is a warning`() throws {
        let outcome = try run("springfield,2026-Q1,calls,12,", .anotherGovernment)
        #expect(
            outcome.findings.map(\.message) == [
                "desk.csv, line 2, column D \"Value\": 12 is reported, but services.csv says that "
                    + "the city does not provide desk. Expected no figure. Take the figure out, or "
                    + "correct services.csv; it was accepted as it is."
            ])
        #expect(outcome.findings.map(\.rule) == ["not-provided-but-reported"])
        #expect(outcome.findings.map(\.severity) == [.warning])
        #expect(outcome.findings.map(\.city) == ["springfield"])
        #expect(outcome.values.count == 1)
    }

    @Test func `a zero is a figure, too`() throws {
        #expect(try run("springfield,2026-Q1,calls,0,", .none).findings.count == 1)
    }

    @Test(
        arguments: [
            ("springfield,2026-Q1,calls,12,", ProvisionMode.contract),
            ("st-john,2026-Q1,calls,12,", .none), ("springfield,2026-Q1,visits,12,", .none),
            ("springfield,2026-Q1,calls,,n", .none), ("springfield,2026-Q1,calls,,", .none),
        ])
    func `other cities, services and ways, and what is missing, are silent`(
        row: String, mode: ProvisionMode
    ) throws {
        #expect(try run(row, mode).of(.notProvidedButReported).isEmpty)
    }

    @Test(
        arguments: [
            ("2026-01-01", "2026-04-01", 1), ("2026-02-01", nil, 0), (nil, "2026-03-31", 0),
            (nil, "2026-04-01", 1), ("2026-04-01", nil, 0),
        ] as [(String?, String?, Int)])
    func `only a period that lies wholly in the days without it is meant`(
        from: String?, to: String?, count: Int
    ) throws {
        let outcome = try run("springfield,2026-Q1,calls,12,", .none, from: from, to: to)
        #expect(outcome.of(.notProvidedButReported).count == count)
    }
}
