import Testing

@testable import MetricSpec

/// A standard in which every formula can be written, and ways to try one.
enum WideSample {
    /// The files of a standard without faults and without metrics.
    static let files = [
        "standard.yaml": "id: wide\nversion: 2.1.0\ntitle: Wide",
        "units.yaml": units,
        "services.yaml": """
        services:
          care: {title: Care, definition: Looks after people.}
          transit: {title: Transit, definition: Runs buses., population: served}
        """,
        "breakdowns.yaml": """
        breakdowns:
          age:
            title: Age
            definition: Age in whole years.
            ordered: true
            reference: age-old
            values:
              age-young: {title: Under 65}
              age-old: {title: 65 and over}
              age-unknown: {title: Not known, unknown: true}
            crosswalks:
              letters: {Y: age-young, O: age-old, "": age-unknown}
              bands: {"0-64": age-young, "65+": age-old}
        """,
        "prices.yaml": """
        series:
          consumer: {title: Consumer prices, definition: What a household buys., base: "2020"}
        """,
        "care/measures.yaml": measures,
    ]

    private static let units = """
        dimensions:
          count: {definition: Calls and cases., counted: true}
          persons: {definition: People., counted: true}
          money: {definition: Dollars.}
          time: {definition: Minutes.}
        units:
          count: {label: cases, dimension: count}
          persons: {label: persons, dimension: persons}
          usd: {label: dollars, dimension: money, prefix: $}
          thousand-usd: {label: thousand, dimension: money, factor: 1000, prefix: $}
          minutes: {label: minutes, dimension: time}
          hours: {label: hours, dimension: time, factor: 60}
          hours-squared: {label: square hours, dimension: time * time, factor: 3600}
          percent: {label: "%", dimension: share, factor: 0.01}
          per-1000: {label: "per 1,000", dimension: count / persons, factor: 0.001}
          persons-per-1000: {label: "per 1,000", dimension: share, factor: 0.001}
          usd-per-resident: {label: per resident, dimension: money / persons, prefix: $}
          usd-per-hour: {label: an hour, dimension: money / time, factor: 0.016666666666666666}

        """

    private static let measures = """
        measures:
          - {name: calls, title: Calls, definition: All calls., unit: count, kind: flow, breakdowns: [age]}
          - {name: in-time, title: In time, definition: Calls answered in time., unit: count, kind: flow}
          - {name: waiting, title: Waiting, definition: Hours waited., unit: hours, kind: flow}
          - {name: squares, title: Squares, definition: Square hours waited., unit: hours-squared, kind: flow}
          - {name: talking, title: Talking, definition: Minutes talked., unit: minutes, kind: flow}
          - name: p90
            title: Ninetieth percentile
            definition: Minutes that nine calls in ten wait at most.
            unit: minutes
            kind: flow
            quarter_to_year: none
            additive: false
          - {name: residents, title: Residents, definition: Who lives there., unit: persons, kind: stock, population: resident, breakdowns: [age]}
          - {name: by-day, title: By day, definition: Who is there by day., unit: persons, kind: stock, population: daytime}
          - {name: poor, title: Poor, definition: Residents in poverty by survey., unit: persons, kind: stock}
          - {name: poor-margin, title: Margin, definition: The margin of poverty., unit: persons, kind: stock, quarter_to_year: none, additive: false, margin_of: care/poor, level: 0.90}
          - {name: staff, title: Staff, definition: Pay., unit: thousand-usd, kind: flow, service: care, cost: own_staff}
          - {name: bought, title: Bought, definition: Purchases., unit: usd, kind: flow, service: care, cost: purchased}
          - {name: capital, title: Capital, definition: The charge for capital., unit: usd, kind: flow, service: care, cost: capital_charge}
          - {name: overhead, title: Overhead, definition: Central services., unit: usd, kind: flow, service: care, cost: overhead}
          - {name: fees, title: Fees, definition: What users pay., unit: usd, kind: flow, service: care, cost: revenue_offset}
          - {name: budget, title: Budget, definition: What was planned., unit: usd, kind: flow}

        """

    /// The sample with one more metric, `care/tried`.
    static func standard(
        _ formula: String, unit: String, uncertainty: String = "volume",
        difference: String? = "{absolute: 2}", more: String = ""
    ) throws(SpecError) -> Standard {
        try read([
            "care/tried.yaml": metric(
                formula, unit: unit, uncertainty: uncertainty, difference: difference,
                more: more)
        ])
    }

    /// The metric `care/tried` as it was read.
    static func tried(
        _ formula: String, unit: String, uncertainty: String = "volume",
        difference: String? = "{absolute: 2}", more: String = "",
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> Metric {
        let standard = try standard(
            formula, unit: unit, uncertainty: uncertainty, difference: difference, more: more)
        return try #require(standard.metric("care/tried"), sourceLocation: sourceLocation)
    }

    /// The faults of one more metric, `key: message`.
    static func faults(
        _ formula: String, unit: String, uncertainty: String = "volume",
        difference: String? = "{absolute: 2}", more: String = ""
    ) -> [String] {
        faults([
            "care/tried.yaml": metric(
                formula, unit: unit, uncertainty: uncertainty, difference: difference,
                more: more)
        ])
    }

    /// The faults of the sample with one text of its measures replaced.
    static func faults(
        inMeasures old: String, _ new: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> [String] {
        try #require(measures.contains(old), sourceLocation: sourceLocation)
        return faults([
            "care/measures.yaml": measures.replacing(old, with: new, maxReplacements: 1)
        ])
    }

    /// The faults of the sample with some files added or replaced.
    static func faults(_ changes: [String: String]) -> [String] {
        do {
            _ = try read(changes)
            return []
        } catch {
            return error.issues.map { $0.key.isEmpty ? $0.message : "\($0.key): \($0.message)" }
        }
    }

    /// The sample with some files added or replaced.
    static func read(_ changes: [String: String] = [:]) throws(SpecError) -> Standard {
        try StandardReader.read(
            files.merging(changes) { $1 }.map { (name: $0.key, text: $0.value) })
    }

    /// A whole metric around a formula.
    static func metric(
        _ formula: String, unit: String, uncertainty: String = "volume",
        difference: String? = "{absolute: 2}", title: String = "Tried", more: String = ""
    ) -> String {
        """
        title: \(title)
        question: Does it read?
        definition: \(title) out by a test.
        formula: \(formula)
        unit: \(unit)
        polarity: low_good
        kind: outcome
        uncertainty: \(uncertainty)
        \(difference.map { "meaningful_difference: \($0)" } ?? "")
        decimals: 1
        \(more)
        """
    }
}

/// Expects just one fault, at a key and with a text in it; "" is any key.
func expectOneFault(
    _ faults: [String], _ key: String, _ message: String,
    sourceLocation: SourceLocation = #_sourceLocation
) {
    #expect(faults.count == 1, "\(faults)", sourceLocation: sourceLocation)
    let first = faults.first ?? ""
    #expect(
        key.isEmpty || first.hasPrefix("\(key): "), "\(first)", sourceLocation: sourceLocation)
    #expect(first.contains(message), "\(first)", sourceLocation: sourceLocation)
}
