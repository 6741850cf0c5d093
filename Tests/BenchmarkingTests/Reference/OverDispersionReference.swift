import Testing

@testable import Benchmarking

/// Places of a funnel on the stabilised scale, in the order of an expected file.
private struct DispersedPlaces {
    let rows: [[String: String]]
    let figures: [StabilisedFigure]
    let target: Double

    var scores: [Double] { figures.map { $0.score(from: target) } }
    var dispersion: OverDispersion? {
        OverDispersion(scores: scores, errors: figures.map(\.error))
    }
    /// The package's variance between places, from its own ratio of variances.
    var packageVariance: Double {
        OverDispersion.variance(
            phi: dispersion?.winsorisedPhi ?? 0, errors: figures.map(\.error))
    }

    static func shares() throws -> Self {
        let rows = try ReferenceFile.rows("funnel/od_PR_none_trim10_expected.csv")
        let hits = try rows.map { try $0.required("numerator") }
        let units = try rows.map { try $0.required("denominator") }
        return Self(
            rows: rows,
            figures: zip(hits, units).map { StabilisedFigure(proportion: $0, of: $1) },
            target: stabilised(share: hits.reduce(0, +) / units.reduce(0, +)))
    }

    static func ratios() throws -> Self {
        let rows = try ReferenceFile.rows("funnel/od_SR_CQC_trim10_expected.csv")
        return Self(
            rows: rows,
            figures: try rows.map {
                StabilisedFigure(
                    observed: try $0.required("numerator"),
                    expected: try $0.required("denominator"))
            },
            target: 1)
    }

    func compareScores() throws {
        let drawnIn = OverDispersion.winsorised(scores)
        for (index, row) in rows.enumerated() {
            #expect(agrees(figures[index].value, try row.number("y_transformed")), "\(row)")
            #expect(agrees(figures[index].error, try row.number("s")), "\(row)")
            #expect(agrees(scores[index], try row.number("z_unadjusted")), "\(row)")
            #expect(
                agrees(drawnIn[index], try row.number("z_winsorised_or_truncated")), "\(row)")
        }
    }
}

private let levels = [(ConfidenceLevel.percent95, "95"), (.percent99_8, "998")]

extension ReferenceCheck {
    @Sendable static func compareSummary() throws -> Int {
        var checked = 0
        for row in try ReferenceFile.rows("funnel/od_summary_phi_tau2_expected.csv") {
            let places: DispersedPlaces
            switch try row.text("case") {
            case "PR_none_trim10": places = try .shares()
            case "SR_CQC_trim10": places = try .ratios()
            default: continue
            }
            checked += 1
            #expect(agrees(places.dispersion?.winsorisedPhi, try row.number("phi")), "\(row)")
            #expect(agrees(places.packageVariance, try row.number("tau2")), "\(row)")
        }
        return checked
    }

    @Sendable static func compareDispersedShares() throws -> Int {
        let places = try DispersedPlaces.shares()
        try places.compareScores()
        for (figure, row) in zip(places.figures, places.rows) {
            for (level, name) in levels {
                // The package's z has six decimals.
                for (variance, prefix) in [(0, ""), (places.packageVariance, "od")] {
                    let limits = figure.limits(
                        around: places.target, variance: variance, at: level)
                    #expect(
                        agrees(
                            share(ofStabilised: limits.lower),
                            try row.number("\(prefix)ll\(name)"), 1e-7), "\(row)")
                    #expect(
                        agrees(
                            share(ofStabilised: limits.upper),
                            try row.number("\(prefix)ul\(name)"), 1e-7), "\(row)")
                }
            }
        }
        return places.rows.count
    }

    @Sendable static func compareDispersedRatios() throws -> Int {
        let places = try DispersedPlaces.ratios()
        try places.compareScores()
        for (figure, row) in zip(places.figures, places.rows) {
            let expected = try row.required("denominator")
            for (level, name) in levels {
                let exact = exactEventInterval(ofEvents: expected, at: level)
                #expect(agrees(exact.lower / expected, try row.number("ll\(name)"), 1e-7), "\(row)")
                #expect(agrees(exact.upper / expected, try row.number("ul\(name)"), 1e-7), "\(row)")
                let limits = figure.limits(
                    around: places.target, variance: places.packageVariance, at: level)
                #expect(agrees(limits.lower, try row.number("odll\(name)"), 1e-7), "\(row)")
                #expect(agrees(limits.upper, try row.number("odul\(name)"), 1e-7), "\(row)")
            }
        }
        return places.rows.count
    }
}
