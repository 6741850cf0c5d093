import MetricSpec
import Postgres
import Submission
import Testing

@testable import Warehouse

/// What aggregated values were made of, from the file to the lineage.
@Suite struct AggregateOriginTests {
    private static let records = """
        title: Calls, one row each
        layout: records
        city: {column: City}
        period: {date: Opened, length: quarter}
        figures:
          - {measure: ops/calls, aggregate: count, where: {Kind: fire}}
          - {measure: ops/spending, aggregate: mean, column: Cost}
        """

    private static let text = """
        City,Opened,Kind,Cost
        Ashford,2026-01-05,fire,2
        Ashford,2026-02-05,fire,4
        Ashford,2026-03-05,other,9
        Bexley,2026-03-31,fire,5

        """

    private static let lineage = """
        select city, measure, row_count, filter, rule, source_row, source_column, raw_text
        from member.lineage
        """

    @Test func `an aggregate's lineage is its rows' count, filter and digest`() throws {
        let store = try Store()
        try store.load(Self.text, Self.records)
        try store.compare()
        #expect(
            try store.rows(Self.lineage + " where metric = 'ops/spent' order by city") == [
                "ashford ops/spending 3 mean of Cost aggregate null null null",
                "bexley ops/spending 1 mean of Cost aggregate null null null",
            ])
        // The digest of the rows, not of the file: 16 digits, one a figure.
        #expect(
            try store.rows(
                """
                select count(distinct digest), min(length(digest)), max(length(digest))
                from member.lineage where metric = 'ops/spent'
                """) == ["2 16 16"])
    }

    @Test func `the values behind a mean are kept as count, mean and deviations`() throws {
        let store = try Store()
        try store.load(Self.text, Self.records)
        // 2, 4 and 9: mean 5, squared deviations 9 + 1 + 16.
        #expect(
            try store.rows(
                """
                select row_count, mean, squared_deviations from warehouse.aggregate_origin
                where mean is not null order by city_id
                """) == ["3 5 26", "1 5 0"])
    }

    @Test func `a cell's lineage keeps its line, column and the file's digest`() throws {
        let store = try Store()
        try store.load("City,Period,Spending\nAshford,2026-Q1,9\n")
        try store.compare()
        #expect(
            try store.rows(Self.lineage + " where metric = 'ops/spent'")
                == ["ashford ops/spending null null cell 2 3 9"])
        #expect(try store.rows("select count(*) from warehouse.aggregate_origin") == ["0"])
    }

    @Test func `a value repeated unchanged keeps what it was made of`() throws {
        let store = try Store()
        try store.load(Self.text, Self.records)
        // Another order of rows: the same figures, another digest.
        let again = """
            City,Opened,Kind,Cost
            Ashford,2026-02-05,fire,4
            Ashford,2026-01-05,fire,2
            Ashford,2026-03-05,other,9
            Bexley,2026-03-31,fire,5

            """
        let receipt = try store.load(again, Self.records)
        #expect(receipt.unchanged == 4)
        #expect(
            try store.rows(
                "select submission_id, count(*) from warehouse.aggregate_origin group by 1 order by 1"
            ) == ["1 4", "2 4"])
        #expect(try store.warehouse.brokenPromises().isEmpty)
        _ = try store.warehouse.withdraw(
            submission: 1, reason: "test", at: Timestamp(secondsSince1970: 0))
        try store.compare()
        #expect(
            try store.rows(
                "select distinct submission, row_count from member.lineage where city = 'ashford'")
                == ["2 3"])
        #expect(try store.warehouse.brokenPromises().isEmpty)
    }
}
