import Benchmarking
import Testing

extension ReferenceCheck {
    /// METHODS.md 1: Wilson's interval, and what is refused.
    static let proportions = [
        ReferenceCheck(file: "proportions/wilson_expected.csv") {
            let rows = try ReferenceFile.rows("proportions/wilson_expected.csv")
            for row in rows {
                let (count, units) = (try row.required("x"), try row.required("n"))
                #expect(agrees(count / units, try row.number("value")))
                for (level, name) in [(ConfidenceLevel.percent95, "95"), (.percent99_8, "99_8")] {
                    let interval = proportionInterval(count: count, of: units, at: level)
                    #expect(
                        agrees(interval?.lower, try row.number("wilson_lower" + name)), "\(row)")
                    #expect(
                        agrees(interval?.upper, try row.number("wilson_upper" + name)), "\(row)")
                }
            }
            return rows.count
        },
        ReferenceCheck(file: "proportions/refusals_and_edges.csv") {
            let rows = try ReferenceFile.rows("proportions/refusals_and_edges.csv")
            // What the package refuses or leaves without a value has none here.
            let ours: [String: Double?] = [
                "proportion n<0": proportionInterval(count: 3, of: -10)?.lower,
                "proportion x NA": proportionInterval(count: .nan, of: 10)?.lower,
                "proportion x<0": proportionInterval(count: -1, of: 10)?.lower,
                "rate x NA": rateInterval(ofEvents: .nan, exposure: 1_000)?.lower,
                "rate x<0": rateInterval(ofEvents: -1, exposure: 1_000)?.lower,
                "rate x=0": rateInterval(
                    ofEvents: 0, exposure: 1_000, multiplier: 100_000)?.upper,
                "mean with NA": Moments(count: 2, sum: .nan, sumOfSquares: .nan).flatMap {
                    meanInterval(of: $0)?.lower
                },
            ]
            let listed = try rows.filter { ours.keys.contains(try $0.text("case")) }
            for row in listed {
                let value = try #require(ours[try row.text("case")])
                #expect(agrees(value, try row.number("upper")), "\(row)")
            }
            return listed.count
        },
    ]
}
