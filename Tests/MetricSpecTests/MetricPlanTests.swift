import Testing

@testable import MetricSpec

/// Plans turn ids into positions and units into coefficients.
@Suite struct MetricPlanTests {
    private func terms(
        _ terms: [MetricPlan.Term], of standard: Standard
    ) -> [String: Double] {
        var named: [String: Double] = [:]
        for term in terms {
            switch term.operand {
            case .measure(let index): named[standard.measures[index].id] = term.coefficient
            case .metric(let index): named[standard.metrics[index].id] = term.coefficient
            }
        }
        return named
    }

    private func plan(
        _ formula: String, unit: String, uncertainty: String = "volume", more: String = ""
    ) throws -> (MetricPlan, Standard) {
        let standard = try WideSample.standard(
            formula, unit: unit, uncertainty: uncertainty, more: more)
        return (try #require(standard.metric("care/tried")).plan, standard)
    }

    @Test func `a reported value is put into the metric's unit`() throws {
        let (plan, standard) = try plan("{reported: care/waiting}", unit: "minutes")
        #expect(terms(plan.above, of: standard) == ["care/waiting": 60])
        #expect(plan.below.isEmpty)
        #expect(plan.multiplier == 1)
    }

    @Test func `a sum adds in the metric's unit`() throws {
        let (plan, standard) = try plan(
            "{sum: [care/staff, care/bought]}", unit: "usd", more: "cost_basis: direct")
        #expect(terms(plan.above, of: standard) == ["care/staff": 1000, "care/bought": 1])
    }

    @Test func `what is taken off has a negative coefficient`() throws {
        let (plan, standard) = try plan(
            "{difference: {plus: care/budget, minus: care/staff}}", unit: "thousand-usd")
        #expect(
            terms(plan.above, of: standard) == ["care/budget": 0.001, "care/staff": -1])
    }

    @Test func `a ratio adds in the unit of its first measure`() throws {
        // 1 thousand dollars of pay and 500 dollars of purchases less 300 of
        // fees are 1.2 thousand; over 2 residents they are 600 dollars each.
        let (plan, standard) = try plan(
            "{ratio: {numerator: [care/staff, care/bought], less: care/fees, "
                + "denominator: care/residents, multiplier: 1000}}",
            unit: "usd-per-resident", more: "cost_basis: direct\npopulation: resident")
        let above = terms(plan.above, of: standard)
        #expect(above == ["care/staff": 1, "care/bought": 0.001, "care/fees": -0.001])
        #expect(terms(plan.below, of: standard) == ["care/residents": 1])
        let sum =
            1 * (above["care/staff"] ?? 0) + 500 * (above["care/bought"] ?? 0)
            + 300 * (above["care/fees"] ?? 0)
        #expect(abs(plan.multiplier * sum / 2 - 600) < 1e-9)
    }

    @Test func `a share needs no multiplier of its own`() throws {
        let (percent, _) = try plan(
            "{share: {part: care/in-time, whole: care/calls}}", unit: "percent",
            uncertainty: "events")
        #expect(percent.multiplier == 100)
        let (rate, _) = try plan(
            "{share: {part: care/poor, whole: care/residents}}", unit: "persons-per-1000",
            more: "population: resident")
        #expect(rate.multiplier == 1000)
    }

    @Test func `a mean in hours a call is told in minutes`() throws {
        let (plan, standard) = try plan(
            "{mean: {total: care/waiting, count: care/calls, sum_of_squares: care/squares}}",
            unit: "minutes", uncertainty: "records")
        #expect(plan.multiplier == 60)
        #expect(plan.accompanying.map { standard.measures[$0].id } == ["care/squares"])
    }

    @Test func `a percentile is one measure`() throws {
        let (plan, standard) = try plan(
            "{percentile: {measure: care/p90, percent: 90, count: care/calls}}",
            unit: "hours", uncertainty: "records")
        #expect(terms(plan.above, of: standard) == ["care/p90": 1.0 / 60])
        #expect(plan.accompanying.map { standard.measures[$0].id } == ["care/calls"])
    }

    @Test func `a change and an index are shares of what was there before`() throws {
        let (change, standard) = try plan(
            "{rate_of_change: {of: care/staff, over: P12M}}", unit: "percent")
        #expect(terms(change.above, of: standard) == ["care/staff": 1])
        #expect(change.multiplier == 100)
        let (index, _) = try plan("{index: {of: care/staff, base: 2025}}", unit: "percent")
        #expect(index.multiplier == 100)
    }

    @Test func `metrics stand in plans by their position`() throws {
        let spent = WideSample.metric(
            "{sum: [care/staff, care/bought]}", unit: "thousand-usd", title: "Spent",
            more: "cost_basis: direct")
        let left = WideSample.metric(
            "{difference: {plus: care/budget, minus: care/spent}}", unit: "usd")
        let standard = try WideSample.read(["care/spent.yaml": spent, "care/tried.yaml": left])
        let plan = try #require(standard.metric("care/tried")).plan
        #expect(terms(plan.above, of: standard) == ["care/budget": 1, "care/spent": -1000])
    }

    @Test func `standardised rates go by cases and population`() throws {
        let (plan, standard) = try plan(
            "{direct_standardised: {cases: care/calls, population: care/residents, "
                + "breakdown: age, weights: {age-young: 0.8, age-old: 0.2}, multiplier: 1000, "
                + "standard: National 2020}}",
            unit: "per-1000", uncertainty: "events", more: "population: resident")
        #expect(terms(plan.above, of: standard) == ["care/calls": 1])
        #expect(terms(plan.below, of: standard) == ["care/residents": 1])
        #expect(plan.multiplier == 1000)
    }
}
