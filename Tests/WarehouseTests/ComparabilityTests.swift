import Benchmarking
import Foundation
import MetricSpec
import Postgres
import Testing

@testable import Warehouse

/// What stands in a release without being compared, and why.
@Suite struct ComparabilityTests {
    private let header = "City,Period,Measure,Value,Group,Basis,Audit\n"

    /// Pay of 100 and bills of 50 of each city, on the basis given for it.
    private func costs(_ bases: [(city: String, basis: String)], staff: Int = 100) -> String {
        bases.reduce(header) { text, row in
            text + """
                \(row.city),2026-Q1,staff,\(staff),total,\(row.basis),
                \(row.city),2026-Q1,purchased,50,total,\(row.basis),
                \(row.city),2026-Q1,residents,10,total,,

                """
        }
    }

    @Test func `a cost on another basis is shown with its reason and not ranked`() throws {
        let store = try Store(Sample.full())
        try store.load(
            costs([("Ashford", "d"), ("Bexley", "d"), ("Colne", "f")]), Sample.stated)
        let receipt = try store.compare()
        #expect(receipt.notComparable == [.costBasis: 1])
        #expect(
            try store.rows(
                """
                select city, status, reason, value, rank, contributors, not_comparable
                from member.standing where metric = 'ops/direct-cost' and value is not null
                order by city
                """)
                == [
                    "ashford reported null 15 1 2 1", "bexley reported null 15 1 2 1",
                    "colne not_comparable cost_basis 15 null 2 1",
                ])
        #expect(
            try store.rows(
                """
                select city, reason, cost_basis, accounting_basis, overhead_method, audit_status
                from member.metric_value
                where metric = 'ops/direct-cost' and value is not null order by city
                """)
                == [
                    "ashford null direct null null null", "bexley null direct null null null",
                    "colne cost_basis full null null null",
                ])
        #expect(try store.warehouse.brokenPromises().isEmpty)
    }

    @Test func `another way of providing the service is set apart in its group only`() throws {
        let store = try Store(
            Sample.full([
                "services.csv": """
                city,service,mode
                ashford,fire,own_staff
                bexley,fire,own_staff
                colne,fire,contract

                """,
                "peer-groups/pair.yaml": "title: Pair\nlist: [colne, derby]\n",
            ]))
        try store.load(
            costs([("Ashford", "d"), ("Bexley", "d"), ("Colne", "d")]), Sample.stated)
        let receipt = try store.compare()
        #expect(receipt.notComparable == [.mode: 1])
        #expect(
            try store.rows(
                """
                select peer_group, city, status, reason, rank from member.standing
                where metric = 'ops/direct-cost' and value is not null
                order by peer_group, city
                """)
                == [
                    "all ashford reported null 1", "all bexley reported null 1",
                    "all colne not_comparable mode null", "pair colne reported null null",
                ])
        #expect(
            try store.rows(
                """
                select status, reason from member.metric_value
                where metric = 'ops/direct-cost' and city = 'colne'
                """) == ["reported null"])
        let release = try #require(try store.warehouse.releases().last)
        let standings = try store.warehouse.standings(of: "colne", in: release)
            .filter { $0.metric == "ops/direct-cost" }
        #expect(standings.map(\.standing.reason) == [.mode, nil])
        #expect(try store.warehouse.brokenPromises().isEmpty)
    }

    @Test func `a correction that changes the basis alone is a change`() throws {
        let store = try Store(Sample.full())
        try store.load(costs([("Ashford", "f"), ("Bexley", "d")]), Sample.stated)
        #expect(try store.compare().notComparable == [.costBasis: 1])
        let receipt = try store.load(costs([("Ashford", "d")]), Sample.stated)
        #expect(receipt.superseded == 2)
        #expect(receipt.unchanged == 1)
        #expect(try store.compare().notComparable.isEmpty)
        _ = try store.warehouse.withdraw(
            submission: 2, reason: "mistake", at: Timestamp(secondsSince1970: 0))
        #expect(try store.compare().notComparable == [.costBasis: 1])
    }

    @Test func `a value confirmed by a later file keeps its basis when the first goes`() throws {
        let store = try Store(Sample.full())
        try store.load(costs([("Ashford", "f")]), Sample.stated)
        try store.load(costs([("Ashford", "f")]) + "\n", Sample.stated)
        _ = try store.warehouse.withdraw(
            submission: 1, reason: "mistake", at: Timestamp(secondsSince1970: 0))
        #expect(
            try store.rows(
                """
                select submission_id, basis from warehouse.observation
                where basis <> 0 order by submission_id
                """) == ["1 3", "1 3", "2 3", "2 3"])
    }

    @Test func `two equal figures on two bases are no equal figures`() throws {
        let store = try Store(Sample.full())
        let twice =
            header + "Ashford,2026-Q1,staff,5,total,d,\nAshford,2026-Q1,staff,5,total,f,\n"
        #expect(try store.load(twice, Sample.stated).rejected == 2)
        // And so in a year that is stored.
        try store.load(costs([("Bexley", "d")]), Sample.stated)
        #expect(try store.load(twice + "\n", Sample.stated).rejected == 2)
    }

    @Test func `a figure of a year earlier stands beside each, but never across a break`() throws {
        let changed = try #require(Sample.fullStandard["ops/measures.yaml"] ?? nil).replacing(
            "    definition: Counts calls.\n",
            with: """
                    definition: Counts calls.
                    changes:
                      - {version: 1.0.0, date: 2026-01-01, what: Counts otherwise., comparable: false}

                """)
        let store = try Store(Sample.full(standard: ["ops/measures.yaml": changed]))
        try store.load(
            """
            City,Period,Calls,Residents
            Ashford,2024-Q1,10,1000
            Ashford,2025-Q1,20,1000
            Ashford,2026-Q1,30,1000
            Bexley,2025-Q1,5,1000
            Colne,2024-Q1,1,1000

            """)
        for period in ["2024-Q1", "2025-Q1", "2026-Q1"] { try store.compare(period) }
        #expect(
            try store.rows(
                """
                select city, period, value, earlier_period, earlier_value, change,
                    change_percent, is_comparable, reason
                from member.metric_change
                where metric = 'ops/call-rate' and city in ('ashford', 'bexley', 'colne')
                order by period, city
                """)
                == [
                    "ashford 2025-Q1 20 2024-Q1 10 10 100 true null",
                    "bexley 2025-Q1 5 2024-Q1 null null null false not_reported",
                    "colne 2025-Q1 null 2024-Q1 1 null null false not_reported",
                    "ashford 2026-Q1 30 2025-Q1 20 null null false definition_break",
                    "bexley 2026-Q1 null 2025-Q1 5 null null false definition_break",
                    "colne 2026-Q1 null 2025-Q1 null null null false definition_break",
                ])
        #expect(
            try store.rows(
                """
                select period, comparable_from from member.metric_value
                where metric = 'ops/call-rate' and city = 'ashford' order by period
                """) == ["2024-Q1 null", "2025-Q1 null", "2026-Q1 2026-01-01"])
        #expect(
            try store.rows(
                """
                select metric, subject, id, version, change_date, what, is_break
                from member.definition_change where metric = 'ops/call-rate'
                """)
                == ["ops/call-rate measure ops/calls 1.0.0 2026-01-01 Counts otherwise. true"])
        #expect(try store.rows("select distinct metric from member.definition_change").count == 3)
        // Growth reaches over the break.
        #expect(
            try store.rows(
                """
                select status, reason, value from member.metric_value
                where metric = 'ops/call-growth' and city = 'ashford' and period = '2026-Q1'
                """) == ["not_comparable definition_break 50"])
    }

    @Test func `the words of the views are those of the vocabularies`() throws {
        let store = try Store()
        #expect(
            try store.rows("select word from member.incomparable_reason order by reason")
                == IncomparableReason.allCases.map(\.rawValue))
        #expect(
            try store.rows("select reason from member.incomparable_reason order by reason")
                == IncomparableReason.allCases.map { "\($0.code)" })
        let view = try store.connection.query(
            "select pg_get_viewdef('member.metric_value_history')"
        ).single.text(0)
        let words =
            CostBasis.allCases.map(\.rawValue) + AccountingBasis.allCases.map(\.rawValue)
            + OverheadMethod.allCases.map(\.rawValue) + AuditStatus.allCases.map(\.rawValue)
        var rest = view[...]
        for word in words {
            let place = try #require(rest.range(of: "'\(word)'"))
            rest = rest[place.upperBound...]
        }
        #expect(rest.ranges(of: " THEN ").isEmpty)
    }
}
