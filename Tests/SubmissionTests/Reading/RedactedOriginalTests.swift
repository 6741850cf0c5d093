import Tabular
import TestFiles
import Testing

@testable import Submission

/// What is kept of workbooks and JSON with personal columns.
@Suite struct RedactedOriginalTests {
    private static func kept(_ bytes: [UInt8]) throws -> String {
        let mapping = try Fixture.mapping(Fixture.wideKeys + "\npersonal: [Name]\n")
        var kept: [UInt8] = []
        try StorableOriginal(SourceFile(name: "a", bytes: bytes), mapping: mapping)
            .read(inChunksOf: 16) { kept += Array($0) }
        return String(decoding: kept, as: UTF8.self)
    }

    @Test func `of a sheet the rows stay on their lines without the personal column`() throws {
        let rows: [[TestCell]] = [
            [], ["City", "Name", "Quarter", "Calls", "Staff"],
            ["Springfield", "Ann", "2026-Q1", 1, 2],
        ]
        #expect(
            try Self.kept(WorkbookBytes(sheets: [.init(rows)]).bytes())
                == "\nCity\tName\tQuarter\tCalls\tStaff\nSpringfield\t\t2026-Q1\t1\t2\n")
    }

    @Test func `of JSON the records stand below a header`() throws {
        let json = "[{\"City\":\"a\",\"Name\":\"Ann\",\"Calls\":1},{\"City\":\"b\\tc\"}]"
        #expect(try Self.kept(Array(json.utf8)) == "City\tName\tCalls\na\t\t1\n\"b\tc\"\t\t\n")
    }
}
