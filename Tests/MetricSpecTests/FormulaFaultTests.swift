import Testing

@testable import MetricSpec

/// The linter checks what a formula adds, divides and is made of.
@Suite struct FormulaFaultTests {
    @Test func `dollars per resident do not come from minutes over persons`() {
        expectOneFault(
            WideSample.faults(
                "{ratio: {numerator: care/talking, denominator: care/residents}}",
                unit: "usd-per-resident", more: "population: resident"),
            "formula.ratio", "the formula gives time / persons")
    }

    @Test func `a reported value has the dimension of its unit`() {
        expectOneFault(
            WideSample.faults("{reported: care/calls}", unit: "usd"), "formula.reported",
            "the formula gives count, but the unit usd measures money")
    }

    @Test func `a mean is in the unit of one case`() {
        let mean = "{mean: {total: care/waiting, count: care/calls}}"
        #expect(WideSample.faults(mean, unit: "hours", uncertainty: "records").isEmpty)
        expectOneFault(
            WideSample.faults(mean, unit: "usd", uncertainty: "records"), "formula.mean",
            "the formula gives time / count")
    }

    @Test func `a change and an index are shares`() {
        expectOneFault(
            WideSample.faults("{rate_of_change: {of: care/budget, over: P12M}}", unit: "usd"),
            "formula.rate_of_change", "the formula gives share")
        expectOneFault(
            WideSample.faults("{index: {of: care/budget, base: 2025}}", unit: "usd"),
            "formula.index", "the formula gives share")
    }

    @Test func `unlike things are not added`() {
        expectOneFault(
            WideSample.faults("{sum: [care/bought, care/talking]}", unit: "usd"), "formula.sum",
            "what is added is not alike: money and time")
        expectOneFault(
            WideSample.faults(
                "{difference: {plus: care/bought, minus: care/calls}}", unit: "usd"),
            "formula.difference", "what is added is not alike: money and count")
    }

    @Test func `a share is a part of a whole of its own kind`() {
        expectOneFault(
            WideSample.faults(
                "{share: {part: care/calls, whole: care/residents}}", unit: "per-1000",
                more: "population: resident"),
            "formula.share", "these are count and persons. Expected a ratio.")
    }

    @Test(arguments: [
        // Calls over residents to calls per 1,000 of them.
        ("care/calls", "care/residents", "per-1000", 1000.0),
        // Thousands of dollars over persons to dollars per person.
        ("care/staff", "care/residents", "usd-per-resident", 1000.0),
        ("care/bought", "care/residents", "usd-per-resident", 1.0),
        // Dollars over minutes to dollars an hour, and over hours.
        ("care/bought", "care/talking", "usd-per-hour", 60.0),
        ("care/bought", "care/waiting", "usd-per-hour", 1.0),
        ("care/in-time", "care/calls", "percent", 100.0),
    ])
    func `the multiplier is the one that the units ask for`(
        above: String, below: String, unit: String, multiplier: Double
    ) {
        let more = below == "care/residents" ? "population: resident" : ""
        func faults(_ multiplier: Double) -> [String] {
            WideSample.faults(
                "{ratio: {numerator: \(above), denominator: \(below), "
                    + "multiplier: \(multiplier)}}",
                unit: unit, more: more)
        }
        #expect(faults(multiplier).isEmpty)
        expectOneFault(
            faults(multiplier * 10), "formula.ratio.multiplier",
            "to \(unit) it must be \(StandardLint.plain(multiplier)).")
    }

    @Test func `a multiplier left out is 1`() {
        expectOneFault(
            WideSample.faults(
                "{ratio: {numerator: care/calls, denominator: care/residents}}",
                unit: "per-1000", more: "population: resident"),
            "formula.ratio", "the multiplier is 1; to per-1000 it must be 1000.")
    }

    @Test func `metrics are not made of themselves`() {
        let own = WideSample.faults(
            "{difference: {plus: care/budget, minus: care/tried}}", unit: "usd")
        expectOneFault(own, "formula", "made of itself: care/tried -> care/tried")
        let round = WideSample.faults([
            "care/one.yaml": WideSample.metric(
                "{difference: {plus: care/budget, minus: care/two}}", unit: "usd",
                title: "One"),
            "care/two.yaml": WideSample.metric(
                "{rate_of_change: {of: care/three, over: P12M}}", unit: "percent",
                title: "Two"),
            "care/three.yaml": WideSample.metric(
                "{index: {of: care/one, base: 2025}}", unit: "percent", title: "Three"),
        ])
        #expect(
            round.contains(
                "formula: the metric is made of itself: "
                    + "care/one -> care/two -> care/three -> care/one."), "\(round)")
    }

    @Test func `metrics built on one metric are no circle`() throws {
        let standard = try WideSample.read([
            "care/spent.yaml": WideSample.metric(
                "{reported: care/budget}", unit: "usd", title: "Spent"),
            "care/left.yaml": WideSample.metric(
                "{difference: {plus: care/budget, minus: care/spent}}", unit: "usd",
                title: "Left"),
            "care/growth.yaml": WideSample.metric(
                "{difference: {plus: care/left, minus: care/spent}}", unit: "usd",
                title: "Growth"),
        ])
        #expect(standard.metrics.count == 3)
    }

    @Test func `only differences, changes and indexes are made of metrics`() {
        let spent = WideSample.metric("{reported: care/budget}", unit: "usd", title: "Spent")
        for formula in ["{sum: [care/spent, care/fees]}", "{reported: care/spent}"] {
            let faults = WideSample.faults([
                "care/spent.yaml": spent,
                "care/tried.yaml": WideSample.metric(formula, unit: "usd"),
            ])
            #expect(faults.count == 1, "\(faults)")
            #expect(faults.first?.contains("care/spent is a metric") == true, "\(faults)")
        }
    }

    @Test func `an id that is not there is a fault beside a metric that is`() {
        let spent = WideSample.metric("{reported: care/budget}", unit: "usd", title: "Spent")
        let faults = WideSample.faults([
            "care/spent.yaml": spent,
            "care/tried.yaml": WideSample.metric(
                "{difference: {plus: care/bugdet, minus: care/spent}}", unit: "usd"),
        ])
        expectOneFault(faults, "formula.difference", "Did you mean \"care/budget\"?")
    }

    @Test func `what stands above and below would cancel`() {
        expectOneFault(
            WideSample.faults(
                "{share: {part: care/calls, whole: care/calls}}", unit: "percent"),
            "formula.share", "the same stands above and below")
        #expect(
            WideSample.faults(
                "{share: {part: care/in-time, whole: [care/in-time, care/calls]}}",
                unit: "percent"
            ).isEmpty)
    }

    @Test(arguments: [
        "{sum: [care/budget, care/budget]}",
        "{difference: {plus: [care/budget, care/fees], minus: [care/fees]}}",
    ])
    func `nothing counts twice`(formula: String) {
        let faults = WideSample.faults(formula, unit: "usd")
        #expect(faults.count == 1, "\(faults)")
        #expect(faults.first?.contains("stands twice") == true, "\(faults)")
    }

    @Test(arguments: [
        "{ratio: {numerator: care/calls, denominator: [], multiplier: 1000}}",
        "{ratio: {numerator: [], denominator: care/residents, multiplier: 1000}}",
        "{share: {part: care/calls, whole: []}}",
    ])
    func `nothing is no side of a fraction`(formula: String) {
        let faults = WideSample.faults(formula, unit: "per-1000")
        #expect(faults.contains { $0.contains("names no measure") }, "\(faults)")
    }

    @Test func `what is never above 0 does not divide`() throws {
        let measures = try #require(WideSample.files["care/measures.yaml"])
        let faults = WideSample.faults([
            "care/measures.yaml": measures.replacing(
                "unit: usd, kind: flow}", with: "unit: usd, kind: flow, plausible: {maximum: 0}}"),
            "care/tried.yaml": WideSample.metric(
                "{ratio: {numerator: care/bought, denominator: care/budget, multiplier: 100}}",
                unit: "percent"),
        ])
        #expect(faults.count == 1, "\(faults)")
        #expect(faults.first?.contains("never above 0") == true, "\(faults)")
    }

    @Test func `stocks are not summed over quarters`() throws {
        expectOneFault(
            try WideSample.faults(
                inMeasures: "unit: persons, kind: stock, population: daytime",
                "unit: persons, kind: stock, quarter_to_year: sum, population: daytime"),
            "measures[7].quarter_to_year", "a stock is not summed")
    }

    @Test func `what is not additive has no year from its quarters`() throws {
        let faults = try WideSample.faults(
            inMeasures: "    quarter_to_year: none\n    additive: false",
            "    additive: false")
        #expect(faults.count == 1, "\(faults)")
        #expect(faults.first?.contains("Expected none.") == true, "\(faults)")
    }

    @Test func `what is not additive stands alone`() {
        expectOneFault(
            WideSample.faults("{sum: [care/p90, care/talking]}", unit: "minutes"),
            "formula.sum", "care/p90 is not additive")
        expectOneFault(
            WideSample.faults(
                "{ratio: {numerator: care/bought, denominator: care/p90, multiplier: 60}}",
                unit: "usd-per-hour"),
            "formula.ratio", "care/p90 is not additive")
    }

    @Test func `a percentile is not additive`() {
        expectOneFault(
            WideSample.faults(
                "{percentile: {measure: care/talking, percent: 90}}", unit: "minutes",
                uncertainty: "records"),
            "formula.percentile", "care/talking is additive")
    }

    @Test func `only a flow over a stock is put on a year`() throws {
        let rate =
            "{ratio: {numerator: care/calls, denominator: care/residents, "
            + "multiplier: 1000}}"
        let metric = try WideSample.tried(
            rate, unit: "per-1000", more: "population: resident\nannualised: true")
        #expect(metric.isAnnualised)
        expectOneFault(
            WideSample.faults(
                "{share: {part: care/in-time, whole: care/calls}}", unit: "percent",
                more: "annualised: true"),
            "annualised", "only a flow over a stock")
    }
}
