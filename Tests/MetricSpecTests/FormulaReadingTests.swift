import Testing

@testable import MetricSpec

/// Every formula of the language is read as what it says.
@Suite struct FormulaReadingTests {
    @Test func `reported takes a measure as it is`() throws {
        let metric = try WideSample.tried("{reported: care/p90}", unit: "minutes")
        #expect(metric.formula == .reported("care/p90"))
        #expect(metric.formula.word == "reported")
        #expect(metric.formula.denominator.isEmpty)
    }

    @Test func `a sum may mix units of one dimension`() throws {
        let metric = try WideSample.tried(
            "{sum: [care/staff, care/bought]}", unit: "usd", more: "cost_basis: direct")
        #expect(metric.formula == .sum(["care/staff", "care/bought"]))
    }

    @Test func `a difference may be made of metrics too`() throws {
        let spent = WideSample.metric(
            "{sum: [care/staff, care/bought]}", unit: "usd", title: "Spent",
            more: "cost_basis: direct")
        let less = WideSample.metric(
            "{difference: {plus: care/budget, minus: [care/spent, care/fees]}}", unit: "usd")
        let standard = try WideSample.read(["care/spent.yaml": spent, "care/tried.yaml": less])
        let formula = try #require(standard.metric("care/tried")).formula
        #expect(
            formula == .difference(plus: ["care/budget"], minus: ["care/spent", "care/fees"]))
        #expect(formula.numerator == ["care/budget", "care/spent", "care/fees"])
        #expect(formula.subtracted == ["care/spent", "care/fees"])
    }

    @Test func `a ratio may take something off above the line`() throws {
        let metric = try WideSample.tried(
            "{ratio: {numerator: [care/staff, care/bought], less: care/fees, "
                + "denominator: care/residents, multiplier: 1000}}",
            unit: "usd-per-resident", more: "cost_basis: direct\npopulation: resident")
        #expect(
            metric.formula
                == .ratio(
                    numerator: ["care/staff", "care/bought"], less: ["care/fees"],
                    denominator: ["care/residents"], multiplier: 1000))
        #expect(metric.formula.measures.last == "care/residents")
        #expect(metric.formula.isRatio)
    }

    @Test func `a share has a part and its whole`() throws {
        let metric = try WideSample.tried(
            "{share: {part: care/in-time, whole: care/calls}}", unit: "percent",
            uncertainty: "events")
        #expect(metric.formula == .share(part: ["care/in-time"], whole: ["care/calls"]))
        #expect(metric.formula.isRatio)
    }

    @Test func `a mean may say how wide its cases scatter`() throws {
        let metric = try WideSample.tried(
            "{mean: {total: care/waiting, count: care/calls, sum_of_squares: care/squares}}",
            unit: "minutes", uncertainty: "records", more: "symmetric: true")
        #expect(
            metric.formula
                == .mean(
                    total: "care/waiting", count: "care/calls", sumOfSquares: "care/squares"))
        #expect(metric.formula.accompanying == ["care/squares"])
        #expect(!metric.formula.measures.contains("care/squares"))
        #expect(metric.isSymmetric)
    }

    @Test func `a percentile names its measure and may name the cases`() throws {
        let metric = try WideSample.tried(
            "{percentile: {measure: care/p90, percent: 90, count: care/calls}}",
            unit: "minutes", uncertainty: "records")
        #expect(
            metric.formula
                == .percentile(measure: "care/p90", percent: 90, count: "care/calls"))
        #expect(metric.formula.accompanying == ["care/calls"])
    }

    @Test func `a rate of change and an index look at another time`() throws {
        let change = try WideSample.tried(
            "{rate_of_change: {of: care/calls, over: P1Y}}", unit: "percent")
        #expect(change.formula == .rateOfChange(of: "care/calls", months: 12))
        let index = try WideSample.tried(
            "{index: {of: care/calls, base: 2025}}", unit: "percent")
        #expect(index.formula == .index(of: "care/calls", baseYear: 2025))
    }

    @Test func `a direct rate weights the groups`() throws {
        let metric = try WideSample.tried(
            "{direct_standardised: {cases: care/calls, population: care/residents, "
                + "breakdown: age, weights: {age-young: 0.8, age-old: 0.2}, multiplier: 1000, "
                + "standard: National 2020}}",
            unit: "per-1000", uncertainty: "events", more: "population: resident")
        #expect(
            metric.formula
                == .directlyStandardised(
                    DirectStandardisation(
                        cases: "care/calls", population: "care/residents", breakdown: "age",
                        weights: ["age-young": 0.8, "age-old": 0.2], multiplier: 1000,
                        standard: "National 2020")))
        #expect(metric.formula.numerator == ["care/calls"])
        #expect(metric.formula.denominator == ["care/residents"])
    }

    @Test func `an indirect ratio expects cases at standard rates`() throws {
        let metric = try WideSample.tried(
            "{indirect_standardised: {cases: care/calls, population: care/residents, "
                + "breakdown: age, rates: {age-young: 0.001, age-old: 0.02}, "
                + "standard: National 2020}}",
            unit: "percent", uncertainty: "events",
            more: "population: resident\ncompare: standard")
        #expect(
            metric.formula
                == .indirectlyStandardised(
                    IndirectStandardisation(
                        cases: "care/calls", population: "care/residents", breakdown: "age",
                        rates: ["age-young": 0.001, "age-old": 0.02],
                        standard: "National 2020")))
        #expect(metric.reference == .standard)
    }

    @Test func `every word of the language has its formula`() {
        let formulas: [Formula] = [
            .reported("a/b"), .sum(["a/b"]), .difference(plus: ["a/b"], minus: ["a/c"]),
            .ratio(numerator: ["a/b"], denominator: ["a/c"], multiplier: 1),
            .share(part: ["a/b"], whole: ["a/c"]),
            .mean(total: "a/b", count: "a/c", sumOfSquares: nil),
            .percentile(measure: "a/b", percent: 50, count: nil),
            .rateOfChange(of: "a/b", months: 12), .index(of: "a/b", baseYear: 2025),
            .directlyStandardised(
                DirectStandardisation(
                    cases: "a/b", population: "a/c", breakdown: "age", weights: [:],
                    multiplier: 1, standard: "")),
            .indirectlyStandardised(
                IndirectStandardisation(
                    cases: "a/b", population: "a/c", breakdown: "age", rates: [:],
                    standard: "")),
        ]
        #expect(formulas.map(\.word) == FormulaReader.words)
        #expect(
            formulas.filter(\.takesMetrics).map(\.word)
                == ["difference", "rate_of_change", "index"])
        #expect(formulas.filter(\.isRatio).map(\.word) == ["ratio", "share"])
    }

    @Test(arguments: [
        ("{percentile: {measure: care/p90, percent: 100}}", "formula.percentile.percent"),
        ("{percentile: {measure: care/p90, percent: 0}}", "formula.percentile.percent"),
        ("{rate_of_change: {of: care/calls, over: P0M}}", "formula.rate_of_change.over"),
        ("{rate_of_change: {of: care/calls, over: year}}", "formula.rate_of_change.over"),
        ("{index: {of: care/calls, base: 25}}", "formula.index.base"),
        ("{index: {of: care/calls, base: lately}}", "formula.index.base"),
        ("{share: {part: care/calls}}", "formula.share"),
        ("{mean: {total: care/waiting}}", "formula.mean"),
        ("{difference: {plus: care/calls}}", "formula.difference"),
        ("{ratio: {numerator: care/calls, below: care/calls}}", "formula.ratio.below"),
        ("{median: care/calls}", "formula.median"),
    ])
    func `a formula that says too little or too much is named at its key`(
        formula: String, key: String
    ) {
        let faults = WideSample.faults(formula, unit: "percent")
        #expect(faults.contains { $0.hasPrefix("\(key): ") }, "\(faults)")
    }
}
