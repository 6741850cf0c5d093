import Testing

@testable import Submission

@Suite struct UnknownBreakdownTests {
    private static let yaml =
        Fixture.longKeys + "\nbreakdown: {column: Group, codes: {all: total}}\n"
    private static let aged =
        Fixture.longKeys + "\nbreakdown: {column: Group, list: age, crosswalk: bands, "
        + "codes: {kids: children, \"18+\": age-unknown}}\n"
    private static let text = "City,Period,Measure,Value,Group\nSpringfield,2026-Q1,calls,1,"

    @Test func `a breakdown that is not known rejects the row`() throws {
        let outcome = try Fixture.run(Self.yaml, Self.text + "elderly\n")
        #expect(
            outcome.findings.map(\.message) == [
                "springfield.csv, line 2, column E \"Group\": \"elderly\" is no breakdown of the "
                    + "standard. Expected all, total, children, adults, age-unknown, women, men. "
                    + "Add it to codes: under breakdown: in the mapping."
            ])
        #expect(outcome.rules == ["unknown-breakdown"])
        #expect(outcome.values.isEmpty)
    }

    @Test func `the group that was probably meant is named`() throws {
        let outcome = try Fixture.run(Self.yaml, Self.text + "chidren\n")
        #expect(outcome.findings.first?.remedy?.hasPrefix("Did you mean \"children\"? ") == true)
    }

    @Test func `a group of another list is none of the list that the mapping names`() throws {
        let outcome = try Fixture.run(Self.aged, Self.text + "women\n")
        #expect(
            outcome.findings.map(\.message) == [
                "springfield.csv, line 2, column E \"Group\": \"women\" is no group of age. "
                    + "Expected 18+, kids, 0-17, 18+, total, children, adults, age-unknown. Add it "
                    + "to codes: under breakdown: in the mapping."
            ])
    }

    @Test(arguments: ["all", "total"])
    func `a code for the total, or its id, is silent`(group: String) throws {
        let outcome = try Fixture.run(Self.yaml, Self.text + group + "\n")
        #expect(outcome.findings.isEmpty)
        #expect(outcome.values.count == 1)
    }

    @Test(
        arguments: [
            ("kids", "children"), ("Kids", "children"), ("0-17", "children"),
            ("18+", "age-unknown"), ("adults", "adults"), (" Adults ", "adults"),
            ("total", "total"),
        ])
    func `codes count first, then the crosswalk, then the groups' own ids`(
        text: String, group: String
    ) throws {
        let outcome = try Fixture.run(Self.aged, Self.text + text + "\n")
        #expect(outcome.findings.isEmpty)
        #expect(outcome.values.map(\.breakdown) == [group])
    }

    @Test func `an empty cell names no group: it is of the constant's, else the total`() throws {
        #expect(try Fixture.run(Self.aged, Self.text + "\n").values.map(\.breakdown) == ["total"])
        let yaml = Self.aged.replacing("list: age", with: "constant: adults, list: age")
        let outcome = try Fixture.run(yaml, Self.text + "\n")
        #expect(outcome.findings.isEmpty)
        #expect(outcome.values.map(\.breakdown) == ["adults"])
    }

    @Test func `a constant is the group of every value`() throws {
        let yaml = Fixture.longKeys + "\nbreakdown: {constant: adults, list: age}\n"
        let outcome = try Fixture.run(
            yaml, "City,Period,Measure,Value\nSpringfield,2026-Q1,calls,1\n")
        #expect(outcome.values.map(\.breakdown) == ["adults"])
    }

    @Test(
        arguments: [
            ("{column: G, list: agee}", "has no breakdown \"agee\". Did you mean \"age\"?"),
            ("{column: G, list: age, crosswalk: band}", "Did you mean \"bands\"?"),
            ("{column: G, crosswalk: bands}", "a crosswalk belongs to a list"),
            (
                "{column: G, list: age, codes: {w: women}}",
                "\"women\" is no value of the breakdown age."
            ),
            (
                "{column: G, codes: {w: womn}}",
                "is no value of any breakdown of the standard. Did you mean \"women\"?"
            ),
            ("{constant: everybody}", "\"everybody\" is no value of any breakdown"),
        ])
    func `a mapping that names what is not there is a fault`(value: String, message: String) {
        do {
            _ = try Fixture.mapping(Fixture.longKeys + "\nbreakdown: \(value)\n")
            Issue.record("no fault")
        } catch {
            #expect("\(error)".contains("mappings/test.yaml:7:"))
            #expect("\(error)".contains(message), "\(error)")
        }
    }
}
