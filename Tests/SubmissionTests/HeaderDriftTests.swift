import Testing

@testable import Submission

@Suite struct HeaderDriftTests {
    private func findings(_ header: String) throws -> [Finding] {
        let width = header.split(separator: ",", omittingEmptySubsequences: false).count
        let cells = ["Springfield", "2026-Q1"] + (2..<width).map { "\($0 * 10)" }
        return try Fixture.run(
            Fixture.wideKeys, header + "\n" + cells.joined(separator: ",") + "\n"
        ).findings
    }

    @Test func `a renamed column is matched by its words, with the line to write`() throws {
        let found = try findings("City,Quarter,Calls received,Staff")
        #expect(found.map(\.rule) == ["mapped-column-missing", "unmapped-column"])
        #expect(
            found[0].message.contains(
                "It is probably column C \"Calls received\" (words in common, and in its place): "
                    + "write column: [Calls, Calls received] in the mapping"))
        #expect(
            found[1].message.contains(
                "it is probably \"Calls\" under a new name; its 1 figure is 20"))
    }

    @Test func `a renamed column without a word in common is matched by its place`() throws {
        let found = try findings("City,Quarter,Zebras,Staff")
        #expect(found[0].message.contains("column C \"Zebras\" (it is in its place)"))
    }

    @Test func `a moved column is no finding`() throws {
        #expect(try findings("City,Quarter,Staff,Calls").isEmpty)
    }

    @Test func `a new column is no old one where none is gone`() throws {
        let found = try findings("City,Quarter,Calls,Staff,Zebras")
        #expect(found.map(\.rule) == ["unmapped-column"])
        #expect(!found[0].message.contains("under a new name"))
    }

    @Test func `a column that is gone has no match among unlike ones elsewhere`() throws {
        let found = try findings("City,Quarter,Calls,Zebras of the zoo,Lions")
        let gone = try #require(found.first { $0.rule == "mapped-column-missing" })
        #expect(!gone.message.contains("It is probably"))
    }

    @Test func `what stands in a new column is told`() throws {
        let found = try Fixture.run(
            Fixture.wideKeys,
            "City,Quarter,Calls,Staff,Overtime,Mood\nSpringfield,2026-Q1,1,2,3.5,good\n"
                + "St. John,2026-Q1,1,2,4,bad\n"
        ).findings
        #expect(found[0].problem.hasSuffix("its 2 figures add up to 7.5"))
        #expect(found[1].problem.hasSuffix("it holds 2 texts"))
    }
}
