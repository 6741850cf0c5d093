import Testing

@testable import Benchmarking
@testable import MetricSpec

/// What may be said of the course of a figure.
@Suite struct FigureCourseTests {
    private func points(_ values: [Double?], halfWidth: Double? = nil) -> [SeriesPoint?] {
        values.map { value in
            value.map { value in
                SeriesPoint(
                    value: value,
                    interval: halfWidth.map {
                        Interval(lower: value - $0, upper: value + $0)
                    })
            }
        }
    }

    /// Three years of quarters with a season: within each, all rise by one.
    private let rising = (0..<12).map { Double(10 * ($0 % 4) + $0 / 4) }

    /// S = 12 of 12; the chance of all rising or all falling is 2 / 6^4.
    @Test func `a season's rise is told, whatever the season does`() throws {
        let course = try #require(FigureCourse(points(rising), months: 3, lastYear: 2026))
        #expect(course.method == .seasonal)
        #expect(course.slope == 1)
        #expect(course.direction == 1)
        #expect(abs(try #require(course.probability) - 2 / 1296) < 1e-12)
        #expect(course.yearChange == 1)
        #expect(course.count == 12)
    }

    @Test func `a gap begins the course anew, and two years are never tested`() throws {
        var gapped: [Double?] = rising
        gapped[3] = nil
        let course = try #require(FigureCourse(points(gapped), months: 3, lastYear: 2026))
        #expect(course.count == 8)
        #expect(course.method == nil)
        #expect(course.direction == nil)
        #expect(course.yearChange == 1)
    }

    @Test func `what overlaps is compared with the year before and never tested`() throws {
        let course = try #require(
            FigureCourse(points(rising), months: 3, lastYear: 2026, overlaps: true))
        #expect(course.method == nil)
        #expect(course.slope == nil)
        #expect(course.yearChange == 1)
    }

    /// Both errors are 1.96 half-widths of 3 and so 3 / z; the difference's
    /// half-width is the root of 3 x 3 + 3 x 3.
    @Test func `the change of a year has the interval of both figures`() throws {
        let course = try #require(
            FigureCourse(points([20, 24], halfWidth: 3), months: 12, lastYear: 2026))
        let interval = try #require(course.yearChangeInterval)
        #expect(course.yearChange == 4)
        #expect(abs(interval.lower - (4 - 18.0.squareRoot())) < 1e-12)
        #expect(abs(interval.upper - (4 + 18.0.squareRoot())) < 1e-12)
        #expect(
            FigureCourse(points([20, 24]), months: 12, lastYear: 2026)?.yearChangeInterval == nil)
    }

    /// On a straight line nothing scatters: chi-square is slope^2 x sum of
    /// squared years x weight = 4 x 10 x (z / 1)^2, far above 9.5495.
    @Test func `five years on a line are told, with the chi-square of their intervals`() throws {
        let course = try #require(
            FigureCourse(points([1, 3, 5, 7, 9], halfWidth: 1), months: 12, lastYear: 2026))
        #expect(course.method == .annual)
        let z = ConfidenceLevel.percent95.z
        #expect(abs(try #require(course.chiSquare) - 40 * z * z) < 1e-9)
        #expect(course.direction == 1)
    }

    @Test func `four years and other lengths have no test, and no figure has no course`() throws {
        let four = try #require(FigureCourse(points([1, 2, 3, 4]), months: 12, lastYear: 2026))
        #expect(four.method == nil)
        let half = try #require(FigureCourse(points([1, 2, 3]), months: 6, lastYear: 2026))
        #expect(half.method == nil)
        #expect(half.yearChange == 2)
        #expect(FigureCourse(points([1, nil]), months: 12, lastYear: 2026) == nil)
        #expect(FigureCourse([], months: 12, lastYear: 2026) == nil)
    }

    @Test func `the course is for the better or the worse by the metric's direction`() throws {
        let course = try #require(FigureCourse(points(rising), months: 3, lastYear: 2026))
        let target = TargetRange(from: 40, to: 60)
        func told(_ polarity: Polarity, value: Double = 0) -> Int? {
            course.course(polarity: polarity, target: target, value: value)
        }
        #expect(told(.highGood) == 1)
        #expect(told(.lowGood) == -1)
        #expect(told(.target, value: 32) == 1)
        #expect(told(.target, value: 50) == 0)
        #expect(told(.target, value: 61) == -1)
        #expect(told(.noJudgement) == nil)
        let untold = try #require(FigureCourse(points([1]), months: 3, lastYear: 2026))
        #expect(untold.course(polarity: .highGood, target: nil, value: 1) == nil)
    }
}
