import Benchmarking
import Testing

extension ReferenceCheck {
    /// METHODS.md 7: funnels and over-dispersion.
    static let funnel = [
        ReferenceCheck(
            file: "funnel/prop_phe_limits_at_points_expected.csv", run: compareProportions),
        ReferenceCheck(file: "funnel/prop_phe_curve_expected.csv") {
            let target = try proportionTarget()
            return try compareCurve("funnel/prop_phe_curve_expected.csv", 1e-10) { row, level in
                let limits = funnelLimits(
                    ofProportion: target, units: try row.required("Population"), at: level)
                return Interval(lower: limits.lower * 100, upper: limits.upper * 100)
            }
        },
        ReferenceCheck(file: "funnel/rate_phe_curve_expected.csv") {
            let target = try rateTarget() * 100_000
            return try compareCurve("funnel/rate_phe_curve_expected.csv", 1e-4) { row, level in
                funnelLimits(ofRate: target, events: try row.required("Events"), at: level)
            }
        },
        ReferenceCheck(file: "funnel/rate_phe_significance_expected.csv") {
            let input = try ReferenceFile.rows("funnel/rate_input.csv")
            let rows = try ReferenceFile.rows("funnel/rate_phe_significance_expected.csv")
            let target = try rateTarget()
            for (row, place) in zip(rows, input) {
                let (events, people) = (
                    try place.required("numerator"), try place.required("denominator")
                )
                #expect(agrees(target * 100_000, try row.number("baseline")))
                let position = FunnelPosition(
                    of: events / people,
                    inner: funnelLimits(ofRate: target, events: events, at: .percent95),
                    outer: funnelLimits(ofRate: target, events: events, at: .percent99_8))
                #expect(word(position) == (try row.text("significance")), "\(row)")
            }
            return rows.count
        },
        ReferenceCheck(file: "funnel/ratio_phe_curve_isr100_expected.csv") {
            try compareCurve("funnel/ratio_phe_curve_isr100_expected.csv", 1e-4) { row, level in
                funnelLimits(ofRate: 100, events: try row.required("Observed_events"), at: level)
            }
        },
        ReferenceCheck(file: "funnel/ratio_phe_significance_expected.csv", run: compareRatios),
        ReferenceCheck(file: "funnel/od_summary_phi_tau2_expected.csv", run: compareSummary),
        ReferenceCheck(file: "funnel/od_PR_none_trim10_expected.csv", run: compareDispersedShares),
        ReferenceCheck(file: "funnel/od_SR_CQC_trim10_expected.csv", run: compareDispersedRatios),
    ]

    private static func proportionTarget() throws -> Double {
        try commonRatio("funnel/prop_input.csv")
    }

    private static func rateTarget() throws -> Double {
        try commonRatio("funnel/rate_input.csv")
    }

    private static func commonRatio(_ file: String) throws -> Double {
        let input = try ReferenceFile.rows(file)
        let above = try input.reduce(0) { $0 + (try $1.required("numerator")) }
        return above / (try input.reduce(0) { $0 + (try $1.required("denominator")) })
    }

    private static func word(_ position: FunnelPosition) -> String {
        switch position {
        case .farBelow: "Low (0.001)"
        case .below: "Low (0.025)"
        case .within: "Not significant"
        case .above: "High (0.025)"
        case .farAbove: "High (0.001)"
        }
    }

    @Sendable private static func compareProportions() throws -> Int {
        let input = try ReferenceFile.rows("funnel/prop_input.csv")
        let rows = try ReferenceFile.rows("funnel/prop_phe_limits_at_points_expected.csv")
        let target = try proportionTarget()
        for (row, place) in zip(rows, input) {
            let units = try place.required("denominator")
            let share = try place.required("numerator") / units
            #expect(agrees(target, try row.number("baseline")))
            #expect(agrees(share, try row.number("p")))
            let inner = funnelLimits(ofProportion: target, units: units, at: .percent95)
            let outer = funnelLimits(ofProportion: target, units: units, at: .percent99_8)
            #expect(agrees(inner.lower, try row.number("wilson_inv_lower95")))
            #expect(agrees(inner.upper, try row.number("wilson_inv_upper95")))
            #expect(agrees(outer.lower, try row.number("wilson_inv_lower99_8")))
            #expect(agrees(outer.upper, try row.number("wilson_inv_upper99_8")))
            let position = FunnelPosition(of: share, inner: inner, outer: outer)
            #expect(word(position) == (try row.text("significance")), "\(row)")
        }
        return rows.count
    }

    private static func compareCurve(
        _ file: String, _ tolerance: Double,
        _ limits: ([String: String], ConfidenceLevel) throws -> Interval
    ) throws -> Int {
        let rows = try ReferenceFile.rows(file)
        for row in rows {
            for (level, name) in [(ConfidenceLevel.percent95, "2s"), (.percent99_8, "3s")] {
                let ours = try limits(row, level)
                let lower = try row.required("lower_\(name)_limit")
                let upper = try row.required("upper_\(name)_limit")
                #expect(abs(ours.lower - lower) <= tolerance * max(1, lower), "\(row)")
                #expect(abs(ours.upper - upper) <= tolerance * max(1, upper), "\(row)")
            }
        }
        return rows.count
    }

    @Sendable private static func compareRatios() throws -> Int {
        let input = try ReferenceFile.rows("funnel/ratio_input.csv")
        let rows = try ReferenceFile.rows("funnel/ratio_phe_significance_expected.csv")
        for (row, place) in zip(rows, input) {
            let events = try place.required("numerator")
            let expected = try place.required("denominator")
            #expect(agrees(events / expected, try row.number("ratio")))
            for (level, name) in [(ConfidenceLevel.percent95, "95"), (.percent99_8, "99_8")] {
                let ours = rateInterval(ofEvents: events, exposure: expected, at: level)
                #expect(agrees(ours?.lower, try row.number("ci_lower" + name)), "\(row)")
                #expect(agrees(ours?.upper, try row.number("ci_upper" + name)), "\(row)")
            }
            let position = FunnelPosition(
                of: events / expected,
                inner: funnelLimits(ofRate: 1, events: events, at: .percent95),
                outer: funnelLimits(ofRate: 1, events: events, at: .percent99_8))
            #expect(word(position) == (try row.text("significance")), "\(row)")
        }
        return rows.count
    }
}
