import Testing

@testable import Submission

@Suite struct RenamedCodeTests {
    @Test func `an account that is called something else is a warning`() throws {
        let outcome = try TwoQuarters.accounts(
            TwoQuarters.first.replacing("Fuel", with: "Consultants"))
        #expect(outcome.rules == ["renamed-code"])
        let finding = try #require(outcome.findings.first)
        #expect(
            finding.problem
                == "1 account has another name than in 2026-Q1: 100-5200 \"Consultants\" (40), which "
                + "was \"Fuel\"")
        #expect(finding.severity == .warning && finding.row == 5)
        #expect(finding.found == "Consultants" && finding.expected == "\"Fuel\"")
    }

    @Test func `a name written otherwise, or with words in common, is silent`() throws {
        for name in ["FUEL ", "Fuell", "Fuel costs"] {
            let second = TwoQuarters.first.replacing("Fuel", with: name)
            #expect(try TwoQuarters.accounts(second).rules == [], "\(name)")
        }
    }

    @Test func `a category written otherwise names the change of one line`() throws {
        let outcome = try TwoQuarters.cases(
            ["roads": 12, "noise": 5], after: ["road": 11, "noise": 5])
        let finding = try #require(outcome.of(.renamedCode).first)
        #expect(
            finding.problem
                == "1 text of \"Kind\" is likely what another was in 2026-Q1: \"roads\" (12 rows), "
                + "which was \"road\" (11 rows, in ops/staff)")
        #expect(finding.remedy?.hasPrefix("Likely: where: {Kind: [road, roads]}. ") == true)
        #expect(finding.severity == .warning)
        #expect(outcome.of(.vanishedCode).isEmpty && outcome.of(.newCode).isEmpty)
    }

    @Test func `where the mapping takes both it is an info`() throws {
        let keys = TwoQuarters.kinds.replacing("{Kind: road}", with: "{Kind: [road, roads]}")
        let outcome = try TwoQuarters.cases(["roads": 12], after: ["road": 11], keys: keys)
        #expect(outcome.of(.renamedCode).map(\.severity) == [.info])
    }

    @Test func `texts with nothing in common are gone and new`() throws {
        let outcome = try TwoQuarters.cases(["noise": 12], after: ["road": 11])
        #expect(outcome.of(.renamedCode).isEmpty)
        #expect(outcome.of(.vanishedCode).count == 1 && outcome.of(.newCode).count == 1)
    }

    @Test func `a code of a list that is written otherwise is named where it is missing`() throws {
        let keys =
            Cases.keys.replacing("Kind, ", with: "") + """
                measure: {column: Kind, codes: {road: ops/staff, water: ops/calls}}
                figures: [{aggregate: count}]

                """
        let outcome = try TwoQuarters.cases(
            ["roads": 12, "water": 5], after: ["road": 11, "water": 5], keys: keys)
        #expect(outcome.of(.renamedCode).isEmpty)
        #expect(
            outcome.of(.unmappedCode).first?.remedy?.hasPrefix(
                "Likely: codes: {..., \"roads\": ops/staff}, what was \"road\" before. ") == true)
    }
}
