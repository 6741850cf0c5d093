import MetricSpec
import Testing

@testable import Submission

/// Of a desk the calls offered are those answered and those lost, to within 1.
@Suite struct SumDiffersTests {
    private func run(_ offered: String) throws -> Outcome {
        try Desk.run(
            "springfield,2026-Q1,answered,70\nspringfield,2026-Q1,lost,20\n"
                + "springfield,2026-Q1,offered,\(offered)")
    }

    @Test func `a whole that is not the sum of its parts is a warning at the whole`() throws {
        let outcome = try run("100")
        #expect(
            outcome.of(.sumDiffers).map(\.message) == [
                "desk.csv, line 4, column D \"Value\": 100 is not the sum of desk/answered + "
                    + "desk/lost, which is 90. Expected 90 to within 1. Correct the whole or the "
                    + "part that is wrong; all were accepted as they are."
            ])
        #expect(outcome.of(.sumDiffers).first?.measure == "desk/offered")
        #expect(outcome.values.count == 3)
    }

    @Test(arguments: [("91", 0), ("89", 0), ("92", 1), ("88", 1)])
    func `the tolerance of the standard is let pass`(offered: String, count: Int) throws {
        #expect(try run(offered).of(.sumDiffers).count == count)
    }

    @Test func `a part that is not there is not taken for zero`() throws {
        let outcome = try Desk.run(
            "springfield,2026-Q1,answered,70\nspringfield,2026-Q1,offered,90")
        #expect(outcome.of(.sumDiffers).isEmpty)
    }

    private func groups(_ unknown: String?) throws -> Outcome {
        var rows = """
            springfield,2026-Q1,calls,100,
            springfield,2026-Q1,calls,50,women
            springfield,2026-Q1,calls,40,men
            """
        if let unknown { rows += "\nspringfield,2026-Q1,calls,\(unknown),sex-unknown" }
        return try Desk.run(rows, more: ",Group")
    }

    @Test func `all groups of a breakdown with one for what is not known make the total`() throws {
        #expect(
            try groups("5").of(.sumDiffers).map(\.problem) == [
                "100 is not the sum of the groups of sex, which is 95"
            ])
        #expect(try groups("10").of(.sumDiffers).isEmpty)
        // Three groups may be off by half a unit each.
        #expect(try groups("8.5").of(.sumDiffers).isEmpty)
        #expect(try groups("8").of(.sumDiffers).count == 1)
    }

    @Test func `some of the groups need not make the total`() throws {
        #expect(try groups(nil).of(.sumDiffers).isEmpty)
    }
}
