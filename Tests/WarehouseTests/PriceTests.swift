import MetricSpec
import Testing

@testable import Warehouse

/// Money in other prices, and recognition.
@Suite struct PriceTests {
    private let prices = """
        series,period,value,vintage,source
        cpi,2017,100,2026-01-31,Index book
        cpi,2026-Q1,110,2026-01-31,Index book
        cpi,2026-Q1,125,2026-04-30,Index book of April

        """
    private let pay = """
        City,Period,Measure,Value,Group,Basis,Audit
        Ashford,2026-Q1,staff,300,total,,
        Bexley,2026-Q1,staff,500,total,,

        """

    @Test func `real money is nominal money by the newest vintage of the index`() throws {
        let store = try Store(
            Sample.full([
                "prices.csv": prices,
                "attributes.csv": """
                city,attribute,value
                ashford,regional_price_parity,120
                bexley,coastal,yes

                """,
            ]))
        try store.load(pay, Sample.stated)
        try store.compare()
        // 300 x 100 / 125, and 300 x 100 / 120.
        #expect(
            try store.rows(
                """
                select city, value, real_value, parity_value from member.metric_value
                where metric = 'ops/pay' and value is not null order by city
                """) == ["ashford 300 240 250", "bexley 500 400 null"])
        #expect(
            try store.rows(
                """
                select metric, period, series, base_period, index_value, base_index_value,
                    vintage, source
                from member.price_basis
                """)
                == [
                    "ops/pay 2026-Q1 cpi 2017 125 100 2026-04-30 Index book; Index book of April"
                ])
        #expect(
            try store.rows(
                "select series, vintage, index_value from warehouse.price_point order by 2, 3")
                == [
                    "cpi 2026-01-31 100", "cpi 2026-01-31 110", "cpi 2026-04-30 125",
                ])
    }

    @Test func `without an index there is no real money, and a new vintage is a new release`()
        throws
    {
        let store = try Store(Sample.full())
        try store.load(pay, Sample.stated)
        #expect(try store.compare().release == 1)
        #expect(try store.rows("select count(real_value) from member.metric_value") == ["0"])
        #expect(try store.rows("select count(*) from member.price_basis") == ["0"])
        #expect(try store.bringIn(Sample.full(["prices.csv": prices])) == ["prices: 3"])
        #expect(try store.compare().release == 2)
        #expect(try store.compare().isUnchanged)
        #expect(
            try store.bringIn(Sample.full(["prices.csv": prices.replacing(",125,", with: ",150,")]))
                == ["prices: 3"])
        #expect(try store.compare().release == 3)
        #expect(try store.bringIn(Sample.full()) == ["prices: 0"])
    }
}
