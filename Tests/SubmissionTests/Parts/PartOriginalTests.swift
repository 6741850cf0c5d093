import Tabular
import TestFiles
import Testing

@testable import Submission

/// What is kept of several tables with personal columns.
@Suite struct PartOriginalTests {
    private static let yaml = Fixture.wideKeys + "\npersonal: [Clerk]\n"

    private func kept(_ file: SourceFile) throws -> String {
        let original = StorableOriginal(file, mapping: try Fixture.mapping(Self.yaml))
        var bytes: [UInt8] = []
        try original.read(inChunksOf: 1 << 10) { bytes += $0 }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func `personal columns of each file are left out, rows keep their lines`() throws {
        let zip = try WorkbookBytes.zip(
            [
                ("a.csv", "City,Clerk,Quarter,Calls,Staff\nSpringfield,Ann,2026-Q1,1,2\n"),
                ("b.csv", "Clerk;City;Quarter;Calls;Staff\nBob;St. John;2026-Q1;3;4\n"),
            ].map { ($0.0, Array($0.1.utf8)) })
        let text = try kept(SourceFile(name: "city.zip", bytes: zip))
        #expect(
            text == """
                City,Clerk,Quarter,Calls,Staff
                Springfield,,2026-Q1,1,2
                Clerk;City;Quarter;Calls;Staff
                ;St. John;2026-Q1;3;4

                """)
    }

    @Test func `a file that cannot be read is not kept either`() throws {
        let zip = try WorkbookBytes.zip(
            [
                ("a.csv", "City,Clerk,Quarter,Calls,Staff\nSpringfield,\"Ann,2026-Q1,1,2\n"),
                ("b.csv", "City,Clerk,Quarter,Calls,Staff\nSt. John,Bob,2026-Q1,3,4\n"),
            ].map { ($0.0, Array($0.1.utf8)) })
        let text = try kept(SourceFile(name: "city.zip", bytes: zip))
        #expect(
            text == "City,Clerk,Quarter,Calls,Staff\nSt. John,,2026-Q1,3,4\n")
    }
}
