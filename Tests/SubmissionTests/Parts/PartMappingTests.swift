import MetricSpec
import Tabular
import Testing

@testable import Submission

/// The keys of a mapping that take several tables.
@Suite struct PartMappingTests {
    private func format(_ text: String) throws -> TableFormat {
        try Fixture.mapping(Fixture.wideKeys + "\nformat: \(text)\n").table
    }

    private func faults(_ text: String) throws -> String {
        var found = ""
        do { _ = try format(text) } catch { found = "\(error)" }
        return found
    }

    @Test func `one sheet is a name or place, several are patterns or a list`() throws {
        #expect(try format("{sheet: Q3}").sheet == .name("Q3"))
        #expect(try format("{sheet: Q3}").sheets == nil)
        #expect(try format("{sheet: 2}").sheet == .position(2))
        #expect(try format("{sheet: \"*\"}").sheets == NameChoice(sheets: ["*"]))
        #expect(try format("{sheet: \"Q?\"}").sheets == NameChoice(sheets: ["Q?"]))
        #expect(
            try format("{sheet: [Q1, Q2, \"!Q2 old\"]}").sheets
                == NameChoice(sheets: ["Q1", "Q2", "!Q2 old"]))
    }

    @Test func `a mapping that takes files of a folder says so`() throws {
        let mapping = try Fixture.mapping(Fixture.wideKeys + "\nformat: {member: \"*.csv\"}\n")
        #expect(mapping.readsMembers)
        #expect(mapping.table.members == NameChoice(files: ["*.csv"]))
        #expect(try !Fixture.mapping(Fixture.wideKeys).readsMembers)
    }

    @Test func `patterns that only leave out are a fault`() throws {
        for key in ["sheet", "member"] {
            let text = try faults("{\(key): [\"!Notes\"]}")
            #expect(text.contains("says only what is left out"), "\(text)")
        }
    }

    @Test func `a column of totals that is not there is said`() throws {
        let yaml =
            Fixture.wideKeys + "\nformat: {total_rows: {column: Level, like: [Total]}}\n"
        let rows = "Springfield,2026-Q1,1,2"
        let gone = try Fixture.run(yaml, "City,Quarter,Calls,Staff\n\(rows)\n")
        #expect(gone.summary.isRejected)
        let finding = try #require(gone.of(.mappedColumnMissing).first)
        #expect(finding.message.contains("\"Level\""), "\(finding.message)")
        let there = try Fixture.run(yaml, "City,Quarter,Calls,Staff,Level\n\(rows),City\n")
        #expect(there.of(.mappedColumnMissing).isEmpty)
        #expect(there.values.count == 2)
    }
}
