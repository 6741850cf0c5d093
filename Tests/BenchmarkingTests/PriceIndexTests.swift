// Expected values: US Bureau of Labor Statistics, Consumer Price Index for All
// Urban Consumers, US city average, all items, not seasonally adjusted, 1982-84
// = 100, series CUUR0000SA0: months of 2022 and annual averages 2019 to 2023,
// as published; the others are derived in each test.
import Benchmarking
import MetricSpec
import Testing

@Suite struct PriceIndexTests {
    private static let months2022 = [
        281.148, 283.716, 287.504, 289.109, 292.296, 296.311, 296.276, 296.171, 296.808,
        298.012, 297.711, 296.797,
    ]
    private static let years = [
        "2019": 255.657, "2020": 258.811, "2021": 270.970, "2022": 292.655, "2023": 304.702,
    ]

    private func period(_ text: String) throws -> Period { try #require(Period(parsing: text)) }

    private func index(base: String, months: Bool = true, years: Bool = true) throws
        -> PriceIndex
    {
        var values: [(period: Period, index: Double)] = []
        if years {
            for (year, index) in Self.years { values.append((try period(year), index)) }
        }
        if months {
            for (month, index) in Self.months2022.enumerated() {
                let name = "2022-\(month < 9 ? "0" : "")\(month + 1)"
                values.append((try period(name), index))
            }
        }
        return PriceIndex(base: try period(base), values: values)
    }

    @Test func `money of one year is put into another year's prices`() throws {
        let index = try index(base: "2022")
        // 1,000 dollars of 2019 bought what 1,144.72 did in 2022.
        let real = try #require(index.real(1000, of: try period("2019")))
        #expect(agrees(real, 1000 * 292.655 / 255.657))
        #expect(roundedHalfEven(real, decimals: 2) == 1144.72)
        #expect(agrees(index.real(1000, of: try period("2023")), 1000 * 292.655 / 304.702))
        #expect(index.real(1000, of: try period("2022")) == 1000)
    }

    @Test func `a quarter's index is the mean of its months by their days`() throws {
        let index = try index(base: "2020")
        // 31 days of January, 28 of February, 31 of March.
        let first = (31 * 281.148 + 28 * 283.716 + 31 * 287.504) / 90
        #expect(agrees(index.average(over: try period("2022-Q1")), first))
        #expect(
            agrees(index.real(500, of: try period("2022-Q1")), 500 * 258.811 / first))
        #expect(index.average(over: try period("2022-06")) == 296.311)
    }

    @Test func `a year's own index is taken before the mean of its months`() throws {
        #expect(try index(base: "2020").average(over: try period("2022")) == 292.655)
        // The published average weighs months alike, ours their days.
        let days = [31.0, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        let weighted = zip(Self.months2022, days).reduce(0) { $0 + $1.0 * $1.1 } / 365
        let ours = try index(base: "2020", years: false).average(over: try period("2022"))
        #expect(agrees(ours, weighted))
        #expect(abs((ours ?? 0) - 292.655) < 0.05)
    }

    @Test func `a fiscal year takes months where there are some, else their year`() throws {
        let index = try index(base: "2020")
        // July to December 2021 have the average of 2021: 184 days; then the
        // first six months of 2022.
        let second =
            (31 * 281.148 + 28 * 283.716 + 31 * 287.504 + 30 * 289.109
                + 31 * 292.296 + 30 * 296.311)
        #expect(
            agrees(index.average(over: try period("2021-07/P1Y")), (184 * 270.970 + second) / 365))
    }

    @Test(arguments: ["2018", "2024-01", "2023-12/P2M", "2018-07/P1Y"])
    func `days that are not covered have no index`(text: String) throws {
        let index = try index(base: "2022")
        #expect(index.average(over: try period(text)) == nil)
        #expect(index.real(1, of: try period(text)) == nil)
    }

    @Test func `without an index of the base nothing is real`() throws {
        #expect(try index(base: "2017").real(1, of: try period("2022")) == nil)
    }

    @Test func `an index that is not above zero is none`() throws {
        let year = try period("2022")
        #expect(PriceIndex(base: year, values: [(year, 0)]).average(over: year) == nil)
        #expect(PriceIndex(base: year, values: [(year, -1)]).real(1, of: year) == nil)
    }

    @Test func `parity of 100 changes nothing, a dear place's money is worth less`() {
        #expect(parityAdjusted(250, parity: 100) == 250)
        #expect(parityAdjusted(250, parity: 125) == 200)
        #expect(parityAdjusted(250, parity: 80) == 312.5)
        #expect(parityAdjusted(250, parity: 0) == nil)
    }
}
