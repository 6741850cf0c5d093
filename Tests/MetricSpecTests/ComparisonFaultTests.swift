import Testing

@testable import MetricSpec

/// The linter checks what may be compared, and with what certainty.
@Suite struct ComparisonFaultTests {
    private static let share = "{share: {part: care/in-time, whole: care/calls}}"
    private static let perResident =
        "{ratio: {numerator: care/calls, denominator: care/residents, multiplier: 1000}}"

    @Test(arguments: [
        ("{reported: care/calls}", "count", "events"),
        ("{sum: [care/calls, care/in-time]}", "count", "events"),
        (share, "percent", "events"),
        ("{reported: care/poor}", "persons", "sample"),
        ("{mean: {total: care/waiting, count: care/calls}}", "minutes", "records"),
        ("{percentile: {measure: care/p90, percent: 90}}", "minutes", "records"),
        ("{reported: care/budget}", "usd", "volume"),
        ("{reported: care/budget}", "usd", "none"),
        ("{rate_of_change: {of: care/calls, over: P12M}}", "percent", "volume"),
        (share, "percent", "volume"),
    ])
    func `an uncertainty that fits is accepted`(
        formula: String, unit: String, uncertainty: String
    ) {
        let faults = WideSample.faults(formula, unit: unit, uncertainty: uncertainty)
        #expect(faults.isEmpty, "\(faults)")
    }

    @Test(arguments: [
        // Wilson and Poisson need counts.
        ("{reported: care/budget}", "usd", "events", "counts no separate events"),
        (
            "{share: {part: care/bought, whole: care/budget}}", "percent", "events",
            "care/bought counts no separate events"
        ),
        (
            "{difference: {plus: care/calls, minus: care/in-time}}", "count", "events",
            "has no interval from counts"
        ),
        (
            "{rate_of_change: {of: care/calls, over: P12M}}", "percent", "events",
            "has no interval from counts"
        ),
        ("{index: {of: care/calls, base: 2025}}", "percent", "events", "no interval"),
        ("{percentile: {measure: care/p90, percent: 90}}", "minutes", "events", "no interval"),
        ("{mean: {total: care/waiting, count: care/calls}}", "hours", "events", "no interval"),
        (
            "{ratio: {numerator: care/calls, less: care/in-time, denominator: care/residents, "
                + "multiplier: 1000}}", "per-1000", "events",
            "care/in-time is taken off"
        ),
        ("{reported: care/calls}", "count", "records", "a mean or a percentile"),
        (share, "percent", "records", "a mean or a percentile"),
        ("{reported: care/calls}", "count", "sample", "care/calls has no margin of error"),
        (share, "percent", "none", "a number that chance moves"),
        ("{sum: [care/fees, care/budget]}", "usd", "none", "a number that chance moves"),
    ])
    func `an uncertainty that does not fit is refused`(
        formula: String, unit: String, uncertainty: String, message: String
    ) {
        expectOneFault(
            WideSample.faults(
                formula, unit: unit, uncertainty: uncertainty,
                more: unit == "per-1000" ? "population: resident" : ""), "uncertainty", message)
    }

    @Test func `a meaningful difference is declared for all that chance moves`() {
        #expect(
            WideSample.faults(Self.share, unit: "percent", difference: nil)
                == ["the key \"meaningful_difference\" is missing."])
        #expect(
            WideSample.faults(
                "{reported: care/budget}", unit: "usd", uncertainty: "none", difference: nil
            ).isEmpty)
    }

    @Test func `a per cent of what may be 0 is no difference`() {
        expectOneFault(
            WideSample.faults(
                "{difference: {plus: care/budget, minus: care/bought}}", unit: "usd",
                difference: "{percent: 5}"),
            "meaningful_difference", "Expected absolute.")
        expectOneFault(
            WideSample.faults(
                "{rate_of_change: {of: care/budget, over: P12M}}", unit: "percent",
                difference: "{percent: 5}"),
            "meaningful_difference", "Expected absolute.")
        expectOneFault(
            WideSample.faults(Self.share, unit: "percent", difference: "{absolute: 0}"),
            "meaningful_difference.absolute", "0 is not above 0")
    }

    @Test func `an indirect ratio has no rank among cities`() {
        expectOneFault(
            WideSample.faults(
                "{indirect_standardised: {cases: care/calls, population: care/residents, "
                    + "breakdown: age, rates: {age-young: 0.1, age-old: 0.2}, standard: N}}",
                unit: "percent", more: "population: resident"),
            "formula", "Expected compare: standard.")
    }

    @Test(arguments: [
        ("age", "{age-young: 1}", "weights", "are missing: age-old"),
        (
            "age", "{age-young: 1, age-old: 1, age-unknown: 1}", "weights",
            "\"age-unknown\" is not in this standard"
        ),
        ("age", "{age-young: 1, age-odl: 1, age-old: 1}", "weights", "Did you mean"),
        ("age", "{age-young: 0, age-old: 1}", "weights.age-young", "0 is not above 0"),
    ])
    func `each group of a standardised rate has its weight`(
        breakdown: String, weights: String, key: String, message: String
    ) {
        expectOneFault(
            WideSample.faults(
                "{direct_standardised: {cases: care/calls, population: care/residents, "
                    + "breakdown: \(breakdown), weights: \(weights), multiplier: 1000, "
                    + "standard: N}}",
                unit: "per-1000", more: "population: resident"),
            "formula.direct_standardised.\(key)", message)
    }

    @Test func `a standardised rate needs both its measures by group`() {
        expectOneFault(
            WideSample.faults(
                "{direct_standardised: {cases: care/in-time, population: care/residents, "
                    + "breakdown: age, weights: {age-young: 1, age-old: 1}, multiplier: 1000, "
                    + "standard: N}}",
                unit: "per-1000", more: "population: resident"),
            "formula.direct_standardised.weights", "care/in-time is not reported by age")
    }

    @Test func `an indirect ratio needs the population by group and the cases in all`() {
        func faults(_ population: String, _ kind: String) -> [String] {
            WideSample.faults(
                "{indirect_standardised: {cases: care/in-time, population: \(population), "
                    + "breakdown: age, rates: {age-young: 0.1, age-old: 0.2}, standard: N}}",
                unit: "percent", more: "population: \(kind)\ncompare: standard")
        }
        #expect(faults("care/residents", "resident").isEmpty)
        expectOneFault(
            faults("care/by-day", "daytime"), "formula.indirect_standardised.rates",
            "care/by-day is not reported by age")
    }

    @Test func `a metric by groups needs each of its measures by groups`() throws {
        let metric = try WideSample.tried(
            Self.perResident, unit: "per-1000", more: "population: resident\nbreakdowns: age")
        #expect(metric.breakdowns == ["age"])
        expectOneFault(
            WideSample.faults(Self.share, unit: "percent", more: "breakdowns: [age]"),
            "breakdowns", "care/in-time is not reported by age")
        expectOneFault(
            WideSample.faults(Self.share, unit: "percent", more: "breakdowns: [aeg]"),
            "breakdowns", "\"aeg\" is not in this standard")
    }

    @Test func `only means are symmetric`() {
        expectOneFault(
            WideSample.faults(Self.share, unit: "percent", more: "symmetric: true"),
            "symmetric", "means only")
    }

    @Test func `ways of providing belong to a service`() throws {
        expectOneFault(
            WideSample.faults(Self.share, unit: "percent", more: "comparable_modes: equal"),
            "comparable_modes", "Expected the key \"service\"")
        let some = try WideSample.tried(
            Self.share, unit: "percent",
            more: "service: care\ncomparable_modes: [own_staff, joint]")
        #expect(some.comparability.modes == .only([.ownStaff, .joint]))
        let equal = try WideSample.tried(
            Self.share, unit: "percent", more: "service: care\ncomparable_modes: equal")
        #expect(equal.comparability.modes == .equal)
        expectOneFault(
            WideSample.faults(
                Self.share, unit: "percent",
                more: "service: care\ncomparable_modes: [own_staff, none]"),
            "comparable_modes[1]", "none provides nothing")
    }

    @Test func `a population below the line is said`() throws {
        #expect(
            WideSample.faults(Self.perResident, unit: "per-1000") == [
                "the key \"population\" is missing: the denominator is a population. "
                    + "Expected resident, served or daytime."
            ])
        let served = try WideSample.tried(
            Self.perResident, unit: "per-1000", more: "population: served")
        #expect(served.population == .served)
        expectOneFault(
            WideSample.faults(
                Self.perResident, unit: "per-1000", more: "population: daytime"),
            "population", "the denominator is the resident population")
        expectOneFault(
            WideSample.faults(
                "{ratio: {numerator: care/calls, denominator: care/by-day, multiplier: 1000}}",
                unit: "per-1000", more: "population: resident"),
            "population", "the denominator is the daytime population")
        expectOneFault(
            WideSample.faults(Self.share, unit: "percent", more: "population: resident"),
            "population", "the denominator is no population")
    }

    @Test func `the middle of a period is that of residents on a day`() throws {
        let middle = try WideSample.tried(
            Self.perResident, unit: "per-1000", more: "population: mid_period")
        #expect(middle.population == .resident && middle.isMidPeriod)
        #expect(middle.fields.first { $0.name == "population" }?.text == "mid_period")
        let resident = try WideSample.tried(
            Self.perResident, unit: "per-1000", more: "population: resident")
        #expect(!resident.isMidPeriod)
        expectOneFault(
            WideSample.faults(
                "{ratio: {numerator: care/calls, denominator: care/by-day, multiplier: 1000}}",
                unit: "per-1000", more: "population: mid_period"),
            "population", "that of one population of residents, of kind stock")
    }

    @Test func `a service measured by whom it serves has such metrics`() {
        expectOneFault(
            WideSample.faults(
                Self.perResident, unit: "per-1000",
                more: "population: resident\nservice: transit"),
            "population", "transit is measured by whom it serves. Expected served.")
        expectOneFault(
            WideSample.faults(
                Self.perResident, unit: "per-1000", more: "population: served\nservice: care"),
            "population", "care is measured by the resident population. Expected resident.")
    }

    @Test func `a population measure is no count of users`() throws {
        expectOneFault(
            try WideSample.faults(inMeasures: "population: daytime", "population: served"),
            "measures[7].population", "Expected resident or daytime")
    }

    @Test func `a margin belongs to a measure in its unit`() throws {
        let standard = try WideSample.read()
        #expect(
            standard.measure("care/poor-margin")?.margin
                == MarginOfError(measure: "care/poor", level: 0.9))
        expectOneFault(
            try WideSample.faults(inMeasures: "margin_of: care/poor,", "margin_of: care/por,"),
            "measures[9].margin_of", "Did you mean \"care/poor\"?")
        expectOneFault(
            try WideSample.faults(inMeasures: "margin_of: care/poor,", "margin_of: care/calls,"),
            "measures[9].margin_of", "the margin is in persons, care/calls in count")
        expectOneFault(
            try WideSample.faults(inMeasures: "level: 0.90", "level: 90"),
            "measures[9].level", "90 is no confidence level")
        expectOneFault(
            try WideSample.faults(inMeasures: "margin_of: care/poor, ", ""),
            "measures[9].level", "margin_of only")
    }
}
