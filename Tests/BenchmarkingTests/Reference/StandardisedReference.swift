import Benchmarking
import Testing

extension ReferenceCheck {
    /// METHODS.md 4: directly and indirectly standardised rates.
    static let standardised = [
        ReferenceCheck(file: "standardised_rates/dsr_expected.csv") {
            let input = Dictionary(
                grouping: try ReferenceFile.rows("standardised_rates/dsr_input.csv")
            ) {
                $0["area"] ?? ""
            }
            let rows = try ReferenceFile.rows("standardised_rates/dsr_expected.csv")
            for row in rows {
                let groups = try #require(input[try row.text("area")]).map {
                    StandardisedGroup(
                        weight: try $0.required("stdpop"), events: try $0.required("x"),
                        population: try $0.required("n"))
                }
                #expect(groups.reduce(0) { $0 + $1.events } == (try row.number("total_count")))
                #expect(groups.reduce(0) { $0 + $1.population } == (try row.number("total_pop")))
                try compare(row) {
                    directlyStandardisedRate(of: groups, multiplier: 100_000, at: $0)
                }
            }
            return rows.count
        },
        ReferenceCheck(file: "standardised_rates/isr_ratio100_expected.csv") {
            try compareIndirect("standardised_rates/isr_ratio100_expected.csv") { _ in 100 }
        },
        ReferenceCheck(file: "standardised_rates/isr_rate100000_expected.csv") {
            try compareIndirect("standardised_rates/isr_rate100000_expected.csv") {
                try $0.required("ref_rate")
            }
        },
    ]

    private static func compareIndirect(
        _ file: String, multiplier: ([String: String]) throws -> Double
    ) throws -> Int {
        let input = Dictionary(grouping: try ReferenceFile.rows("standardised_rates/isr_input.csv"))
        {
            $0["area"] ?? ""
        }
        let rows = try ReferenceFile.rows(file)
        for row in rows {
            let groups = try #require(input[try row.text("area")])
            let observed = try groups.reduce(0) { $0 + (try $1.required("x")) }
            let expected = try groups.reduce(0) { sum, group in
                sum + (try group.required("n")) * (try group.required("x_ref"))
                    / (try group.required("n_ref"))
            }
            #expect(observed == (try row.number("observed")))
            #expect(agrees(expected, try row.number("expected")))
            let multiplier = try multiplier(row)
            try compare(row) {
                indirectlyStandardisedRatio(
                    observed: observed, expected: expected, multiplier: multiplier, at: $0)
            }
        }
        return rows.count
    }

    private static func compare(
        _ row: [String: String],
        _ ours: (ConfidenceLevel) -> (value: Double, interval: Interval)?
    ) throws {
        for (level, name) in [(ConfidenceLevel.percent95, "95_0cl"), (.percent99_8, "99_8cl")] {
            let rate = ours(level)
            #expect(agrees(rate?.value, try row.number("value")), "\(row)")
            #expect(agrees(rate?.interval.lower, try row.number("lower" + name)), "\(row)")
            #expect(agrees(rate?.interval.upper, try row.number("upper" + name)), "\(row)")
        }
    }
}
