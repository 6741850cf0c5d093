import Postgres
import Testing

@testable import Warehouse

/// The members' views, as CONTRACT.md promises them: names, order and types.
///
/// Columns may be added behind those listed here.
@Suite struct ViewTests {
    private static let figures = """
        mean float8, group_value float8, median float8, lower_quartile float8, upper_quartile \
        float8, minimum float8, maximum float8, not_reported integer, not_provided integer, \
        not_taking_part integer, suppressed integer, unreliable integer, not_comparable integer, \
        coverage float8, release integer
        """
    private static let contract = [
        "standing": """
        metric text, city text, period text, period_start date, period_end date, breakdown \
        text, peer_group text, status text, value float8, numerator float8, denominator \
        float8, includes_city boolean, contributors integer, ranked integer, rank integer, \
        rank_worst integer, rank_share float8, percent_rank float8, quartile integer, \
        \(figures)
        """,
        "metric_value": """
        metric text, city text, period text, period_start date, period_end date, breakdown \
        text, value float8, lower float8, upper float8, numerator float8, denominator \
        float8, unit text, status text, release integer
        """,
        "peer_statistic": """
        metric text, period text, period_start date, period_end date, breakdown text, \
        peer_group text, owner_city text, contributors integer, \(figures)
        """,
        "lineage": """
        metric text, city text, period text, period_start date, period_end date, breakdown \
        text, release integer, measure text, measure_period text, measure_value float8, \
        submission bigint, received_at text, file text, sheet text, source_row integer, \
        source_column integer, raw_text text, row_count bigint, filter text, digest text, \
        rule text, mapping text, standard_version text
        """,
    ]

    private func columns(_ view: String, _ store: Store) throws -> [String] {
        try store.rows(
            """
            select column_name,
                case data_type when 'double precision' then 'float8' else data_type end
            from information_schema.columns
            where table_schema = 'member' and table_name = '\(view)'
            order by ordinal_position
            """)
    }

    @Test(arguments: ["standing", "metric_value", "peer_statistic", "lineage"])
    func `a view has the columns of the contract, in its order and types`(view: String) throws {
        let store = try Store()
        let promised = try #require(Self.contract[view]).split(separator: ", ").map(String.init)
        let found = try columns(view, store)
        #expect(Array(found.prefix(promised.count)) == promised)
        let types: Set<Substring> = ["text", "float8", "integer", "bigint", "boolean", "date"]
        #expect(found.allSatisfy { $0.split(separator: " ").last.map(types.contains) == true })
    }

    @Test(arguments: ["standing", "metric_value", "peer_statistic", "lineage"])
    func `the history of a view has the same columns`(view: String) throws {
        let store = try Store()
        #expect(try columns(view + "_history", store) == columns(view, store))
    }

    @Test func `the days of a period are in every view`() throws {
        let store = try Store()
        try store.load("City,Period,Calls,Residents\nAshford,2015-07/P1Y,5,1000\n")
        try store.compare("2015-07/P1Y")
        for view in Self.contract.keys {
            #expect(
                try store.rows(
                    "select distinct period, period_start, period_end, release from member.\(view)")
                    == ["2015-07/P1Y 2015-07-01 2016-07-01 1"], "\(view)")
        }
    }

    @Test func `a figure is the same in every view`() throws {
        let store = try Store()
        try store.load(
            "City,Period,Calls,Residents\nAshford,2026-Q1,1,3\nBexley,2026-Q1,2,7\n")
        try store.compare()
        #expect(
            try store.rows(
                """
                select count(*)
                from member.standing
                inner join member.metric_value using (metric, city, period, breakdown, release)
                inner join member.peer_statistic using (metric, period, breakdown, peer_group, release)
                where standing.value is not distinct from metric_value.value
                    and standing.numerator is not distinct from metric_value.numerator
                    and standing.denominator is not distinct from metric_value.denominator
                    and standing.status = metric_value.status
                    and standing.mean = peer_statistic.mean
                    and standing.group_value = peer_statistic.group_value
                    and standing.contributors = peer_statistic.contributors
                """) == ["5"])
        // The engine's own arithmetic, to the last bit.
        let read = try store.connection.query(
            "select value from member.standing where city = 'bexley'"
        ).single.double(0)
        #expect(read == 2000.0 / 7.0)
    }

    @Test func `what is not free is neither compared nor shown`() throws {
        let store = try Store()
        try store.load(
            "City,Period,Calls,Residents\nAshford,2026-Q1,1,3\nBexley,2026-Q1,2,7\n")
        try store.connection.execute(
            "update warehouse.observation set confidentiality = 2 where city_id = 2")
        try store.compare()
        #expect(
            try store.rows("select city, status from member.standing where city < 'c' order by 1")
                == ["ashford reported", "bexley not_reported"])
        #expect(try store.rows("select distinct city from member.lineage") == ["ashford"])
    }
}
