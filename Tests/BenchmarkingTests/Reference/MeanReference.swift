import Benchmarking
import Testing

extension ReferenceCheck {
    /// METHODS.md 3: means with Student's interval, from n, sum and squares.
    static let means = [
        ReferenceCheck(file: "means/mean_t_ci_expected.csv") {
            let samples = try ReferenceFile.values("means/mean_input.csv", "x")
            let rows = try ReferenceFile.rows("means/mean_t_ci_expected.csv")
            for row in rows {
                let values = try #require(samples[try row.text("case_id")])
                let moments = try #require(
                    Moments(
                        count: Double(values.count), sum: values.reduce(0, +),
                        sumOfSquares: values.reduce(0) { $0 + $1 * $1 }))
                #expect(agrees(moments.mean, try row.number("value")))
                #expect(agrees(moments.standardDeviation, try row.number("stdev")))
                for (level, name) in [
                    (ConfidenceLevel.percent95, "95_0cl"), (.percent99_8, "99_8cl"),
                ] {
                    let interval = meanInterval(of: moments, at: level)
                    #expect(agrees(interval?.lower, try row.number("lower" + name)), "\(row)")
                    #expect(agrees(interval?.upper, try row.number("upper" + name)), "\(row)")
                }
            }
            return rows.count
        }
    ]
}
