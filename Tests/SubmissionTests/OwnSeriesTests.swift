import MetricSpec
import Testing

@testable import Submission

@Suite struct OwnSeriesTests {
    private func series(_ values: [Double], before text: String = "2026-Q1") throws -> OwnSeries? {
        let period = try #require(Period(parsing: text))
        let points = values.enumerated().map { index, value in
            EarlierValues.Point(
                month: period.firstMonth - 3 * Int32(values.count - index), value: value)
        }
        return OwnSeries(points, before: period)
    }

    @Test func `the middle and spread are the median and 1,4826 median deviations`() throws {
        // Of 1, 1, 2, 2, 4, 6, 9 the median is 2 and the median deviation 1
        // (Wikipedia, "Median absolute deviation").
        let scale = try #require(RobustScale([1, 1, 2, 2, 4, 6, 9]))
        #expect(scale.middle == 2)
        #expect(scale.spread == 1.4826)
        #expect(RobustScale.median([1, 2, 3, 10]) == 2.5)
        #expect(RobustScale([]) == nil)
    }

    @Test func `fewer than four values, or zeros alone, are no series`() throws {
        #expect(try series([1, 2, 3]) == nil)
        #expect(try series([0, 0, 0, 0]) == nil)
        #expect(try series([1, 2, 3, 4]) != nil)
    }

    @Test func `one wild value hardly moves what is expected`() throws {
        let calm = try #require(try series([100.5, 102.5, 99.5, 101.5, 100.5, 101.5]))
        let wild = try #require(try series([100.5, 102.5, 9900.5, 101.5, 100.5, 101.5]))
        #expect(calm.surprise(200.5) > 3)
        #expect(wild.surprise(200.5) > 3)
        #expect(wild.surprise(101.5) < 1)
    }

    @Test func `what is expected lies around the values and holds them`() throws {
        let series = try #require(try series([100.5, 102.5, 99.5, 101.5]))
        let expected = series.expected(within: 3)
        #expect(expected.lowerBound < 99.5 && expected.lowerBound > 60)
        #expect(expected.upperBound > 102.5 && expected.upperBound < 160)
        #expect(abs(series.surprise(expected.upperBound) - 3) < 0.1)
    }
}
