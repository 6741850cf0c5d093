import Testing

@testable import Submission

@Suite struct PersonalColumnTests {
    /// A wide file with one more column, its cells one a row.
    private func run(_ header: String, _ cells: [String], _ keys: String = "") throws -> Outcome {
        let rows = cells.enumerated().map { "Springfield,20\(10 + $0),1,2,\"\($1)\"\n" }
        return try Fixture.run(
            Fixture.wideKeys + "\n\(keys)\n",
            "City,Quarter,Calls,Staff,\(header)\n" + rows.joined())
    }

    @Test func `a header that names persons is a warning, and no text is in it`() throws {
        let outcome = try run("Caller e-mail", ["ann@example.org"])
        let found = outcome.of(.personalColumn)
        #expect(
            found.map(\.message) == [
                "springfield.csv, line 1, column E \"Caller e-mail\": the column looks like e-mail "
                    + "addresses and is not marked. Write personal: [\"Caller e-mail\"] in the "
                    + "mapping, so that it is never stored."
            ])
        #expect(found.map(\.severity) == [.warning])
        #expect(!outcome.findings.contains { "\($0)".contains("ann@") })
    }

    @Test(
        arguments: [
            ("Date of birth", "dates of birth"), ("DOB", "dates of birth"),
            ("Last Name", "names of persons"), ("SSN", "numbers of persons"),
            ("Phone (home)", "telephone numbers"), ("Phone", "telephone numbers"),
            ("Caller name", "names of persons"), ("Street address", "addresses of persons"),
        ])
    func `many headers are known`(header: String, what: String) throws {
        let found = try run(header, ["x"]).of(.personalColumn)
        #expect(found.first?.problem.contains("looks like \(what)") == true)
    }

    @Test(arguments: [
        "Births", "Telephones sold", "Named streets", "Addressed complaints", "Mail",
        "Phone calls", "Name", "Address", "Resident population",
    ])
    func `words that only resemble them are silent`(header: String) throws {
        #expect(try run(header, ["x"]).of(.personalColumn).isEmpty)
    }

    @Test(
        arguments: [
            (
                [
                    "ann@example.org", "bob@example.org", "cy@example.org", "dee@example.org",
                    "none",
                ], 1
            ),
            (["ann@example.org", "bob@example.org", "cy@example.org", "none", "none"], 0),
            (["ann@example.org", "bob@example.org"], 0),
            (["555 123 4567", "(555) 123-4568", "+1 555 123 4569"], 1),
            (["123-45-6789", "123-45-6780", "123-45-6781"], 1),
            (["1 234 567 890", "1 234 567 891", "1 234 567 892"], 0),
            (["2026-07-01", "2026-07-02", "2026-07-03"], 0),
            (["1234567890", "1234567891", "1234567892"], 0),
        ])
    func `four of five filled cells decide, three at least`(cells: [String], count: Int) throws {
        #expect(try run("Contact", cells).of(.personalColumn).count == count)
    }

    @Test func `a column that is marked is silent, one that is ignored a note`() throws {
        #expect(try run("SSN", ["x"], "personal: [SSN]").findings.isEmpty)
        let found = try run("SSN", ["x"], "ignore: [SSN]").findings
        #expect(found.map(\.rule) == ["personal-column"])
        #expect(found.map(\.severity) == [.info])
    }
}
