import MetricSpec
import Testing

@testable import Submission

/// The answered calls of a desk are divided by all its calls.
@Suite struct NumeratorWithoutDenominatorTests {
    @Test func `numerators without a denominator are one note of their metric`() throws {
        let outcome = try Desk.run(
            "springfield,2026-Q1,answered,7\nspringfield,2026-Q2,answered,8")
        #expect(
            outcome.of(.numeratorWithoutDenominator).map(\.message) == [
                "desk.csv: 2 figures of desk/answered (the first is of springfield 2026-Q1) stand "
                    + "here without desk/calls of the same city and period, so "
                    + "desk/answered-share cannot be made of them. Expected desk/calls in the "
                    + "same file or loaded before. Report both, or send the other one in another "
                    + "file."
            ])
        #expect(outcome.of(.numeratorWithoutDenominator).map(\.severity) == [.info])
        #expect(outcome.of(.numeratorWithoutDenominator).first?.measure == "desk/answered")
    }

    @Test func `a denominator of the same city and period is enough`() throws {
        let outcome = try Desk.run("springfield,2026-Q1,answered,7\nspringfield,2026-Q1,calls,8")
        #expect(outcome.of(.numeratorWithoutDenominator).isEmpty)
    }

    @Test func `a denominator of another period or city is none`() throws {
        for row in ["springfield,2026-Q2,calls,8", "st-john,2026-Q1,calls,8"] {
            let outcome = try Desk.run("springfield,2026-Q1,answered,7\n\(row)")
            #expect(outcome.of(.numeratorWithoutDenominator).count == 1, "\(row)")
        }
    }

    @Test func `one that was loaded before is enough`() throws {
        let row = EarlierValues.Row(
            measure: Int32(try #require(Desk.standard().measureIndex("desk/calls"))), city: 0,
            breakdown: 0, period: try #require(Period(parsing: "2026-Q1")), value: 9)
        let outcome = try Desk.run(
            "springfield,2026-Q1,answered,7", earlier: EarlierValues([row]))
        #expect(outcome.of(.numeratorWithoutDenominator).isEmpty)
    }
}
