import MetricSpec
import Postgres
import Testing

@testable import Warehouse

/// The public reads figures without the files that they came in, and no digest
/// against which somebody could try what was not published.
@Suite struct OpenFilesTests {
    private static let records = """
        title: Bills, one row each
        layout: records
        city: {column: City}
        period: {date: Opened, length: quarter}
        figures:
          - {measure: ops/spending, aggregate: sum, column: Cost}
        """

    private let store: Store

    /// A cell and an aggregate, in files with telling names.
    init() throws {
        store = try Store()
        try store.load(
            "City,Period,Spending\nAshford,2026-Q1,10\n", sender: "mrs-quill",
            file: "mrs-quill/quill-final-v7.csv")
        try store.load(
            "City,Opened,Cost\nBexley,2026-01-05,7\n", Self.records, sender: "mrs-quill",
            file: "mrs-quill/quill-bills.csv")
        try store.compare()
        _ = try store.warehouse.publish(
            release: 1, to: .open, at: Timestamp(secondsSince1970: 0))
    }

    /// Every row of every table and view of a schema, as text.
    private func everything(in schema: String) throws -> String {
        try store.rows(
            """
            select table_to_xml(oid, true, false, '')::text
            from pg_class
            where relnamespace = '\(schema)'::regnamespace and relkind in ('r', 'v')
            """
        ).joined(separator: " ")
    }

    /// Digests of what members have and the public has not.
    private func hidden() throws -> [String] {
        try store.rows(
            """
            select digest from member.submission
            union all select row_digest::text from member.release_lineage
            where row_digest is not null
            union all select lpad(to_hex(row_digest), 16, '0') from member.release_lineage
            where row_digest is not null
            union all select input_digest from member.release
            union all select content_digest from member.release
            union all select digest from member.release_digest
            where table_name = 'release_lineage'
            """)
    }

    @Test func `no table or view of schema open has a file's name or a digest of it`() throws {
        let (open, members) = (try everything(in: "open"), try everything(in: "member"))
        #expect(!open.contains("quill") && members.contains("quill-final-v7"))
        let hidden = try hidden()
        #expect(hidden.count == 7)
        for digest in hidden {
            #expect(!open.contains(digest), "\(digest)")
            #expect(members.contains(digest), "\(digest)")
        }
    }

    @Test func `the lineage of the public names the cell and no file`() throws {
        let columns = "city, file, sheet, source_row, raw_text, row_count, digest, rule"
        #expect(
            try store.rows("select \(columns) from open.lineage order by city") == [
                "ashford null null 2 10 null null cell",
                "bexley null null null null 1 null aggregate",
            ])
        #expect(
            try store.rows("select distinct file from member.lineage order by file")
                == [
                    "submissions/mrs-quill/quill-bills.csv",
                    "submissions/mrs-quill/quill-final-v7.csv",
                ])
    }

    @Test(arguments: [
        "submission set file = 'a'", "submission set digest = 'a'",
        "submission set part_member = '{a}'", "submission set part_sheet = '{a}'",
        "release_lineage set row_digest = 1", "release set input_digest = 'a'",
    ])
    func `nobody can write one there`(change: String) throws {
        #expect(throws: PostgresError.self) {
            try store.connection.execute("update open.\(change)")
        }
    }

    @Test func `the digests of the public are those of what it reads`() throws {
        let digest = ReleaseDigest(connection: store.connection, schema: "open", release: 1)
        let stored = try digest.stored()
        #expect(
            stored.map(\.name)
                == ReleaseTable.facts.filter { !ReleaseTable.membersOnlyTables.contains($0) })
        for table in stored {
            #expect(try digest.digest(table.name, columns: table.columns) == table)
        }
        #expect(
            try store.rows("select content_digest from open.release")
                == [ReleaseDigest.overall(stored)])
        #expect(try store.warehouse.verify(release: 1).holds)
        #expect(try store.warehouse.brokenPromises().isEmpty)
    }
}
