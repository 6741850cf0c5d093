import MetricSpec
import Postgres
import Testing

@testable import Warehouse

@Suite struct LastValuesTests {
    /// One row a value, with the variant beside it.
    private static let variants = """
        title: Variants
        layout: long
        city: {column: City}
        period: {column: Period}
        measure: {column: Measure, prefix: ops/}
        value: {column: Value}
        variant:
          column: Variant
          codes: {a: actual, p: provisional_actual, b: budget}
        """

    private func last(_ store: Store, _ periods: String..., city: String = "ashford") throws
        -> [String]
    {
        let periods = try periods.map { try #require(Period(parsing: $0)) }
        return try store.warehouse.lastValues(ofCity: city, in: periods).map {
            "\($0.measure) \($0.breakdown) \($0.period.text) \($0.value)"
        }
    }

    @Test func `the current values of one city in the periods asked for`() throws {
        let store = try Store()
        try store.load(
            """
            City,Period,Calls,Residents
            Ashford,2025-Q1,10,900
            Ashford,2025-Q4,20,
            Ashford,2025-Q3,30,
            Ashford,2025,100,
            Bexley,2025-Q1,40,
            """)
        try store.load("City,Period,Calls\nAshford,2025-Q1,11\n", file: "later.csv")
        #expect(
            try last(store, "2025-Q1", "2025-Q4") == [
                "ops/calls total 2025-Q1 11.0", "ops/calls total 2025-Q4 20.0",
                "ops/residents total 2025-Q1 900.0",
            ])
        #expect(try last(store, "2025") == ["ops/calls total 2025 100.0"])
        #expect(try last(store, "2025-Q1", city: "bexley") == ["ops/calls total 2025-Q1 40.0"])
        #expect(try last(store, "2024-Q1") == [])
        #expect(try last(store) == [])
    }

    @Test func `a withdrawn submission brings nothing, and a missing value is left out`() throws {
        let store = try Store()
        try store.load("City,Period,Calls,Spending\nAshford,2025-Q1,10,5\n")
        try store.load("City,Period,Calls\nAshford,2025-Q1,11\n", file: "later.csv")
        _ = try store.warehouse.withdraw(
            submission: 2, reason: "wrong year", at: Timestamp(secondsSince1970: 0))
        try store.load("City,Period,Spending\nAshford,2025-Q1,n/a\n", file: "last.csv")
        #expect(try last(store, "2025-Q1") == ["ops/calls total 2025-Q1 10.0"])
    }

    @Test func `a provisional value counts where there is no actual one, a budget never`() throws {
        let store = try Store()
        try store.load(
            """
            City,Period,Measure,Value,Variant
            Ashford,2025-Q1,calls,1,p
            Ashford,2025-Q1,calls,2,a
            Ashford,2025-Q1,residents,3,p
            Ashford,2025-Q1,spending,4,b
            """, Self.variants)
        #expect(
            try last(store, "2025-Q1") == [
                "ops/calls total 2025-Q1 2.0", "ops/residents total 2025-Q1 3.0",
            ])
    }
}
