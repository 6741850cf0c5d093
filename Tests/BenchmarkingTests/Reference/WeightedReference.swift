import Benchmarking
import Testing

extension ReferenceCheck {
    /// METHODS.md 6: the weighted mean, and of five weighted medians ours.
    static let weighted = [
        ReferenceCheck(file: "weighted/weighted_expected.csv") {
            let values = try ReferenceFile.values("weighted/weighted_input.csv", "x")
            let weights = try ReferenceFile.values("weighted/weighted_input.csv", "w")
            var checked = 0
            for row in try ReferenceFile.rows("weighted/weighted_expected.csv") {
                let id = try row.text("case_id")
                let (values, weights) = (try #require(values[id]), try #require(weights[id]))
                let ours: Double?
                switch try row.text("stat") {
                case "weighted_mean": ours = weightedMean(values, weights: weights)
                case "wquantile_survey_hf2", "wquantile_survey_school":
                    ours = surveyQuantile(try row.required("p"), values, weights)
                default: continue
                }
                checked += 1
                #expect(agrees(ours, try row.number("expected")), "\(row)")
            }
            return checked
        }
    ]

    /// R survey 4.1.1's quantile: ours, but for a share below the weight of the
    /// smallest value alone. There the package takes the second value, though
    /// the inverse of the distribution function is the first: of three places
    /// of which one has 60 % of the weight, its median would be another's.
    private static func surveyQuantile(
        _ share: Double, _ values: [Double], _ weights: [Double]
    ) -> Double? {
        let ordered = values.indices.sorted { values[$0] < values[$1] }
        let first = weights[ordered[0]] / weights.reduce(0, +)
        if share < first, ordered.count > 1 {
            #expect(weightedQuantile(share, of: values, weights: weights) == values[ordered[0]])
            return values[ordered[1]]
        }
        return weightedQuantile(share, of: values, weights: weights)
    }
}
