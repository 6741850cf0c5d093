import Benchmarking
import Testing

extension ReferenceCheck {
    /// METHODS.md 9: Mann and Kendall, Theil and Sen, process charts.
    static let trend = [
        ReferenceCheck(file: "trend/mann_kendall_expected.csv") {
            let series = try ReferenceFile.values("trend/series_input.csv", "x")
            var checked = 0
            for row in try ReferenceFile.rows("trend/mann_kendall_expected.csv") {
                let values = try #require(series[try row.text("case_id")])
                let (test, slope): (MannKendall, Double?)
                switch try row.text("method") {
                case "original":
                    test = MannKendall(values)
                    slope = theilSenSlope(values, at: values.indices.map(Double.init))
                case "seasonal12":
                    let seasons = (0..<12).map { month in
                        stride(from: month, to: values.count, by: 12).map { values[$0] }
                    }
                    test = MannKendall(seasons: seasons)
                    slope = seasonalSlope(seasons)
                default: continue
                }
                checked += 1
                #expect(Double(test.statistic) == (try row.number("s")), "\(row)")
                #expect(agrees(test.variance, try row.number("var_s")), "\(row)")
                #expect(agrees(test.z, try row.number("z")), "\(row)")
                #expect(agrees(test.normalProbability, try row.number("p")), "\(row)")
                #expect(agrees(slope, try row.number("slope")), "\(row)")
            }
            return checked
        },
        ReferenceCheck(file: "trend/theilsen_kendall_ols_expected.csv") {
            let series = try ReferenceFile.values("trend/series_input.csv", "x")
            let rows = try ReferenceFile.rows("trend/theilsen_kendall_ols_expected.csv")
            for row in rows {
                let values = try #require(series[try row.text("case_id")])
                // The package counts time from 0.
                let times = values.indices.map(Double.init)
                let slope = try #require(theilSenSlope(values, at: times))
                #expect(agrees(slope, try row.number("theil_slope")), "\(row)")
                #expect(
                    agrees(
                        medianIntercept(slope: slope, values, at: times),
                        try row.number("scipy_intercept")), "\(row)")
                #expect(
                    agrees(MannKendall(values).tau, try row.number("kendall_tau_b")), "\(row)")
            }
            return rows.count
        },
        ReferenceCheck(file: "trend/xmr_expected.csv") {
            var checked = 0
            for (_, rows) in try ReferenceFile.cases("trend/xmr_expected.csv") {
                let values = try rows.map { try $0.required("y") }
                let plain = try #require(ProcessChart(values, isScreened: false))
                let screened = try #require(ProcessChart(values))
                for (row, value) in zip(rows, values) {
                    checked += 1
                    #expect(agrees(plain.mean, try row.number("mean")))
                    #expect(agrees(plain.limits.lower, try row.number("NHS_2.66_lpl")))
                    #expect(agrees(plain.limits.upper, try row.number("NHS_2.66_upl")))
                    #expect(agrees(screened.limits.lower, try row.number("NHS_screened_lpl")))
                    #expect(agrees(screened.limits.upper, try row.number("NHS_screened_upl")))
                    #expect(
                        "\(!plain.limits.contains(value))"
                            == (try row.text("NHS_outside_unscreened")))
                    #expect(
                        "\(!screened.limits.contains(value))"
                            == (try row.text("NHS_outside_screened")))
                }
            }
            return checked
        },
    ]
}
