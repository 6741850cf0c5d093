import Testing

@testable import Submission

@Suite struct EarlierNamesTests {
    private func mapping(files: String? = nil, _ columns: [String]) throws -> Mapping {
        let ids = ["calls", "staff", "visits", "waiting", "spending"]
        let values = zip(columns, ids).map { "  - {column: \($0), measure: ops/\($1)}" }
        return try Fixture.mapping(
            "title: Earlier\n" + (files.map { "files: \"\($0)\"\n" } ?? "")
                + "layout: wide\ncity: {column: City}\nperiod: {column: Quarter}\nvalues:\n"
                + values.joined(separator: "\n") + "\n")
    }

    private func found(_ columns: [String], _ mapping: Mapping) throws -> [String?] {
        let text =
            "City,Quarter,\(columns.joined(separator: ","))\n"
            + "Springfield,2026-Q1\(String(repeating: ",12", count: columns.count))\n"
        let draft = try SuggestionFixture.suggest(text, mappings: [mapping])
        return Array(SuggestionFixture.found(draft).dropFirst(2))
    }

    @Test func `a name counts where the mapping serves files of such a path`() throws {
        let own = try mapping(files: "*/*/figures.csv", ["Zebras"])
        #expect(try found(["Zebras"], own) == ["ops/calls"])
    }

    @Test func `a name alone, from a mapping of other files, is asked about`() throws {
        let other = try mapping(files: "*/*/pensions-*.csv", ["Zebras"])
        #expect(try found(["Zebras"], other) == [nil])
    }

    @Test func `words that say the same make such a name count`() throws {
        let other = try mapping(files: "*/*/pensions-*.csv", ["Call"])
        #expect(try found(["Call"], other) == ["ops/calls"])
    }

    @Test func `five names of one mapping make a file like its own, four do not`() throws {
        let names = ["Aaaa", "Bbbb", "Cccc", "Dddd", "Eeee"]
        let other = try mapping(files: "*/*/pensions-*.csv", names)
        #expect(
            try found(names, other)
                == ["ops/calls", "ops/staff", "ops/visits", "ops/waiting", "ops/spending"])
        #expect(try found(Array(names.dropLast()), other) == [nil, nil, nil, nil])
    }
}
