import MetricSpec

@testable import Warehouse

extension Sample {
    /// A standard that has every part: groups, costs, prices, recognition.
    static let fullStandard: [String: String?] = [
        "units.yaml": """
        dimensions:
          count: {definition: Separate things., counted: true}
          persons: {definition: People., counted: true}
          money: {definition: Dollars.}
        units:
          count: {label: calls, dimension: count}
          persons: {label: people, dimension: persons}
          usd: {label: dollars, dimension: money, prefix: $}
          percent: {label: "%", dimension: share, factor: 0.01}
          per-1000: {label: per 1000, dimension: count / persons, factor: 0.001}
          usd-per-resident: {label: per resident, dimension: money / persons, prefix: $}
        """,
        "services.yaml": """
        services:
          fire: {title: Fire, definition: Puts out fires.}
          water: {title: Water, definition: Brings water., population: served}
        """,
        "breakdowns.yaml": """
        breakdowns:
          age:
            title: Age group
            definition: Groups of people by age.
            ordered: true
            reference: old
            values:
              young: {title: Young}
              old: {title: Old}
              age-unknown: {title: Age not known, unknown: true}
        """,
        "prices.yaml": """
        series:
          cpi: {title: Consumer prices, definition: What residents pay., base: "2017"}
        """,
        "recognition.yaml": """
        levels:
          - {id: bronze, title: Bronze, from: 50}
          - {id: silver, title: Silver, from: 80}
        rules:
          - {id: reported, title: Reports, points: 10, coverage: {of: reported, measures: required}}
          - {id: verified, title: Verified, points: 4, coverage: {of: verified, measures: [ops/calls]}}
          - {id: timely, title: On time, points: 4, coverage: {of: on_time, measures: [ops/calls]}}
          - {id: plan, title: Has a plan, points: 2, practice: {criterion: A plan is there., group: Plans, evidence: [document]}}
        """,
        "ops/measures.yaml": measuresOfFull,
        "ops/call-rate.yaml": metric(
            "Calls per resident",
            "{ratio: {numerator: ops/calls, denominator: ops/residents, multiplier: 1000}}",
            unit: "per-1000", uncertainty: "events",
            more: "service: fire\npopulation: resident\nbreakdowns: [age]"),
        "ops/direct-cost.yaml": metric(
            "Direct cost",
            "{ratio: {numerator: [ops/staff, ops/purchased], denominator: ops/residents}}",
            unit: "usd-per-resident",
            more: """
                service: fire
                population: resident
                cost_basis: direct
                comparable_modes: equal
                """),
        "ops/pay.yaml": metric(
            "Pay", "{reported: ops/staff}",
            more: "service: fire\nfiscal_years: any_ending\nprices: {series: cpi, parity: true}"),
        "ops/leak-rate.yaml": metric(
            "Leaks per person served",
            "{ratio: {numerator: ops/leaks, denominator: ops/residents, multiplier: 1000}}",
            unit: "per-1000", uncertainty: "events", more: "service: water\npopulation: served"),
        "ops/call-growth.yaml": metric(
            "Growth of calls", "{rate_of_change: {of: ops/calls, over: P12M}}", unit: "percent",
            more: "service: fire"),
        "ops/even-rate.yaml": metric(
            "Calls at even ages",
            "{direct_standardised: {cases: ops/calls, population: ops/residents, breakdown: age, "
                + "weights: {young: 0.5, old: 0.5}, multiplier: 1000, standard: Even 2026}}",
            unit: "per-1000", uncertainty: "events", more: "service: fire\npopulation: resident"),
    ]

    private static let measuresOfFull = """
        measures:
          - name: calls
            title: Calls
            definition: Counts calls.
            unit: count
            kind: flow
            service: fire
            breakdowns: [age]
            required: true
            change: {percent: 30, reason: Calls move slowly.}
          - name: residents
            title: Residents
            definition: Counts people.
            unit: persons
            kind: stock
            population: resident
            breakdowns: [age]
            required: true
          - {name: spending, title: Spending, definition: Adds costs., unit: usd, kind: flow}
          - {name: leaks, title: Leaks, definition: Counts leaks., unit: count, kind: flow, service: water}
          - {name: staff, title: Staff, definition: Adds pay., unit: usd, kind: flow, service: fire, cost: own_staff}
          - {name: purchased, title: Purchased, definition: Adds bills., unit: usd, kind: flow, service: fire, cost: purchased}
          - {name: capital, title: Capital, definition: Adds capital., unit: usd, kind: flow, service: fire, cost: capital_charge}
          - {name: overhead, title: Overhead, definition: Adds overhead., unit: usd, kind: flow, service: fire, cost: overhead}
          - {name: offset, title: Offset, definition: Adds fees., unit: usd, kind: flow, service: fire, cost: revenue_offset}
        """

    /// The folder with the standard that has every part.
    static func full(
        _ changes: [String: String?] = [:], standard: [String: String?] = [:]
    ) throws -> Registry {
        try registry(changes, standard: fullStandard.merging(standard) { $1 })
    }

    /// Any measure, with its group, cost basis and audit.
    static let stated = """
        title: Stated
        layout: long
        city: {column: City}
        period: {column: Period}
        measure: {column: Measure, prefix: ops/}
        value: {column: Value}
        breakdown: {column: Group}
        cost_basis: {column: Basis, codes: {d: direct, f: full}}
        audit_status: {column: Audit, codes: {a: audited}}
        """
}
