import MetricSpec
import Testing

@testable import Submission

@Suite struct ValueBasisColumnTests {
    private func bases(_ keys: String, _ text: String) throws -> [ValueBasis] {
        let outcome = try Fixture.run(Fixture.longKeys + "\n" + keys + "\n", text)
        #expect(outcome.findings.isEmpty)
        return outcome.values.map(\.basis)
    }

    @Test func `a mapping without a basis states nothing`() throws {
        let text = "City,Period,Measure,Value\nSpringfield,2026-Q1,calls,1\n"
        #expect(try bases("", text) == [ValueBasis()])
    }

    @Test func `constants hold for every value`() throws {
        let keys = """
            cost_basis: {constant: full}
            accounting_basis: {constant: modified_accrual}
            overhead_method: {constant: step_down}
            audit_status: {constant: audited}
            """
        let text =
            "City,Period,Measure,Value\nSpringfield,2026-Q1,calls,1\nSt. John,2026-Q1,calls,\n"
        let expected = ValueBasis(
            cost: .full, accounting: .modifiedAccrual, overhead: .stepDown, audit: .audited)
        #expect(try bases(keys, text) == [expected, expected])
    }

    @Test func `columns state it row by row, by words or by the file's own codes`() throws {
        let keys = """
            cost_basis: {column: Cost}
            audit_status: {column: [Audit, Checked], codes: {"Y": audited, "N": unaudited}}
            """
        let text = """
            City,Period,Measure,Value,Cost,Checked
            Springfield,2026-Q1,calls,1,direct,y
            Springfield,2026-Q2,calls,1,Direct_And_Capital,N
            Springfield,2026-Q3,calls,1,,audited
            Springfield,2026-Q4,calls,1,full,

            """
        #expect(
            try bases(keys, text) == [
                ValueBasis(cost: .direct, audit: .audited),
                ValueBasis(cost: .directAndCapital, audit: .unaudited),
                ValueBasis(audit: .audited), ValueBasis(cost: .full),
            ])
    }

    @Test func `a constant beside a column holds where the cell is empty`() throws {
        let keys = "overhead_method: {column: O, constant: flat_rate}"
        let text = """
            City,Period,Measure,Value,O
            Springfield,2026-Q1,calls,1,none
            Springfield,2026-Q2,calls,1,

            """
        #expect(
            try bases(keys, text) == [
                ValueBasis(overhead: OverheadMethod.none), ValueBasis(overhead: .flatRate),
            ])
    }

    @Test func `one word may mean two things in two columns`() throws {
        let keys = "cost_basis: {column: C}\noverhead_method: {column: O}"
        let text = "City,Period,Measure,Value,C,O\nSpringfield,2026-Q1,calls,1,direct,direct\n"
        #expect(try bases(keys, text) == [ValueBasis(cost: .direct, overhead: .direct)])
    }

    @Test(
        arguments: [
            ("cost_basis: {constant: fulll}", "Did you mean \"full\"?"),
            ("cost_basis: {column: C, codes: {x: some}}", "Allowed: direct, "),
            ("audit_status: {}", "expected constant or column, found neither."),
            ("audit_status: {codes: {x: audited}, constant: audited}", "codes belong to a column."),
            ("accounting_basis: {colum: C}", "Did you mean \"column\"?"),
            ("overhead_method: {column: C}\npersonal: [c]", "is personal and mapped (\"C\")"),
        ])
    func `what does not fit is a fault`(keys: String, message: String) {
        let error = #expect(throws: SpecError.self) {
            try Fixture.mapping(Fixture.longKeys + "\n" + keys + "\n")
        }
        #expect(error?.issues.contains { $0.message.contains(message) } == true, "\(error as Any)")
    }
}
