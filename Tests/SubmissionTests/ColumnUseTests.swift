import Tabular
import Testing

@testable import Submission

@Suite struct ColumnUseTests {
    @Test func `each column has its use, and those left out their reason`() throws {
        let mapping = try Fixture.mapping(
            Fixture.wideKeys + "\nignore: [Note]\npersonal: [Name]\n")
        let uses = mapping.uses(
            ofColumns: ["City", "Quarter", "Calls", "Staff", "Note", "Name", "New"],
            in: try Fixture.standard())
        #expect(
            uses.map(\.use) == [
                "city", "period", "value", "value", "ignored", "personal", "unmapped",
            ])
        #expect(uses.map(\.measure) == [nil, nil, "ops/calls", "ops/staff", nil, nil, nil])
        #expect(uses[3].reason == nil)
        #expect(uses[6].reason == "neither mapped nor ignored")
    }

    @Test func `codes are mapped, ignored or unknown`() throws {
        let mapping = try Fixture.mapping(
            Fixture.longKeys.replacing("codes:", with: "ignore_codes: [\"x*\"], codes:"))
        let sample = try TableSample(
            SourceFile(
                name: "a.csv",
                bytes: Array("City,Period,Measure,Value\na,b,calls,1\na,b,x1,2\na,b,?,2\n".utf8)))
        let uses = mapping.uses(ofCodesIn: sample, standard: try Fixture.standard())
        #expect(uses.map(\.code) == ["calls", "x1", "?"])
        #expect(uses.map(\.measure) == ["ops/calls", nil, nil])
        #expect(uses.map(\.isIgnored) == [false, true, false])
    }
}
