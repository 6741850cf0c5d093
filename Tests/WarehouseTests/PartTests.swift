import Foundation
import Postgres
import Submission
import Tabular
import Testing

@testable import Warehouse

/// Several tables of one submission in the store.
@Suite struct PartTests {
    private static let head = "City,Period,Calls,Residents\n"
    private static let files = [
        ("a.csv", head + "Ashford,2026-Q1,5,1000\n"),
        ("sub/b.csv", head + "\nBexley,2026-Q1,6,2000\nColne,2026-Q1,x,3000\n"),
    ]

    /// The bytes of a folder with these files, packed.
    private func packed(_ files: [(String, String)] = files) throws -> [UInt8] {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("yardstick-parts-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, text) in files {
            let file = folder.appendingPathComponent(name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        let file = try SourceFile(packing: folder.path, name: "parts")
        return withExtendedLifetime(file) { Array(file.bytes) }
    }

    /// The original as it is stored.
    private func stored(_ store: Store) throws -> [UInt8] {
        try store.connection.query(
            "select bytes from intake.submission_chunk where submission_id = 1 order by chunk"
        ).flatMap { try Compression.decompress(try $0.bytes(0)) }
    }

    @Test func `the tables of a submission are kept with their rows`() throws {
        let store = try Store()
        let receipt = try store.load(bytes: try packed(), file: "parts")
        #expect(receipt.accepted == 5 && receipt.rejected == 1)
        #expect(
            try store.rows("select part_first_row, part_member, part_sheet from intake.submission")
                == ["{0,2} {a.csv,sub/b.csv} {NULL,NULL}"])
        #expect(
            try store.rows(
                "select member, source_row from intake.finding where rule = 'not-a-number'")
                == ["sub/b.csv 4"])
    }

    @Test func `lineage tells file and row of each cell`() throws {
        let store = try Store()
        try store.load(bytes: try packed(), file: "parts")
        try store.compare()
        #expect(
            try store.rows(
                """
                select city, measure, file, sheet, source_row, source_column from member.lineage
                where city in ('ashford', 'bexley') order by city, measure
                """) == [
                    "ashford ops/calls submissions/parts/a.csv null 2 3",
                    "ashford ops/residents submissions/parts/a.csv null 2 4",
                    "bexley ops/calls submissions/parts/sub/b.csv null 3 3",
                    "bexley ops/residents submissions/parts/sub/b.csv null 3 4",
                ])
    }

    @Test func `a text file has no tables to tell`() throws {
        let store = try Store()
        try store.load(Self.head + "Ashford,2026-Q1,5,1000\n")
        #expect(
            try store.rows("select part_first_row, part_member from intake.submission")
                == ["{} {}"])
    }

    @Test func `what is stored of a folder is read as the folder was`() throws {
        let store = try Store()
        let sent = try packed()
        try store.load(bytes: sent, file: "parts")
        let kept = try stored(store)
        #expect(kept == sent)
        #expect(
            try store.load(bytes: kept, file: "parts").outcome == LoadReceipt.Outcome.alreadyLoaded)
    }

    @Test func `duplicates in two files are told with both places`() throws {
        let store = try Store()
        let files = [("a.csv", 5), ("b.csv", 6)].map { name, calls in
            (name, Self.head + "Ashford,2026-Q1,\(calls),1000\n")
        }
        try store.load(bytes: try packed(files), file: "parts")
        #expect(
            try store.rows(
                """
                select member, source_row, problem from intake.finding
                where rule in ('duplicate-different', 'duplicate-equal')
                order by source_column, member
                """) == [
                    "a.csv 2 ops/calls of ashford for 2026-Q1 is \"5\" here and \"6\" in line 2 "
                        + "of b.csv",
                    "b.csv 2 ops/calls of ashford for 2026-Q1 is \"6\" here and \"5\" in line 2 "
                        + "of a.csv",
                    "b.csv 2 ops/residents of ashford for 2026-Q1 is given again, with the same "
                        + "figure as in line 2 of a.csv",
                ])
    }
}
