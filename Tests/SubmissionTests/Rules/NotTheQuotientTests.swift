import Testing

@testable import Submission

@Suite struct NotTheQuotientTests {
    private static let yaml =
        Fixture.longKeys + """

            checks:
              - quotient: {value: Value, numerator: Above, denominator: Below}
                tolerance: 0.02
                factors: {staff: 1000}
                except: {calls: a weighted index}
            """

    private func run(_ rows: String, _ yaml: String = Self.yaml) throws -> Outcome {
        try Fixture.run(yaml, "City,Period,Measure,Value,Above,Below\n" + rows)
    }

    @Test func `a figure that is not its quotient is a warning, and accepted`() throws {
        let outcome = try run("Springfield,2026-Q1,staff,75,3,50\n")
        #expect(
            outcome.findings.map(\.message) == [
                "springfield.csv, line 2, column D \"Value\": \"75\" is not 3 / 50 x 1000, which "
                    + "is 60. Expected the quotient to within 2 %. Correct the one of the three "
                    + "that is wrong; the figure was accepted as it is."
            ])
        #expect(outcome.rules == ["not-the-quotient"])
        #expect(outcome.findings.first?.severity == .warning)
        #expect(outcome.findings.first?.measure == "ops/staff")
        #expect(outcome.findings.first?.city == "springfield")
        #expect(outcome.values.map(\.value) == [75])
    }

    @Test(
        arguments: [
            ("60", 0), ("61.2", 0), ("61.3", 1), ("58.9", 0), ("58.8", 1), ("0", 1), ("-60", 1),
        ])
    func `the tolerance is a share of the figure`(value: String, count: Int) throws {
        // 60 / 0.98 = 61.22 and 60 / 1.02 = 58.82.
        let outcome = try run("Springfield,2026-Q1,staff,\(value),3,50\n")
        #expect(outcome.findings.count == count)
    }

    @Test(
        arguments: [
            "staff,75,,50", "staff,75,3,", "staff,,3,50", "staff,75,3,0", "staff,75,n/a,50",
        ])
    func `where one of the three is not there nothing is asked`(row: String) throws {
        #expect(try run("Springfield,2026-Q1,\(row)\n").of(.notTheQuotient).isEmpty)
    }

    @Test func `a code that is made in another way is a note that says how`() throws {
        let outcome = try run("Springfield,2026-Q1,calls,7,3,50\n")
        #expect(outcome.findings.map(\.severity) == [.info])
        #expect(
            outcome.findings.first?.problem
                == "\"7\" is not 3 / 50, which is 0.06, as the mapping knows: a weighted index")
    }

    @Test func `rows that are left out are not checked, and columns of a check are decided about`()
        throws
    {
        let outcome = try run(
            "Springfield,2026-Q1,staff,75,3,50\n", Self.yaml + "\nwhere: {City: St. John}\n")
        #expect(outcome.findings.isEmpty)
        #expect(outcome.summary.leftOutRows == 1)
    }

    @Test func `a column that is gone is missing, unless it is optional`() throws {
        let text = "City,Period,Measure,Value\nSpringfield,2026-Q1,staff,75\n"
        #expect(
            try Fixture.run(Self.yaml, text).rules
                == ["mapped-column-missing", "mapped-column-missing"])
        #expect(try Fixture.run(Self.yaml + "\n    optional: true", text).rules == [])
    }

    @Test(
        arguments: [
            ("{sum: [A, B]}", "\"equals\" is missing"),
            ("{quotient: {value: V, numerator: N, denominator: D}}", "\"tolerance\" is missing"),
            ("{tolerance: 1}", "expected quotient or sum"),
            ("{sum: [A], equals: C, tolerance: 0}", "two columns or more"),
            ("{sum: [A, B], equals: C, tolerance: -1}", "0 or more"),
            ("{sum: [A, B], equals: C, tolerance: 0, factor: 3}", "goes with quotient"),
        ])
    func `a check that says too little is refused`(check: String, message: String) throws {
        #expect(throws: (any Error).self) {
            do {
                _ = try Fixture.mapping(Fixture.longKeys + "\nchecks: [\(check)]\n")
            } catch {
                #expect("\(error)".contains(message))
                throw error
            }
        }
    }
}
