import Consortium
import MetricSpec
import Testing

@testable import Submission

/// Of a desk every member reports the calls.
@Suite struct RequiredAbsentTests {
    private let others = "springfield,2026-Q1,answered,7,\nspringfield,2026-Q1,lost,2,"

    @Test func `a required measure that is absent beside others of its service is a note`() throws {
        let outcome = try Desk.run(others, more: ",Flag")
        #expect(
            outcome.of(.requiredAbsent).map(\.message) == [
                "desk.csv: springfield reports other measures of desk here and not desk/calls, "
                    + "which every member reports (1 of 1 city). Expected a figure, or the reason "
                    + "why there is none. Report it, or say by a mark why it is missing."
            ])
        #expect(outcome.of(.requiredAbsent).map(\.severity) == [.info])
        #expect(outcome.of(.requiredAbsent).first?.city == "springfield")
        #expect(outcome.of(.requiredAbsent).first?.measure == "desk/calls")
    }

    @Test func `for a period that closes the year it is a warning`() throws {
        let outcome = try Desk.run(others.replacing("Q1", with: "Q4"), more: ",Flag")
        #expect(outcome.of(.requiredAbsent).map(\.severity) == [.warning])
    }

    @Test(arguments: [("springfield,2026-Q1,calls,9,", 0), ("springfield,2026-Q1,calls,,n", 0)])
    func `a figure and a reason are answers`(row: String, count: Int) throws {
        #expect(try Desk.run("\(others)\n\(row)", more: ",Flag").of(.requiredAbsent).count == count)
    }

    @Test func `an empty cell and a figure of another quarter are none`() throws {
        for row in ["springfield,2026-Q1,calls,,", "springfield,2026-Q2,calls,9,"] {
            let outcome = try Desk.run("\(others)\n\(row)", more: ",Flag")
            #expect(outcome.of(.requiredAbsent).count == 1, "\(row)")
        }
    }

    @Test func `one measure alone does not bring the service`() throws {
        #expect(try Desk.run("springfield,2026-Q1,answered,7").of(.requiredAbsent).isEmpty)
    }

    @Test func `cities that lack it are one finding`() throws {
        let outcome = try Desk.run(
            others + "\n" + others.replacing("springfield", with: "st-john")
                + "\ntown-1,2026-Q1,calls,1,\ntown-1,2026-Q1,lost,1,", more: ",Flag")
        #expect(outcome.of(.requiredAbsent).count == 1)
        #expect(
            outcome.of(.requiredAbsent).first?.problem.hasPrefix("springfield, st-john report")
                == true)
        #expect(
            outcome.of(.requiredAbsent).first?.problem.hasSuffix("(2 of 3 cities)") == true)
    }

    @Test func `a city without the service, and a figure that is known, are silent`() throws {
        let none = ServiceProvision(city: "springfield", service: "desk", mode: .anotherGovernment)
        #expect(
            try Desk.run(others, more: ",Flag", provisions: [none]).of(.requiredAbsent).isEmpty)
        let row = EarlierValues.Row(
            measure: Int32(try #require(Desk.standard().measureIndex("desk/calls"))), city: 0,
            breakdown: 0, period: try #require(Period(parsing: "2026-Q1")), value: 9)
        #expect(
            try Desk.run(others, more: ",Flag", earlier: EarlierValues([row])).of(.requiredAbsent)
                .isEmpty)
    }
}
